#include "fo/resolve.h"

#include "base/xml.h"

#define NS_FOX "http://xmlgraphics.apache.org/fop/extensions"

enum { NAME_MAX_BYTES = 80 };

/* A property set by an attribute, waiting for its turn. */
typedef struct declaration {
    const fo_property *property;
    const char *value;
} declaration;

fo_side fo_side_of(fo_physical side, bool is_rtl)
{
    switch (side) {
    case FO_TOP:
        return FO_BEFORE;
    case FO_BOTTOM:
        return FO_AFTER;
    case FO_LEFT:
        return is_rtl ? FO_END : FO_START;
    case FO_RIGHT:
        break;
    }
    return is_rtl ? FO_START : FO_END;
}

size_t fo_property_offset(const fo_property *property, bool is_rtl)
{
    size_t side = property->side;
    switch (property->side_kind) {
    case FO_SIDE_NONE:
        return property->offset;
    case FO_SIDE_RELATIVE:
        break;
    case FO_SIDE_PHYSICAL:
        side = fo_side_of((fo_physical)property->side, is_rtl);
        break;
    }
    return offsetof(fo_style, edges) + side * sizeof(fo_edge) + property->offset;
}

/* Styles as keys: equal bytes are equal styles. Strings are interned, so their addresses count. */

static guint hash_style(gconstpointer key)
{
    const unsigned char *bytes = key;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i + sizeof(uint64_t) <= sizeof(fo_style); i += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, bytes + i, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x100000001b3);
        hash ^= hash >> 29U;
    }
    return (guint)(hash ^ (hash >> 32U));
}

static gboolean equal_style(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(fo_style)) == 0; // NOLINT(bugprone-suspicious-memory-comparison)
}

static const fo_style *share_style(fo_resolver *resolver, const fo_style *style)
{
    const fo_style *known = g_hash_table_lookup(resolver->styles, style);
    if (known)
        return known;
    fo_style *copy = MH_NEW(resolver->arena, fo_style, 1);
    memcpy(copy, style, sizeof *copy);
    g_hash_table_add(resolver->styles, copy);
    return copy;
}

const char *fo_resolver_intern(fo_resolver *resolver, mh_view text)
{
    char *copy = mh_arena_string_of(resolver->arena, text);
    const char *known = g_hash_table_lookup(resolver->strings, copy);
    if (known)
        return known;
    g_hash_table_insert(resolver->strings, copy, copy);
    return copy;
}

static void destroy_table(void *table)
{
    g_hash_table_unref(table);
}

static void set_initial(fo_cascade *cascade, const fo_property *row)
{
    bool is_good = fo_value_set(cascade, row, mh_view_of(row->initial));
    g_assert(is_good);
}

/* The initial style is read from the table by the same readers as attributes. */
static void make_initial(fo_resolver *resolver, const fo_property *rows, size_t count)
{
    fo_cascade cascade = {.resolver = resolver, .parent = &resolver->initial};
    for (fo_rank rank = FO_RANK_FONT; rank <= FO_RANK_PHYSICAL; rank++)
        for (size_t i = 0; i < count; i++)
            if (rows[i].rank == rank && rows[i].initial)
                set_initial(&cascade, &rows[i]);
    memcpy(&resolver->initial, &cascade.style, sizeof cascade.style);
}

fo_resolver *fo_resolver_new(mh_job *job)
{
    mh_arena *arena = mh_job_arena(job);
    fo_resolver *resolver = MH_NEW(arena, fo_resolver, 1);
    *resolver = (fo_resolver){.job = job,
                              .arena = arena,
                              .rows = mh_arena_string_hash(arena),
                              .strings = mh_arena_string_hash(arena),
                              .styles = g_hash_table_new(hash_style, equal_style),
                              .warned = mh_arena_string_hash(arena),
                              .properties = mh_arena_array(arena, sizeof(declaration)),
                              .objects = mh_arena_array(arena, sizeof(declaration))};
    mh_arena_defer(arena, destroy_table, resolver->styles);
    size_t count = 0;
    const fo_property *rows = fo_properties(&count);
    resolver->reset = MH_NEW(arena, const fo_property *, count);
    for (size_t i = 0; i < count; i++) {
        g_hash_table_insert(resolver->rows, fo_unconst(rows[i].name), fo_unconst(&rows[i]));
        if (!rows[i].inherited && rows[i].size > 0 && rows[i].initial)
            resolver->reset[resolver->reset_count++] = &rows[i];
    }
    make_initial(resolver, rows, count);
    return resolver;
}

