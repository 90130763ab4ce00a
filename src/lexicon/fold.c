#include "lexicon/fold.h"

#include "lexicon/data.h"

/* Folded. */
#define ALEF 0x0627
#define LAM 0x0644

struct mh_folder {
    mh_folded folded;
    GArray *key;
    GArray *printed;
    GArray *offset;
};

/* One text on its way through folding. */
typedef struct folding {
    uint16_t *key;
    uint16_t *printed;
    uint32_t *offset;
    size_t length;
    unsigned scripts;
    bool space_waits; /* white space seen, written when something follows that wants it */
    uint32_t space_offset;
} folding;

mh_folder *mh_folder_new(mh_arena *arena)
{
    mh_folder *folder = MH_NEW(arena, mh_folder, 1);
    folder->key = mh_arena_array(arena, sizeof(uint16_t));
    folder->printed = mh_arena_array(arena, sizeof(uint16_t));
    folder->offset = mh_arena_array(arena, sizeof(uint32_t));
    return folder;
}

/* Punctuation and white space above the Arabic block; 0 is left out. */
static uint16_t fold_punctuation(uint32_t c)
{
    if (c >= 0x2000 && c <= 0x200A)
        return ' ';
    if (c >= 0x2010 && c <= 0x2015)
        return '-';
    if (c >= 0x200B && c <= 0x200F)
        return 0;
    if (c >= 0x2018 && c <= 0x201B)
        return '\'';
    if (c >= 0x201C && c <= 0x201F)
        return '"';
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F))
        return 0;
    switch (c) {
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
        return ' ';
    case 0x2032:
    case 0x2039:
    case 0x203A:
        return '\'';
    case 0x2033:
        return '"';
    default:
        return (uint16_t)c;
    }
}

/* Chinese punctuation, full-width forms and what is left out above U+2FFF. */
static uint16_t fold_wide(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return (uint16_t)(c - 0xFF01 + '!');
    if (c >= 0xFE00 && c <= 0xFE0F)
        return 0;
    switch (c) {
    case 0x3000:
        return ' ';
    case 0x3001:
        return ',';
    case 0x3002:
    case 0xFF61:
        return '.';
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
        return '"';
    case 0xFE58:
    case 0xFE63:
        return '-';
    case 0xFEFF:
        return 0;
    default:
        return (uint16_t)c;
    }
}

/* What is alike in both foldings. */
static uint16_t fold_common(uint32_t c)
{
    if (c >= 0x2000 && c < 0x2070)
        return fold_punctuation(c);
    if (c == 0x2212)
        return '-';
    if (c >= 0x3000 && c <= 0xFFFF)
        return fold_wide(c);
    return c > 0xFFFF ? 0xFFFD : (uint16_t)c;
}

static uint16_t lower_ascii(uint16_t c)
{
    return c >= 'A' && c <= 'Z' ? (uint16_t)(c - 'A' + 'a') : c;
}

uint16_t mh_fold_char(uint32_t code_point)
{
    if (code_point < LEX_FOLD_END)
        return lex_fold_low[code_point];
    if (code_point >= LEX_LATIN_MORE && code_point < LEX_LATIN_MORE_END)
        return lex_fold_latin_more[code_point - LEX_LATIN_MORE];
    return lower_ascii(fold_common(code_point));
}

static uint16_t printed_char(uint32_t code_point)
{
    return code_point < LEX_FOLD_END ? lex_printed_low[code_point] : fold_common(code_point);
}

/* Chinese has no spaces: those beside its signs were put in by typists and justification. */
static bool is_chinese(uint16_t unit)
{
    return (unit >= LEX_HAN && unit < LEX_HAN_END) || (unit >= 0x3200 && unit < 0x3300);
}

static bool wants_space(const folding *state, uint16_t next)
{
    if (state->length == 0)
        return true;
    uint16_t before = state->key[state->length - 1];
    if (before == '(' || next == ')')
        return false;
    bool before_is_inner = is_chinese(before) || (before >= '0' && before <= '9');
    bool next_is_inner = is_chinese(next) || (next >= '0' && next <= '9');
    return !(before_is_inner && next_is_inner && (is_chinese(before) || is_chinese(next)));
}

