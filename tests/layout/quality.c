/*
 * How even the lines of paragraphs are: total fit against two ways of breaking line by line.
 *
 * quality FILE, a line of it being LANGUAGE, tab, attributes of a block, tab, its text. First fit
 * takes what fits with spaces as wide as they are; best fit takes the break that leaves this line
 * the most even, stretched or shrunk. Prints for each language the number of paragraphs and of
 * justified lines and, for each way, how far the spaces of a line are from their width in the mean
 * (1: half as wide again, -1: a third narrower; without sign) and at worst, the share of lines
 * above 1, and how many lines in a row end with a hyphen. Fails where total fit is worse than first
 * fit or ends more than two lines in a row with a hyphen.
 *
 * The breaker is wrapped (ld --wrap), so that both ways have the same paragraphs, shaped and
 * measured by the program itself.
 */

#include "../unit/fo/paragraph_fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fo/linebreak.h"

enum { COLUMN_POINTS = 367, LANGUAGES_MAX = 16, LADDER_MAX = 2 };

size_t __real_fo_break_lines(mh_arena *scratch, const fo_sums *start,
                             const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen);
size_t __wrap_fo_break_lines(mh_arena *scratch, const fo_sums *start,
                             const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen);

typedef struct evenness {
    size_t lines;
    double sum;
    double worst;
    size_t loose;
    size_t ladder;
} evenness;

typedef enum way { TOTAL_FIT, FIRST_FIT, BEST_FIT, WAY_COUNT } way;

typedef struct figures {
    char language[8];
    size_t paragraphs;
    evenness of[WAY_COUNT];
} figures;

static way chosen_way;

static double ratio_of(const fo_sums *begin, const fo_candidate *candidate, int64_t width)
{
    int64_t lack = width - (candidate->end.width - begin->width) - candidate->hyphen_width;
    return fo_line_ratio(lack, candidate->end.stretch - begin->stretch,
                         candidate->end.shrink - begin->shrink);
}

static bool fits(double ratio)
{
    return chosen_way == BEST_FIT ? ratio >= -1 : ratio >= 0;
}

/* The candidate a line ends at that begins with @p next: the last one that fits, which every way
 * takes where the text ends, or the one with the best ratio. */
static size_t end_of_line(const fo_sums *begin, const fo_candidate *candidates, size_t count,
                          size_t next, int64_t width)
{
    size_t best = next;
    double least = HUGE_VAL;
    for (size_t i = next; i < count; i++) {
        double ratio = ratio_of(begin, &candidates[i], width);
        if (!fits(ratio))
            break;
        if (chosen_way == FIRST_FIT || i + 1 == count || fabs(ratio) <= least) {
            best = i;
            least = fabs(ratio);
        }
    }
    return best;
}

static size_t break_line_by_line(const fo_sums *start, const fo_candidate *candidates, size_t count,
                                 const fo_line_rules *rules, uint32_t *chosen)
{
    size_t lines = 0;
    const fo_sums *begin = start;
    for (size_t next = 0; next < count; lines++) {
        int64_t width = rules->width - (lines == 0 ? rules->first_indent : 0);
        size_t end = end_of_line(begin, candidates, count, next, width);
        chosen[lines] = (uint32_t)end;
        begin = &candidates[end].next;
        next = end + 1;
    }
    return lines;
}

size_t __wrap_fo_break_lines(mh_arena *scratch, const fo_sums *start,
                             const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen)
{
    if (chosen_way != TOTAL_FIT)
        return break_line_by_line(start, candidates, count, rules, chosen);
    return __real_fo_break_lines(scratch, start, candidates, count, rules, chosen);
}

/* The last line is not justified. */
static void measure(const fo_lines *lines, evenness *out)
{
    size_t ladder = 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        const fo_line *line = &lines->items[i];
        double ratio = line->ratio_permille / 1000.0;
        out->sum += fabs(ratio);
        out->worst = MAX(out->worst, ratio);
        out->loose += ratio > 1;
        ladder = line->is_hyphenated ? ladder + 1 : 0;
        out->ladder = MAX(out->ladder, ladder);
    }
    out->lines += lines->count - 1;
}

static void measure_paragraph(figures *of, const char *attributes, const char *text)
{
    void *state = NULL;
    char *escaped = g_markup_escape_text(text, -1);
    char *block =
        g_strdup_printf("<fo:block text-align='justify' %s>%s</fo:block>", attributes, escaped);
    set_up(&state);
    fixture *f = state;
    chosen_way = TOTAL_FIT;
    lay_out(f, block, COLUMN_POINTS);
    measure(&f->lines, &of->of[TOTAL_FIT]);
    fo_measure column = {.width = COLUMN_POINTS * PANGO_SCALE};
    for (chosen_way = FIRST_FIT; chosen_way < WAY_COUNT; chosen_way++) {
        fo_paragraph_break(&f->context, f->paragraph, &column, &f->lines);
        measure(&f->lines, &of->of[chosen_way]);
    }
    of->paragraphs++;
    tear_down(&state);
    g_free(block);
    g_free(escaped);
}

static figures *figures_of(figures *all, const char *language)
{
    size_t i = 0;
    while (i + 1 < LANGUAGES_MAX && all[i].language[0] && strcmp(all[i].language, language) != 0)
        i++;
    g_strlcpy(all[i].language, language, sizeof all[i].language);
    return &all[i];
}

static double share(double part, const evenness *of)
{
    return part / (double)MAX(of->lines, 1U);
}

static bool print_figures(const figures *all)
{
    const evenness *of = all->of;
    printf("| %s | %zu | %zu |", all->language, all->paragraphs, of[TOTAL_FIT].lines);
    for (size_t i = 0; i < WAY_COUNT; i++)
        printf(" %.2f |", share(of[i].sum, &of[i]));
    for (size_t i = 0; i < WAY_COUNT; i++)
        printf(" %.2f |", of[i].worst);
    for (size_t i = 0; i < WAY_COUNT; i++)
        printf(" %.1f %% |", 100 * share((double)of[i].loose, &of[i]));
    for (size_t i = 0; i < WAY_COUNT; i++)
        printf(" %zu |", of[i].ladder);
    putchar('\n');
    return share(of[TOTAL_FIT].sum, &of[TOTAL_FIT]) <= share(of[FIRST_FIT].sum, &of[FIRST_FIT])
           && of[TOTAL_FIT].worst <= of[FIRST_FIT].worst && of[TOTAL_FIT].ladder <= LADDER_MAX;
}

int main(int argc, char **argv)
{
    char *content = NULL;
    if (argc != 2 || !g_file_get_contents(argv[1], &content, NULL, NULL)) {
        fputs("usage: quality FILE\n", stderr);
        return 2;
    }
    figures all[LANGUAGES_MAX] = {0};
    char **lines = g_strsplit(content, "\n", -1);
    for (char **line = lines; *line; line++) {
        char **fields = g_strsplit(*line, "\t", 3);
        if (g_strv_length(fields) == 3)
            measure_paragraph(figures_of(all, fields[0]), fields[1], fields[2]);
        g_strfreev(fields);
    }
    puts("| language | paragraphs | lines | mean | first | best | worst | first | best | above 1 | "
         "first | best | hyphens in a row | first | best |");
    puts("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    bool is_better = true;
    for (size_t i = 0; i < LANGUAGES_MAX && all[i].language[0]; i++)
        is_better = print_figures(&all[i]) && is_better;
    g_strfreev(lines);
    g_free(content);
    return is_better ? 0 : 1;
}
