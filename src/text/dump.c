#include "text/text.h"

static const char *furniture_name(mh_furniture furniture)
{
    switch (furniture) {
    case MH_FURNITURE_NONE:
        return "text";
    case MH_FURNITURE_RUNNING_HEAD:
        return "head";
    case MH_FURNITURE_PAGE_NUMBER:
        return "page";
    case MH_FURNITURE_JOB_NUMBER:
        return "job";
    case MH_FURNITURE_BARCODE:
        return "barcode";
    case MH_FURNITURE_RECYCLE:
        return "recycle";
    case MH_FURNITURE_RULE:
        return "rule";
    case MH_FURNITURE_DIRECTION:
        return "direction";
    case MH_FURNITURE_HYPHEN:
        return "hyphen";
    }
    return "?";
}

void mh_text_dump_lines(const mh_text *text, GString *out)
{
    for (size_t i = 0; i < text->line_count; i++) {
        const mh_line *line = &text->lines[i];
        const char *kind = line->is_blank ? "blank" : furniture_name(line->furniture);
        g_string_append_printf(out, "%u p%u %s%s |", line->number, line->page, kind,
                               line->is_cut ? " cut" : "");
        g_string_append_len(out, line->text.ptr, (gssize)line->text.len);
        g_string_append(out, "|\n");
    }
}

void mh_text_dump_blocks(const mh_text *text, GString *out)
{
    for (size_t i = 0; i < text->block_count; i++) {
        const mh_block *block = &text->blocks[i];
        g_string_append_printf(out, "%u-%u +%u%s%s%s", text->lines[block->line[0]].number,
                               text->lines[block->line[block->line_count - 1]].number,
                               block->blank_before, block->after_rule ? " note" : "",
                               block->is_row ? " row" : "", block->ends_page ? " ends" : "");
        if (block->row > 0)
            g_string_append_printf(out, " cell %u+%u", block->row, block->empty_cells);
        g_string_append(out, " |");
        g_string_append_len(out, block->text.ptr, (gssize)block->text.len);
        g_string_append(out, "|\n");
    }
}
