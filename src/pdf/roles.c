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

static bool is_roman(const char *text)
{
    return strspn(text, "ivx") == strlen(text) && (text[0] == 'i' || text[1] != '\0');
}

const char *pdf_list_numbering(const char *label)
{
    char mark[8] = "";
    size_t length = 0;
    bool has_more = false;
    for (const char *p = label; *p && !has_more; p++) {
        has_more = length + 1 == sizeof(mark);
        if (g_ascii_isalnum(*p) && !has_more)
            mark[length++] = *p;
        else if ((unsigned char)*p >= 0x80)
            return g_utf8_get_char(p) == 0x2022 ? "Disc" : "None";
    }
    char lower[sizeof(mark)];
    for (size_t i = 0; i <= length; i++)
        lower[i] = g_ascii_tolower(mark[i]);
    bool is_upper = g_ascii_isupper(mark[0]);
    if (length == 0 || has_more)
        return "None";
    if (strspn(mark, "0123456789") == length)
        return "Decimal";
    if (is_roman(lower))
        return is_upper ? "UpperRoman" : "LowerRoman";
    if (length == 1)
        return is_upper ? "UpperAlpha" : "LowerAlpha";
    return "None";
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
