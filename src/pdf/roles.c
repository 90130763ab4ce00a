#include "pdf/roles.h"

#include <stdlib.h>

static int compare_text(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

bool pdf_role_is_standard(const char *role)
{
    static const char *const standard[] = {
        "Annot",    "Art",    "BibEntry", "BlockQuote", "Caption", "Code",      "Div",
        "Document", "Figure", "Form",     "Formula",    "H",       "H1",        "H2",
        "H3",       "H4",     "H5",       "H6",         "Index",   "L",         "LBody",
        "LI",       "Lbl",    "Link",     "NonStruct",  "Note",    "P",         "Part",
        "Private",  "Quote",  "RB",       "RP",         "RT",      "Reference", "Ruby",
        "Sect",     "Span",   "TBody",    "TD",         "TFoot",   "TH",        "THead",
        "TOC",      "TOCI",   "TR",       "Table",      "WP",      "WT",        "Warichu",
    };
    return bsearch(role, standard, G_N_ELEMENTS(standard), sizeof(standard[0]), compare_text);
}

bool pdf_role_is_table_part(const char *role)
{
    static const char *const parts[] = {"TBody", "TD", "TFoot", "TH", "THead", "TR"};
    return bsearch(role, parts, G_N_ELEMENTS(parts), sizeof(parts[0]), compare_text);
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
