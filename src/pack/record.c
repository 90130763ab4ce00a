#include "base/digest.h"
#include "base/file.h"
#include "pack/names.h"
#include "pack/source.h"
#include "pack/writer.h"
#include "pdf/inspect.h"

/* One record on its way into a package. */
typedef struct packing {
    pack_writer *w;
    const pack_record *record;
    mh_job *job; /* the record's own */
    mh_arena *arena;
    xmlDoc *doc; /* description of this record alone */
    xmlNode *element;
    const char *id;
} packing;

/* ------------------------------------------------------------------ what it is */

/* The stylesheets that describe a record; the first makes the element that takes the others. */
static const char *const sheets[] = {"pack/record.xsl", "akn-to-dc.xsl", "akn-to-mods.xsl",
                                     "akn-to-marc.xsl"};

/* Settings for MARC fields are parameters of the stylesheet, of the same name. */
static const mh_parameter *marc_parameters(const packing *p)
{
    GArray *list = mh_arena_array(p->arena, sizeof(mh_parameter));
    for (const mh_pack_setting *s = p->w->options->settings; s && s->name; s++) {
        const mh_parameter parameter = {s->name, s->value};
        if (g_str_has_prefix(s->name, "marc-") || strcmp(s->name, "rights") == 0)
            g_array_append_val(list, parameter);
    }
    const mh_parameter end = {NULL, NULL};
    g_array_append_val(list, end);
    return (const mh_parameter *)(const void *)list->data;
}

static mh_status describe(packing *p, const xmlDoc *akn)
{
    xmlNode *into = xmlDocGetRootElement(p->doc);
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
        xmlDoc *result = NULL;
        mh_status status = mh_transform_run(p->job, p->w->packer->transform, sheets[i], akn,
                                            marc_parameters(p), &result);
        if (status != MH_OK)
            return status;
        xmlNode *copy = xmlDocCopyNode(xmlDocGetRootElement(result), p->doc, 1);
        (void)xmlAddChild(into, copy);
        if (i == 0)
            p->element = into = copy;
    }
    return MH_OK;
}

/* From what the record says of itself: the same on every run, and in every package. */
static const char *choose_id(const packing *p)
{
    const char *iri = mh_xml_attribute(p->element, "iri");
    const char *id = pack_uuid(p->arena, mh_arena_printf(p->arena, "urn:masthead:record:%s", iri));
    if (g_hash_table_contains(p->w->ids, id))
        id = pack_uuid(
            p->arena, mh_arena_printf(p->arena, "urn:masthead:record:%s#%s", iri, p->record->name));
    g_hash_table_add(p->w->ids, mh_arena_strdup(p->w->arena, id));
    return id;
}

static void identify(packing *p)
{
    p->id = choose_id(p);
    (void)xmlSetProp(xmlDocGetRootElement(p->doc), MH_XML("id"), MH_XML(p->id));
    pack_set(p->element, "id", p->id);
    pack_set(p->element, "name", p->record->name);
    pack_set(p->element, "slug", p->record->slug);
}

/* ------------------------------------------------------------------ does it hold */

static const char *fault_of(const packing *p, const mh_job *told)
{
    const mh_diag *fault = NULL;
    for (size_t i = 0; i < mh_job_diag_count(told); i++) {
        const mh_diag *diag = mh_job_diag(told, i);
        const mh_severity severity = mh_diag_info_of(diag->code)->severity;
        if (severity >= MH_ERROR || (severity == MH_WARNING && !fault)) {
            fault = diag;
            if (severity >= MH_ERROR)
                break;
        }
    }
    return fault ? mh_arena_printf(p->arena, "%s [%s]", fault->message,
                                   mh_diag_info_of(fault->code)->id)
                 : "it cannot be read";
}

/* Where files lie on this machine is nothing to tell an archive. */
static void cut_folder(GString *text, const char *folder)
{
    char *start = folder ? g_strdup_printf("%s/", folder) : NULL;
    if (start)
        (void)g_string_replace(text, start, "", 0);
    g_free(start);
}

