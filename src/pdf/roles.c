#include "pdf/roles.h"

#include <stdlib.h>

static int compare_text(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

bool pdf_role_is_table_part(const char *role)
{
    static const char *const parts[] = {"TBody", "TD", "TFoot", "TH", "THead", "TR"};
    return bsearch(role, parts, G_N_ELEMENTS(parts), sizeof(parts[0]), compare_text);
}

/* What a role may hold, and what may hold it; nothing said is no limit. */
typedef struct nesting {
    const char *role;
    const char *kids[5];
    const char *parents[4];
} nesting;

static const nesting nestings[] = {
    {"Table", {"Caption", "TBody", "TFoot", "THead", "TR"}, {NULL}},
    {"THead", {"TR"}, {"Table"}},
    {"TBody", {"TR"}, {"Table"}},
    {"TFoot", {"TR"}, {"Table"}},
    {"TR", {"TD", "TH"}, {"TBody", "TFoot", "THead", "Table"}},
    {"TD", {NULL}, {"TR"}},
    {"TH", {NULL}, {"TR"}},
    {"L", {"Caption", "L", "LI"}, {NULL}},
    {"LI", {"LBody", "Lbl"}, {"L"}},
    {"LBody", {NULL}, {"LI"}},
    {"TOC", {"Caption", "TOC", "TOCI"}, {NULL}},
    {"TOCI", {NULL}, {"TOC"}},
};

static const nesting *find_nesting(const char *role)
{
    for (size_t i = 0; i < G_N_ELEMENTS(nestings); i++)
        if (strcmp(nestings[i].role, role) == 0)
            return &nestings[i];
    return NULL;
}

static bool allows(const char *const *roles, size_t count, const char *role)
{
    for (size_t i = 0; i < count && roles[i]; i++)
        if (strcmp(roles[i], role) == 0)
            return true;
    return !roles[0];
}

bool pdf_role_is_nested(const char *role)
{
    return find_nesting(role);
}

bool pdf_role_may_hold(const char *parent, const char *kid)
{
    const nesting *outer = find_nesting(parent);
    const nesting *inner = find_nesting(kid);
    return (!outer || allows(outer->kids, G_N_ELEMENTS(outer->kids), kid))
           && (!inner || allows(inner->parents, G_N_ELEMENTS(inner->parents), parent));
}

unsigned pdf_role_heading_level(const char *role)
{
    bool is_heading = role[0] == 'H' && role[1] >= '1' && role[1] <= '6' && role[2] == '\0';
    return is_heading ? (unsigned)(role[1] - '0') : 0;
}

/* Roman numbers of lists are short; a letter that is one too is taken for i alone. */
static bool is_roman(const char *mark)
{
    return strspn(mark, "ivx") == strlen(mark) && (mark[0] == 'i' || mark[1] != '\0');
}

/* Letters and digits of @p label; false when there are too many for a number. */
static bool read_mark(const char *label, char mark[8])
{
    size_t length = 0;
    for (const char *p = label; *p; p++) {
        if (!g_ascii_isalnum(*p))
            continue;
        if (length == 7)
            return false;
        mark[length++] = *p;
    }
    mark[length] = '\0';
    return length > 0;
}

const char *pdf_list_numbering(const char *label)
{
    char mark[8];
    if (strstr(label, "\xE2\x80\xA2")) /* U+2022 bullet */
        return "Disc";
    if (!read_mark(label, mark))
        return "None";
    if (strspn(mark, "0123456789") == strlen(mark))
        return "Decimal";
    bool is_upper = g_ascii_isupper(mark[0]);
    for (char *p = mark; *p; p++)
        *p = g_ascii_tolower(*p);
    if (is_roman(mark))
        return is_upper ? "UpperRoman" : "LowerRoman";
    if (mark[1] != '\0')
        return "None";
    return is_upper ? "UpperAlpha" : "LowerAlpha";
}

const char *pdf_headings_next(pdf_headings *headings, unsigned level)
{
    static const char *const names[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    while (headings->depth > 0 && headings->open[headings->depth - 1] >= level)
        headings->depth--;
    /* what is open rises strictly, so six levels never overflow */
    headings->open[headings->depth] = (uint8_t)level;
    return names[headings->depth++];
}
