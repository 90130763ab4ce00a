#include "akn/writer.h"

/* Metadata (XSD: meta). Element order inside each level is the XSD's. */

/* The converter's source attribute: who says so. */
static const char *source(akn_writer *w)
{
    mh_concept *converter = MH_NEW(w->arena, mh_concept, 1);
    *converter = (mh_concept){.kind = MH_CONCEPT_OBJECT,
                              .id = "converter",
                              .href = "/akn/ontology/object/un/masthead",
                              .show = w->generator};
    return akn_refer(w, converter);
}

static xmlNode *add_value(const akn_writer *w, xmlNode *parent, const char *name, const char *value)
{
    xmlNode *element = akn_element(w, parent, name);
    akn_set(element, "value", value);
    return element;
}

static void add_date(const akn_writer *w, xmlNode *parent, const char *date, const char *name)
{
    xmlNode *element = akn_element(w, parent, "FRBRdate");
    akn_set(element, "date", date);
    akn_set(element, "name", name);
}

static void add_author(akn_writer *w, xmlNode *parent, const mh_concept *author,
                       const mh_concept *role)
{
    const char *ref = akn_refer(w, author);
    if (!ref)
        return;
    xmlNode *element = akn_element(w, parent, "FRBRauthor");
    akn_set(element, "href", ref);
    akn_set(element, "as", akn_refer(w, role));
}

static void add_organs(akn_writer *w, xmlNode *parent)
{
    const mh_record *record = w->record;
    for (size_t i = 0; i < record->organ_count; i++)
        add_author(w, parent, record->organs[i], &akn_role_issuing_body);
    if (record->organ_count == 0)
        add_author(w, parent, &akn_organization_un, &akn_role_issuing_body);
}

static const char *issue_date(const akn_writer *w)
{
    const char *date = w->record->issue_date;
    return akn_date_is_valid(date) ? date : w->iri.date;
}

/* When the XML was made: the build's date where one is set, else the day of issuance, so that the
 * same record gives the same bytes. */
static const char *markup_date(const akn_writer *w)
{
    gint64 epoch = mh_job_epoch(w->job);
    if (epoch == 0)
        return issue_date(w);
    GDateTime *when = g_date_time_new_from_unix_utc(epoch);
    if (!when)
        return issue_date(w);
    const char *date =
        mh_arena_printf(w->arena, "%04d-%02d-%02d", g_date_time_get_year(when),
                        g_date_time_get_month(when), g_date_time_get_day_of_month(when));
    g_date_time_unref(when);
    return date;
}

/* ------------------------------------------------------------------ components */

/* Work points to Expression, that to Manifestation, that to the part of the file. */
static const struct component_level {
    const char *prefix;
    const char *target_prefix; /* NULL: the last one */
} work_level = {"w", "#e"}, expression_level = {"e", "#m"}, manifestation_level = {"m", NULL};

static void add_component(akn_writer *w, xmlNode *info, const struct component_level *level,
                          const char *name, const char *shown)
{
    xmlNode *data = akn_element(w, info, "componentData");
    const char *id = mh_arena_printf(w->arena, "%s__%s", level->prefix, name);
    akn_set(data, "eId", akn_id_reserve(w->ids, id));
    akn_set(data, "href",
            level->target_prefix ? mh_arena_printf(w->arena, "%s__%s", level->target_prefix, name)
                                 : mh_arena_printf(w->arena, "!%s", name));
    akn_set(data, "name", name);
    akn_set(data, "showAs", shown);
}

static void add_attached_components(akn_writer *w, xmlNode *info,
                                    const struct component_level *level,
                                    const mh_document *document, const char *name)
{
    unsigned number = 0;
    for (const mh_document *a = document->attachments; a; a = a->next) {
        const char *component = mh_arena_printf(w->arena, "%s_%u", name, ++number);
        add_component(w, info, level, component, akn_kind_shown(a));
        add_attached_components(w, info, level, a, component);
    }
}

static void add_component_info(akn_writer *w, xmlNode *parent, const struct component_level *level)
{
    if (!w->record->document->attachments)
        return;
    xmlNode *info = akn_element(w, parent, "componentInfo");
    add_component(w, info, level, "main", "Main document");
    add_attached_components(w, info, level, w->record->document, "annex");
}

/* ------------------------------------------------------------------ the source */

