#include "pdf/structure.h"

#include "pdf/roles.h"
#include "pdf/syntax.h"
#include "pdf/tables.h"

/* Next element in document order; the tree may be deep, so nothing recurses. */
static const mh_element *next_element(const mh_element *e)
{
    if (e->first_child)
        return e->first_child;
    while (e && !e->next)
        e = e->parent;
    return e ? e->next : NULL;
}

static pdf_element *info_of(const pdf_document *d, const mh_element *e)
{
    return &d->elements[e->number];
}

/* Threads the marks of each element together, first to last, and tells what has content. */
static void thread_marks(pdf_document *d)
{
    size_t count = d->drawing->marks->len;
    d->next_marks = MH_NEW(d->arena, uint32_t, count);
    for (size_t i = count; i-- > 0;) {
        const mh_element *e = pdf_mark_at(d, i)->element;
        if (!e)
            continue;
        d->next_marks[i] = info_of(d, e)->mark;
        info_of(d, e)->mark = (uint32_t)(i + 1);
        for (; e && !info_of(d, e)->has_content; e = e->parent)
            info_of(d, e)->has_content = true;
    }
}

/* An empty cell is content of its table: without it the columns would not agree. */
static bool is_kept(const pdf_document *d, const mh_element *e)
{
    if (info_of(d, e)->has_content || !e->parent)
        return true;
    return pdf_role_is_table_part(e->role) && info_of(d, e->parent)->object != 0
           && (pdf_role_is_table_part(e->parent->role) || strcmp(e->parent->role, "Table") == 0)
           && strcmp(e->parent->role, "TD") != 0 && strcmp(e->parent->role, "TH") != 0;
}

/* The table, list or contents that @p e is or is a part of. */
static const mh_element *family_head(const mh_element *e)
{
    while (e->parent && pdf_role_is_nested(e->parent->role)
           && !pdf_role_may_hold("Document", e->role))
        e = e->parent;
    return e;
}

/* What cannot be a table or list by its nesting is told as plain divisions, all of it. */
static void find_misnested(pdf_document *d)
{
    bool has_fault = false;
    for (const mh_element *e = d->pages->structure; e; e = next_element(e)) {
        if (!e->parent || !info_of(d, e)->has_content
            || pdf_role_may_hold(e->parent->role, e->role))
            continue;
        const mh_element *outer = pdf_role_is_nested(e->parent->role) ? e->parent : e;
        info_of(d, family_head(outer))->is_misnested = true;
        if (!has_fault)
            (void)mh_report(d->job, MH_PDF_NESTING, 0, 0, "%s", e->role);
        has_fault = true;
    }
}

typedef struct planner {
    pdf_document *d;
    pdf_headings headings;
    uint32_t note_count;
    bool has_skip; /* reported */
} planner;

static const char *written_role(planner *p, const mh_element *e)
{
    if (pdf_role_is_nested(e->role) && info_of(p->d, family_head(e))->is_misnested)
        return "Div";
    unsigned level = pdf_role_heading_level(e->role);
    if (level != 0) {
        const char *role = pdf_headings_next(&p->headings, level);
        if (!p->has_skip && strcmp(role, e->role) != 0) {
            (void)mh_report(p->d->job, MH_PDF_HEADING, 0, 0, "%s", e->role);
            p->has_skip = true;
        }
        return role;
    }
    bool is_link = info_of(p->d, e)->link != 0;
    if (is_link || strcmp(e->role, "Link") == 0)
        return is_link ? "Link" : "Span";
    return e->role;
}

void pdf_structure_plan(pdf_document *d)
{
    thread_marks(d);
    find_misnested(d);
    d->root_element = pdf_writer_reserve(d->out);
    planner p = {.d = d};
    for (const mh_element *e = d->pages->structure; e; e = next_element(e)) {
        pdf_element *info = info_of(d, e);
        if (!is_kept(d, e))
            continue;
        info->object = pdf_writer_reserve(d->out);
        info->role = written_role(&p, e);
        if (strcmp(info->role, "Table") == 0)
            pdf_table_measure(d, e);
        if (strcmp(info->role, "Note") == 0)
            info->note = ++p.note_count;
    }
}

/* What is inside an element: its marks and its children, in document order. */
typedef struct kid {
    uint32_t order;
    const mh_element *element; /* or NULL */
    const pdf_mark *mark;      /* or NULL */
} kid;

static gint compare_kids(gconstpointer a, gconstpointer b)
{
    uint32_t left = ((const kid *)a)->order;
    uint32_t right = ((const kid *)b)->order;
    return left < right ? -1 : left > right;
}

