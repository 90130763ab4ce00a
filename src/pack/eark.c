#include "pack/format.h"
#include "pack/manifest.h"

/*
 * E-ARK submission information package: CSIP and SIP, versions 2.2.0, 2.1.0 and 2.0.4 (METS 1.12,
 * PREMIS 3). RODA reads package-level PREMIS only from files of one entity each.
 */

#define REPRESENTATION "representations/{representation}/"
#define HISTORY "metadata/preservation/"

static const pack_part set_parts[] = {
    {.path = REPRESENTATION HISTORY "premis.xml",
     .sheet = "pack/premis.xsl",
     .each = PACK_EACH_REPRESENTATION},
    {.path = REPRESENTATION "METS.xml",
     .sheet = "pack/mets.xsl",
     .base = REPRESENTATION,
     .each = PACK_EACH_REPRESENTATION},
    {.path = "metadata/descriptive/dc.xml", .sheet = "pack/simpledc.xsl"},
    {.path = "metadata/descriptive/mods.xml", .sheet = "pack/mods.xsl"},
    {.path = "metadata/descriptive/marc.xml", .sheet = "pack/marc.xsl"},
    {.path = HISTORY "premis-event-ingestion.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event ingestion"},
    {.path = HISTORY "premis-event-decoding.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event decoding"},
    {.path = HISTORY "premis-event-recognition.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event recognition"},
    {.path = HISTORY "premis-event-transformation.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event transformation"},
    {.path = HISTORY "premis-event-validation.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event validation"},
    {.path = HISTORY "premis-event-digests.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event digests"},
    {.path = HISTORY "premis-event-packing.xml",
     .sheet = "pack/premis.xsl",
     .topic = "event packing"},
    {.path = HISTORY "premis-agent-software.xml",
     .sheet = "pack/premis.xsl",
     .topic = "agent software"},
    {.path = HISTORY "premis-agent-organization.xml",
     .sheet = "pack/premis.xsl",
     .topic = "agent organization"},
    {.path = HISTORY "premis-rights.xml",
     .sheet = "pack/premis.xsl",
     .topic = "rights",
     .needs = "rights"},
    {.path = "documentation/report.json", .sheet = "pack/report.xsl"},
    {.path = "METS.xml", .sheet = "pack/mets.xsl"},
    {.path = NULL},
};

static const char *const versions[] = {"2.2.0", "2.1.0", "2.0.4", NULL};

/* ------------------------------------------------------------------ checking */

/* A METS document being checked. */
typedef struct mets {
    pack_check *check;
    const char *path; /* of it */
    const char *base; /* where its references begin: "" or "representations/…/" */
    xmlNode *root;
    GHashTable *ids;
} mets;

static void fault(const mets *m, const char *what, const char *detail)
{
    pack_fault(m->check, MH_PAC_METADATA, "%s: %s%s%s", m->path, what, *detail ? ": " : "", detail);
}

static bool is_eark(const pack_listing *listing)
{
    return pack_has(listing, "METS.xml");
}

static const char *attribute(const mets *m, xmlNode *element, const char *name)
{
    return pack_text(m->check->arena, element, name);
}

/* Who may be named in the header (CSIP10–16, SIP9–31): role, type, other type. */
static const char *const allowed_agents[] = {
    "CREATOR/OTHER/SOFTWARE",
    "CREATOR/ORGANIZATION/",
    "CREATOR/INDIVIDUAL/",
    "ARCHIVIST/ORGANIZATION/",
    "ARCHIVIST/INDIVIDUAL/",
    "PRESERVATION/ORGANIZATION/",
    NULL,
};
/* Without these nobody takes the package. */
static const char *const needed_agents[] = {"CREATOR/OTHER/SOFTWARE", "CREATOR/ORGANIZATION/",
                                            NULL};

static const char *agent_kind(const mets *m, xmlNode *agent)
{
    const char *role = attribute(m, agent, "@ROLE");
    const char *type = attribute(m, agent, "@TYPE");
    const char *other = attribute(m, agent, "@OTHERTYPE");
    return mh_arena_printf(m->check->arena, "%s/%s/%s", role ? role : "", type ? type : "",
                           other ? other : "");
}

