#include "text/text.h"

#include "base/digest.h"
#include "text/arabic.h"
#include "text/columns.h"
#include "text/decode.h"
#include "text/furniture.h"
#include "text/reflow.h"

/* First and, where a line was cut at a gutter, second place of each line by its number. */
static const uint32_t *places_of(mh_job *job, const txt_lines *lines, uint32_t *last)
{
    uint32_t most = 0;
    for (size_t i = 0; i < lines->count; i++)
        most = MAX(most, lines->items[i].number);
    uint32_t *places = MH_NEW(mh_job_arena(job), uint32_t, 2 * ((size_t)most + 1));
    for (size_t i = 0; i < lines->count; i++) {
        uint32_t *place = &places[2 * (size_t)lines->items[i].number];
        place[place[0] ? 1 : 0] = (uint32_t)i + 1;
    }
    *last = most;
    return places;
}

size_t mh_text_line_at(const mh_text *text, uint32_t number, unsigned nth)
{
    if (!text->places)
        return nth == 0 && number > 0 && number <= text->line_count ? number - 1 : text->line_count;
    if (number > text->last_number || nth > 1)
        return text->line_count;
    uint32_t place = text->places[2 * (size_t)number + nth];
    return place > 0 ? place - 1 : text->line_count;
}

mh_status mh_text_read(mh_job *job, mh_view bytes, const mh_text_options *options, mh_text *out)
{
    mh_text text = {.name = mh_job_source_name(job), .bytes = bytes};
    mh_status status =
        txt_decode(job, bytes, options ? options->encoding : NULL, &text.source, &text.encoding);
    if (status != MH_OK)
        return status;
    txt_lines lines;
    status = txt_split(job, text.source, &lines);
    if (status != MH_OK)
        return status;

    txt_order_columns(job, &lines);
    text.sha256 =
        options && options->sha256 ? options->sha256 : mh_digest_sha256(mh_job_arena(job), bytes);
    txt_pages pages = txt_mark_furniture(job, lines);
    txt_report_arabic_damage(job, &pages.lines);
    text.job_number = pages.job_number;
    text.running_symbol = pages.running_symbol;
    txt_reflow(job, &pages, &text);
    text.lines = pages.lines.items;
    text.line_count = pages.lines.count;
    text.places = places_of(job, &pages.lines, &text.last_number);
    *out = text;
    return MH_OK;
}