const fo_property *fo_resolver_find(const fo_resolver *resolver, mh_view name)
{
    char key[NAME_MAX_BYTES];
    if (name.len >= sizeof key)
        return NULL;
    memcpy(key, name.ptr, name.len);
    key[name.len] = '\0';
    return g_hash_table_lookup(resolver->rows, key);
}

/* Warns, but once about the same thing. */
static void warn_once(fo_resolver *resolver, mh_diag_code code, uint32_t line, const char *detail)
{
    if (resolver->is_quiet || g_hash_table_contains(resolver->warned, detail))
        return;
    g_hash_table_add(resolver->warned, mh_arena_strdup(resolver->arena, detail));
    (void)mh_report(resolver->job, code, line, 0, "%s", detail);
}

bool fo_cascade_set(fo_cascade *cascade, const char *name, mh_view value)
{
    const fo_property *property = fo_resolver_find(cascade->resolver, mh_view_of(name));
    g_assert(property);
    return fo_value_set(cascade, property, value);
}

/* Name of an attribute as the table has it; NULL for those of foreign namespaces. */
static const char *attribute_name(const xmlAttr *attribute, char *buffer)
{
    const char *name = (const char *)attribute->name;
    if (!attribute->ns)
        return name;
    const char *prefix = NULL;
    if (strcmp((const char *)attribute->ns->href, NS_FOX) == 0)
        prefix = "fox:";
    else if (strcmp((const char *)attribute->ns->href, (const char *)XML_XML_NAMESPACE) == 0)
        prefix = "xml:";
    if (!prefix)
        return NULL;
    (void)g_snprintf(buffer, NAME_MAX_BYTES, "%s%s", prefix, name);
    return buffer;
}

static const char *attribute_value(const xmlAttr *attribute)
{
    return attribute->children && attribute->children->content
               ? (const char *)attribute->children->content
               : "";
}

/* An attribute that stays text, in the arena without white space around it. */
static void keep_attribute(fo_resolver *resolver, const declaration *d, fo_attribute_value *out)
{
    mh_view value = mh_view_trim(mh_view_of(d->value));
    bool is_whole = value.len == strlen(d->value);
    *out = (fo_attribute_value){.name = d->property->name,
                                .value = is_whole ? d->value
                                                  : mh_arena_string_of(resolver->arena, value)};
}

/*
 * Sorts the attributes of @p xml: properties by rank into @p properties (grown as needed), the
 * others to the front of @p objects.
 */
static void collect(fo_resolver *resolver, const fo_node *node, GArray *properties, GArray *objects)
{
    char buffer[NAME_MAX_BYTES];
    for (const xmlAttr *a = node->xml->properties; a; a = a->next) {
        const char *name = attribute_name(a, buffer);
        const fo_property *row = name ? g_hash_table_lookup(resolver->rows, name) : NULL;
        declaration d = {.property = row, .value = attribute_value(a)};
        if (row && row->type == FO_PROPERTY_OBJECT) {
            g_array_append_val(objects, d);
        } else if (row && row->type != FO_PROPERTY_NONE) {
            guint place = properties->len;
            while (place > 0
                   && g_array_index(properties, declaration, place - 1).property->rank > row->rank)
                place--;
            g_array_insert_val(properties, place, d);
        } else if (!row && name && !g_str_has_prefix(name, "fox:")
                   && !g_str_has_prefix(name, "xml:")) {
            warn_once(resolver, MH_FO_PROPERTY_UNKNOWN, node->line, name);
        }
    }
}

static void start_cascade(fo_cascade *cascade)
{
    const fo_resolver *resolver = cascade->resolver;
    memcpy(&cascade->style, cascade->parent, sizeof cascade->style);
    for (size_t i = 0; i < resolver->reset_count; i++) {
        const fo_property *row = resolver->reset[i];
        size_t offset = fo_property_offset(row, false);
        memcpy((char *)&cascade->style + offset, (const char *)&resolver->initial + offset,
               row->size);
    }
    /* Second fields of rows that have two. */
    cascade->style.character = 0;
    cascade->style.adjust_baseline = FO_BASELINE_AUTO;
    cascade->style.shift = resolver->initial.shift;
    cascade->style.content_width_fit = false;
    cascade->style.content_height_fit = false;
}