static const char *checks_text(const packing *p, const pack_product *product,
                               const mh_verify_result *result)
{
    GString *text = mh_arena_string(p->arena);
    for (size_t i = 0; i < result->check_count; i++)
        g_string_append_printf(text, "%s%s %s: %s", i > 0 ? "; " : "", result->checks[i].name,
                               result->checks[i].holds ? "holds" : "fails",
                               result->checks[i].detail);
    char *folder = g_path_get_dirname(product->path);
    cut_folder(text, folder);
    g_free(folder);
    cut_folder(text, p->w->options->source);
    return text->str;
}

/* What verification says of a product, as attributes of its file element. */
static mh_status check_product(packing *p, const pack_product *product, xmlNode *file)
{
    static const char *const checked[] = {"akn", "pdf", "docx", "flatopc", NULL};
    if (!g_strv_contains(checked, product->format->name))
        return MH_OK;
    mh_job *job = mh_job_new(product->path);
    mh_verify_result result;
    bool holds = mh_verify(job, p->w->packer->verifier, product->path, &result) == MH_OK;
    pack_set(file, "outcome", holds ? "pass" : "fail");
    pack_set(file, "checks", checks_text(p, product, &result));
    mh_status status = MH_OK;
    if (!holds && !p->w->options->takes_faulty) {
        char *name = g_path_get_basename(product->path);
        status = mh_report_in(p->w->job, MH_PAC_FAULTY, p->record->name, 0, "%s: %s", name,
                              fault_of(p, job));
        g_free(name);
    }
    mh_job_free(job);
    return status;
}

/* ------------------------------------------------------------------ its files */

/* A PDF's identifier in PRONOM is that of the standard it claims. */
static void set_pdf_format(packing *p, mh_view bytes, xmlNode *file)
{
    static const struct {
        const char *version;
        const char *puid;
    } standards[] = {{"2A", "fmt/476"}, {"2B", "fmt/477"}, {"2U", "fmt/478"},
                     {"3A", "fmt/479"}, {"3B", "fmt/480"}, {"3U", "fmt/481"}};
    mh_pdf_facts facts = {0};
    const char *version = NULL;
    if (mh_pdf_inspect(p->job, bytes, &facts) == MH_OK && facts.pdfa_part && facts.pdfa_conformance)
        version = mh_arena_printf(p->arena, "%s%s", facts.pdfa_part, facts.pdfa_conformance);
    for (size_t i = 0; version && i < G_N_ELEMENTS(standards); i++) {
        if (strcmp(standards[i].version, version) != 0)
            continue;
        pack_set(file, "format-name", "Acrobat PDF/A");
        pack_set(file, "format-version", version);
        pack_set(file, "puid", standards[i].puid);
        return;
    }
    pack_set(file, "format-name", "Acrobat PDF 1.7");
    pack_set(file, "format-version", "1.7");
    pack_set(file, "puid", "fmt/276");
}

static void set_format(packing *p, const pack_representation *representation, mh_view bytes,
                       xmlNode *file)
{
    if (g_strcmp0(representation->format, "pdf") == 0) {
        set_pdf_format(p, bytes, file);
        return;
    }
    pack_set(file, "format-name", representation->title);
    if (*representation->version)
        pack_set(file, "format-version", representation->version);
    if (*representation->puid)
        pack_set(file, "puid", representation->puid);
}

/* A file of the record: what it is called outside, its bytes. */
typedef struct content {
    const pack_representation *representation;
    const char *original;
    const char *suffix;
    const char *media_type;
    mh_view bytes;
    gint64 written;
} content;

