#include "verify/bag.h"
#include "verify/checks.h"

/* What a program said; @c text is the arena's. */
typedef struct answer {
    mh_view text;
    int status; /* exit status, -1 when it could not be run to its end */
} answer;

/* @p words are the program and its arguments, ended by NULL. */
static answer ask(verify_state *v, const char *const *words)
{
    GPtrArray *argv = mh_arena_ptr_array(v->arena);
    char *output = NULL;
    gint wait_status = 0;
    GError *error = NULL;
    answer result = {.status = -1};
    for (const char *const *word = words; *word; word++)
        g_ptr_array_add(argv, mh_arena_strdup(v->arena, *word));
    g_ptr_array_add(argv, NULL);
    if (!g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                      &output, NULL, &wait_status, &error)) {
        g_error_free(error);
        return result;
    }
    mh_arena_defer(v->arena, g_free, output);
    result.text = mh_view_of(output);
    if (g_spawn_check_wait_status(wait_status, &error))
        result.status = 0;
    else if (error->domain == G_SPAWN_EXIT_ERROR)
        result.status = error->code;
    g_clear_error(&error);
    return result;
}

/* A path that no program takes for an option. */
static const char *plain_path(const verify_state *v)
{
    return v->path[0] == '-' ? mh_arena_printf(v->arena, "./%s", v->path) : v->path;
}

/* Running heads and page numbers are in its text as well, so only what is missing counts. */
static void ask_pdftotext(verify_state *v, const verify_akn *akn)
{
    const char *const argv[] = {v->verifier->pdftotext, "-raw", "-enc", "UTF-8",
                                plain_path(v),          "-",    NULL};
    answer said = ask(v, argv);
    verify_bag *have = verify_bag_new(v->arena);
    verify_bag *want = verify_bag_new(v->arena);
    if (said.status == 0 && g_utf8_validate(said.text.ptr, (gssize)said.text.len, NULL))
        verify_bag_add(have, said.text);
    verify_bag_add(want, akn->content);
    verify_bag *missing = verify_bag_less(v->arena, want, have);
    size_t count = verify_bag_count(missing);
    if (count > 0)
        (void)mh_report(v->job, MH_VER_TOOL, 0, 0, "pdftotext does not find %s",
                        verify_bag_show(v->arena, missing));
    verify_add(v, "pdftotext", count == 0, "finds %zu of %zu characters",
               verify_bag_count(want) - count, verify_bag_count(want));
}

/* veraPDF takes the profile from the claim in the file; 0 is a pass. */
static void ask_verapdf(verify_state *v)
{
    const char *const argv[] = {v->verifier->verapdf, "--format", "text", plain_path(v), NULL};
    answer said = ask(v, argv);
    mh_view line = mh_view_slice(said.text, 0, mh_view_find(said.text, MH_VIEW("\n"), 0));
    bool holds = said.status == 0;
    if (!holds)
        (void)mh_report(v->job, MH_VER_TOOL, 0, 0, "veraPDF says %.*s", MH_VIEW_ARG(line));
    verify_add(v, "verapdf", holds, "%.*s", MH_VIEW_ARG(line));
}

void verify_by_tools(verify_state *v, const verify_akn *akn, bool claims_pdfa)
{
    if (v->verifier->pdftotext)
        ask_pdftotext(v, akn);
    if (v->verifier->verapdf && claims_pdfa)
        ask_verapdf(v);
}
