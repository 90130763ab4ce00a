#include "fo/inline.h"

#include <pango/pango.h>

/* Words that a number follows, or titles that a name follows: a line should not end with them. One
 * row a language. */
typedef struct sticky_words {
    const char *language;
    const char *words; /* between spaces */
} sticky_words;

static const sticky_words sticky[] = {
    {"en", " No. Nos. para. paras. p. pp. art. arts. article articles chap. vol. sect. Mr. Mrs. "
           "Ms. Dr. St. resolution paragraph "},
    {"fr", " no nos n° par. p. pp. art. article articles chap. vol. M. Mme Mmes MM. Mlle "},
    {"es", " núm. núms. párr. párrs. p. págs. art. arts. cap. vol. Sr. Sra. Sres. Sras. "},
    {"ru", " № п. пп. с. ст. гл. т. см. г-н г-жа "},
};

static const gunichar ZERO_WIDTH_SPACE = 0x200B;

/* Everything about the text that the rules below look at. */
typedef struct scanner {
    fo_context *context;
    fo_paragraph *paragraph;
    PangoLogAttr *attributes; /* one for each character and the end */
    const char *language;     /* of the leaf; NULL where nothing is tailored */
    bool is_chinese;
    const char *word; /* start of the run of non-spaces that the current character is in */
} scanner;

static bool is_language(const char *tag, const char *language)
{
    size_t length = strlen(language);
    return tag && g_ascii_strncasecmp(tag, language, length) == 0
           && (tag[length] == '\0' || tag[length] == '-');
}

/* Opening and closing marks of Chinese whose glyphs fill half of their box. */
static bool is_closing_mark(gunichar ch)
{
    static const gunichar marks[] = {0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF09,
                                     0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i] == ch)
            return true;
    return false;
}

static bool is_opening_mark(gunichar ch)
{
    static const gunichar marks[] = {0xFF08, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i] == ch)
            return true;
    return false;
}

static bool is_ideograph(gunichar ch)
{
    return g_unichar_get_script(ch) == G_UNICODE_SCRIPT_HAN;
}

static bool is_cjk(gunichar ch)
{
    return is_ideograph(ch) || is_closing_mark(ch) || is_opening_mark(ch) || ch == 0xFF1F
           || ch == 0xFF01;
}

static bool is_quote(gunichar ch)
{
    return ch == 0x2018 || ch == 0x2019 || ch == 0x201C || ch == 0x201D;
}

/* Objects are part of the words they touch, as if they were letters. */
static bool touches_object(const fo_paragraph *paragraph, uint32_t at)
{
    const char *p = paragraph->text + at;
    gunichar here = g_utf8_get_char(p);
    gunichar before = g_utf8_get_char(g_utf8_prev_char(p));
    bool is_parted = before == ' ' || before == ZERO_WIDTH_SPACE;
    return (here == 0xFFFC && !is_parted) || (before == 0xFFFC && here != ' ');
}

/* "A/RES/75/1", "S/2021/540": one name from end to end, however many places for breaks Unicode sees
 * in it. */
static bool is_in_symbol(const char *word, const char *at)
{
    enum { SYMBOL_MAX_BYTES = 64 };
    if (at - word > SYMBOL_MAX_BYTES)
        return false;
    if (!g_unichar_isupper(g_utf8_get_char(word)) && !g_ascii_isdigit(*word))
        return false;
    bool has_slash = false;
    for (const char *p = word; p < at; p++)
        has_slash = has_slash || *p == '/';
    if (!has_slash && *at != '/')
        return false;
    gunichar ch = g_utf8_get_char(at);
    return g_unichar_isupper(ch) || g_unichar_isdigit(ch) || ch == '/' || ch == '(';
}

/* The word that ends before the spaces at @p at. */
static mh_view word_before(const fo_paragraph *paragraph, uint32_t at)
{
    enum { WORD_BEFORE_MAX = 32 };
    uint32_t end = at;
    while (end > 0 && paragraph->text[end - 1] == ' ')
        end--;
    uint32_t start = end;
    while (start > 0 && paragraph->text[start - 1] != ' ' && end - start < WORD_BEFORE_MAX)
        start--;
    return (mh_view){paragraph->text + start, end - start};
}

static bool is_sticky(const char *language, mh_view word)
{
    char *pattern = g_strdup_printf(" %.*s ", MH_VIEW_ARG(word));
    bool found = false;
    for (size_t i = 0; i < G_N_ELEMENTS(sticky) && !found; i++)
        found = is_language(language, sticky[i].language) && strstr(sticky[i].words, pattern);
    g_free(pattern);
    return found;
}

static bool is_number(mh_view word, size_t most_digits)
{
    for (size_t i = 0; i < word.len; i++)
        if (!g_ascii_isdigit(word.ptr[i]))
            return false;
    return word.len > 0 && word.len <= most_digits;
}

/* The word before @p word; of the Spanish "de" between the parts of a date, the one before that. */
static mh_view part_before(const fo_paragraph *paragraph, mh_view word)
{
    mh_view before = word_before(paragraph, (uint32_t)(word.ptr - paragraph->text));
    if (mh_view_equal(before, MH_VIEW("de")))
        before = word_before(paragraph, (uint32_t)(before.ptr - paragraph->text));
    return before;
}