static mh_status put_content(packing *p, const content *c, xmlNode *file)
{
    const char *representation = c->representation->name;
    const char *name = mh_arena_printf(p->arena, "%s%s", p->record->slug, c->suffix);
    const pack_slots slots = {
        .record = p->record->slug, .representation = representation, .file = name};
    const char *path = pack_fill(p->arena, p->w->options->format->payload, &slots);
    pack_set(
        file, "id",
        pack_uuid(p->arena, mh_arena_printf(p->arena, "urn:uuid:%s/%s", p->id, representation)));
    pack_set(file, "representation", representation);
    pack_set(file, "path", path);
    pack_set(file, "file", name);
    pack_set(file, "original", c->original);
    pack_set(file, "media-type", c->media_type);
    pack_set(file, "size", mh_arena_printf(p->arena, "%zu", c->bytes.len));
    pack_set(file, "sha256", mh_digest_sha256(p->arena, c->bytes));
    pack_set(file, "sha512", mh_digest_sha512(p->arena, c->bytes));
    pack_set(file, "created", pack_time(p->arena, pack_date(p->w, c->written)));
    set_format(p, c->representation, c->bytes, file);
    return pack_put(p->w, p->doc, path, c->bytes);
}

static mh_status put_source(packing *p)
{
    const char *name = mh_xml_attribute(p->element, "source");
    const char *sha256 = mh_xml_attribute(p->element, "source-sha256");
    if (!name || !sha256)
        return MH_OK; /* it was not made from text */
    size_t count = 0;
    char *base = g_path_get_basename(name);
    mh_arena_defer(p->arena, g_free, base);
    content c = {.representation = pack_representations(&count),
                 .original = base,
                 .suffix = ".txt",
                 .media_type = "text/plain",
                 .written = p->record->products[0].written};
    const pack_source_request request = {
        .record = p->record, .folder = p->w->options->source, .name = base, .sha256 = sha256};
    if (!pack_source_find(p->job, &request, &c.bytes))
        return mh_report_in(p->w->job, MH_PAC_NO_SOURCE, p->record->name, 0, "%s", base);
    return put_content(p, &c, pack_add(p->element, "file", NULL));
}

static mh_status put_product(packing *p, const pack_product *product)
{
    char *base = g_path_get_basename(product->path);
    mh_arena_defer(p->arena, g_free, base);
    content c = {.representation = product->representation,
                 .original = base,
                 .suffix = product->format->suffix,
                 .media_type = product->format->media_type,
                 .written = product->written};
    mh_status status = mh_file_read(p->job, product->path, &c.bytes);
    xmlNode *file = pack_add(p->element, "file", NULL);
    if (status == MH_OK)
        status = check_product(p, product, file);
    return status == MH_OK ? put_content(p, &c, file) : status;
}

static mh_status put_files(packing *p)
{
    mh_status status = put_source(p);
    for (size_t i = 0; i < p->record->product_count && status == MH_OK; i++)
        status = put_product(p, &p->record->products[i]);
    return status;
}

/* ------------------------------------------------------------------ the whole */

/* The description of the package takes over what that of the record says. */
static void join(const packing *p)
{
    xmlNode *root = xmlDocGetRootElement(p->w->description);
    for (xmlNode *n = xmlDocGetRootElement(p->doc)->children; n; n = n->next)
        if (!mh_xml_is(n, PACK_NS, "setting"))
            (void)xmlAddChild(root, xmlDocCopyNode(n, p->w->description, 1));
}

static mh_status pack_one(packing *p)
{
    mh_view bytes = {0};
    xmlDoc *akn = NULL;
    mh_status status = mh_file_read(p->job, p->record->products[0].path, &bytes);
    if (status == MH_OK)
        status = mh_xml_parse(p->job, bytes, &akn);
    if (status == MH_OK)
        status = describe(p, akn);
    if (status != MH_OK)
        return status;
    identify(p);
    status = put_files(p);
    if (status == MH_OK)
        status = pack_put_parts(p->w, p->doc, p->w->options->format->record_parts, p->record->slug);
    return status;
}

mh_status pack_add_record(pack_writer *w, const pack_record *record)
{
    mh_job *job = mh_job_new(record->name);
    packing p = {.w = w, .record = record, .job = job, .arena = mh_job_arena(job)};
    p.doc = pack_description_new(job, w, "");
    mh_status status = pack_one(&p);
    mh_job_take_diags(w->job, job, record->name);
    if (status == MH_OK) {
        join(&p);
        w->packed++;
    } else if (status == MH_REJECTED) {
        pack_withdraw(w, p.doc);
        w->left_out++;
    }
    mh_job_free(job);
    return status;
}
