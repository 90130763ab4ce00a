/* fo:bookmark-tree (XSL 1.1 §6.11) as the outline that readers see. */

#include "fo/treebuild.h"

/* "url(http://example.org/)" or plain; without quotes. */
static const char *external(fo_tree_builder *builder, const char *text)
{
    if (!text)
        return NULL;
    mh_view uri = mh_view_of(text);
    if (mh_view_starts_with(uri, MH_VIEW("url(")) && mh_view_ends_with(uri, MH_VIEW(")")))
        uri = mh_view_trim(mh_view_slice(uri, 4, uri.len - 1));
    if (uri.len >= 2 && (*uri.ptr == '"' || *uri.ptr == '\''))
        uri = mh_view_slice(uri, 1, uri.len - 1);
    return mh_arena_string_of(builder->arena, uri);
}

static const char *title_text(fo_tree_builder *builder, const fo_node *bookmark)
{
    GString *title = mh_arena_string(builder->arena);
    for (const fo_node *c = bookmark->first_child; c; c = c->next)
        for (const fo_node *t = c->first_child; c->type == FO_BOOKMARK_TITLE && t; t = t->next)
            g_string_append_len(title, t->text.ptr, (gssize)t->text.len);
    char *squeezed = mh_arena_strdup(builder->arena, title->str);
    char *to = squeezed;
    for (const char *p = title->str; *p; p++) {
        bool is_space = g_ascii_isspace(*p);
        if (!is_space)
            *to++ = *p;
        else if (to > squeezed && to[-1] != ' ')
            *to++ = ' ';
    }
    if (to > squeezed && to[-1] == ' ')
        to--;
    *to = '\0';
    return squeezed;
}

const mh_bookmark *fo_bookmarks(fo_tree_builder *builder, const fo_node *tree)
{
    mh_bookmark *first = NULL;
    mh_bookmark **link = &first;
    for (const fo_node *child = tree->first_child; child; child = child->next) {
        if (child->type != FO_BOOKMARK)
            continue;
        const char *state = fo_attribute(child, "starting-state");
        mh_bookmark *entry = MH_NEW(builder->arena, mh_bookmark, 1);
        const mh_bookmark *inner = fo_bookmarks(builder, child);
        *entry =
            (mh_bookmark){.title = title_text(builder, child),
                          .target = fo_attribute(child, "internal-destination"),
                          .uri = external(builder, fo_attribute(child, "external-destination")),
                          .is_open = !state || strcmp(state, "hide") != 0,
                          .first_child = fo_unconst(inner)};
        *link = entry;
        link = &entry->next;
    }
    return first;
}
