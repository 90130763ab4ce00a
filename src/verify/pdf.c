#include "pdf/inspect.h"
#include "verify/checks.h"

static void check_claims(verify_state *v, const mh_pdf_facts *facts)
{
    bool claims_a = facts->pdfa_conformance && strcmp(facts->pdfa_conformance, "A") == 0;
    const struct {
        bool is_needed;
        bool is_there;
        const char *what;
    } needs[] = {
        {facts->pdfa_part != NULL, facts->has_output_intent, "an output intent (PDF/A)"},
        {claims_a || facts->claims_ua, facts->is_tagged, "tags (PDF/A level A, PDF/UA)"},
        {claims_a || facts->claims_ua, facts->has_language, "a language (PDF/A level A, PDF/UA)"},
    };
    bool holds = true;
    for (size_t i = 0; i < G_N_ELEMENTS(needs); i++) {
        if (!needs[i].is_needed || needs[i].is_there)
            continue;
        (void)mh_report(v->job, MH_VER_CLAIM, 0, 0, "%s", needs[i].what);
        holds = false;
    }
    GString *claims = mh_arena_string(v->arena);
    if (facts->pdfa_part)
        g_string_append_printf(claims, "PDF/A-%s%s", facts->pdfa_part,
                               facts->pdfa_conformance ? facts->pdfa_conformance : "");
    if (facts->claims_ua)
        g_string_append_printf(claims, "%sPDF/UA-1", claims->len > 0 ? " and " : "");
    verify_add(v, "claims", holds, "claims %s", claims->len > 0 ? claims->str : "no standard");
}

static void check_files(verify_state *v, const mh_pdf_facts *facts)
{
    bool holds = true;
    for (size_t i = 0; i < facts->file_count; i++) {
        if (facts->files[i].is_intact)
            continue;
        (void)mh_report(v->job, MH_VER_ATTACHMENT, 0, 0, "%s", facts->files[i].file.name);
        holds = false;
    }
    verify_add(v, "attachments", holds, "%zu files inside, sizes and checksums", facts->file_count);
}

static const mh_pdf_attachment *find_file(const mh_pdf_facts *facts, const char *relationship)
{
    for (size_t i = 0; i < facts->file_count; i++)
        if (strcmp(facts->files[i].file.relationship, relationship) == 0)
            return &facts->files[i].file;
    return NULL;
}

/* The source inside is the one that was converted; without it, the one that can be found. */
static void check_source(verify_state *v, const mh_pdf_facts *facts, const verify_akn *akn)
{
    const mh_pdf_attachment *source = find_file(facts, "Source");
    const char *name = NULL;
    mh_view bytes;
    if (source)
        verify_akn_against(v, akn, mh_arena_printf(v->arena, "%s (inside)", source->name),
                           source->bytes);
    else if (!akn->source_name && !v->verifier->options.source)
        (void)mh_report(v->job, MH_VER_NO_NAME, 0, 0, NULL);
    else if (verify_find_source(v, akn, &name, &bytes))
        verify_akn_against(v, akn, name, bytes);
    else
        verify_add(v, "source", false, "not at hand");
}

/* The next character that is no white space, or 0 at the end; moves @p p behind it. */
static gunichar next_printed(const char **p, const char *end)
{
    while (*p < end) {
        gunichar c = g_utf8_get_char(*p);
        *p = mh_utf8_next(*p);
        if (!g_unichar_isspace(c))
            return c;
    }
    return 0;
}

static bool is_same_text(mh_view a, mh_view b)
{
    const char *in_a = a.ptr;
    const char *in_b = b.ptr;
    for (;;) {
        gunichar c = next_printed(&in_a, a.ptr + a.len);
        if (c != next_printed(&in_b, b.ptr + b.len))
            return false;
        if (c == 0)
            return true;
    }
}

/* A PDF and an Akoma Ntoso file of one name come from one run. */
static void check_beside(verify_state *v, const verify_akn *inside)
{
    verify_akn beside;
    if (!verify_akn_beside(v, &beside))
        return;
    bool is_same = is_same_text(inside->content, beside.content);
    const char *path = verify_sibling(v->arena, v->path, ".akn.xml");
    if (!is_same)
        (void)mh_report(v->job, MH_VER_STALE, 0, 0, "%s", path);
    verify_add(v, "beside", is_same, "the Akoma Ntoso inside has the text of %s, in order", path);
}

/* Akoma Ntoso of the PDF: inside it, else beside it. */
static bool find_akn(verify_state *v, const mh_pdf_facts *facts, verify_akn *out)
{
    const mh_pdf_attachment *inside = find_file(facts, "Data");
    xmlDoc *doc = NULL;
    if (!inside) {
        bool is_found = verify_find_akn(v, out);
        if (is_found)
            verify_digest(v, out, facts->source_sha256);
        return is_found;
    }
    if (mh_xml_parse(v->job, inside->bytes, &doc) != MH_OK)
        return false;
    verify_akn_read(v->arena, doc, out);
    verify_akn_rules(v, out, "inside the PDF: ");
    verify_digest(v, out, facts->source_sha256);
    check_source(v, facts, out);
    check_beside(v, out);
    return true;
}

void verify_pdf_file(verify_state *v)
{
    mh_pdf_facts facts;
    mh_pdf_text pages;
    verify_akn akn;
    if (mh_pdf_inspect(v->job, v->bytes, &facts) != MH_OK) {
        verify_add(v, "file", false, "not as Masthead writes PDF");
        return;
    }
    check_claims(v, &facts);
    check_files(v, &facts);
    if (!find_akn(v, &facts, &akn)) {
        verify_add(v, "text", false, "nothing to compare it with");
        return;
    }
    if (mh_pdf_read_text(v->job, v->bytes, &pages) == MH_OK) {
        verify_add(v, "pages", true, "text of %zu pages read", pages.page_count);
        verify_text(v, &akn, pages.text);
    } else {
        verify_add(v, "pages", false, "their text cannot be read");
    }
    verify_by_tools(v, &akn, facts.pdfa_part != NULL);
}
