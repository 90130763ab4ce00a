#include "text/reflow.h"

#include "lexicon/printed.h"
#include "text/cells.h"
#include "text/hyphen.h"
#include "text/scan.h"

/* A signature has no more lines below "(Signed)". */
#define SIGNATURE_LINES 6
/* A number and its text stand no further apart than this. */
#define MARK_BLANK_LINES 3

/* A block while its lines are gathered. */
typedef struct draft {
    uint32_t first; /* its first fact */
    uint32_t count;
    txt_fact last;      /* of its last line, with the mark and title of the first */
    uint32_t width;     /* of a full line at its last line */
    uint32_t title;     /* columns of the widest line of a letter's or annex's title, else 0 */
    bool is_addressed;  /* the title has come to whom the letter is addressed */
    uint32_t signature; /* lines from "(Signed)" on, 0 outside of signatures */
} draft;

typedef struct reflow {
    mh_job *job;
    const txt_pages *pages;
    txt_facts facts;
    txt_measure measure;
    const txt_row *rows;   /* see txt_find_rows() */
    const txt_cell *cells; /* see txt_find_cells() */
    uint32_t *owner;       /* block of each fact */
    GArray *drafts;        /* block → draft */
    GArray *entries;       /* furniture */
    bool has_foot;         /* furniture stands below the last text line */
    uint32_t last_number;  /* of the numbered paragraph begun last */
    uint32_t notes_due;    /* numbers of notes seen whose texts have not come yet */
    txt_hyphens *hyphens;
    GString *scratch;
} reflow;

#define NO_BLOCK SIZE_MAX

/* Blocks that the next line may go on with. */
typedef struct open_blocks {
    size_t body;
    size_t note;
    size_t notice;      /* on corrections, at the foot of a meeting record's first page */
    size_t above_notes; /* the body block above what may be notes at a page's foot */
    bool has_speech;    /* somebody has spoken */
} open_blocks;

static draft *draft_at(const reflow *r, size_t index)
{
    return &g_array_index(r->drafts, draft, index);
}

/* Lines of a signature stand for themselves, but for a title that goes on in small letters. */
static bool continues_signature(const draft *block, const txt_fact *next)
{
    return next->gap == TXT_GAP_NONE && next->is_lower && !block->last.is_signature
           && block->last.end <= TXT_END_OPEN;
}

/* "153/12." alone on its line: the number of a resolution. */
static bool is_resolution_number(const txt_fact *fact)
{
    return fact->mark.kind == TXT_MARK_NUMBER && fact->mark.number == 0 && fact->is_lone_mark;
}

/*
 * "12." alone on its line waits for its text, even over a page's end. In Arabic the dash between a
 * resolution's number and its title may begin the title's line.
 */
static bool takes_text(const txt_fact *mark, const txt_fact *next)
{
    bool is_dashed_title = next->mark.kind == TXT_MARK_DASH && is_resolution_number(mark);
    return mark->is_lone_mark && mark->mark.kind != TXT_MARK_STAR && !next->is_lone_mark
           && (next->mark.kind == TXT_MARK_NONE || is_dashed_title) && !next->is_row
           && !next->is_note
           && (next->gap == TXT_GAP_PAGE || next->blank_before <= MARK_BLANK_LINES);
}

/* "III." right below "II.": a list of contents, whose numbers stand apart from their titles. */
static bool is_stacked_mark(const reflow *r, const draft *block)
{
    const txt_fact *mark = &r->facts.items[block->first];
    return block->count == 1 && block->first > 0 && mark->gap == TXT_GAP_NONE
           && mark->mark.kind == TXT_MARK_HEADING && mark[-1].mark.kind == TXT_MARK_HEADING
           && mark[-1].is_lone_mark;
}

