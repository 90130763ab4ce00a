#include "report/page.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include <math.h>

#include "base/file.h"
#include "report/line.h"
#include "report/link.h"
#include "report/tally.h"

#define PAGE_SHEET "report-to-html.xsl"
#define ROWS_SHEET "report/rows.xsl"
#define NAMESPACE "urn:masthead:report:1"
/* Where report-to-html.xsl wants the rows. */
#define ROWS_MARK MH_VIEW("<?masthead-rows")

/* Records whose rows are made at a time. */
enum { PORTION = 500 };

typedef struct writer {
    mh_job *job;
    mh_transform *transform;
    const mh_merge *merge;
    const char *base; /* absolute */
    const char *from; /* absolute folder of the page */
    tally *counts;
    int rows; /* file without a name that the rows go to, in portions */
} writer;

/* ------------------------------------------------------------------ XML */

static void set(xmlNode *node, const char *name, const char *value)
{
    if (value)
        (void)xmlNewProp(node, MH_XML(name), MH_XML(value));
}

static void set_count(xmlNode *node, const char *name, gint64 value)
{
    char text[32];
    (void)g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, value);
    set(node, name, text);
}

/* Digits as in the report; never in the user's locale. */
static void set_number(xmlNode *node, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    set(node, name, g_ascii_formatd(text, sizeof text, "%.6g", value));
}

static xmlNode *add(xmlNode *parent, const char *name)
{
    return xmlNewChild(parent, parent->ns, MH_XML(name), NULL);
}

/* XML cannot hold control characters, whatever a message quotes. */
static void add_text(xmlNode *node, const char *text)
{
    char *clean = g_strdup(text);
    for (char *p = clean; *p; p++)
        if ((guchar)*p < ' ' && *p != '\t' && *p != '\n')
            *p = ' ';
    xmlNodeAddContent(node, MH_XML(clean));
    g_free(clean);
}

static xmlDoc *new_document(mh_job *job, const char *root)
{
    xmlDoc *doc = mh_xml_own(job, xmlNewDoc(MH_XML("1.0")));
    xmlNode *element = xmlNewDocNode(doc, NULL, MH_XML(root), NULL);
    (void)xmlDocSetRootElement(doc, element);
    xmlSetNs(element, xmlNewNs(element, MH_XML(NAMESPACE), NULL));
    return doc;
}

static const char *link_to(const writer *w, mh_arena *arena, const char *path)
{
    if (!path)
        return NULL;
    char *real = g_canonicalize_filename(path, w->base);
    const char *link = report_link(arena, w->from, real);
    g_free(real);
    return link;
}

/* ------------------------------------------------------------------ rows */

static void add_messages(xmlNode *row, const report_line *line)
{
    for (size_t i = 0; i < line->message_count; i++) {
        const report_message *message = &line->messages[i];
        xmlNode *node = add(row, "message");
        set(node, "severity", message->severity);
        set(node, "code", message->code);
        set(node, "file", message->file);
        if (message->line > 0)
            set_count(node, "line", message->line);
        if (message->column > 0)
            set_count(node, "column", message->column);
        add_text(node, message->text);
    }
}

static void add_row(const writer *w, mh_job *job, xmlNode *rows, const report_line *line,
                    size_t row)
{
    xmlNode *node = add(rows, "record");
    set_count(node, "row", (gint64)row);
    set(node, "name", line->record);
    set(node, "status", line->status);
    set(node, "skipped", line->is_skipped ? "true" : NULL);
    set(node, "kind", line->kind);
    set(node, "symbol", line->symbol);
    set(node, "languages", line->languages);
    set(node, "date", line->date);
    set_count(node, "pages", line->pages);
    set_number(node, "fidelity", line->fidelity);
    set_number(node, "seconds", line->seconds);
    for (size_t i = 0; i < line->product_count; i++) {
        xmlNode *product = add(node, "product");
        set(product, "format", line->products[i].format);
        set(product, "href", link_to(w, mh_job_arena(job), line->products[i].path));
    }
    add_messages(node, line);
}

static mh_status append_rows(writer *w, mh_view text)
{
    for (size_t done = 0; done < text.len;) {
        ssize_t put = write(w->rows, text.ptr + done, text.len - done);
        if (put < 0 && errno != EINTR)
            return mh_report(w->job, MH_JOB_WRITE, 0, 0, "%s: %s", g_get_tmp_dir(),
                             g_strerror(errno));
        done += put > 0 ? (size_t)put : 0;
    }
    return MH_OK;
}

/* What a portion's own job has to say is the run's. */
static mh_status pass_on(writer *w, mh_job *portion, mh_status status)
{
    if (status == MH_OK)
        return MH_OK;
    const mh_diag *last = mh_job_diag(portion, mh_job_diag_count(portion) - 1);
    (void)mh_report_in(w->job, last->code, last->file ? last->file : ROWS_SHEET, last->line, "%s",
                       last->message);
    return status;
}