/* Two runs that are each in order already, merged; only what is out of order is sorted. */
static void collect_kids(const pdf_document *d, const mh_element *e, GArray *kids)
{
    bool is_sorted = true;
    uint32_t last = 0;
    const mh_element *child = e->first_child;
    uint32_t mark = info_of(d, e)->mark;
    g_array_set_size(kids, 0);
    while (child || mark != 0) {
        if (child && info_of(d, child)->object == 0) {
            child = child->next;
            continue;
        }
        const pdf_mark *m = mark != 0 ? pdf_mark_at(d, mark - 1) : NULL;
        kid k = {0};
        if (m && (!child || m->order <= child->order)) {
            k = (kid){.order = m->order, .mark = m};
            mark = d->next_marks[mark - 1];
        } else if (child) {
            k = (kid){.order = child->order, .element = child};
            child = child->next;
        }
        is_sorted = is_sorted && k.order >= last;
        last = k.order;
        g_array_append_val(kids, k);
    }
    if (!is_sorted)
        g_array_sort(kids, compare_kids); /* stable */
}

/* Empty cells make a short row as wide as its table. */
static void write_missing_cells(const pdf_document *d, const mh_element *e, GString *cells)
{
    const pdf_element *row = info_of(d, e);
    g_string_truncate(cells, 0);
    for (uint32_t i = 0; i < row->missing_cells; i++) {
        uint32_t object = pdf_writer_reserve(d->out);
        GString *out = pdf_writer_scratch(d->out);
        g_string_append_printf(out, "<</Type/StructElem/S/TD/P %u 0 R/K[]>>", row->object);
        pdf_writer_object(d->out, object, out);
        g_string_append_printf(cells, "%u 0 R ", object);
    }
}

/* @p page is what the element's Pg says. */
static void put_mark(const pdf_document *d, const pdf_mark *mark, uint32_t page, GString *out)
{
    for (uint32_t i = 0; i < mark->sequences; i++)
        if (mark->page == page)
            g_string_append_printf(out, "%u ", mark->mcid + i);
        else
            g_string_append_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>",
                                   d->page_objects[mark->page], mark->mcid + i);
}

static void put_kids(const pdf_document *d, const mh_element *e, const GArray *kids, GString *out)
{
    uint32_t first = info_of(d, e)->mark;
    uint32_t page = first != 0 ? pdf_mark_at(d, first - 1)->page : UINT32_MAX;
    if (page != UINT32_MAX)
        g_string_append_printf(out, "/Pg %u 0 R", d->page_objects[page]);
    g_string_append(out, "/K[");
    for (guint i = 0; i < kids->len; i++) {
        const kid *k = &g_array_index(kids, kid, i);
        if (k->mark)
            put_mark(d, k->mark, page, out);
        else
            g_string_append_printf(out, "%u 0 R ", info_of(d, k->element)->object);
    }
    for (uint32_t link = info_of(d, e)->link; link != 0; link = d->next_links[link - 1])
        if (d->link_objects[link - 1] != 0)
            g_string_append_printf(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>",
                                   d->page_objects[pdf_link_at(d, link - 1)->page],
                                   d->link_objects[link - 1]);
}

static void put_cell_attributes(const pdf_document *d, const mh_element *e, GString *out)
{
    uint32_t rows = info_of(d, e)->row_span;
    const char *role = info_of(d, e)->role;
    bool is_header = strcmp(role, "TH") == 0;
    if (!is_header && (strcmp(role, "TD") != 0 || (e->columns <= 1 && rows <= 1)))
        return;
    g_string_append(out, "/A<</O/Table");
    if (is_header)
        pdf_put_name(g_string_append(out, "/Scope"), e->scope ? e->scope : "Column");
    if (e->columns > 1)
        g_string_append_printf(out, "/ColSpan %u", e->columns);
    if (rows > 1)
        g_string_append_printf(out, "/RowSpan %u", rows);
    g_string_append(out, ">>");
}

static const mh_element *child_of_role(const mh_element *e, const char *role)
{
    const mh_element *child = e ? e->first_child : NULL;
    while (child && strcmp(child->role, role) != 0)
        child = child->next;
    return child;
}

/* What the first label of a list begins with, or NULL. */
static const char *first_label(const pdf_document *d, const mh_element *list)
{
    const mh_element *label = child_of_role(child_of_role(list, "LI"), "Lbl");
    while (label && info_of(d, label)->mark == 0)
        label = label->first_child;
    return label ? pdf_mark_at(d, info_of(d, label)->mark - 1)->text : NULL;
}