/* Numbers of notes are stacked before their texts, or each stands above its own. */
static bool takes_note(const reflow *r, const draft *block, size_t next)
{
    uint32_t index = block->first;
    const txt_fact *number = &r->facts.items[index];
    const txt_fact *after = &r->facts.items[next];
    bool is_stacked = index > 0 && r->facts.items[index - 1].is_note_number;
    return block->count == 1 && number->is_note && number->is_note_number && after->is_note
           && after->gap == TXT_GAP_NONE && !after->is_note_number && !is_stacked
           && after->mark.kind == TXT_MARK_NONE;
}

/* A note begins with its number: "1 See …", "* The …". */
static bool begins_note(const txt_fact *fact)
{
    size_t digits = 0;
    while (digits < fact->text.len && g_ascii_isdigit(fact->text.ptr[digits]))
        digits++;
    bool has_number =
        digits > 0 && digits <= 3 && digits < fact->text.len && fact->text.ptr[digits] == ' ';
    return fact->is_note && (fact->is_note_number || has_number);
}

/* What the line after a whole title begins with is the letter's text, however full the title is.
 * Arabic has no small letters: there the sender comes after "from". */
static bool ends_title(const draft *block, const txt_fact *next)
{
    return block->title > 0 && block->is_addressed && !next->is_lower
           && txt_first(next->text) != '('
           && mh_printed_ends(MH_PRINTED_ADDRESSEE, block->last.text)
           && !mh_view_starts_with(next->text, MH_VIEW("من "))
           && !mh_view_starts_with(next->text, MH_VIEW("إلى "));
}

/* The lines of a title keep to a measure of their own, whatever the text's. */
static bool continues_title(const draft *block, const txt_fact *next)
{
    bool is_full =
        block->last.end <= TXT_END_OPEN && block->last.right + 1 + next->word >= block->title;
    bool is_like_it = next->right * 100 <= block->title * 108 && next->gap == TXT_GAP_NONE
                      && next->mark.kind == TXT_MARK_NONE && !next->is_row;
    if (!next->is_lower && mh_printed_ends(MH_PRINTED_ADDRESSEE, block->last.text))
        return false;
    return block->title > 0 && is_full && is_like_it && !next->is_signature && !next->is_title;
}

/* A note, or a paragraph whose number is the next one. */
static bool begins_numbered(const reflow *r, const draft *block, const txt_fact *next)
{
    bool is_sentence_end = block->last.end == TXT_END_SENTENCE && !next->is_lower;
    return (next->is_note && is_sentence_end && r->notes_due > 0)
           || (next->mark.number > 0 && next->mark.number == r->last_number + 1)
           || (begins_note(next) && (block->last.end != TXT_END_WORD || next->is_note_number));
}

static bool continues(const reflow *r, const draft *block, size_t next)
{
    const txt_fact *b = &r->facts.items[next];
    if (ends_title(block, b))
        return false;
    if (takes_note(r, block, next) || continues_title(block, b))
        return true;
    if (block->last.is_lone_mark)
        return !is_stacked_mark(r, block) && takes_text(&block->last, b);
    if (block->signature > 0)
        return continues_signature(block, b);
    if ((block->last.is_note_number && block->last.is_note) || begins_numbered(r, block, b))
        return false;
    /* A title page's narrow lines say nothing of the next page's. */
    uint32_t least = b->gap == TXT_GAP_PAGE ? r->measure.width * 9 / 10 : 0;
    return txt_continues(&r->measure, &block->last, b, MAX(block->width, least));
}

/* In tables the rows and cells decide, elsewhere the lines. */
static bool belongs_to(const reflow *r, size_t block, size_t next)
{
    if (block == NO_BLOCK)
        return false;
    if (r->rows && r->rows[next] != TXT_ROW_NONE)
        return r->rows[next] == TXT_ROW_GOES_ON;
    return continues(r, draft_at(r, block), next);
}

/* Headings, too, are set narrower than the text, and so is what a resolution's number opens. */
static bool opens_title(const txt_fact *fact)
{
    return fact->is_title || fact->mark.kind == TXT_MARK_HEADING || is_resolution_number(fact);
}