static void push(folding *state, uint16_t key, uint16_t printed, uint32_t offset)
{
    state->key[state->length] = key;
    state->printed[state->length] = printed;
    state->offset[state->length] = offset;
    state->length++;
}

/* Writes the space that waits where @p next wants one before it. */
static void end_space(folding *state, uint16_t next)
{
    if (wants_space(state, next))
        push(state, ' ', ' ', state->space_offset);
    state->space_waits = false;
}

/*
 * "األمن" for "الأمن": extractors swap what one lam-alef glyph stands for. No Arabic word has two
 * alefs before a lam, so this one can be told for certain.
 */
static void unswap_lam_alef(folding *state)
{
    uint16_t *last = &state->key[state->length - 1];
    if (state->length < 3 || *last != LAM || last[-1] != ALEF || last[-2] != ALEF)
        return;
    uint16_t *printed = &state->printed[state->length - 1];
    uint16_t alef = printed[-1];
    last[-1] = LAM;
    *last = ALEF;
    printed[-1] = *printed;
    *printed = alef;
}

static void fold_one(folding *state, uint32_t c, uint32_t offset)
{
    uint16_t key = mh_fold_char(c);
    if (key == 0)
        return;
    if (key == ' ') {
        if (!state->space_waits)
            state->space_offset = offset;
        state->space_waits = true;
        return;
    }
    if (state->space_waits)
        end_space(state, key);
    state->scripts |= mh_script_of(key);
    push(state, key, printed_char(c), offset);
    if (key == LAM)
        unswap_lam_alef(state);
}

const mh_folded *mh_fold(mh_folder *folder, mh_view text)
{
    guint room = (guint)MIN(text.len + 1, G_MAXUINT32 / sizeof(uint32_t));
    if (folder->key->len < room) {
        g_array_set_size(folder->key, room);
        g_array_set_size(folder->printed, room);
        g_array_set_size(folder->offset, room);
    }
    folding state = {.key = (uint16_t *)(void *)folder->key->data,
                     .printed = (uint16_t *)(void *)folder->printed->data,
                     .offset = (uint32_t *)(void *)folder->offset->data};

    for (size_t i = 0; i < text.len;) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0x80 && byte > ' ') {
            if (state.space_waits)
                end_space(&state, lex_fold_low[byte]);
            push(&state, lex_fold_low[byte], lex_printed_low[byte], (uint32_t)i);
            i++;
            continue;
        }
        fold_one(&state, g_utf8_get_char(text.ptr + i), (uint32_t)i);
        i += (size_t)g_utf8_skip[byte];
    }
    if (state.space_waits)
        push(&state, ' ', ' ', state.space_offset);
    state.offset[state.length] = (uint32_t)text.len;

    folder->folded = (mh_folded){.text = text,
                                 .key = state.key,
                                 .printed = state.printed,
                                 .offset = state.offset,
                                 .length = state.length,
                                 .scripts = state.scripts};
    return &folder->folded;
}

mh_view mh_folded_slice(const mh_folded *text, size_t from, size_t to)
{
    return mh_view_trim(mh_view_slice(text->text, text->offset[from], text->offset[to]));
}

size_t mh_folded_unit_of(const mh_folded *text, size_t offset)
{
    size_t low = 0;
    size_t high = text->length;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text->offset[middle + 1] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Letters and digits of scripts that part words by spaces. */
static bool is_word_unit(uint16_t unit)
{
    if (unit < LEX_FOLD_END)
        return lex_word_low[unit] != 0;
    if (unit < 0x2000)
        return g_unichar_isalnum(unit);
    return false;
}

bool mh_folded_is_word_edge(const mh_folded *text, size_t at)
{
    if (at == 0 || at >= text->length)
        return true;
    return !is_word_unit(text->key[at]) || !is_word_unit(text->key[at - 1]);
}
