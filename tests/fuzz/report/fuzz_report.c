/* Any bytes as lines of a report: each is a head, a record's line, or passed over. */

#include <stdint.h>

#include "report/tally.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_line(mh_arena *arena, JsonParser *parser, tally *counts, mh_view text)
{
    report_head head;
    report_line line;
    if (report_head_parse(parser, text, &head) && head.shard > head.shard_count)
        g_error("shard %u of %u", head.shard, head.shard_count);
    if (report_line_parse(arena, parser, text, &line))
        tally_add(counts, &line, counts->all.records + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_arena *arena = mh_arena_new();
    JsonParser *parser = json_parser_new_immutable();
    tally *counts = tally_new(arena);
    const mh_view text = {.ptr = (const char *)data, .len = size};
    for (size_t start = 0; start < text.len;) {
        size_t end = MIN(mh_view_find(text, MH_VIEW("\n"), start), text.len);
        read_line(arena, parser, counts, mh_view_slice(text, start, end));
        start = end + 1;
    }
    if (tally_codes(counts)->len > counts->messages)
        g_error("more codes than messages");
    g_object_unref(parser);
    mh_arena_free(arena);
    return 0;
}
