#include "base/digest.h"
#include "verify/bag.h"
#include "verify/checks.h"

/* ------------------------------------------------------------------ reading */

/* Texts being gathered from a document. */
typedef struct gathering {
    GString *content;
    GString *marks;
} gathering;

static void take_element(gathering *g, const xmlNode *element)
{
    bool is_note = mh_xml_is(element, MH_NS_AKN, "authorialNote");
    const char *marker = mh_xml_attribute(element, "marker");
    /* a note's mark may be printed at its call and again before its text */
    if (marker && (is_note || mh_xml_is(element, MH_NS_AKN, "noteRef")))
        g_string_append_printf(g->marks, "%s%s", marker, is_note ? marker : "");
}

static void take_source(const xmlNode *element, verify_akn *out)
{
    out->source_name = mh_xml_attribute(element, "name");
    out->source_sha256 = mh_xml_attribute(element, "sha256");
    out->encoding = mh_xml_attribute(element, "encoding");
}

/* The node after @p node in document order; with @p is_over, not its children. */
static const xmlNode *next_node(const xmlNode *node, const xmlNode *root, bool is_over)
{
    if (!is_over && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

static const xmlNode *find_source_element(const xmlNode *meta)
{
    const xmlNode *n = meta;
    while (n && !mh_xml_is(n, MH_NS_MH, "source"))
        n = next_node(n, meta, false);
    return n;
}

void verify_akn_read(mh_arena *arena, xmlDoc *doc, verify_akn *out)
{
    gathering g = {.content = mh_arena_string(arena), .marks = mh_arena_string(arena)};
    *out = (verify_akn){.doc = doc};
    const xmlNode *root = xmlDocGetRootElement(doc);
    bool is_over = false;
    for (const xmlNode *n = root; n; n = next_node(n, root, is_over)) {
        is_over = mh_xml_is(n, MH_NS_AKN, "meta");
        const xmlNode *source = is_over && !out->source_name ? find_source_element(n) : NULL;
        if (source)
            take_source(source, out);
        else if (n->type == XML_ELEMENT_NODE)
            take_element(&g, n);
        else if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            g_string_append(g.content, (const char *)n->content);
    }
    out->content = (mh_view){.ptr = g.content->str, .len = g.content->len};
    out->marks = (mh_view){.ptr = g.marks->str, .len = g.marks->len};
}

/* ------------------------------------------------------------------ rules */

void verify_akn_rules(verify_state *v, const verify_akn *akn, const char *where)
{
    const mh_verifier *verifier = v->verifier;
    bool holds = mh_akn_validate(v->job, verifier->profile, akn->doc) == MH_OK;
    verify_add(v, "profile", holds, "%sgrammar of the AKN4UN profile (built-in RELAX NG)", where);
    if (verifier->xsd) {
        holds = mh_akn_validate(v->job, verifier->xsd, akn->doc) == MH_OK;
        verify_add(v, "schema", holds, "%sXML Schema %s", where, verifier->options.xsd);
    }
    holds = mh_akn_check(v->job, akn->doc) == MH_OK;
    verify_add(v, "rules", holds, "%sids, references and IRIs agree", where);
}

/* ------------------------------------------------------------------ source */

static size_t count_characters(mh_view text)
{
    size_t count = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p))
        count += !g_unichar_isspace(g_utf8_get_char(p));
    return count;
}