static void append(reflow *r, size_t block, size_t next)
{
    draft *d = draft_at(r, block);
    const txt_fact *fact = &r->facts.items[next];
    txt_mark mark = d->count > 0 ? d->last.mark : fact->mark;
    bool is_title = d->count > 0 ? d->last.is_title : opens_title(fact);
    uint32_t text_left = d->count > 0 ? d->last.text_left : fact->text_left;
    d->last = *fact;
    d->last.mark = mark;
    d->last.is_title = is_title;
    if (mark.bytes > 0)
        d->last.text_left = text_left;
    d->last.is_lone_mark = d->count == 0 && fact->is_lone_mark;
    d->width = r->measure.local[next];
    if (d->title > 0 || (d->count == 0 && fact->is_title && r->measure.is_wrapped))
        d->title = MAX(d->title, fact->right);
    d->is_addressed =
        d->is_addressed || (d->title > 0 && mh_printed_within(MH_PRINTED_ADDRESSED, fact->text));
    d->count++;
    r->owner[next] = (uint32_t)block;
}

static size_t begin(reflow *r, size_t next, size_t before)
{
    const txt_fact *fact = &r->facts.items[next];
    draft d = {.first = (uint32_t)next};
    uint32_t signature = before == NO_BLOCK ? 0 : draft_at(r, before)->signature;
    bool goes_on = signature > 0 && signature < SIGNATURE_LINES && fact->gap == TXT_GAP_NONE
                   && fact->right * 100 <= r->measure.width * 90;
    d.signature = fact->is_signature ? 1 : goes_on ? signature + 1 : 0;
    g_array_append_val(r->drafts, d);
    if (fact->mark.number > 0)
        r->last_number = fact->mark.number;
    append(r, r->drafts->len - 1, next);
    return r->drafts->len - 1;
}

/* Numbers may be stacked: as many texts are to come. */
static void count_note(reflow *r, const txt_fact *fact)
{
    if (!fact->is_note)
        r->notes_due = 0;
    else if (fact->is_note_number)
        r->notes_due++;
    else if (r->notes_due > 0)
        r->notes_due--;
}

/* Without a rule a note at a page's foot shows by its number or star only. */
static bool is_notelike(const txt_fact *fact)
{
    size_t digits = 0;
    while (digits < fact->text.len && g_ascii_isdigit(fact->text.ptr[digits]))
        digits++;
    bool has_number =
        digits > 0 && digits <= 2 && digits < fact->text.len && fact->text.ptr[digits] == ' ';
    return has_number || fact->mark.kind == TXT_MARK_STAR;
}

/* Where the block is that a line like @p fact may go on with. The notice on corrections cuts what
 * is said; on a title page it stands in its place. */
static size_t *slot_of(open_blocks *open, const txt_fact *fact)
{
    if (fact->is_note)
        return &open->note;
    return fact->is_notice && open->has_speech ? &open->notice : &open->body;
}

/* The block that line @p next goes on with, or NO_BLOCK. */
static size_t find_block(const reflow *r, open_blocks *open, size_t next)
{
    const txt_fact *fact = &r->facts.items[next];
    size_t own = *slot_of(open, fact);
    if (belongs_to(r, own, next))
        return own;
    bool is_over_page = fact->gap == TXT_GAP_PAGE && !fact->is_note && fact->is_lower;
    if (is_over_page && belongs_to(r, open->above_notes, next))
        return open->above_notes;
    return NO_BLOCK;
}

/*
 * One walk down the lines. Notes at a page's foot are gathered beside the body, so that a paragraph
 * goes on behind them on the next page.
 */
