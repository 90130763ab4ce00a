#include "json/json.h"

JsonObject *mh_json_parse(JsonParser *parser, mh_view text)
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

const char *mh_json_string(JsonObject *object, const char *name)
{
    JsonNode *node = value(object, name);
    return node ? json_node_get_string(node) : NULL;
}

static bool is_number(JsonNode *node)
{
    return node
           && (json_node_get_value_type(node) == G_TYPE_INT64
               || json_node_get_value_type(node) == G_TYPE_DOUBLE);
}

gint64 mh_json_integer(JsonObject *object, const char *name, gint64 otherwise)
{
    JsonNode *node = value(object, name);
    return is_number(node) ? json_node_get_int(node) : otherwise;
}

double mh_json_number(JsonObject *object, const char *name, double otherwise)
{
    JsonNode *node = value(object, name);
    return is_number(node) ? json_node_get_double(node) : otherwise;
}

JsonObject *mh_json_object(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;
    return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

JsonArray *mh_json_array(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;
    return node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

JsonObject *mh_json_element(JsonArray *array, guint index)
{
    JsonNode *node = json_array_get_element(array, index);
    return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}
