/*
 * Formats one FO document with the test fonts and checks the pages: run FILE.fo
 *
 * The checks stand in fo:declarations, namespace urn:masthead:layout-test:1:
 *   <t:check test="XPath on the page dump" is="value"/>   the value as a string, numbers to 0.05
 *   <t:check test="XPath"/>                               must be true
 * Of every document it is checked besides that no text lies outside its page and that no character
 * of the flows is lost or set twice.
 */

#include <libxml/xpath.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/xml.h"
#include "fo/fo.h"

#define NS_FO "http://www.w3.org/1999/XSL/Format"
#define NS_TEST "urn:masthead:layout-test:1"

/* Text may overhang its advance width a little. */
static const double OVERHANG = 1.0;

typedef struct harness {
    mh_job *job;
    xmlDoc *dump;
    xmlXPathContext *xpath;
    int failures;
} harness;

static void fail(harness *h, long line, const char *what, const char *detail)
{
    (void)fprintf(stderr, "%s:%ld: %s: %s\n", mh_job_source_name(h->job), line, what, detail);
    h->failures++;
}

static xmlChar *evaluate(harness *h, const char *expression, bool as_boolean)
{
    xmlXPathObject *result = xmlXPathEvalExpression(MH_XML(expression), h->xpath);
    if (!result)
        return NULL;
    if (as_boolean) {
        const int truth = xmlXPathCastToBoolean(result);
        xmlXPathFreeObject(result);
        return xmlStrdup(MH_XML(truth ? "true" : "false"));
    }
    xmlChar *text = xmlXPathCastToString(result);
    xmlXPathFreeObject(result);
    return text;
}

static bool is_same(const char *got, const char *wanted)
{
    char *got_end = NULL, *wanted_end = NULL;
    const double a = g_ascii_strtod(got, &got_end), b = g_ascii_strtod(wanted, &wanted_end);
    const bool are_numbers = got_end > got && !*got_end && wanted_end > wanted && !*wanted_end;
    return are_numbers ? fabs(a - b) <= 0.05 : strcmp(got, wanted) == 0;
}

static void run_check(harness *h, const xmlNode *node)
{
    const char *test = mh_xml_attribute(node, "test");
    const char *wanted = mh_xml_attribute(node, "is");
    xmlChar *got = test ? evaluate(h, test, !wanted) : NULL;
    if (!got) {
        fail(h, xmlGetLineNo(node), "not an XPath expression", test ? test : "(no test)");
        return;
    }
    if (!is_same((const char *)got, wanted ? wanted : "true")) {
        char *detail =
            g_strdup_printf("%s is %s, not %s", test, (const char *)got, wanted ? wanted : "true");
        fail(h, xmlGetLineNo(node), "check failed", detail);
        g_free(detail);
    }
    xmlFree(got);
}

static size_t run_checks(harness *h, const xmlNode *parent)
{
    size_t count = 0;
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (mh_xml_is(node, NS_TEST, "check")) {
            run_check(h, node);
            count++;
        } else if (node->type == XML_ELEMENT_NODE) {
            count += run_checks(h, node);
        }
    }
    return count;
}

static bool is_dump(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static double number(const xmlNode *node, const char *name)
{
    const char *value = mh_xml_attribute(node, name);
    return value ? g_ascii_strtod(value, NULL) : 0;
}

/* Text that is not turned must lie on its page. */
static void check_inside(harness *h, const xmlNode *page)
{
    const double width = number(page, "width"), height = number(page, "height");
    int depth = 0;
    for (const xmlNode *mark = page->children; mark; mark = mark->next) {
        depth += is_dump(mark, "push");
        depth -= is_dump(mark, "pop");
        if (depth > 0 || !is_dump(mark, "text"))
            continue;
        const double x = number(mark, "x"), y = number(mark, "y");
        const double end = x + number(mark, "width");
        if (x < -OVERHANG || end > width + OVERHANG || y < 0 || y > height)
            fail(h, 0, "text outside its page", mh_xml_attribute(page, "label"));
    }
    if (depth != 0)
        fail(h, 0, "push without pop on page", mh_xml_attribute(page, "label"));
}

static void check_pages(harness *h)
{
    double last = -1;
    const xmlNode *root = xmlDocGetRootElement(h->dump);
    for (const xmlNode *page = root->children; page; page = page->next) {
        if (!is_dump(page, "page"))
            continue;
        if (number(page, "index") != last + 1)
            fail(h, 0, "page out of order", mh_xml_attribute(page, "label"));
        last = number(page, "index");
        check_inside(h, page);
    }
}

/* Counts the characters of @p text that are no white space, by their bytes. */
static void count_bytes(size_t counts[256], const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text > ' ')
            counts[(unsigned char)*text]++;
}