static const char *const furniture_names[] = {
    [MH_FURNITURE_NONE] = "text",
    [MH_FURNITURE_RUNNING_HEAD] = "runningHead",
    [MH_FURNITURE_PAGE_NUMBER] = "pageNumber",
    [MH_FURNITURE_JOB_NUMBER] = "jobNumber",
    [MH_FURNITURE_BARCODE] = "barcode",
    [MH_FURNITURE_RECYCLE] = "recycle",
    [MH_FURNITURE_RULE] = "rule",
    [MH_FURNITURE_DIRECTION] = "direction",
    [MH_FURNITURE_HYPHEN] = "hyphen",
};

static xmlNode *add_own(const akn_writer *w, xmlNode *parent, const char *name)
{
    return xmlAddChild(parent, xmlNewDocNode(w->doc, w->ns_mh, MH_XML(name), NULL));
}

static void set_number(const akn_writer *w, xmlNode *element, const char *name, uint32_t number)
{
    akn_set(element, name, mh_arena_printf(w->arena, "%u", number));
}

/* What was read and what of it is not content: enough to prove the text against its source. */
static void add_preservation(const akn_writer *w, xmlNode *parent)
{
    const mh_text *text = w->record->text;
    xmlNode *preservation = akn_element(w, parent, "preservation");
    xmlNode *file = add_own(w, preservation, "source");
    akn_set(file, "name", text->name);
    akn_set(file, "sha256", text->sha256);
    akn_set(file, "encoding", text->encoding);
    for (size_t i = 0; i < text->furniture_count; i++) {
        const mh_furniture_entry *entry = &text->furniture[i];
        xmlNode *furniture = add_own(w, preservation, "furniture");
        akn_set(furniture, "kind", furniture_names[entry->kind]);
        set_number(w, furniture, "line", entry->line);
        akn_text(furniture, entry->text);
    }
    for (size_t i = 0; i < w->record->move_count; i++) {
        xmlNode *move = add_own(w, preservation, "move");
        set_number(w, move, "from", w->record->moves[i].from_line);
        set_number(w, move, "to", w->record->moves[i].to_line);
        akn_text(move, w->record->moves[i].text);
    }
}

/* ------------------------------------------------------------------ identification */

/* IRIs of a Work or Expression: with @p component and without. */
static void add_iris(const akn_writer *w, xmlNode *level, const char *iri, const char *component)
{
    (void)add_value(w, level, "FRBRthis", mh_arena_printf(w->arena, "%s/!%s", iri, component));
    (void)add_value(w, level, "FRBRuri", iri);
}

static void add_number(const akn_writer *w, xmlNode *work)
{
    akn_set(add_value(w, work, "FRBRnumber", w->iri.number), "showAs", w->iri.number_shown);
}

static void add_aliases(akn_writer *w, xmlNode *work)
{
    for (size_t i = 1; i < w->record->symbol_count; i++)
        akn_set(add_value(w, work, "FRBRalias", w->record->symbols[i]), "name", "symbol");
}

static void add_work(akn_writer *w, xmlNode *identification)
{
    const mh_record *record = w->record;
    const mh_kind_info *kind = mh_kind_info_of(record->document->kind);
    xmlNode *work = akn_element(w, identification, "FRBRWork");
    add_iris(w, work, w->iri.work, "main");
    add_aliases(w, work);
    add_date(w, work, w->iri.date, kind->work_date);
    add_organs(w, work);
    add_author(w, work, record->author, &akn_role_author);
    add_component_info(w, work, &work_level);
    (void)add_value(w, work, "FRBRcountry", "un");
    (void)add_value(w, work, "FRBRsubtype", kind->subtype);
    add_number(w, work);
    if (record->title && *record->title)
        (void)add_value(w, work, "FRBRname", record->title);
    (void)add_value(w, work, "FRBRprescriptive", "false");
}

static void add_translation(akn_writer *w, xmlNode *expression)
{
    const mh_record *record = w->record;
    if (record->original_count == 0 || record->original_languages[0] == record->language)
        return;
    const char *original = mh_language_iso639_2(record->original_languages[0]);
    xmlNode *translation = akn_element(w, expression, "FRBRtranslation");
    akn_set(translation, "href", mh_arena_printf(w->arena, "%s/%s@", w->iri.work, original));
    akn_set(translation, "fromLanguage", original);
    akn_set(translation, "by", akn_refer(w, &akn_organization_dgacm));
}