static void check_agents(const mets *m)
{
    const GPtrArray *agents = pack_select(m->check->arena, m->root, "mets:metsHdr/mets:agent");
    GHashTable *kinds = mh_arena_string_hash(m->check->arena);
    for (guint i = 0; i < agents->len; i++) {
        xmlNode *agent = agents->pdata[i];
        const char *kind = agent_kind(m, agent);
        (void)g_hash_table_add(kinds, mh_unconst(kind));
        if (!g_strv_contains(allowed_agents, kind))
            fault(m, "an agent has a role that it cannot have", kind);
        const char *name = pack_text(m->check->arena, agent, "mets:name");
        if (!name || !*name)
            fault(m, "an agent has no name", kind);
        const char *version =
            pack_text(m->check->arena, agent, "mets:note[@csip:NOTETYPE = 'SOFTWARE VERSION']");
        if (strcmp(kind, "CREATOR/OTHER/SOFTWARE") == 0 && (!version || !*version))
            fault(m, "the software's version is not told", "");
    }
    for (const char *const *kind = needed_agents; *kind; kind++)
        if (!g_hash_table_contains(kinds, *kind))
            fault(m, "an agent is not named", *kind);
}

/* Attributes of the root and the header, each with the values it may have; NULL is any. */
static void check_header(const mets *m)
{
    static const struct {
        const char *expression;
        const char *values[4];
    } needed[] = {
        {"@OBJID", {NULL}},
        {"@TYPE", {"Textual works – Digital", NULL}},
        {"@PROFILE",
         {"https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml",
          "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml",
          "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml", NULL}},
        {"mets:metsHdr/@CREATEDATE", {NULL}},
        {"mets:metsHdr/@RECORDSTATUS", {"NEW", "UPDATE", NULL}},
        {"mets:metsHdr/@csip:OAISPACKAGETYPE", {"SIP", NULL}},
        {"mets:structMap[@TYPE = 'PHYSICAL']/@LABEL", {"CSIP", NULL}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++) {
        const char *value = pack_text(m->check->arena, m->root, needed[i].expression);
        if (!value || !*value)
            fault(m, "it does not say", needed[i].expression);
        else if (needed[i].values[0] && !g_strv_contains(needed[i].values, value))
            fault(m, "it says what it cannot", value);
    }
}

/* The path of what an element refers to; NULL, with a fault, when it leads out of the package. */
static const char *reference(const mets *m, xmlNode *element)
{
    const char *href = attribute(m, element, "@xlink:href");
    const char *type = attribute(m, element, "@xlink:type");
    const char *kind = attribute(m, element, "@LOCTYPE");
    if (g_strcmp0(type, "simple") != 0 || g_strcmp0(kind, "URL") != 0)
        fault(m, "a reference is no simple URL", href ? href : "");
    if (href && pack_path_is_plain(href))
        return mh_arena_printf(m->check->arena, "%s%s", m->base, href);
    fault(m, "a reference leads to no file of the package", href ? href : "");
    return NULL;
}

/* @p described has the attributes of the file; the reference is it or in it. */
static void check_file(const mets *m, xmlNode *described, xmlNode *referring)
{
    static const char *const needed[] = {"@ID", "@MIMETYPE", "@SIZE", "@CREATED"};
    const char *path = referring ? reference(m, referring) : NULL;
    if (!path) {
        fault(m, "a file has no place", "");
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++)
        if (!attribute(m, described, needed[i]))
            fault(m, needed[i], path);
    const char *algorithm = attribute(m, described, "@CHECKSUMTYPE");
    const char *digest = attribute(m, described, "@CHECKSUM");
    const pack_claim claim = {.path = path,
                              .algorithm = algorithm ? algorithm : "",
                              .digest = digest ? digest : "",
                              .size = attribute(m, described, "@SIZE")};
    pack_check_claim(m->check, &claim);
}

static void check_files(const mets *m)
{
    const GPtrArray *refs = pack_select(m->check->arena, m->root, "//mets:mdRef");
    for (guint i = 0; i < refs->len; i++)
        check_file(m, refs->pdata[i], refs->pdata[i]);
    const GPtrArray *files = pack_select(m->check->arena, m->root, "//mets:file");
    for (guint i = 0; i < files->len; i++) {
        const GPtrArray *places = pack_select(m->check->arena, files->pdata[i], "mets:FLocat");
        check_file(m, files->pdata[i], places->len == 1 ? places->pdata[0] : NULL);
    }
}

/* Every identifier is there once, and every reference to one finds it. */
static void check_ids(mets *m)
{
    m->ids = mh_arena_string_hash(m->check->arena);
    const GPtrArray *ids = pack_select(m->check->arena, m->root, "//@ID");
    for (guint i = 0; i < ids->len; i++) {
        const char *id = pack_text(m->check->arena, ids->pdata[i], ".");
        if (!g_hash_table_add(m->ids, mh_unconst(id)))
            fault(m, "an identifier is there twice", id);
    }
    const GPtrArray *uses = pack_select(
        m->check->arena, m->root, "//@DMDID | //@ADMID | //@FILEID | //mets:mptr/@xlink:title");
    for (guint i = 0; i < uses->len; i++) {
        char **list = g_strsplit(pack_text(m->check->arena, uses->pdata[i], "."), " ", -1);
        for (char **id = list; *id; id++)
            if (!g_hash_table_contains(m->ids, *id))
                fault(m, "nothing has the identifier", *id);
        g_strfreev(list);
    }
    if (pack_select(m->check->arena, m->root, "//mets:div[@LABEL = 'Metadata']")->len != 1)
        fault(m, "its structure has no division Metadata", "");
}

static bool check_mets(mets *m)
{
    xmlDoc *doc = NULL;
    if (!pack_check_xml(m->check, m->path, &doc))
        return false;
    m->root = xmlDocGetRootElement(doc);
    if (!mh_xml_is(m->root, "http://www.loc.gov/METS/", "mets")) {
        pack_fault(m->check, MH_PAC_LAYOUT, "%s is no METS", m->path);
        return false;
    }
    check_header(m);
    check_agents(m);
    check_files(m);
    check_ids(m);
    return true;
}

/* Each representation that the package points to, by its METS. */
static void check_representations(const mets *package)
{
    pack_check *check = package->check;
    const GPtrArray *pointers = pack_select(check->arena, package->root, "//mets:mptr");
    if (pointers->len == 0)
        fault(package, "it has no representation", "");
    for (guint i = 0; i < pointers->len; i++) {
        const char *path = reference(package, pointers->pdata[i]);
        if (!path || !g_str_has_suffix(path, "/METS.xml"))
            continue;
        const mh_view base = {.ptr = path, .len = strlen(path) - strlen("METS.xml")};
        mets m = {.check = check, .path = path, .base = mh_arena_string_of(check->arena, base)};
        if (check_mets(&m))
            pack_check_premis(check,
                              mh_arena_printf(check->arena, "%s" HISTORY "premis.xml", m.base), "");
    }
}

/* What the files of one entity each say of agents. */
typedef struct histories {
    GHashTable *agents; /* described */
    GPtrArray *links;   /* elements that refer to one */
} histories;

static void read_history(pack_check *check, const char *path, histories *h)
{
    xmlDoc *doc = NULL;
    if (!pack_check_xml(check, path, &doc))
        return;
    xmlNode *root = xmlDocGetRootElement(doc);
    const char *agent = pack_text(
        check->arena, root, "/premis:agent/premis:agentIdentifier/premis:agentIdentifierValue");
    if (agent)
        (void)g_hash_table_add(h->agents, mh_unconst(agent));
    const GPtrArray *linked =
        pack_select(check->arena, root, "/premis:event/premis:linkingAgentIdentifier");
    for (guint i = 0; i < linked->len; i++)
        g_ptr_array_add(h->links, linked->pdata[i]);
    if (strstr(path, "-event-") && linked->len == 0)
        pack_fault(check, MH_PAC_METADATA, "%s: the event has no agent", path);
}

/* An agent of a step is told in a file of its own: all of them first, then who refers to one. */
static void check_histories(const mets *package)
{
    pack_check *check = package->check;
    histories h = {.agents = mh_arena_string_hash(check->arena),
                   .links = mh_arena_ptr_array(check->arena)};
    for (size_t i = 0; i < check->listing->count; i++)
        if (g_str_has_prefix(check->listing->paths[i], HISTORY))
            read_history(check, check->listing->paths[i], &h);
    for (guint i = 0; i < h.links->len; i++) {
        const char *agent =
            pack_text(check->arena, h.links->pdata[i], "premis:linkingAgentIdentifierValue");
        if (!agent || !g_hash_table_contains(h.agents, agent))
            fault(package, "the agent of an event is not described", agent ? agent : "");
    }
}

static void check_eark(pack_check *check)
{
    mets m = {.check = check, .path = "METS.xml", .base = ""};
    if (!check_mets(&m))
        return;
    const char *id = attribute(&m, m.root, "@OBJID");
    if (g_strcmp0(id, check->name) != 0)
        fault(&m, "the package's folder is not named after its identifier", id ? id : "");
    check_representations(&m);
    check_histories(&m);
    static const char *const apart[] = {"METS.xml", NULL};
    pack_check_unlisted(check, apart);
}

const mh_pack_format pack_eark = {
    .name = "eark-sip",
    .description = "an E-ARK submission package (METS, PREMIS) for RODA and other E-ARK archives",
    .payload = REPRESENTATION "data/{file}",
    .set_parts = set_parts,
    .profiles = versions,
    .is_named_by_id = true,
    .has_schemas = true,
    .is_it = is_eark,
    .check = check_eark,
};