static void gather(reflow *r)
{
    open_blocks open = {NO_BLOCK, NO_BLOCK, NO_BLOCK, NO_BLOCK, false};
    for (size_t i = 0; i < r->facts.count; i++) {
        const txt_fact *fact = &r->facts.items[i];
        size_t block = find_block(r, &open, i);
        if (block != NO_BLOCK) {
            append(r, block, i);
        } else {
            block = begin(r, i, fact->is_note ? open.note : open.body);
            count_note(r, fact);
            bool opens_foot = !fact->is_note && is_notelike(fact) && open.above_notes == NO_BLOCK;
            if (opens_foot)
                open.above_notes = open.body;
        }
        if (!fact->is_note && !is_notelike(&r->facts.items[draft_at(r, block)->first]))
            open.above_notes = NO_BLOCK;
        *slot_of(&open, fact) = block;
        open.has_speech = open.has_speech || fact->is_sure_speaker;
    }
}

static void add_entry(reflow *r, mh_furniture kind, const mh_line *line, mh_view text)
{
    mh_furniture_entry entry = {.kind = kind, .line = line->number, .text = text};
    g_array_append_val(r->entries, entry);
}

/* Bytes up to the next white space or what may be an embedding control. */
static size_t plain_run(const char *p, const char *end)
{
    const char *start = p;
    while (p < end && *p != ' ' && *p != '\t' && (unsigned char)*p != 0xE2)
        p++;
    return (size_t)(p - start);
}

/* Bytes of white space from @p p on; its TABs go to @p out. */
static size_t append_tabs(GString *out, const char *p, const char *end)
{
    const char *start = p;
    for (; p < end && (*p == ' ' || *p == '\t'); p++) {
        if (*p == '\t')
            g_string_append_c(out, '\t');
    }
    return (size_t)(p - start);
}

/* White space runs to one space, or to their TABs; embedding controls go. */
static void append_clean(GString *out, mh_view text)
{
    const char *end = text.ptr + text.len;
    bool is_gap = false;
    for (const char *p = text.ptr; p < end;) {
        size_t space = append_tabs(out, p, end);
        is_gap = is_gap || space > 0;
        p += space;
        size_t run = plain_run(p, end);
        if (p == end)
            break;
        if (run == 0) {
            run = (size_t)(txt_next(p) - p);
            if (txt_is_bidi_control(g_utf8_get_char(p))) {
                p += run;
                continue;
            }
        }
        if (is_gap && out->len > 0 && out->str[out->len - 1] != '\t')
            g_string_append_c(out, ' ');
        g_string_append_len(out, p, (gssize)run);
        is_gap = false;
        p += run;
    }
}

/* True when the line's text can stand in the block as it is. */
static bool is_clean(mh_view text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == ' ' && (text.ptr[i + 1] == ' ' || text.ptr[i + 1] == '\t'))
            return false;
        if (c == '\t' && text.ptr[i + 1] == ' ')
            return false;
        if (c == 0xE2 && txt_is_bidi_control(g_utf8_get_char(text.ptr + i)))
            return false;
    }
    return true;
}

/* What stands between two lines that were one. */
static bool needs_space(mh_view before, mh_view after, bool had_space)
{
    gunichar last = txt_last(before);
    gunichar first = txt_first(after);
    if (txt_is_cjk(last) || txt_is_cjk(first))
        return had_space;
    mh_view rest = txt_skip_last(before);
    bool is_glued = rest.len > 0 && !g_unichar_isspace(txt_last(rest));
    bool is_dash = last == '-' || last == 0x2010 || last == 0x2011;
    bool is_joiner = last == 0x2013 || last == 0x2014 || last == '/';
    return !((is_dash && g_unichar_isalnum(first)) || (is_joiner && is_glued));
}

/* True when the line ends with a space that is not part of its text. */
static bool ends_with_space(const mh_line *line)
{
    return line->text.len > 0 && line->text.ptr[line->text.len - 1] == ' ';
}

/* A number printed alone stays apart from its text, whatever the script. */
static bool parts_number(const txt_fact *fact, size_t position)
{
    return position == 0 && (fact->is_lone_mark || (fact->is_note && fact->is_note_number));
}

