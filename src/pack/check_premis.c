#include "pack/check.h"

/* Digests by the names that PREMIS has for them. */
static void check_object(pack_check *check, xmlNode *object, const char *base)
{
    mh_arena *arena = check->arena;
    const char *name = pack_text(arena, object, "premis:originalName");
    const char *path = name ? mh_arena_printf(arena, "%s%s", base, name) : NULL;
    const char *size = pack_text(arena, object, "premis:objectCharacteristics/premis:size");
    const GPtrArray *fixities =
        pack_select(arena, object, "premis:objectCharacteristics/premis:fixity");
    if (!path || !size || fixities->len == 0)
        pack_fault(check, MH_PAC_METADATA, "a PREMIS object has no name, size or fixity (%s)",
                   name ? name : "without name");
    for (guint i = 0; i < fixities->len && path; i++) {
        const char *algorithm =
            pack_text(arena, fixities->pdata[i], "premis:messageDigestAlgorithm");
        const char *digest = pack_text(arena, fixities->pdata[i], "premis:messageDigest");
        const pack_claim claim = {.path = path,
                                  .algorithm = algorithm ? algorithm : "",
                                  .digest = digest ? digest : "",
                                  .size = size};
        pack_check_claim(check, &claim);
    }
}

static GHashTable *values_of(pack_check *check, xmlNode *root, const char *expression)
{
    GHashTable *values = mh_arena_string_hash(check->arena);
    const GPtrArray *found = pack_select(check->arena, root, expression);
    for (guint i = 0; i < found->len; i++)
        (void)g_hash_table_add(values, mh_unconst(pack_text(check->arena, found->pdata[i], ".")));
    return values;
}

/* Archivematica drops an event without an agent or an object, with no more than a message. */
static void check_event(pack_check *check, xmlNode *event, GHashTable *agents, const char *path)
{
    const char *id =
        pack_text(check->arena, event, "premis:eventIdentifier/premis:eventIdentifierValue");
    const GPtrArray *linked = pack_select(
        check->arena, event, "premis:linkingAgentIdentifier/premis:linkingAgentIdentifierValue");
    if (linked->len == 0)
        pack_fault(check, MH_PAC_METADATA, "%s: the event %s has no agent", path, id);
    for (guint i = 0; i < linked->len; i++)
        if (!g_hash_table_contains(agents, pack_text(check->arena, linked->pdata[i], ".")))
            pack_fault(check, MH_PAC_METADATA, "%s: the agent of the event %s is not described",
                       path, id);
    if (pack_select(check->arena, event, "premis:linkingObjectIdentifier")->len == 0)
        pack_fault(check, MH_PAC_METADATA, "%s: the event %s is about no file", path, id);
}

void pack_check_premis(pack_check *check, const char *path, const char *base)
{
    xmlDoc *doc = NULL;
    if (!pack_check_xml(check, path, &doc))
        return;
    xmlNode *root = xmlDocGetRootElement(doc);
    const GPtrArray *objects = pack_select(check->arena, root, "/premis:premis/premis:object");
    const GPtrArray *events = pack_select(check->arena, root, "/premis:premis/premis:event");
    GHashTable *agents =
        values_of(check, root,
                  "/premis:premis/premis:agent/premis:agentIdentifier/premis:agentIdentifierValue");
    GHashTable *known =
        values_of(check, root,
                  "/premis:premis/premis:event/premis:eventIdentifier/premis:eventIdentifierValue");
    if (objects->len == 0)
        pack_fault(check, MH_PAC_METADATA, "%s describes no file", path);
    for (guint i = 0; i < objects->len; i++)
        check_object(check, objects->pdata[i], base);
    for (guint i = 0; i < events->len; i++)
        check_event(check, events->pdata[i], agents, path);
    const GPtrArray *derived =
        pack_select(check->arena, root, "//premis:relatedEventIdentifierValue");
    for (guint i = 0; i < derived->len; i++)
        if (!g_hash_table_contains(known, pack_text(check->arena, derived->pdata[i], ".")))
            pack_fault(check, MH_PAC_METADATA, "%s: the event of a derivation is not described",
                       path);
}