static void add_expression(akn_writer *w, xmlNode *identification)
{
    xmlNode *expression = akn_element(w, identification, "FRBRExpression");
    add_iris(w, expression, w->iri.expression, "main");
    add_date(w, expression, issue_date(w), "publication");
    add_organs(w, expression);
    add_component_info(w, expression, &expression_level);
    (void)add_value(w, expression, "FRBRauthoritative", "false");
    akn_set(akn_element(w, expression, "FRBRlanguage"), "language", w->iri.language);
    add_translation(w, expression);
}

static void add_manifestation_iris(const akn_writer *w, xmlNode *level, const char *component)
{
    (void)add_value(w, level, "FRBRthis",
                    mh_arena_printf(w->arena, "%s/!%s.xml", w->iri.expression, component));
    (void)add_value(w, level, "FRBRuri", w->iri.manifestation);
}

static void add_manifestation(akn_writer *w, xmlNode *identification, const char *editor)
{
    xmlNode *level = akn_element(w, identification, "FRBRManifestation");
    add_manifestation_iris(w, level, "main");
    add_date(w, level, markup_date(w), "markup");
    xmlNode *author = akn_element(w, level, "FRBRauthor");
    akn_set(author, "href", editor);
    akn_set(author, "as", akn_refer(w, &akn_role_editor));
    add_component_info(w, level, &manifestation_level);
    add_preservation(w, level);
    (void)add_value(w, level, "FRBRformat", "xml");
}

/* ------------------------------------------------------------------ the rest */

static void add_publication(akn_writer *w, xmlNode *meta)
{
    const mh_kind_info *kind = mh_kind_info_of(w->record->document->kind);
    xmlNode *publication = akn_element(w, meta, "publication");
    akn_set(publication, "date", issue_date(w));
    akn_set(publication, "name", kind->akn_name);
    akn_set(publication, "showAs", kind->show);
    if (w->record->symbol_count > 0)
        akn_set(publication, "number", w->iri.number);
}

static void add_lifecycle(akn_writer *w, xmlNode *meta, const char *who)
{
    xmlNode *lifecycle = akn_element(w, meta, "lifecycle");
    akn_set(lifecycle, "source", who);
    xmlNode *event = akn_element(w, lifecycle, "eventRef");
    akn_set(event, "eId", akn_id_reserve(w->ids, "eref_1"));
    akn_set(event, "date", w->iri.date);
    akn_set(event, "source", "#original");
    akn_set(event, "type", "generation");
}

static void add_reference(akn_writer *w, xmlNode *references, const char *element, const char *id,
                          const char *href, const char *shown)
{
    xmlNode *reference = akn_element(w, references, element);
    akn_set(reference, "eId", id);
    akn_set(reference, "href", href);
    akn_set(reference, "showAs", shown);
}

static void add_original(akn_writer *w, xmlNode *references)
{
    const mh_record *record = w->record;
    bool is_known = record->original_count > 0;
    mh_language language = is_known ? record->original_languages[0] : record->language;
    add_reference(w, references, "original", "original",
                  mh_arena_printf(w->arena, "%s/%s@", w->iri.work, mh_language_iso639_2(language)),
                  is_known ? mh_arena_printf(w->arena, "Original (%s)", mh_language_name(language))
                           : "Original");
}

static void add_attachment_references(akn_writer *w, xmlNode *references)
{
    unsigned number = 0;
    for (const mh_document *a = w->record->document->attachments; a; a = a->next) {
        number++;
        add_reference(w, references, "hasAttachment",
                      akn_id_reserve(w->ids, mh_arena_printf(w->arena, "hasAtt_%u", number)),
                      mh_arena_printf(w->arena, "%s/!annex_%u", w->iri.work, number),
                      akn_kind_shown(a));
    }
}

/* The printed job number, where the Secretariat's own files have it. */
static void add_presentation(akn_writer *w, xmlNode *meta)
{
    const char *number = w->record->job_number;
    if (!number)
        return;
    xmlNode *presentation = akn_element(w, meta, "presentation");
    akn_set(presentation, "source", source(w));
    xmlNs *ns = xmlNewNs(presentation, MH_XML(MH_NS_AKN4UN), MH_XML("akn4un"));
    xmlNode *parent = presentation;
    static const char *const frames[] = {"footerFirstPage", "footerFirstPageLeft", "internalCode"};
    for (size_t i = 0; i < G_N_ELEMENTS(frames); i++)
        parent = xmlAddChild(parent, xmlNewDocNode(w->doc, ns, MH_XML(frames[i]), NULL));
    xmlNode *docket = akn_element(w, parent, "docketNumber");
    akn_set(docket, "refersTo", akn_refer(w, &akn_concept_job_number));
    akn_text(docket, mh_view_of(number));
}