/* True for objects whose text is not in the document. */
static bool makes_text(const xmlNode *node)
{
    static const char *const names[] = {"page-number", "page-number-citation",
                                        "page-number-citation-last", "character"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (mh_xml_is(node, NS_FO, names[i]))
            return true;
    return false;
}

/* Text of the flows; false when page numbers stand in it, which are not in the document. */
static bool count_flow(const xmlNode *node, bool in_flow, size_t counts[256])
{
    for (; node; node = node->next) {
        if (in_flow && node->type == XML_TEXT_NODE)
            count_bytes(counts, (const char *)node->content);
        if (node->type != XML_ELEMENT_NODE || mh_xml_is(node, NS_FO, "marker"))
            continue;
        if (in_flow && makes_text(node))
            return false;
        if (!count_flow(node->children, in_flow || mh_xml_is(node, NS_FO, "flow"), counts))
            return false;
    }
    return true;
}

/* Text of the flows on the pages, as a reader gets it: a line-end hyphen is none. */
static void count_mark(const xmlNode *mark, size_t counts[256])
{
    if (!is_dump(mark, "text") || mh_xml_attribute(mark, "artifact"))
        return;
    const char *actual = mh_xml_attribute(mark, "actual");
    if (actual)
        count_bytes(counts, actual);
    else if (mark->children)
        count_bytes(counts, (const char *)mark->children->content);
}

static void check_nothing_lost(harness *h, const xmlNode *document)
{
    size_t in_document[256] = {0}, on_pages[256] = {0};
    if (!count_flow(document, false, in_document))
        return;
    for (const xmlNode *page = xmlDocGetRootElement(h->dump)->children; page; page = page->next)
        for (const xmlNode *mark = page->children; mark; mark = mark->next)
            count_mark(mark, on_pages);
    for (int byte = 0; byte < 256; byte++) {
        if (in_document[byte] == on_pages[byte])
            continue;
        char *detail =
            g_strdup_printf("byte %02x is %zu times in the flows, %zu times on the pages",
                            (unsigned)byte, in_document[byte], on_pages[byte]);
        fail(h, 0, in_document[byte] > on_pages[byte] ? "lost text" : "text set twice", detail);
        g_free(detail);
    }
}

static mh_status format(harness *h, xmlDoc *doc, const char *path)
{
    mh_fo_engine *engine = NULL;
    mh_status status = mh_fo_engine_new(h->job, &engine);
    if (status != MH_OK)
        return status;
    mh_arena_defer(mh_job_arena(h->job), (GDestroyNotify)mh_fo_engine_free, engine);
    char *folder = g_path_get_dirname(path);
    mh_arena_defer(mh_job_arena(h->job), g_free, folder);
    const mh_fo_options options = {.base_path = folder, .test_fonts = true};
    GString *out = mh_arena_string(mh_job_arena(h->job));
    mh_page_dump *dump = mh_page_dump_new(h->job, out);
    const mh_page_sink sink = mh_page_dump_sink(dump);
    mh_pages pages;
    status = mh_fo_format(h->job, engine, doc, &options, &sink, &pages);
    if (status != MH_OK)
        return status;
    mh_page_dump_end(dump, &pages);
    return mh_xml_parse(h->job, (mh_view){out->str, out->len}, &h->dump);
}

static int run(harness *h, const char *path)
{
    mh_view bytes;
    xmlDoc *doc = NULL;
    if (mh_file_read(h->job, path, &bytes) != MH_OK || mh_xml_parse(h->job, bytes, &doc) != MH_OK
        || format(h, doc, path) != MH_OK) {
        fail(h, 0, "cannot be formatted", path);
        return h->failures;
    }
    h->xpath = xmlXPathNewContext(h->dump);
    if (run_checks(h, xmlDocGetRootElement(doc)) == 0)
        fail(h, 0, "has no checks", path);
    check_pages(h);
    check_nothing_lost(h, xmlDocGetRootElement(doc));
    xmlXPathFreeContext(h->xpath);
    return h->failures;
}

/* LeakSanitizer: what fontconfig keeps for the process is not ours; Pango may still be listing
 * fonts in a thread of its own, so it cannot be told to let go. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

__attribute__((visibility("default"))) const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "fast_unwind_on_malloc=0";
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        (void)fputs("usage: run FILE.fo\n", stderr);
        return 2;
    }
    harness h = {.job = mh_job_new(argv[1])};
    const int failures = run(&h, argv[1]);
    for (size_t i = 0; i < mh_job_diag_count(h.job) && failures > 0; i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(h.job, mh_job_diag(h.job, i)));
    mh_job_free(h.job);
    return failures > 0;
}
