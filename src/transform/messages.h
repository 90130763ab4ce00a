#ifndef MH_TRANSFORM_MESSAGES_H
#define MH_TRANSFORM_MESSAGES_H

/*
 * What libxml2 and libxslt say while they work, caught instead of printed. Both keep their error
 * handler in process-wide variables: catch, work, release. Private to transform.
 */

#include <glib.h>
#include <libxslt/xsltInternals.h>

/** Text caught so far, and the place of the first error in a file. */
typedef struct messages {
    GString *text;
    char *file;
    int line;
} messages;

/** Begins to catch; @p caught must be zeroed. */
void messages_catch(messages *caught);

/** Has the transformation @p context report here as well. */
void messages_catch_transform(messages *caught, xsltTransformContext *context);

/** Stops catching; the text, with line ends made spaces, stays until messages_clear(). */
void messages_release(messages *caught);

void messages_clear(messages *caught);

#endif