/* "4 June 2025", "4 de junio de 2025": the year after its month, with its "de". */
static bool is_year_of_date(const fo_paragraph *paragraph, uint32_t at)
{
    const char *p = paragraph->text + at;
    if (g_str_has_prefix(p, "de "))
        p += strlen("de ");
    for (int i = 0; i < 4; i++)
        if (!g_ascii_isdigit(p[i]))
            return false;
    if (g_ascii_isdigit(p[4]))
        return false;
    const mh_view month = part_before(paragraph, (mh_view){paragraph->text + at, 0});
    return month.len > 0 && is_number(part_before(paragraph, month), 2);
}

/* "4 June", "June 2025", "para. 12", "12 pages": better not parted. */
static bool is_reluctant(const fo_paragraph *paragraph, const char *language, uint32_t at)
{
    mh_view before = word_before(paragraph, at);
    if (before.len == 0 || before.len > 16)
        return false;
    bool after_number = g_ascii_isdigit(before.ptr[before.len - 1]) && before.len <= 4;
    return (after_number && g_unichar_isalpha(g_utf8_get_char(paragraph->text + at)))
           || is_sticky(language, before) || is_year_of_date(paragraph, at);
}

/* "Secretary-General": a name is better not parted at its hyphen. */
static bool is_in_name(const fo_paragraph *paragraph, uint32_t at)
{
    return paragraph->text[at - 1] == '-'
           && g_unichar_isupper(g_utf8_get_char(paragraph->text + at));
}

/* Quotation marks are neither opening nor closing to Unicode; in Chinese a line may begin with an
 * opening one and end with a closing one. */
static bool is_chinese_quote_break(const fo_paragraph *paragraph, uint32_t at)
{
    const char *p = paragraph->text + at;
    gunichar here = g_utf8_get_char(p);
    gunichar before = g_utf8_get_char(g_utf8_prev_char(p));
    if (here == 0x201C || here == 0x2018)
        return is_cjk(before) && !is_opening_mark(before);
    if (before == 0x201D || before == 0x2019)
        return is_ideograph(here) || is_opening_mark(here);
    return false;
}

/* Numbers of dates stay with their unit, and ordinals with their mark. */
static bool is_chinese_pair(gunichar before, gunichar here)
{
    static const gunichar ordinal = 0x7B2C;
    bool is_unit = here == 0x5E74 || here == 0x6708 || here == 0x65E5;
    return (is_unit && g_unichar_isdigit(before)) || (before == ordinal && g_unichar_isdigit(here));
}

static void tailor_chinese(fo_paragraph *paragraph, uint32_t at)
{
    const char *p = paragraph->text + at;
    if (is_chinese_quote_break(paragraph, at))
        paragraph->flags[at] |= PAR_BREAK;
    else if (is_chinese_pair(g_utf8_get_char(g_utf8_prev_char(p)), g_utf8_get_char(p)))
        paragraph->flags[at] &= (uint16_t)~PAR_BREAK;
}

/* A line begins neither with a dash nor with a closing guillemet, and does not end with an opening
 * one, though plain spaces part them from their words. */
static bool is_bound_over_space(const fo_paragraph *paragraph, uint32_t at)
{
    gunichar here = g_utf8_get_char(paragraph->text + at);
    mh_view before = word_before(paragraph, at);
    return here == 0x2014 || here == 0x2013 || here == 0xBB
           || mh_view_ends_with(before, MH_VIEW("\302\253"));
}

/* What a language knows beyond Unicode's line breaking; only where the language is declared, and
 * not where layout is compared with a formatter that knows nothing of it. */
static void tailor(const scanner *s, uint32_t at)
{
    fo_paragraph *paragraph = s->paragraph;
    if (!s->language || at == 0)
        return;
    if (s->is_chinese)
        tailor_chinese(paragraph, at);
    if (!(paragraph->flags[at] & PAR_BREAK))
        return;
    bool after_space = paragraph->text[at - 1] == ' ';
    bool is_bound = after_space ? is_bound_over_space(paragraph, at)
                                : is_in_symbol(s->word, paragraph->text + at);
    if (is_bound)
        paragraph->flags[at] &= (uint16_t)~PAR_BREAK;
    else if (after_space ? !s->is_chinese && is_reluctant(paragraph, s->language, at)
                         : is_in_name(paragraph, at))
        paragraph->flags[at] |= PAR_RELUCTANT;
}

/* The last line of a Chinese paragraph has more than one character. */
static void bind_last_ideograph(const scanner *s)
{
    fo_paragraph *paragraph = s->paragraph;
    const char *p = paragraph->text + paragraph->length;
    while (s->is_chinese && p > paragraph->text) {
        p = g_utf8_prev_char(p);
        gunichar ch = g_utf8_get_char(p);
        if (is_ideograph(ch))
            paragraph->flags[p - paragraph->text] &= (uint16_t)~PAR_BREAK;
        if (g_unichar_isalnum(ch))
            return;
    }
}

