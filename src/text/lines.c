#include "text/lines.h"

#include "text/scan.h"

#define TAB_COLUMNS 8

/* Bytes that can begin a line end; the multi-byte ones need a second look. */
static const bool may_end[256] = {
    ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true, [0xC2] = true, [0xE2] = true,
};

/* Length of the line end at @p p, 0 when there is none. CR LF is one. */
static size_t line_end_length(const char *p, const char *end)
{
    if (p == end)
        return 0;
    const unsigned char *u = (const unsigned char *)p;
    switch (u[0]) {
    case '\n':
    case '\v':
    case '\f':
        return 1;
    case '\r':
        return p + 1 < end && p[1] == '\n' ? 2 : 1;
    case 0xC2: /* NEL */
        return u[1] == 0x85 ? 2 : 0;
    case 0xE2: /* LINE and PARAGRAPH SEPARATOR */
        return u[1] == 0x80 && (u[2] == 0xA8 || u[2] == 0xA9) ? 3 : 0;
    default:
        return 0;
    }
}

static const char *find_line_end(const char *p, const char *end)
{
    while (p < end && (!may_end[(unsigned char)*p] || line_end_length(p, end) == 0))
        p++;
    return p;
}

static uint32_t leading_columns(mh_view text)
{
    uint32_t columns = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ')
            columns++;
        else if (text.ptr[i] == '\t')
            columns += TAB_COLUMNS - columns % TAB_COLUMNS;
        else
            break;
    }
    return columns;
}

mh_status txt_split(mh_job *job, mh_view source, txt_lines *out)
{
    GArray *items = mh_arena_array(mh_job_arena(job), sizeof(mh_line));
    const char *end = source.ptr + source.len;
    uint32_t page = 1;
    uint32_t number = 1;
    bool has_text = false;

    for (const char *p = source.ptr; p < end;) {
        const char *stop = find_line_end(p, end);
        mh_line line = {
            .text = {.ptr = p, .len = (size_t)(stop - p)},
            .offset = (size_t)(p - source.ptr),
            .number = number,
            .page = page,
        };
        if (line.text.len > TXT_LINE_MAX_BYTES)
            return mh_report(job, MH_TXT_LINE_LONG, number, 0, NULL);
        if (items->len == TXT_LINE_MAX_COUNT)
            return mh_report(job, MH_TXT_LINES_MANY, number, 0, NULL);
        /* A form feed that opens a line ends the page above, not an empty line of it. */
        bool is_feed = stop < end && *stop == '\f';
        page += is_feed;
        if (is_feed && line.text.len == 0) {
            p = stop + 1;
            continue;
        }
        line.indent = leading_columns(line.text);
        line.is_blank = txt_is_blank(line.text);
        has_text = has_text || !line.is_blank;
        g_array_append_val(items, line);
        /* Editors know neither form feed nor vertical tab as a line's end. */
        number += stop < end && *stop != '\f' && *stop != '\v';
        p = stop + line_end_length(stop, end);
    }
    if (!has_text)
        return mh_report(job, MH_TXT_BLANK, 0, 0, NULL);
    *out = (txt_lines){.items = (mh_line *)(void *)items->data, .count = items->len};
    return MH_OK;
}