/* The colour of a border that names none is the object's own (§7.8.19). */
static void color_edges(fo_style *style)
{
    for (size_t i = 0; i < FO_SIDE_COUNT; i++)
        style->edges[i].color = style->color;
}

static void apply(fo_cascade *cascade, const GArray *properties)
{
    fo_resolver *resolver = cascade->resolver;
    bool is_first = true;
    for (guint i = 0; i < properties->len; i++) {
        const declaration *d = &g_array_index(properties, declaration, i);
        if (is_first && d->property->rank > FO_RANK_FIRST) {
            color_edges(&cascade->style);
            is_first = false;
        }
        if (fo_value_set(cascade, d->property, mh_view_of(d->value)))
            continue;
        const char *detail =
            mh_arena_printf(resolver->arena, "%s=\"%s\"", d->property->name, d->value);
        warn_once(resolver, MH_FO_PROPERTY_VALUE, cascade->node->line, detail);
    }
    if (is_first)
        color_edges(&cascade->style);
}

static fo_length add_lengths(fo_length a, fo_length b)
{
    return (fo_length){.fixed = a.fixed + b.fixed, .percent = a.percent + b.percent};
}

static bool makes_reference_area(fo_type type)
{
    switch (type) {
    case FO_SIMPLE_PAGE_MASTER:
    case FO_REGION_BODY:
    case FO_REGION_BEFORE:
    case FO_REGION_AFTER:
    case FO_REGION_START:
    case FO_REGION_END:
    case FO_BLOCK_CONTAINER:
    case FO_INLINE_CONTAINER:
    case FO_TABLE_CELL:
    case FO_TABLE_CAPTION:
        return true;
    default:
        return false;
    }
}

/*
 * Margins beside the area become indents, or spaces of inline areas (§5.3.2); padding and border
 * are in an indent only where a margin is given. Sides of margins are those of the parent.
 */
static void place_margin(fo_cascade *cascade, fo_physical side)
{
    if (!cascade->has_margin[side])
        return;
    fo_style *style = &cascade->style;
    fo_type type = cascade->node->type;
    fo_side at = fo_side_of(side, cascade->parent->writing_rtl);
    fo_length margin = cascade->style.margins[side];
    if (fo_type_is_inline(type)) {
        fo_space *space = at == FO_START ? &style->space_start : &style->space_end;
        space->minimum = space->optimum = space->maximum = margin;
        return;
    }
    const fo_edge *edge = &style->edges[at];
    fo_length indent = add_lengths(margin, edge->padding);
    indent.fixed += edge->width;
    bool is_start = at == FO_START;
    if (!makes_reference_area(type))
        indent = add_lengths(indent, is_start ? cascade->parent->start_indent
                                              : cascade->parent->end_indent);
    *(is_start ? &style->start_indent : &style->end_indent) = indent;
}

/* A margin above or below is a space that the edge of a page does not swallow. */
static void place_space(fo_space *space, fo_length margin)
{
    space->minimum = space->optimum = space->maximum = margin;
    space->retain = true;
}

static void place_margins(fo_cascade *cascade)
{
    fo_style *style = &cascade->style;
    if (cascade->has_margin[FO_TOP])
        place_space(&style->space_before, style->margins[FO_TOP]);
    if (cascade->has_margin[FO_BOTTOM])
        place_space(&style->space_after, style->margins[FO_BOTTOM]);
    place_margin(cascade, FO_LEFT);
    place_margin(cascade, FO_RIGHT);
}

/* Minimum ≤ optimum ≤ maximum; a part that was not given gives way (§4.3.1). */
static void order_space(fo_space *space)
{
    if (space->minimum.percent != 0.0F || space->optimum.percent != 0.0F
        || space->maximum.percent != 0.0F)
        return;
    if (space->minimum.fixed > space->maximum.fixed)
        space->maximum = space->minimum;
    if (space->optimum.fixed > space->maximum.fixed) {
        if (space->maximum.fixed == 0)
            space->maximum = space->optimum;
        else
            space->optimum = space->maximum;
    }
    if (space->optimum.fixed < space->minimum.fixed)
        space->optimum = space->minimum;
}

