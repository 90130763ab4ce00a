#include "transform/messages.h"

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>

/* A stylesheet may complain for each node; past this it repeats itself. */
enum { TEXT_MAX_BYTES = 4000 };

static void G_GNUC_PRINTF(2, 3) catch_text(void *user, const char *format, ...)
{
    messages *caught = user;
    if (caught->text->len > TEXT_MAX_BYTES)
        return;
    va_list args;
    va_start(args, format);
    g_string_append_vprintf(caught->text, format, args);
    va_end(args);
}

/* libxml2 2.12 made the error const; a cast of the pointer serves both. */
static void catch_error(void *user, xmlError *error)
{
    messages *caught = user;
    if (!error->message)
        return;
    if (!caught->file && error->file) {
        caught->file = g_strdup(error->file);
        caught->line = error->line;
    }
    catch_text(caught, "%s", error->message);
}

void messages_catch(messages *caught)
{
    caught->text = g_string_new(NULL);
    xsltSetGenericErrorFunc(caught, catch_text);
    xmlSetGenericErrorFunc(caught, catch_text);
    xmlSetStructuredErrorFunc(caught, (xmlStructuredErrorFunc)catch_error);
}

void messages_catch_transform(messages *caught, xsltTransformContext *context)
{
    xsltSetTransformErrorFunc(context, caught, catch_text);
}

void messages_release(messages *caught)
{
    xsltSetGenericErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xmlSetStructuredErrorFunc(NULL, NULL);
    g_strdelimit(caught->text->str, "\n\r\t", ' ');
    g_strchomp(caught->text->str);
    caught->text->len = strlen(caught->text->str);
}

void messages_clear(messages *caught)
{
    g_string_free(caught->text, TRUE);
    g_free(caught->file);
    *caught = (messages){0};
}
