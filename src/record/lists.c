#include "record/body.h"

/* How far ahead the next mark of a list is looked for. */
#define LOOK_AHEAD 12

void rec_close_lists(rec_builder *builder)
{
    builder->list_count = 0;
}

mh_node *rec_builder_item(rec_builder *builder)
{
    return builder->list_count ? builder->lists[builder->list_count - 1].item : NULL;
}

static bool is_list_mark(const rec_mark *mark)
{
    return mark->dress == REC_DRESS_BOTH || mark->dress == REC_DRESS_CLOSED
           || mark->dress == REC_DRESS_QUOTED || mark->dress == REC_DRESS_BULLET
           || (mark->dress == REC_DRESS_STOP
               && (rec_mark_has(mark, REC_STYLE_LETTER) || rec_mark_has(mark, REC_STYLE_SMALL_ROMAN)
                   || rec_mark_has(mark, REC_STYLE_ABJAD)));
}

/* The mark of the next list item of the same dress. */
static const rec_mark *next_mark(const rec_builder *builder, size_t at, rec_dress dress)
{
    size_t next = at;
    for (size_t i = 0; i < LOOK_AHEAD; i++) {
        next = rec_next_unit(builder->reader, builder->range, next + 1);
        if (next >= builder->range.to)
            return NULL;
        const rec_unit *unit = rec_unit_at(builder->reader, next);
        if (unit->mark.dress == dress)
            return &unit->mark;
        if (unit->mark.count > 0 && !is_list_mark(&unit->mark))
            return NULL;
    }
    return NULL;
}

/* The open list that @p mark goes on with, innermost first; its reading in @p out. */
static size_t continued_list(const rec_builder *builder, const rec_mark *mark, rec_reading *out)
{
    for (size_t i = builder->list_count; i > 0; i--) {
        const rec_level *list = &builder->lists[i - 1];
        if (list->dress != mark->dress || !rec_mark_has(mark, list->style))
            continue;
        uint32_t value = rec_mark_value(mark, list->style);
        if (value == list->value + 1 || list->style == REC_STYLE_BULLET) {
            *out = (rec_reading){list->style, value};
            return i - 1;
        }
    }
    return SIZE_MAX;
}

/* A reading that begins a list, and whether the item after it proves it. */
static rec_reading beginning(const rec_builder *builder, size_t at, const rec_mark *mark,
                             bool *is_proved)
{
    rec_reading first = {0};
    const rec_mark *next = NULL;
    *is_proved = false;
    for (uint32_t i = 0; i < mark->count; i++) {
        rec_reading reading = mark->reading[i];
        if (reading.value > 1)
            continue;
        if (first.style == REC_STYLE_NONE)
            first = reading;
        next = next ? next : next_mark(builder, at, mark->dress);
        if (next && rec_mark_value(next, reading.style) == reading.value + 1) {
            *is_proved = true;
            return reading;
        }
    }
    return first;
}

/* A list of that style is open: a lost number is likelier than a list in itself. */
static size_t same_style_list(const rec_builder *builder, const rec_mark *mark, rec_reading *out)
{
    for (size_t i = builder->list_count; i > 0; i--) {
        const rec_level *list = &builder->lists[i - 1];
        if (list->dress == mark->dress && rec_mark_has(mark, list->style)
            && rec_mark_value(mark, list->style) > list->value) {
            *out = (rec_reading){list->style, rec_mark_value(mark, list->style)};
            return i - 1;
        }
    }
    return SIZE_MAX;
}

/* Text of a paragraph that announces a list: it becomes the list's introduction. */
static mh_node *take_introduction(mh_node *parent)
{
    mh_node *last = parent->last_child;
    if (!last || last->kind != MH_NODE_P || last->name)
        return NULL;
    rec_node_remove_last(parent);
    return last;
}

/* Where a new list goes: into the open item, the open paragraph, or the level itself. */
static mh_node *list_parent(rec_builder *builder, const rec_mark *mark)
{
    mh_node *item = rec_builder_item(builder);
    if (item)
        return item;
    mh_node *paragraph = builder->paragraph;
    if (!paragraph)
        return NULL;
    mh_node *last = paragraph->last_child;
    bool announces =
        last && last->kind == MH_NODE_P
        && (rec_last_char(last->text.text) == ':' || rec_last_char(last->text.text) == 0xFF1A
            || rec_last_char(last->text.text) == ',');
    bool is_bullet = mark->dress == REC_DRESS_BULLET;
    return announces || (paragraph->num.len > 0 && !is_bullet) || paragraph->num.len > 0 ? paragraph
                                                                                         : NULL;
}

static rec_level *open_list(rec_builder *builder, const rec_unit *unit, rec_reading reading)
{
    if (builder->list_count == REC_LISTS_MAX)
        builder->list_count--;
    mh_node *list = rec_node_new(builder->reader, MH_NODE_LIST, NULL);
    mh_node *parent = list_parent(builder, &unit->mark);
    if (parent) {
        mh_node *intro = take_introduction(parent);
        if (intro) {
            list->text = intro->text;
            list->language = intro->language;
            list->first_line = intro->first_line;
            list->last_line = intro->last_line;
        }
    } else {
        parent = rec_builder_level(builder);
        builder->paragraph = NULL;
    }
    rec_node_append(parent, list);
    rec_level *level = &builder->lists[builder->list_count++];
    *level = (rec_level){.node = list, .style = reading.style, .dress = unit->mark.dress};
    return level;
}

/* The list for the mark: goes on with an open one or begins one. */
static rec_level *list_for(rec_builder *builder, size_t at, rec_reading *reading)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    bool is_proved = false;
    size_t list = continued_list(builder, &unit->mark, reading);
    rec_reading first = beginning(builder, at, &unit->mark, &is_proved);
    /* "(i)" after "(h)": the ninth letter unless "(ii)" follows. */
    bool restarts = list != SIZE_MAX && is_proved && first.style != reading->style
                    && first.style != REC_STYLE_NONE && unit->mark.count > 1;
    if (list == SIZE_MAX && first.style == REC_STYLE_NONE)
        list = same_style_list(builder, &unit->mark, reading);
    if (list != SIZE_MAX && !restarts) {
        builder->list_count = list + 1;
        return &builder->lists[list];
    }
    *reading = first.style != REC_STYLE_NONE ? first : unit->mark.reading[0];
    for (size_t i = 0; i < builder->list_count; i++) {
        bool is_same = builder->lists[i].style == reading->style
                       && builder->lists[i].dress == unit->mark.dress;
        if (is_same) /* "(a)" after "(d)": a new list beside the old one */
            builder->list_count = i;
    }
    return open_list(builder, unit, *reading);
}

size_t rec_take_item(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    if (!is_list_mark(&unit->mark) || unit->mark.rest >= unit->text.len)
        return 0;
    rec_reading reading = {0};
    rec_level *list = list_for(builder, at, &reading);
    bool is_bullet = unit->mark.dress == REC_DRESS_BULLET;
    mh_node *item = rec_node_new(builder->reader, is_bullet ? MH_NODE_INDENT : MH_NODE_POINT, unit);
    item->num = mh_view_slice(unit->text, 0, unit->mark.length);
    rec_node_append(item,
                    rec_paragraph_of(builder->reader, unit, unit->mark.rest, REC_INLINE_BODY));
    rec_node_append(list->node, item);
    list->item = item;
    list->value = reading.value;
    return 1;
}