static void mark_cjk(const scanner *s, const char *p)
{
    uint16_t *flags = &s->paragraph->flags[p - s->paragraph->text];
    gunichar ch = g_utf8_get_char(p);
    gunichar next = g_utf8_get_char(par_next(p));
    if (is_closing_mark(ch))
        *flags |= PAR_CJK_MARK;
    if ((is_cjk(ch) || is_quote(ch)) && (is_cjk(next) || is_quote(next)))
        *flags |= PAR_CJK_GAP;
}

/* Latin words in Chinese text begin without a space. */
static bool begins_word(const char *p, gunichar ch)
{
    if (p[-1] == ' ')
        return ch != ' ';
    return (p[-1] & 0x80) != 0 && ch < 0x80
           && g_unichar_iswide(g_utf8_get_char(g_utf8_prev_char(p)));
}

static void mark_character(scanner *s, const par_leaf *leaf, const char *p, size_t index)
{
    fo_paragraph *paragraph = s->paragraph;
    uint32_t at = (uint32_t)(p - paragraph->text);
    uint16_t *flags = &paragraph->flags[at];
    gunichar ch = g_utf8_get_char(p);

    if (ch == ' ') {
        *flags |= PAR_GLUE;
        if (leaf->node->style->white_space != FO_WHITE_SPACE_PRESERVE || (*flags & PAR_FORCED))
            *flags |= PAR_SPACE;
    } else if (ch == 0xA0) {
        *flags |= PAR_GLUE;
    } else if (ch == 0xAD) {
        *flags |= PAR_SOFT_HYPHEN;
    }
    if (s->attributes[index].is_cursor_position)
        *flags |= PAR_GRAPHEME;
    bool can_break = at > 0 && s->attributes[index].is_line_break && !(*flags & PAR_KEEP);
    if (can_break && !touches_object(paragraph, at))
        *flags |= PAR_BREAK;
    if (at > 0 && begins_word(p, ch))
        s->word = p;
    tailor(s, at);
    if (s->is_chinese)
        mark_cjk(s, p);
}

static bool is_letter_of_word(const char *p)
{
    gunichar ch = g_utf8_get_char(p);
    return g_unichar_isalpha(ch) || g_unichar_ismark(ch);
}

static void hyphenate_word(scanner *s, const par_leaf *leaf, uint32_t start, uint32_t end)
{
    const fo_style *style = leaf->node->style;
    bool points[256] = {false};
    mh_view word = {s->paragraph->text + start, end - start};
    if (word.len > sizeof points)
        return;
    fo_hyphen_limits limits = {style->hyphenation_remain, style->hyphenation_push};
    if (!fo_hyphenation_find(s->context->hyphenation, s->context->job, style->language, word,
                             limits, points))
        return;
    for (uint32_t i = 1; i < end - start; i++)
        if (points[i] && !(s->paragraph->flags[start + i] & PAR_KEEP))
            s->paragraph->flags[start + i] |= PAR_HYPHENATION;
}

static void hyphenate_leaf(scanner *s, const par_leaf *leaf)
{
    const fo_style *style = leaf->node->style;
    if (leaf->kind != PAR_TEXT || !style->hyphenate || !style->language)
        return;
    const char *text = s->paragraph->text;
    const char *end = text + leaf->end;
    for (const char *p = text + leaf->start; p < end;) {
        const char *start = p;
        while (p < end && is_letter_of_word(p))
            p = par_next(p);
        if (p > start)
            hyphenate_word(s, leaf, (uint32_t)(start - text), (uint32_t)(p - text));
        else
            p = par_next(p);
    }
}

void par_find_breaks(fo_context *context, fo_paragraph *paragraph)
{
    if (paragraph->length == 0)
        return;
    mh_arena *scratch = mh_arena_new();
    glong count = g_utf8_strlen(paragraph->text, paragraph->length);
    scanner s = {.context = context,
                 .paragraph = paragraph,
                 .attributes = MH_NEW(scratch, PangoLogAttr, (size_t)count + 1),
                 .word = paragraph->text};
    pango_default_break(paragraph->text, (int)paragraph->length, NULL, s.attributes,
                        (int)count + 1);
    const char *p = paragraph->text;
    size_t index = 0;
    for (guint i = 0; i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        s.language = context->options->test_fonts ? NULL : leaf->node->style->language;
        s.is_chinese = is_language(s.language, "zh");
        for (; p < paragraph->text + leaf->end; p = par_next(p))
            mark_character(&s, leaf, p, index++);
        hyphenate_leaf(&s, leaf);
    }
    bind_last_ideograph(&s);
    mh_arena_free(scratch);
}

void par_glue(const fo_paragraph *paragraph, uint32_t at, int32_t advance, int32_t *stretch,
              int32_t *shrink)
{
    uint16_t flags = paragraph->flags[at];
    *stretch = 0;
    *shrink = 0;
    if (flags & PAR_GLUE) {
        *stretch = advance / 2;
        *shrink = advance / 3;
    }
    if (flags & PAR_CJK_GAP)
        *stretch += advance / 12;
    if (flags & PAR_CJK_MARK)
        *shrink += advance / 3;
}
