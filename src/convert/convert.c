#include "convert/convert.h"

#include "base/digest.h"
#include "convert/conversion.h"

mh_converter *mh_converter_new(const mh_converter_options *options)
{
    mh_arena *arena = mh_arena_new();
    mh_converter *converter = MH_NEW(arena, mh_converter, 1);
    converter->arena = arena;
    converter->options = *options;
    converter->options.stylesheets = mh_arena_strdup(arena, options->stylesheets);
    converter->options.paper = mh_arena_strdup(arena, options->paper);
    converter->options.emblem = mh_arena_strdup(arena, options->emblem);
    GPtrArray *parameters = mh_arena_ptr_array(arena);
    for (const char *const *p = options->parameters; p && *p; p++)
        g_ptr_array_add(parameters, mh_arena_strdup(arena, *p));
    g_ptr_array_add(parameters, NULL);
    converter->options.parameters = (const char *const *)parameters->pdata;
    converter->transform = mh_transform_new(options->stylesheets);
    return converter;
}

void mh_converter_free(mh_converter *converter)
{
    if (!converter)
        return;
    mh_pdf_faces_free(converter->faces);
    mh_fo_engine_free(converter->engine);
    mh_transform_free(converter->transform);
    mh_arena_free(converter->arena);
}

mh_status mh_converter_warm_up(mh_job *job, mh_converter *converter,
                               const mh_format *const *formats)
{
    bool needs_pages = false;
    for (const mh_format *const *format = formats; *format; format++) {
        if ((*format)->stylesheet) {
            mh_status status =
                mh_transform_prepare(job, converter->transform, (*format)->stylesheet);
            if (status != MH_OK)
                return status;
        }
        needs_pages = needs_pages || strcmp((*format)->name, "pdf") == 0;
    }
    return needs_pages ? mh_fo_prepare(job) : MH_OK;
}

static mh_conversion begin(mh_job *job, mh_converter *converter, mh_view bytes,
                           const mh_convert_request *request)
{
    return (mh_conversion){
        .job = job,
        .converter = converter,
        .request = request,
        .bytes = bytes,
        .input = conversion_input_of(bytes),
        .is_faithful = true,
    };
}

static void add_language(GString *languages, mh_language language)
{
    const char *code = mh_language_code(language);
    if (language == MH_LANGUAGE_NONE || strstr(languages->str, code))
        return;
    if (languages->len > 0)
        g_string_append_c(languages, ' ');
    g_string_append(languages, code);
}

static void add_languages(GString *languages, const mh_document *document)
{
    for (; document; document = document->next) {
        add_language(languages, document->language);
        add_languages(languages, document->attachments);
    }
}

static void describe(const mh_conversion *c, mh_convert_result *out)
{
    const mh_record *record = c->record;
    if (!record)
        return;
    out->kind = mh_kind_info_of(record->document->kind)->name;
    out->symbol = record->symbol_count > 0 ? record->symbols[0] : NULL;
    out->date = record->work_date ? record->work_date : record->issue_date;
    GString *languages = mh_arena_string(mh_job_arena(c->job));
    add_language(languages, record->language);
    add_languages(languages, record->document);
    out->languages = languages->len > 0 ? languages->str : NULL;
}

/* Non-space characters of the decoded source: what fidelity is counted in. */
static size_t count_characters(const mh_text *text)
{
    size_t count = 0;
    const char *end = text->source.ptr + text->source.len;
    for (const char *p = text->source.ptr; p < end; p = mh_utf8_next(p))
        count += !g_unichar_isspace(g_utf8_get_char(p));
    return count;
}

static const char *digest_of(const mh_conversion *c)
{
    if (c->request->source_sha256)
        return c->request->source_sha256;
    return c->text ? c->text->sha256 : mh_digest_sha256(mh_job_arena(c->job), c->bytes);
}

static double fidelity_of(const mh_conversion *c)
{
    if (c->is_faithful || !c->text)
        return 1.0;
    size_t all = count_characters(c->text);
    size_t found = c->kept + c->furniture;
    if (all == 0)
        return 1.0;
    /* Invented characters may make up for lost ones in the sum: never call that faithful. */
    return found < all ? (double)found / (double)all : (double)(all - 1) / (double)all;
}

mh_status mh_convert(mh_job *job, mh_converter *converter, mh_view bytes,
                     const mh_convert_request *request, mh_convert_result *out)
{
    mh_conversion c = begin(job, converter, bytes, request);
    GArray *outputs = mh_arena_array(mh_job_arena(job), sizeof(mh_output));
    for (const mh_format *const *format = request->formats; *format; format++) {
        mh_output output = {.format = *format};
        mh_status status = (*format)->write(&c, *format, &output.bytes);
        if (status != MH_OK)
            return status;
        g_array_append_val(outputs, output);
    }
    mh_convert_result result = {
        .input = c.input,
        .source_sha256 = digest_of(&c),
        .pages = c.pages ? c.pages->page_count : 0,
        .kept = c.kept,
        .furniture = c.furniture,
        .fidelity = fidelity_of(&c),
        .outputs = (const mh_output *)(const void *)outputs->data,
        .output_count = outputs->len,
    };
    describe(&c, &result);
    *out = result;
    return MH_OK;
}

mh_status mh_convert_dump(mh_job *job, mh_converter *converter, mh_view bytes,
                          const mh_convert_request *request, const mh_dump *dump, GString *out)
{
    mh_conversion c = begin(job, converter, bytes, request);
    return dump->write(&c, out);
}