static mh_status write_portion(writer *w, mh_job *job, size_t first, size_t end)
{
    JsonParser *parser = json_parser_new_immutable();
    mh_arena_defer(mh_job_arena(job), g_object_unref, parser);
    xmlDoc *doc = new_document(job, "records");
    for (size_t i = first; i < end; i++) {
        report_line line;
        /* It was read once; a report that is written over meanwhile is the user's doing. */
        if (!report_line_parse(mh_job_arena(job), parser, mh_merge_line(w->merge, i), &line))
            continue;
        tally_add(w->counts, &line, i + 1);
        add_row(w, job, xmlDocGetRootElement(doc), &line, i + 1);
    }
    xmlDoc *result = NULL;
    mh_view text = {0};
    mh_status status = mh_transform_run(job, w->transform, ROWS_SHEET, doc, NULL, &result);
    if (status == MH_OK)
        status = mh_transform_serialize(job, w->transform, ROWS_SHEET, result, &text);
    return status == MH_OK ? append_rows(w, text) : status;
}

static mh_status write_rows(writer *w)
{
    size_t count = mh_merge_count(w->merge);
    mh_status status = MH_OK;
    for (size_t first = 0; first < count && status == MH_OK; first += PORTION) {
        mh_job *job = mh_job_new("report");
        status = write_portion(w, job, first, MIN(first + PORTION, count));
        if (mh_job_diag_count(job) > 0)
            status = pass_on(w, job, status);
        mh_job_free(job);
    }
    return status;
}

/* ------------------------------------------------------------------ counts as XML */

static void set_group(xmlNode *node, const tally_group *group)
{
    set_count(node, "records", (gint64)group->records);
    set_count(node, "warned", (gint64)group->warned);
    set_count(node, "failed", (gint64)group->failed);
    set_count(node, "pages", group->pages);
    set_number(node, "seconds", group->seconds);
}

static void add_groups(const writer *w, xmlNode *root, const char *name, GHashTable *table)
{
    const GPtrArray *groups = tally_groups(w->counts, table);
    xmlNode *list = add(root, name);
    for (guint i = 0; i < groups->len; i++) {
        const tally_group *group = g_ptr_array_index(groups, i);
        xmlNode *node = add(list, "group");
        set(node, "name", group->name);
        set_group(node, group);
    }
}

static void add_formats(const writer *w, xmlNode *root)
{
    const GPtrArray *formats = tally_formats(w->counts);
    xmlNode *list = add(root, "formats");
    for (guint i = 0; i < formats->len; i++) {
        const tally_format *format = g_ptr_array_index(formats, i);
        xmlNode *node = add(list, "format");
        set(node, "name", format->name);
        set_count(node, "files", (gint64)format->files);
        set_count(node, "bytes", format->bytes);
    }
}

static void add_bins(xmlNode *root, const char *name, const GArray *bins)
{
    xmlNode *list = add(root, name);
    double from = 0;
    for (guint i = 0; i < bins->len; i++) {
        const tally_bin *bin = &g_array_index(bins, tally_bin, i);
        xmlNode *node = add(list, "bin");
        set_number(node, "from", from);
        if (isfinite(bin->below))
            set_number(node, "below", bin->below);
        set_count(node, "records", (gint64)bin->records);
        from = bin->below;
    }
}

static xmlNode *add_record(const writer *w, xmlNode *list, const tally_record *record)
{
    mh_arena *arena = mh_job_arena(w->job);
    xmlNode *node = add(list, "record");
    set_count(node, "row", (gint64)record->row);
    set(node, "name", record->record);
    set(node, "status", record->status);
    set_count(node, "pages", record->pages);
    set_number(node, "fidelity", record->fidelity);
    set_number(node, "seconds", record->seconds);
    set_count(node, "messages", (gint64)record->message_count);
    set(node, "html", link_to(w, arena, record->page));
    set(node, "pdf", link_to(w, arena, record->pdf));
    return node;
}

static void add_records(const writer *w, xmlNode *root, const char *name, const GArray *records)
{
    xmlNode *list = add(root, name);
    for (guint i = 0; i < records->len; i++)
        (void)add_record(w, list, &g_array_index(records, tally_record, i));
}

static void add_codes(const writer *w, xmlNode *root)
{
    const GPtrArray *codes = tally_codes(w->counts);
    xmlNode *list = add(root, "codes");
    for (guint i = 0; i < codes->len; i++) {
        const tally_code *code = g_ptr_array_index(codes, i);
        xmlNode *node = add(list, "code");
        set(node, "id", code->code);
        set(node, "severity", code->severity);
        set_count(node, "messages", (gint64)code->messages);
        set_count(node, "records", (gint64)code->records);
        for (guint j = 0; j < code->examples->len; j++) {
            const tally_example *example = &g_array_index(code->examples, tally_example, j);
            xmlNode *record = add_record(w, node, &example->record);
            if (example->line > 0)
                set_count(record, "line", example->line);
            add_text(record, example->text);
        }
    }
}

