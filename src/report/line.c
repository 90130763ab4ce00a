#include "report/line.h"

enum { SHARDS_MAX = 1000000 };

/* ------------------------------------------------------------------ heads */

/* It is printed again: nothing but a digest may be in it. */
static bool is_digest(const char *text)
{
    for (const char *p = text; p && *p; p++)
        if (!g_ascii_isalnum(*p))
            return false;
    return text && *text;
}

bool report_head_parse(JsonParser *parser, mh_view text, report_head *out)
{
    JsonObject *object = mh_json_parse(parser, text);
    if (g_strcmp0(mh_json_string(object, "report"), "masthead") != 0
        || !is_digest(mh_json_string(object, "options_sha256")))
        return false;
    gint64 shard = mh_json_integer(object, "shard", 0);
    gint64 shard_count = mh_json_integer(object, "shards", 0);
    bool is_shard = shard > 0 && shard <= shard_count && shard_count <= SHARDS_MAX;
    *out = (report_head){
        .options_sha256 = mh_json_string(object, "options_sha256"),
        .version = mh_json_string(object, "version"),
        .shard = is_shard ? (guint)shard : 0,
        .shard_count = is_shard ? (guint)shard_count : 0,
        .records = mh_json_integer(object, "records", -1),
    };
    return true;
}

/* ------------------------------------------------------------------ records */

const char *report_line_record(JsonParser *parser, mh_view text)
{
    JsonObject *object = mh_json_parse(parser, text);
    return mh_json_string(object, "status") ? mh_json_string(object, "record") : NULL;
}

static void read_products(mh_arena *arena, JsonObject *record, report_line *out)
{
    JsonObject *outputs = mh_json_object(record, "outputs");
    if (!outputs)
        return;
    report_product *products = MH_NEW(arena, report_product, json_object_get_size(outputs));
    JsonObjectIter iter;
    const char *format = NULL;
    JsonNode *node = NULL;
    json_object_iter_init_ordered(&iter, outputs);
    while (json_object_iter_next_ordered(&iter, &format, &node)) {
        JsonObject *output = JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
        const char *path = mh_json_string(output, "path");
        if (path)
            products[out->product_count++] = (report_product){
                .format = format, .path = path, .bytes = mh_json_integer(output, "bytes", 0)};
    }
    out->products = products;
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void read_messages(mh_arena *arena, JsonObject *record, report_line *out)
{
    JsonArray *array = mh_json_array(record, "diagnostics");
    guint count = array ? json_array_get_length(array) : 0;
    report_message *messages = MH_NEW(arena, report_message, count);
    for (guint i = 0; i < count; i++) {
        JsonObject *message = mh_json_element(array, i);
        messages[i] = (report_message){
            .severity = or_empty(mh_json_string(message, "severity")),
            .code = or_empty(mh_json_string(message, "code")),
            .file = mh_json_string(message, "file"),
            .line = mh_json_integer(message, "line", 0),
            .column = mh_json_integer(message, "column", 0),
            .text = or_empty(mh_json_string(message, "message")),
        };
    }
    out->messages = messages;
    out->message_count = count;
}

/* "skipped" tells what a run did, not what became of the record. */
static const char *state_of(const report_line *line, const char *status)
{
    if (strcmp(status, "skipped") != 0)
        return status;
    for (size_t i = 0; i < line->message_count; i++)
        if (strcmp(line->messages[i].severity, "warning") == 0)
            return "warning";
    return "ok";
}

bool report_line_parse(mh_arena *arena, JsonParser *parser, mh_view text, report_line *out)
{
    JsonObject *object = mh_json_parse(parser, text);
    const char *record = mh_json_string(object, "record");
    const char *status = mh_json_string(object, "status");
    if (!record || !status)
        return false;
    *out = (report_line){
        .record = record,
        .is_skipped = strcmp(status, "skipped") == 0,
        .kind = mh_json_string(object, "kind"),
        .symbol = mh_json_string(object, "symbol"),
        .languages = mh_json_string(object, "languages"),
        .date = mh_json_string(object, "date"),
        .pages = mh_json_integer(object, "pages", 0),
        .fidelity = mh_json_number(object, "fidelity", 0),
        .seconds = mh_json_number(object, "seconds", 0),
    };
    read_products(arena, object, out);
    read_messages(arena, object, out);
    out->status = state_of(out, status);
    return true;
}
