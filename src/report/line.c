#include "report/line.h"

enum { SHARDS_MAX = 1000000 };

/* ------------------------------------------------------------------ JSON */

static JsonObject *parse(JsonParser *parser, mh_view text)
{
    if (text.len == 0 || !json_parser_load_from_data(parser, text.ptr, (gssize)text.len, NULL))
        return NULL;
    JsonNode *root = json_parser_get_root(parser);
    return root && JSON_NODE_HOLDS_OBJECT(root) ? json_node_get_object(root) : NULL;
}

static JsonNode *value(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;
    return node && JSON_NODE_HOLDS_VALUE(node) ? node : NULL;
}

static const char *string(JsonObject *object, const char *name)
{
    JsonNode *node = value(object, name);
    return node ? json_node_get_string(node) : NULL;
}

static gint64 integer(JsonObject *object, const char *name, gint64 otherwise)
{
    JsonNode *node = value(object, name);
    return node ? json_node_get_int(node) : otherwise;
}

static double number(JsonObject *object, const char *name)
{
    JsonNode *node = value(object, name);
    return node ? json_node_get_double(node) : 0;
}

static JsonObject *object_of(JsonNode *node)
{
    return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

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
    JsonObject *object = parse(parser, text);
    if (g_strcmp0(string(object, "report"), "masthead") != 0
        || !is_digest(string(object, "options_sha256")))
        return false;
    gint64 shard = integer(object, "shard", 0);
    gint64 shard_count = integer(object, "shards", 0);
    bool is_shard = shard > 0 && shard <= shard_count && shard_count <= SHARDS_MAX;
    *out = (report_head){
        .options_sha256 = string(object, "options_sha256"),
        .version = string(object, "version"),
        .shard = is_shard ? (guint)shard : 0,
        .shard_count = is_shard ? (guint)shard_count : 0,
        .records = integer(object, "records", -1),
    };
    return true;
}

/* ------------------------------------------------------------------ records */

const char *report_line_record(JsonParser *parser, mh_view text)
{
    JsonObject *object = parse(parser, text);
    return string(object, "status") ? string(object, "record") : NULL;
}

static void read_products(mh_arena *arena, JsonObject *record, report_line *out)
{
    JsonObject *outputs = object_of(json_object_get_member(record, "outputs"));
    if (!outputs)
        return;
    report_product *products = MH_NEW(arena, report_product, json_object_get_size(outputs));
    JsonObjectIter iter;
    const char *format = NULL;
    JsonNode *node = NULL;
    json_object_iter_init_ordered(&iter, outputs);
    while (json_object_iter_next_ordered(&iter, &format, &node)) {
        JsonObject *output = object_of(node);
        const char *path = string(output, "path");
        if (path)
            products[out->product_count++] = (report_product){
                .format = format, .path = path, .bytes = integer(output, "bytes", 0)};
    }
    out->products = products;
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void read_messages(mh_arena *arena, JsonObject *record, report_line *out)
{
    JsonNode *node = json_object_get_member(record, "diagnostics");
    JsonArray *array = node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
    guint count = array ? json_array_get_length(array) : 0;
    report_message *messages = MH_NEW(arena, report_message, count);
    for (guint i = 0; i < count; i++) {
        JsonObject *message = object_of(json_array_get_element(array, i));
        messages[i] = (report_message){
            .severity = or_empty(string(message, "severity")),
            .code = or_empty(string(message, "code")),
            .file = string(message, "file"),
            .line = integer(message, "line", 0),
            .column = integer(message, "column", 0),
            .text = or_empty(string(message, "message")),
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
    JsonObject *object = parse(parser, text);
    const char *record = string(object, "record");
    const char *status = string(object, "status");
    if (!record || !status)
        return false;
    *out = (report_line){
        .record = record,
        .is_skipped = strcmp(status, "skipped") == 0,
        .kind = string(object, "kind"),
        .symbol = string(object, "symbol"),
        .languages = string(object, "languages"),
        .date = string(object, "date"),
        .pages = integer(object, "pages", 0),
        .fidelity = number(object, "fidelity"),
        .seconds = number(object, "seconds"),
    };
    read_products(arena, object, out);
    read_messages(arena, object, out);
    out->status = state_of(out, status);
    return true;
}