static void put_attributes(const pdf_document *d, const mh_element *e, GString *out)
{
    const pdf_element *info = info_of(d, e);
    put_cell_attributes(d, e, out);
    if (strcmp(info->role, "L") == 0) {
        const char *label = first_label(d, e);
        g_string_append_printf(out, "/A<</O/List/ListNumbering/%s>>",
                               label ? pdf_list_numbering(label) : "None");
    }
    if (strcmp(info->role, "Figure") == 0 && info->mark != 0) {
        const double *box = pdf_mark_at(d, info->mark - 1)->box;
        g_string_append(out, "/A<</O/Layout/BBox[");
        for (int i = 0; i < 4; i++) {
            pdf_put_number(out, box[i]);
            g_string_append_c(out, ' ');
        }
        g_string_append(out, "]>>");
    }
    if (e->language)
        pdf_put_text(g_string_append(out, "/Lang"), e->language);
    if (e->alt)
        pdf_put_text(g_string_append(out, "/Alt"), e->alt);
    if (info->note != 0)
        g_string_append_printf(out, "/ID(note-%08u)", info->note);
}

static void write_elements(pdf_document *d)
{
    GArray *kids = mh_arena_array(d->arena, sizeof(kid));
    GString *cells = mh_arena_string(d->arena);
    for (const mh_element *e = d->pages->structure; e; e = next_element(e)) {
        const pdf_element *info = info_of(d, e);
        if (info->object == 0)
            continue;
        write_missing_cells(d, e, cells);
        GString *out = pdf_writer_scratch(d->out);
        g_string_append_printf(out, "<</Type/StructElem/S/%s/P %u 0 R", info->role,
                               e->parent ? info_of(d, e->parent)->object : d->root_element);
        put_attributes(d, e, out);
        collect_kids(d, e, kids);
        put_kids(d, e, kids, out);
        g_string_append_printf(out, "%s]>>", cells->str);
        pdf_writer_object(d->out, info->object, out);
    }
}

/* Element of each mark of a page, by MCID. */
static uint32_t write_page_parents(pdf_document *d, const pdf_page *page)
{
    uint32_t object = pdf_writer_reserve(d->out);
    GString *out = g_string_append_c(pdf_writer_scratch(d->out), '[');
    for (size_t i = 0; i < page->mark_count; i++) {
        const pdf_mark *mark = pdf_mark_at(d, page->first_mark + i);
        for (uint32_t n = 0; n < mark->sequences; n++)
            g_string_append_printf(out, "%u 0 R ", info_of(d, mark->element)->object);
    }
    g_string_append_c(out, ']');
    pdf_writer_object(d->out, object, out);
    return object;
}

/* Keys below the number of pages are pages, the others annotations (§14.7.4.4). */
static uint32_t write_parent_tree(pdf_document *d)
{
    size_t count = pdf_page_count(d);
    GString *tree = g_string_append(mh_arena_string(d->arena), "<</Nums[");
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(tree, "%zu %u 0 R ", i, write_page_parents(d, pdf_page_at(d, i)));
    for (size_t i = 0; i < d->drawing->links->len; i++)
        if (d->link_objects[i] != 0)
            g_string_append_printf(tree, "%zu %u 0 R ", count + i,
                                   info_of(d, pdf_link_at(d, i)->element)->object);
    g_string_append(tree, "]>>");
    uint32_t object = pdf_writer_reserve(d->out);
    pdf_writer_object(d->out, object, tree);
    return object;
}

/* Notes are numbered in document order with as many digits each, so the names are sorted. */
static void put_id_tree(const pdf_document *d, GString *out)
{
    bool has_note = false;
    for (const mh_element *e = d->pages->structure; e; e = next_element(e)) {
        const pdf_element *info = info_of(d, e);
        if (info->note == 0)
            continue;
        if (!has_note)
            g_string_append(out, "/IDTree<</Names[");
        has_note = true;
        g_string_append_printf(out, "(note-%08u) %u 0 R", info->note, info->object);
    }
    if (has_note)
        g_string_append(out, "]>>");
}

void pdf_structure_write(pdf_document *d)
{
    write_elements(d);
    uint32_t parents = write_parent_tree(d);
    GString *out = pdf_writer_scratch(d->out);
    g_string_append_printf(out,
                           "<</Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R"
                           "/ParentTreeNextKey %zu",
                           info_of(d, d->pages->structure)->object, parents,
                           pdf_page_count(d) + d->drawing->links->len);
    put_id_tree(d, out);
    g_string_append(out, ">>");
    pdf_writer_object(d->out, d->root_element, out);
    g_string_append_printf(d->catalog, "/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>",
                           d->root_element);
}