static void add_sources(const writer *w, xmlNode *root)
{
    xmlNode *list = add(root, "reports");
    for (size_t i = 0; i < mh_merge_source_count(w->merge); i++) {
        const mh_merge_source *source = mh_merge_source_at(w->merge, i);
        xmlNode *node = add(list, "report");
        set(node, "path", source->path);
        set(node, "version", source->version);
        set(node, "options", source->options_sha256);
        if (source->shard > 0) {
            set_count(node, "shard", source->shard);
            set_count(node, "of", source->shard_count);
        }
        set_count(node, "lines", (gint64)source->lines);
        if (source->planned >= 0)
            set_count(node, "planned", source->planned);
        set(node, "running", source->is_journal ? "true" : NULL);
    }
}

static xmlDoc *summary(const writer *w, const char *title)
{
    const tally *t = w->counts;
    xmlDoc *doc = new_document(w->job, "report");
    xmlNode *root = xmlDocGetRootElement(doc);
    set(root, "title", title);
    set(root, "complete", mh_merge_is_complete(w->merge) ? "true" : "false");
    set_group(root, &t->all);
    set_count(root, "skipped", (gint64)t->skipped);
    set_count(root, "messages", (gint64)t->messages);
    add_groups(w, root, "statuses", t->statuses);
    add_groups(w, root, "kinds", t->kinds);
    add_groups(w, root, "languages", t->languages);
    add_formats(w, root);
    add_bins(root, "times", t->times);
    add_bins(root, "lengths", t->lengths);
    add_codes(w, root);
    add_records(w, root, "slowest", t->slowest);
    add_records(w, root, "worst", t->worst);
    add_sources(w, root);
    return doc;
}

/* ------------------------------------------------------------------ the page */

static void unmap(void *file)
{
    g_mapped_file_unref(file);
}

/* The rows go where the page has its mark; a page without one does without them. */
static mh_status write_page(writer *w, mh_view page, const char *output)
{
    GMappedFile *file = g_mapped_file_new_from_fd(w->rows, FALSE, NULL);
    if (!file)
        return mh_report(w->job, MH_JOB_WRITE, 0, 0, "%s", g_get_tmp_dir());
    mh_arena_defer(mh_job_arena(w->job), unmap, file);
    size_t mark = MIN(mh_view_find(page, ROWS_MARK, 0), page.len);
    size_t after = MIN(mh_view_find(page, MH_VIEW(">"), mark), page.len);
    const mh_view rows = {.ptr = g_mapped_file_get_contents(file),
                          .len = g_mapped_file_get_length(file)};
    const mh_view parts[] = {
        mh_view_slice(page, 0, mark),
        mark < page.len ? rows : (mh_view){0},
        mh_view_slice(page, after + 1, page.len),
    };
    const mh_file whole = {.path = output, .parts = parts, .part_count = G_N_ELEMENTS(parts)};
    return mh_file_write_set(w->job, &whole, 1);
}

static const char *absolute(mh_arena *arena, const char *path)
{
    char *real = g_canonicalize_filename(path, NULL);
    const char *copy = mh_arena_strdup(arena, real);
    g_free(real);
    return copy;
}

static const char *folder_of(mh_arena *arena, const char *output)
{
    if (strcmp(output, "-") == 0)
        return absolute(arena, ".");
    char *folder = g_path_get_dirname(output);
    const char *real = absolute(arena, folder);
    g_free(folder);
    return real;
}

static mh_status open_rows(writer *w)
{
    GError *error = NULL;
    char *name = NULL;
    w->rows = g_file_open_tmp("masthead-XXXXXX", &name, &error);
    if (w->rows < 0) {
        mh_status status = mh_report(w->job, MH_JOB_WRITE, 0, 0, "%s", error->message);
        g_error_free(error);
        return status;
    }
    (void)g_unlink(name);
    g_free(name);
    return MH_OK;
}

static mh_status make_page(writer *w, const mh_page_options *options)
{
    mh_status status = write_rows(w);
    if (status != MH_OK)
        return status;
    xmlDoc *result = NULL;
    mh_view page = {0};
    const xmlDoc *doc = summary(w, options->title);
    status = mh_transform_run(w->job, w->transform, PAGE_SHEET, doc, NULL, &result);
    if (status == MH_OK)
        status = mh_transform_serialize(w->job, w->transform, PAGE_SHEET, result, &page);
    return status == MH_OK ? write_page(w, page, options->output) : status;
}

mh_status mh_page_write(mh_job *job, mh_transform *transform, const mh_merge *merge,
                        const mh_page_options *options, mh_page_counts *out)
{
    mh_arena *arena = mh_job_arena(job);
    writer w = {
        .job = job,
        .transform = transform,
        .merge = merge,
        .base = absolute(arena, options->base),
        .from = folder_of(arena, options->output),
        .counts = tally_new(arena),
    };
    mh_status status = open_rows(&w);
    if (status != MH_OK)
        return status;
    status = make_page(&w, options);
    (void)close(w.rows);
    if (status == MH_OK)
        *out = (mh_page_counts){.records = w.counts->all.records,
                                .warned = w.counts->all.warned,
                                .failed = w.counts->all.failed};
    return status;
}