xmlNode *akn_meta(akn_writer *w, xmlNode *parent)
{
    const char *who = source(w);
    xmlNode *meta = akn_element(w, parent, "meta");
    xmlNode *identification = akn_element(w, meta, "identification");
    akn_set(identification, "source", who);
    /* Taken before the text can: the life cycle points to it. */
    (void)akn_id_reserve(w->ids, "original");
    add_work(w, identification);
    add_expression(w, identification);
    add_manifestation(w, identification, who);
    add_publication(w, meta);
    add_lifecycle(w, meta, who);
    return meta;
}

void akn_meta_finish(akn_writer *w, xmlNode *meta)
{
    xmlNode *references = akn_element(w, meta, "references");
    akn_set(references, "source", source(w));
    add_original(w, references);
    add_attachment_references(w, references);
    /* The presentation comes after the references, but refers to one of them. */
    add_presentation(w, meta);
    for (size_t i = 0; i < akn_references_count(w->references); i++) {
        const akn_reference *item = akn_references_at(w->references, i);
        const mh_concept *concept = item->concept;
        add_reference(w, references, akn_references_element(concept->kind), item->id, concept->href,
                      concept->show ? concept->show : concept->id);
    }
}

/* What was sent in is by who sent it, else by the organ like the record itself. */
static void add_attachment_authors(akn_writer *w, xmlNode *parent)
{
    if (w->record->author)
        add_author(w, parent, w->record->author, &akn_role_author);
    else
        add_organs(w, parent);
}

/* Identification of a part of the whole: an attachment, or a resolution of a set. */
static void add_part_identification(akn_writer *w, xmlNode *meta, const char *component,
                                    mh_language language)
{
    const mh_kind_info *kind = mh_kind_info_of(w->work->kind);
    const char *who = source(w);
    xmlNode *identification = akn_element(w, meta, "identification");
    akn_set(identification, "source", who);

    xmlNode *work = akn_element(w, identification, "FRBRWork");
    add_iris(w, work, w->iri.work, component);
    add_date(w, work, w->iri.date, kind->work_date);
    add_attachment_authors(w, work);
    (void)add_value(w, work, "FRBRcountry", "un");
    (void)add_value(w, work, "FRBRsubtype", kind->subtype);
    add_number(w, work);

    xmlNode *expression = akn_element(w, identification, "FRBRExpression");
    add_iris(w, expression, w->iri.expression, component);
    add_date(w, expression, issue_date(w), "publication");
    add_attachment_authors(w, expression);
    akn_set(akn_element(w, expression, "FRBRlanguage"), "language", mh_language_iso639_2(language));

    xmlNode *manifestation = akn_element(w, identification, "FRBRManifestation");
    add_manifestation_iris(w, manifestation, component);
    add_date(w, manifestation, markup_date(w), "markup");
    xmlNode *author = akn_element(w, manifestation, "FRBRauthor");
    akn_set(author, "href", who);
    akn_set(author, "as", akn_refer(w, &akn_role_editor));
    (void)add_value(w, manifestation, "FRBRformat", "xml");
}

void akn_meta_of_component(akn_writer *w, xmlNode *parent, const char *component)
{
    add_part_identification(w, akn_element(w, parent, "meta"), component, w->record->language);
}

void akn_meta_of_attachment(akn_writer *w, xmlNode *parent, const mh_document *document,
                            const char *component, akn_id id)
{
    xmlNode *meta = akn_element(w, parent, "meta");
    mh_language language =
        document->language == MH_LANGUAGE_NONE ? w->record->language : document->language;
    add_part_identification(w, meta, component, language);

    xmlNode *references = akn_element(w, meta, "references");
    akn_set(references, "source", source(w));
    add_reference(w, references, "attachmentOf", akn_id_only(w->ids, id, "attachmentOf").eid,
                  mh_arena_printf(w->arena, "%s/!main", w->iri.work), akn_kind_shown(w->work));
}