static void compare_source(verify_state *v, const verify_akn *akn, const char *name, mh_view source)
{
    mh_verify_result *result = v->result;
    const mh_text_options options = {.encoding = akn->encoding};
    mh_text *text = MH_NEW(v->arena, mh_text, 1);
    if (mh_text_read(v->job, source, &options, text) != MH_OK) {
        verify_add(v, "nothing-lost", false, "%s cannot be read", name);
        return;
    }
    bool holds =
        mh_akn_fidelity(v->job, text, akn->doc, &result->kept, &result->furniture) == MH_OK;
    size_t found = result->kept + result->furniture;
    result->characters = holds ? found : MAX(count_characters(text->source), found);
    result->share = result->characters > 0 ? (double)found / (double)result->characters : 1.0;
    /* Invented characters may make up for lost ones in the sum: never call that all. */
    if (!holds && found == result->characters)
        result->share = 1.0 - 1.0 / (double)(result->characters + 1);
    verify_add(v, "nothing-lost", holds,
               "%zu of %zu characters of %s (%.*f %%): %zu in the text, %zu page furniture%s",
               found, result->characters, name, holds ? 0 : 3, 100.0 * result->share, result->kept,
               result->furniture, holds || found < result->characters ? "" : ", and some added");
}

void verify_akn_against(verify_state *v, const verify_akn *akn, const char *name, mh_view source)
{
    const char *sha256 = mh_digest_sha256(v->arena, source);
    v->result->source = name;
    v->result->source_sha256 = sha256;
    bool is_same = !akn->source_sha256 || strcmp(akn->source_sha256, sha256) == 0;
    if (!is_same)
        (void)mh_report(v->job, MH_VER_OTHER_SOURCE, 0, 0, "%s has SHA-256 %s, not %s", name,
                        sha256, akn->source_sha256);
    verify_add(v, "source", is_same, "SHA-256 of %s is %s", name, sha256);
    if (is_same)
        compare_source(v, akn, name, source);
}

void verify_akn_file(verify_state *v, xmlDoc *doc)
{
    verify_akn akn;
    verify_akn_read(v->arena, doc, &akn);
    verify_akn_rules(v, &akn, "");
    const char *name = NULL;
    mh_view source;
    if (!akn.source_name && !v->verifier->options.source)
        (void)mh_report(v->job, MH_VER_NO_NAME, 0, 0, NULL);
    else if (verify_find_source(v, &akn, &name, &source))
        verify_akn_against(v, &akn, name, source);
    else
        verify_add(v, "source", false, "not at hand");
}

/* ------------------------------------------------------------------ text of products */

static verify_bag *bag_of(mh_arena *arena, mh_view text, mh_view more)
{
    verify_bag *bag = verify_bag_new(arena);
    verify_bag_add(bag, text);
    verify_bag_add(bag, more);
    return bag;
}

void verify_text(verify_state *v, const verify_akn *akn, mh_view text)
{
    const mh_view nothing = {0};
    verify_bag *have = bag_of(v->arena, text, nothing);
    verify_bag *want = bag_of(v->arena, akn->content, nothing);
    verify_bag *allowed = bag_of(v->arena, akn->content, akn->marks);
    verify_bag *shown = bag_of(v->arena, text, nothing);
    verify_bag *missing = verify_bag_less(v->arena, want, have);
    verify_bag *extra = verify_bag_less(v->arena, shown, allowed);
    if (verify_bag_count(missing) > 0)
        (void)mh_report(v->job, MH_VER_MISSING, 0, 0, "%s", verify_bag_show(v->arena, missing));
    if (verify_bag_count(extra) > 0)
        (void)mh_report(v->job, MH_VER_EXTRA, 0, 0, "%s", verify_bag_show(v->arena, extra));
    verify_add(v, "text", verify_bag_count(missing) + verify_bag_count(extra) == 0,
               "%zu characters of the Akoma Ntoso, %zu missing, %zu added", verify_bag_count(want),
               verify_bag_count(missing), verify_bag_count(extra));
}

void verify_digest(verify_state *v, const verify_akn *akn, const char *sha256)
{
    if (!sha256 || !akn->source_sha256)
        return;
    bool is_same = strcmp(sha256, akn->source_sha256) == 0;
    if (!is_same)
        (void)mh_report(v->job, MH_VER_OTHER_SOURCE, 0, 0,
                        "the file names SHA-256 %s, its Akoma Ntoso %s", sha256,
                        akn->source_sha256);
    verify_add(v, "source-digest", is_same, "it names the same source as its Akoma Ntoso");
}
