#include "base/job.h"

#include <stdarg.h>

/* A broken record may break in every line; past this the messages stop helping. */
enum { DIAGS_MAX = 1000 };

struct mh_job {
    mh_arena *arena;
    const char *source_name;
    GPtrArray *diags;
    gint64 epoch;
};

mh_job *mh_job_new(const char *source_name)
{
    mh_arena *arena = mh_arena_new();
    mh_job *job = MH_NEW(arena, mh_job, 1);
    *job = (mh_job){.arena = arena,
                    .source_name = mh_arena_strdup(arena, source_name ? source_name : "-"),
                    .diags = mh_arena_ptr_array(arena)};
    return job;
}

void mh_job_free(mh_job *job)
{
    if (job)
        mh_arena_free(job->arena);
}

mh_arena *mh_job_arena(mh_job *job)
{
    return job->arena;
}

const char *mh_job_source_name(const mh_job *job)
{
    return job->source_name;
}

gint64 mh_job_epoch(const mh_job *job)
{
    return job->epoch;
}

void mh_job_set_epoch(mh_job *job, gint64 seconds)
{
    job->epoch = seconds;
}

static mh_status status_of(mh_severity severity)
{
    switch (severity) {
    case MH_NOTE:
    case MH_WARNING:
        return MH_OK;
    case MH_ERROR:
        return MH_REJECTED;
    case MH_FATAL:
        return MH_FAILED;
    }
    return MH_FAILED;
}

/* Puts the detail in the place of "%s", or after the text when it has none. */
static const char *message_of(mh_arena *arena, const char *text, const char *detail)
{
    if (!detail)
        detail = "";
    const char *slot = strstr(text, "%s");
    if (!slot)
        return *detail ? mh_arena_printf(arena, "%s: %s", text, detail) : text;
    return mh_arena_printf(arena, "%.*s%s%s", (int)(slot - text), text, detail, slot + 2);
}

static mh_status G_GNUC_PRINTF(3, 0)
    add(mh_job *job, const mh_diag *place, const char *detail, va_list args)
{
    const mh_diag_info *info = mh_diag_info_of(place->code);
    mh_status status = status_of(info->severity);
    if (job->diags->len >= DIAGS_MAX && status == MH_OK)
        return status;

    char *expanded = detail ? g_strdup_vprintf(detail, args) : NULL;
    /* Details may quote the input: keep the message valid UTF-8 whatever that held. */
    char *valid = expanded ? g_utf8_make_valid(expanded, -1) : NULL;
    mh_diag *diag = MH_NEW(job->arena, mh_diag, 1);
    *diag = *place;
    diag->message = message_of(job->arena, info->text, valid);
    g_free(valid);
    g_free(expanded);
    g_ptr_array_add(job->diags, diag);
    return status;
}

mh_status mh_report(mh_job *job, mh_diag_code code, uint32_t line, uint32_t column,
                    const char *detail, ...)
{
    const mh_diag place = {.code = code, .line = line, .column = column};
    va_list args;
    va_start(args, detail);
    mh_status status = add(job, &place, detail, args);
    va_end(args);
    return status;
}

mh_status mh_report_in(mh_job *job, mh_diag_code code, const char *file, uint32_t line,
                       const char *detail, ...)
{
    const mh_diag place = {.code = code, .file = mh_arena_strdup(job->arena, file), .line = line};
    va_list args;
    va_start(args, detail);
    mh_status status = add(job, &place, detail, args);
    va_end(args);
    return status;
}

void mh_job_take_diags(mh_job *job, const mh_job *from, const char *file)
{
    for (guint i = 0; i < from->diags->len; i++) {
        const mh_diag *told = g_ptr_array_index(from->diags, i);
        mh_diag *diag = MH_NEW(job->arena, mh_diag, 1);
        *diag = *told;
        diag->file = mh_arena_strdup(job->arena, told->file ? told->file : file);
        diag->message = mh_arena_strdup(job->arena, told->message);
        g_ptr_array_add(job->diags, diag);
    }
}

size_t mh_job_diag_count(const mh_job *job)
{
    return job->diags->len;
}

const mh_diag *mh_job_diag(const mh_job *job, size_t index)
{
    return g_ptr_array_index(job->diags, index);
}

const char *mh_job_diag_format(mh_job *job, const mh_diag *diag)
{
    const mh_diag_info *info = mh_diag_info_of(diag->code);
    const char *file = diag->file ? diag->file : job->source_name;
    const char *place = "";
    if (diag->line > 0 && diag->column > 0)
        place = mh_arena_printf(job->arena, ":%u:%u", diag->line, diag->column);
    else if (diag->line > 0)
        place = mh_arena_printf(job->arena, ":%u", diag->line);
    return mh_arena_printf(job->arena, "%s%s: %s: %s [%s]", file, place,
                           mh_severity_name(info->severity), diag->message, info->id);
}