static mh_view join(reflow *r, const uint32_t *members, size_t count)
{
    const mh_line *lines = r->pages->lines.items;
    GString *out = r->scratch;
    g_string_truncate(out, 0);
    for (size_t i = 0; i < count; i++) {
        const txt_fact *fact = &r->facts.items[members[i]];
        mh_view text = fact->text;
        mh_view after = {.ptr = NULL, .len = 0};
        if (i + 1 < count) {
            after = r->facts.items[members[i + 1]].text;
            size_t drop = txt_hyphen_to_drop(r->hyphens, text, after);
            mh_view kept = mh_view_slice(text, 0, text.len - drop);
            append_clean(out, kept);
            if (drop > 0)
                add_entry(r, MH_FURNITURE_HYPHEN, &lines[fact->line],
                          mh_view_slice(text, kept.len, text.len));
            else if (parts_number(fact, i)
                     || needs_space(text, after, ends_with_space(&lines[fact->line])))
                g_string_append_c(out, ' ');
        } else {
            append_clean(out, text);
        }
    }
    mh_view joined = {.ptr = out->str, .len = out->len};
    return mh_arena_copy(mh_job_arena(r->job), joined);
}

/* A page's last block is followed by a page's end or, in the record's last page, by its foot. */
static bool ends_page(const reflow *r, uint32_t last_fact)
{
    if (last_fact + 1 < r->facts.count)
        return r->facts.items[last_fact + 1].gap == TXT_GAP_PAGE;
    return r->has_foot;
}

/* Is there furniture below the last text line? */
static bool has_foot(const txt_lines *lines)
{
    for (size_t i = lines->count; i-- > 0;) {
        if (!lines->items[i].is_blank)
            return lines->items[i].furniture != MH_FURNITURE_NONE;
    }
    return false;
}

/* One line with columns, the lines of a wrapped row or of a cell. */
static bool is_table_row(const reflow *r, const uint32_t *members, size_t count)
{
    const txt_fact *facts = r->facts.items;
    bool is_wrapped = r->rows && r->rows[members[0]] != TXT_ROW_NONE;
    if (is_wrapped && r->rows[members[0]] == TXT_ROW_CELL)
        return true;
    for (size_t i = 0; is_wrapped && i < count; i++) {
        if (facts[members[i]].has_tab)
            return true;
    }
    return count == 1 && facts[members[0]].is_row;
}

/* A row's text as it stands, its columns too; embedding controls go here as well. */
static mh_view row_text(reflow *r, mh_view text)
{
    GString *out = r->scratch;
    g_string_truncate(out, 0);
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = txt_next(p)) {
        bool goes = (unsigned char)*p == 0xE2 && txt_is_bidi_control(g_utf8_get_char(p));
        if (!goes)
            g_string_append_len(out, p, (gssize)(txt_next(p) - p));
    }
    if (out->len == text.len)
        return text;
    return mh_arena_copy(mh_job_arena(r->job), (mh_view){.ptr = out->str, .len = out->len});
}

static void finish_block(reflow *r, const uint32_t *members, size_t count, mh_block *block)
{
    const txt_fact *first = &r->facts.items[members[0]];
    uint32_t *lines = MH_NEW(mh_job_arena(r->job), uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        const txt_fact *fact = &r->facts.items[members[i]];
        lines[i] = fact->line;
        if (i > 0 && fact->gap == TXT_GAP_PAGE)
            r->pages->lines.items[lines[i - 1]].is_cut = true;
    }
    bool is_row = is_table_row(r, members, count);
    bool is_cell = r->cells && r->cells[members[0]].row > 0;
    *block = (mh_block){
        .line = lines,
        .line_count = count,
        .blank_before = first->blank_before,
        .after_rule = first->is_note,
        .is_row = is_row,
        .row = is_cell ? r->cells[members[0]].row : 0,
        .empty_cells = is_cell ? r->cells[members[0]].empty : 0,
        .ends_page = ends_page(r, members[count - 1]),
    };
    if (count > 1 || (!is_row && !is_clean(first->text)))
        block->text = join(r, members, count);
    else
        block->text = is_row ? row_text(r, first->text) : first->text;
}

