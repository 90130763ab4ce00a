#include "masthead.h"

#include "convert/convert.h"

struct masthead {
    mh_converter *converter;
    gint64 epoch;
};

struct masthead_result {
    mh_job *job;
    mh_convert_result result;
};

const char *masthead_version(void)
{
    return MASTHEAD_VERSION;
}

/* ------------------------------------------------------------------ formats */

static const mh_format *format_at(size_t index)
{
    size_t count = 0;
    const mh_format *formats = mh_formats(&count);
    return index < count ? &formats[index] : NULL;
}

size_t masthead_format_count(void)
{
    size_t count = 0;
    (void)mh_formats(&count);
    return count;
}

const char *masthead_format_name(size_t index)
{
    const mh_format *format = format_at(index);
    return format ? format->name : NULL;
}

const char *masthead_format_suffix(size_t index)
{
    const mh_format *format = format_at(index);
    return format ? format->suffix : NULL;
}

const char *masthead_format_description(size_t index)
{
    const mh_format *format = format_at(index);
    return format ? format->description : NULL;
}

/* ------------------------------------------------------------------ converter */

static bool is_paper(const char *paper)
{
    return !paper || strcmp(paper, "letter") == 0 || strcmp(paper, "a4") == 0;
}

masthead *masthead_new(const masthead_options *options)
{
    masthead_options given = {0};
    if (options)
        memcpy(&given, options, MIN(options->size, sizeof given));
    mh_converter_options own = {
        .stylesheets = given.stylesheets,
        .paper = given.paper,
        .emblem = given.emblem,
        .no_attachments = given.no_attachments != 0,
    };
    const char *profile = given.pdf_profile ? given.pdf_profile : "a3a+ua";
    if (!is_paper(given.paper) || !mh_pdf_profile_find(profile, &own.pdf_profile))
        return NULL;
    masthead *m = g_new0(masthead, 1);
    m->converter = mh_converter_new(&own);
    m->epoch = given.epoch;
    return m;
}

void masthead_free(masthead *converter)
{
    if (!converter)
        return;
    mh_converter_free(converter->converter);
    g_free(converter);
}

/* ------------------------------------------------------------------ one record */

/* The formats named in @p names, ended by NULL; NULL when one is not known. */
static const mh_format *const *find_formats(mh_arena *arena, const char *names)
{
    GPtrArray *found = mh_arena_ptr_array(arena);
    char **parts = g_strsplit(names, ",", -1);
    bool is_known = true;
    for (char **part = parts; *part; part++) {
        const mh_format *format = mh_format_find(mh_view_of(g_strstrip(*part)));
        is_known = is_known && format;
        if (format)
            g_ptr_array_add(found, mh_unconst(format));
    }
    g_strfreev(parts);
    g_ptr_array_add(found, NULL);
    return is_known ? (const mh_format *const *)(const void *)found->pdata : NULL;
}

static masthead_status status_of(mh_status status)
{
    switch (status) {
    case MH_OK:
        return MASTHEAD_OK;
    case MH_REJECTED:
        return MASTHEAD_REJECTED;
    case MH_FAILED:
        return MASTHEAD_FAILED;
    }
    return MASTHEAD_FAILED;
}

masthead_status masthead_convert(masthead *converter, const masthead_record *record,
                                 const char *formats, masthead_result **out)
{
    masthead_record given = {0};
    memcpy(&given, record, MIN(record->size, sizeof given));
    mh_job *job = mh_job_new(given.name);
    mh_arena *arena = mh_job_arena(job);
    mh_job_set_epoch(job, converter->epoch);
    masthead_result *result = MH_NEW(arena, masthead_result, 1);
    result->job = job;
    *out = result;

    const mh_convert_request request = {
        .encoding = given.encoding,
        .facts = {.language = mh_language_from_code(mh_view_of(given.language)),
                  .symbol = given.symbol,
                  .date = given.date,
                  .title = given.title,
                  .job_number = given.job_number},
        .formats = find_formats(arena, formats),
    };
    if (!request.formats || (given.language && request.facts.language == MH_LANGUAGE_NONE))
        return MASTHEAD_USAGE;
    const mh_view bytes = {.ptr = given.bytes, .len = given.byte_count};
    return status_of(mh_convert(job, converter->converter, bytes, &request, &result->result));
}

void masthead_result_free(masthead_result *result)
{
    if (result)
        mh_job_free(result->job);
}

const void *masthead_result_bytes(const masthead_result *result, const char *format,
                                  size_t *byte_count)
{
    for (size_t i = 0; i < result->result.output_count; i++) {
        const mh_output *output = &result->result.outputs[i];
        if (strcmp(output->format->name, format) != 0)
            continue;
        *byte_count = output->bytes.len;
        return output->bytes.ptr;
    }
    return NULL;
}

size_t masthead_result_message_count(const masthead_result *result)
{
    return mh_job_diag_count(result->job);
}

const char *masthead_result_message(const masthead_result *result, size_t index)
{
    if (index >= mh_job_diag_count(result->job))
        return NULL;
    return mh_job_diag_format(result->job, mh_job_diag(result->job, index));
}

const char *masthead_result_kind(const masthead_result *result)
{
    return result->result.kind;
}

const char *masthead_result_symbol(const masthead_result *result)
{
    return result->result.symbol;
}

const char *masthead_result_date(const masthead_result *result)
{
    return result->result.date;
}

const char *masthead_result_languages(const masthead_result *result)
{
    return result->result.languages;
}

size_t masthead_result_pages(const masthead_result *result)
{
    return result->result.pages;
}

double masthead_result_fidelity(const masthead_result *result)
{
    return result->result.fidelity;
}
