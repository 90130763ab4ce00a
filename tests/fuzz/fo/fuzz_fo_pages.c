/* Any XML as an FO document: it is formatted or refused, in finite time, and pages come in order
 * with balanced states. */

#include <stdlib.h>

#include "base/xml.h"
#include "fo/fo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What fontconfig keeps for the process is not ours. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libcairo\nleak:libpango\n";
}

enum { PAGES_MAX = 64 };

static mh_status take_page(void *user, const mh_page *page)
{
    uint32_t *count = user;
    int depth = 0;
    if (page->index != (*count)++)
        abort();
    for (size_t i = 0; i < page->mark_count; i++) {
        const mh_mark *mark = &page->marks[i];
        depth += mark->kind == MH_MARK_PUSH;
        depth -= mark->kind == MH_MARK_POP;
        if (depth < 0 || (mark->kind == MH_MARK_TEXT && (!mark->glyphs || !mark->text)))
            abort();
    }
    if (depth != 0)
        abort();
    /* A small document can ask for any number of pages. */
    return *count < PAGES_MAX ? MH_OK : MH_REJECTED;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static mh_fo_engine *engine;
    mh_job *job = mh_job_new("fuzz");
    xmlDoc *doc = NULL;
    if (!engine && mh_fo_engine_new(job, &engine) != MH_OK)
        abort();
    if (mh_xml_parse(job, (mh_view){(const char *)data, size}, &doc) == MH_OK) {
        const mh_fo_options options = {.test_fonts = true};
        uint32_t count = 0;
        const mh_page_sink sink = {.page = take_page, .user = &count};
        mh_pages pages;
        if (mh_fo_format(job, engine, doc, &options, &sink, &pages) == MH_OK
            && pages.page_count != count)
            abort();
    }
    mh_job_free(job);
    return 0;
}