/* Sorts the facts by block (their order within a block stays) and makes the blocks. */
static void finish_blocks(reflow *r, mh_text *out)
{
    size_t count = r->drafts->len;
    uint32_t *members = MH_NEW(mh_job_arena(r->job), uint32_t, r->facts.count + 1);
    size_t *start = MH_NEW(mh_job_arena(r->job), size_t, count + 1);
    mh_block *blocks = MH_NEW(mh_job_arena(r->job), mh_block, count + 1);
    for (size_t i = 0; i < count; i++)
        start[i + 1] = start[i] + draft_at(r, i)->count;
    size_t *next = MH_NEW(mh_job_arena(r->job), size_t, count + 1);
    memcpy(next, start, sizeof *next * (count + 1));
    for (size_t i = 0; i < r->facts.count; i++)
        members[next[r->owner[i]]++] = (uint32_t)i;
    for (size_t i = 0; i < count; i++)
        finish_block(r, members + start[i], start[i + 1] - start[i], &blocks[i]);
    out->blocks = blocks;
    out->block_count = count;
}

/* By line, then kind; what is left to tell apart are the halves of a line that a gutter cut. */
static gint compare_entries(gconstpointer a, gconstpointer b)
{
    const mh_furniture_entry *left = a;
    const mh_furniture_entry *right = b;
    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    int order = memcmp(left->text.ptr, right->text.ptr, MIN(left->text.len, right->text.len));
    return order ? order : (left->text.len > right->text.len) - (left->text.len < right->text.len);
}

static void add_dropped_marks(reflow *r, const mh_line *line)
{
    GString *marks = r->scratch;
    g_string_truncate(marks, 0);
    txt_dropped_marks(line->text, line->furniture == MH_FURNITURE_NONE, marks);
    if (marks->len == 0)
        return;
    mh_view text = {.ptr = marks->str, .len = marks->len};
    add_entry(r, MH_FURNITURE_DIRECTION, line, mh_arena_copy(mh_job_arena(r->job), text));
}

/* Entries in source order. A line is furniture or has a hyphen, never both. */
static void finish_furniture(reflow *r, mh_text *out)
{
    const txt_lines *lines = &r->pages->lines;
    for (size_t i = 0; i < lines->count; i++) {
        const mh_line *line = &lines->items[i];
        add_dropped_marks(r, line);
        if (line->furniture != MH_FURNITURE_NONE)
            add_entry(r, line->furniture, line, txt_trim(line->text));
    }
    g_array_sort(r->entries, compare_entries);
    out->furniture = (const mh_furniture_entry *)(const void *)r->entries->data;
    out->furniture_count = r->entries->len;
}

void txt_reflow(mh_job *job, const txt_pages *pages, mh_text *out)
{
    mh_arena *arena = mh_job_arena(job);
    reflow r = {.job = job, .pages = pages, .facts = txt_find_facts(job, pages)};
    r.has_foot = has_foot(&pages->lines);
    r.measure = txt_find_measure(job, &r.facts);
    txt_row *rows = txt_find_rows(job, &r.facts, &r.measure);
    txt_cells cells = txt_find_cells(job, pages, &r.facts, &r.measure, rows);
    r.rows = cells.what;
    r.cells = cells.of;
    r.owner = MH_NEW(arena, uint32_t, r.facts.count + 1);
    r.drafts = mh_arena_array(arena, sizeof(draft));
    r.entries = mh_arena_array(arena, sizeof(mh_furniture_entry));
    r.hyphens = txt_hyphens_new(job, &r.facts);
    r.scratch = mh_arena_string(arena);
    gather(&r);
    finish_blocks(&r, out);
    finish_furniture(&r, out);
}
