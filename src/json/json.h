#ifndef MH_JSON_JSON_H
#define MH_JSON_JSON_H

/*
 * Lines of JSON read back. What is not there, or of another type than asked for, is NULL or the
 * value given: a report may come from another version, or be torn. Everything is borrowed from the
 * parser until it gets its next line.
 */

#include <json-glib/json-glib.h>

#include "base/view.h"

/** The object that @p text is, or NULL. */
JsonObject *mh_json_parse(JsonParser *parser, mh_view text);

/* Members; @p object may be NULL. */
const char *mh_json_string(JsonObject *object, const char *name);
gint64 mh_json_integer(JsonObject *object, const char *name, gint64 otherwise);
double mh_json_number(JsonObject *object, const char *name, double otherwise);
JsonObject *mh_json_object(JsonObject *object, const char *name);
JsonArray *mh_json_array(JsonObject *object, const char *name);

/** Element @p index as an object, or NULL. */
JsonObject *mh_json_element(JsonArray *array, guint index);

#endif
