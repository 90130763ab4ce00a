#include "text/arabic.h"

#include "text/scan.h"

enum {
    ALEF = 0x627,
    ALEF_MADDA = 0x622,
    ALEF_HAMZA = 0x623,
    ALEF_HAMZA_BELOW = 0x625,
    LAM = 0x644
};

/* Fewer of a kind are slips of the pen. */
#define SLIPS_MAX 2

static bool is_letter(gunichar c)
{
    return c >= 0x620 && c <= 0x64A;
}

static bool is_alef(gunichar c)
{
    return c == ALEF || c == ALEF_MADDA || c == ALEF_HAMZA || c == ALEF_HAMZA_BELOW;
}

/* Glyphs of letters; ornamental brackets and the ligatures of whole phrases, which are printed as
 * such, are not meant. */
static bool is_form(gunichar c)
{
    return (c >= 0xFB50 && c <= 0xFD3D) || (c >= 0xFE70 && c <= 0xFEFC);
}

/* What ends a sentence or an aside cannot begin a line. */
static bool closes(gunichar c)
{
    return c == '.' || c == ')' || c == ':' || c == 0x60C || c == 0x61B;
}

static void look_at(mh_view text, txt_arabic_damage *damage)
{
    gunichar before[2] = {0, 0};
    size_t letters = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = txt_next(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_swapped = c == LAM && is_alef(before[1]) && before[0] == ALEF;
        damage->swapped += is_swapped;
        damage->forms += is_form(c);
        letters += is_letter(c);
        before[0] = before[1];
        before[1] = c;
    }
    bool is_prose = letters > text.len / 4; /* two bytes a letter: half of the line */
    damage->reversed += is_prose && closes(txt_first(text)) && !closes(txt_last(text));
}

/* Letters of Arabic begin with the bytes D8 to DB, their forms with EF. */
static bool may_be_arabic(mh_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if ((byte >= 0xD8 && byte <= 0xDB) || byte == 0xEF)
            return true;
    }
    return false;
}

txt_arabic_damage txt_find_arabic_damage(const txt_lines *lines)
{
    txt_arabic_damage damage = {0};
    for (size_t i = 0; i < lines->count; i++) {
        mh_view text = lines->items[i].text;
        if (lines->items[i].furniture == MH_FURNITURE_NONE && may_be_arabic(text))
            look_at(txt_trim(text), &damage);
    }
    return damage;
}

static void add_count(GString *out, size_t count, const char *what)
{
    if (count > SLIPS_MAX)
        g_string_append_printf(out, "%s%zu %s", out->len > 0 ? ", " : "", count, what);
}

void txt_report_arabic_damage(mh_job *job, const txt_lines *lines)
{
    txt_arabic_damage damage = txt_find_arabic_damage(lines);
    GString *found = mh_arena_string(mh_job_arena(job));
    add_count(found, damage.swapped, "words with lam and alef swapped");
    add_count(found, damage.forms, "glyphs instead of letters");
    add_count(found, damage.reversed, "lines in reversed order");
    if (found->len > 0)
        (void)mh_report(job, MH_TXT_ARABIC, 0, 0, "%s", found->str);
}
