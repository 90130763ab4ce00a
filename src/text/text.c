#include "text/text.h"

#include "base/digest.h"
#include "text/decode.h"
#include "text/furniture.h"
#include "text/reflow.h"

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

    text.sha256 = mh_digest_sha256(mh_job_arena(job), bytes);
    txt_pages pages = txt_mark_furniture(job, lines);
    text.job_number = pages.job_number;
    text.running_symbol = pages.running_symbol;
    txt_reflow(job, &pages, &text);
    text.lines = pages.lines.items;
    text.line_count = pages.lines.count;
    *out = text;
    return MH_OK;
}
