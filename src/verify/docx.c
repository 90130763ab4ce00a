#include "docx/inspect.h"
#include "verify/checks.h"

static void check(verify_state *v, mh_status status, const mh_docx_facts *facts)
{
    verify_akn akn;
    if (status != MH_OK) {
        verify_add(v, "package", false, "damaged");
        return;
    }
    verify_add(v, "package", true, "%zu parts read", facts->part_count);
    if (!verify_find_akn(v, &akn)) {
        verify_add(v, "text", false, "nothing to compare it with");
        return;
    }
    verify_digest(v, &akn, facts->source_sha256);
    verify_text(v, &akn, facts->text);
}

void verify_docx_file(verify_state *v)
{
    mh_docx_facts facts = {0};
    mh_status status = mh_docx_inspect(v->job, v->bytes, &facts);
    check(v, status, &facts);
}

void verify_flat_file(verify_state *v, xmlDoc *doc)
{
    mh_docx_facts facts = {0};
    mh_status status = mh_docx_inspect_flat(v->job, doc, &facts);
    check(v, status, &facts);
}
