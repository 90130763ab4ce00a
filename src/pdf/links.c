#include "pdf/links.h"

#include <stdlib.h>

#include "pdf/syntax.h"

static int compare_id(const void *key, const void *row)
{
    return strcmp(key, ((const mh_destination *)row)->id);
}

bool pdf_put_destination(const pdf_document *d, GString *out, const char *target)
{
    const mh_destination *found =
        !target || d->pages->destination_count == 0
            ? NULL
            : bsearch(target, d->pages->destinations, d->pages->destination_count,
                      sizeof(*d->pages->destinations), compare_id);
    if (!found || found->page >= pdf_page_count(d))
        return false;
    g_string_append_printf(out, "[%u 0 R/XYZ ", d->page_objects[found->page]);
    pdf_put_number(out, pdf_points(found->x));
    g_string_append_c(out, ' ');
    pdf_put_number(out, pdf_page_at(d, found->page)->height - pdf_points(found->y));
    g_string_append(out, " null]");
    return true;
}

void pdf_put_uri_action(GString *out, const char *uri)
{
    GString *escaped = g_string_new(NULL);
    for (const char *p = uri; *p; p++) {
        if (g_ascii_isgraph(*p) && !strchr("<>\"{}|\\^`", *p))
            g_string_append_c(escaped, *p);
        else
            g_string_append_printf(escaped, "%%%02X", (unsigned char)*p);
    }
    g_string_append(out, "<</S/URI/URI");
    pdf_put_bytes(out, (mh_view){.ptr = escaped->str, .len = escaped->len});
    g_string_append(out, ">>");
    (void)g_string_free(escaped, TRUE);
}

static bool leads_somewhere(const pdf_document *d, const pdf_link *link)
{
    if (link->uri)
        return true;
    GString *unused = pdf_writer_scratch(d->out);
    return pdf_put_destination(d, unused, link->target);
}

void pdf_links_plan(pdf_document *d)
{
    size_t count = d->drawing->links->len;
    d->next_links = MH_NEW(d->arena, uint32_t, count);
    d->link_objects = MH_NEW(d->arena, uint32_t, count);
    for (size_t i = count; i-- > 0;) {
        const pdf_link *link = pdf_link_at(d, i);
        if (!leads_somewhere(d, link)) {
            (void)mh_report(d->job, MH_PDF_LINK, 0, 0, "%s", link->target ? link->target : "");
            continue;
        }
        pdf_element *element = &d->elements[link->element->number];
        d->next_links[i] = element->link;
        element->link = (uint32_t)(i + 1);
    }
}

static void put_point(GString *out, double x, double y)
{
    pdf_put_number(out, x);
    g_string_append_c(out, ' ');
    pdf_put_number(out, y);
    g_string_append_c(out, ' ');
}

/* The four corners of each area, and the rectangle round all of them. */
static void put_areas(const pdf_document *d, const pdf_link *link, GString *out)
{
    double height = pdf_page_at(d, link->page)->height;
    double left = 0.0;
    double bottom = 0.0;
    double right = 0.0;
    double top = 0.0;
    g_string_append(out, "/QuadPoints[");
    for (guint i = 0; i < link->areas->len; i++) {
        mh_rect area = g_array_index(link->areas, mh_rect, i);
        double x0 = pdf_points(area.x);
        double x1 = pdf_points(area.x + area.width);
        double y0 = height - pdf_points(area.y + area.height);
        double y1 = height - pdf_points(area.y);
        left = i == 0 ? x0 : MIN(left, x0);
        bottom = i == 0 ? y0 : MIN(bottom, y0);
        right = i == 0 ? x1 : MAX(right, x1);
        top = i == 0 ? y1 : MAX(top, y1);
        put_point(out, x0, y0);
        put_point(out, x1, y0);
        put_point(out, x1, y1);
        put_point(out, x0, y1);
    }
    g_string_append(out, "]/Rect[");
    put_point(out, left, bottom);
    put_point(out, right, top);
    g_string_append_c(out, ']');
}

/* What the link is called: its alternative text, its words, or where it leads. */
static const char *name_of(const pdf_document *d, const pdf_link *link)
{
    const GString *words =
        g_hash_table_lookup(d->drawing->link_texts, GUINT_TO_POINTER(link->element->number));
    if (link->element->alt && *link->element->alt)
        return link->element->alt;
    if (words && words->len > 0)
        return words->str;
    return link->uri ? link->uri : link->target;
}

static void write_link(const pdf_document *d, size_t index)
{
    const pdf_link *link = pdf_link_at(d, index);
    GString *out = pdf_writer_scratch(d->out);
    /* F 4: printed (PDF/A-3 §6.3.2) */
    g_string_append_printf(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent %zu",
                           pdf_page_count(d) + index);
    put_areas(d, link, out);
    pdf_put_text(g_string_append(out, "/Contents"), name_of(d, link));
    if (link->uri)
        pdf_put_uri_action(g_string_append(out, "/A"), link->uri);
    else
        (void)pdf_put_destination(d, g_string_append(out, "/Dest"), link->target);
    g_string_append(out, ">>");
    pdf_writer_object(d->out, d->link_objects[index], out);
}

void pdf_links_write(pdf_document *d)
{
    for (size_t i = 0; i < d->drawing->links->len; i++) {
        const pdf_link *link = pdf_link_at(d, i);
        const pdf_element *element = &d->elements[link->element->number];
        GString *unused = pdf_writer_scratch(d->out);
        if (element->object == 0 || (!link->uri && !pdf_put_destination(d, unused, link->target)))
            continue;
        d->link_objects[i] = pdf_writer_reserve(d->out);
        write_link(d, i);
    }
}

void pdf_links_put_page(const pdf_document *d, const pdf_page *page, GString *out)
{
    bool has_link = false;
    for (size_t i = page->first_link; i < page->first_link + page->link_count; i++) {
        if (d->link_objects[i] == 0)
            continue;
        g_string_append_printf(out, has_link ? " %u 0 R" : "/Annots[%u 0 R", d->link_objects[i]);
        has_link = true;
    }
    if (has_link)
        g_string_append_c(out, ']');
}