/* A tag put together from language, script and country; the parent's language where none is given.
 */
static mh_view join_language(const fo_cascade *cascade)
{
    const mh_view *given = cascade->language;
    mh_view primary = given[FO_LANGUAGE_PRIMARY];
    if (!primary.ptr) {
        mh_view inherited = mh_view_of(cascade->parent->language);
        primary = mh_view_slice(inherited, 0, mh_view_find(inherited, MH_VIEW("-"), 0));
    }
    GString *text = mh_arena_string(cascade->resolver->arena);
    if (primary.len == 0 || fo_is(primary, "none"))
        return (mh_view){.ptr = text->str};
    g_string_append_len(text, primary.ptr, (gssize)primary.len);
    for (size_t part = FO_LANGUAGE_SCRIPT; part <= FO_LANGUAGE_COUNTRY; part++)
        if (given[part].len > 0 && !fo_is(given[part], "none") && !fo_is(given[part], "auto"))
            g_string_append_printf(text, "-%.*s", MH_VIEW_ARG(given[part]));
    return (mh_view){.ptr = text->str, .len = text->len};
}

/* The tag in force: xml:lang, or its parts. */
static void settle_language(fo_cascade *cascade)
{
    const mh_view *given = cascade->language;
    mh_view tag = given[FO_LANGUAGE_TAG];
    const bool has_part = given[FO_LANGUAGE_PRIMARY].ptr || given[FO_LANGUAGE_SCRIPT].ptr
                          || given[FO_LANGUAGE_COUNTRY].ptr;
    if (!tag.ptr && !has_part)
        return;
    if (!tag.ptr)
        tag = join_language(cascade);
    cascade->style.language = tag.len > 0 ? fo_resolver_intern(cascade->resolver, tag) : NULL;
}

static void finish_cascade(fo_cascade *cascade)
{
    fo_style *style = &cascade->style;
    if (style->line_height_factor > 0.0F)
        style->line_height = fo_length_round((double)style->line_height_factor * style->font_size);
    for (size_t i = 0; i < FO_SIDE_COUNT; i++)
        if (style->edges[i].style <= FO_BORDER_HIDDEN)
            style->edges[i].width = 0;
    place_margins(cascade);
    order_space(&style->space_before);
    order_space(&style->space_after);
    order_space(&style->space_start);
    order_space(&style->space_end);
    settle_language(cascade);
}

static void copy_objects(fo_resolver *resolver, fo_node *node, const GArray *objects)
{
    if (objects->len == 0)
        return;
    fo_attribute_value *values = MH_NEW(resolver->arena, fo_attribute_value, objects->len);
    for (guint i = 0; i < objects->len; i++)
        keep_attribute(resolver, &g_array_index(objects, declaration, i), &values[i]);
    node->attributes = values;
    node->attribute_count = objects->len;
}

void fo_resolve(fo_resolver *resolver, fo_node *node, const fo_style *parent)
{
    g_array_set_size(resolver->properties, 0);
    g_array_set_size(resolver->objects, 0);
    collect(resolver, node, resolver->properties, resolver->objects);
    copy_objects(resolver, node, resolver->objects);
    fo_cascade cascade;
    memset(&cascade, 0, sizeof cascade);
    cascade.resolver = resolver;
    cascade.node = node;
    cascade.parent = parent;
    start_cascade(&cascade);
    apply(&cascade, resolver->properties);
    finish_cascade(&cascade);
    node->style = share_style(resolver, &cascade.style);
}

const fo_style *fo_resolve_anonymous(fo_resolver *resolver, const fo_style *parent)
{
    fo_cascade cascade;
    memset(&cascade, 0, sizeof cascade);
    cascade.resolver = resolver;
    cascade.parent = parent;
    start_cascade(&cascade);
    for (size_t i = 0; i < FO_SIDE_COUNT; i++)
        cascade.style.edges[i].width = 0;
    return share_style(resolver, &cascade.style);
}
