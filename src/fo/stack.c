#include "fo/stack.h"

/* Rules 2 and 3 of §4.3.1, one specifier after the other. */
static void run_add(fo_gap_run *run, const fo_gap *gap)
{
    if (!run->has_any) {
        run->has_any = true;
        run->gap = *gap;
        return;
    }
    fo_gap *sum = &run->gap;
    if (gap->precedence < sum->precedence)
        return;
    if (gap->precedence > sum->precedence) {
        *sum = *gap;
        return;
    }
    if (gap->precedence == FO_PRECEDENCE_FORCE) {
        sum->minimum += gap->minimum;
        sum->optimum += gap->optimum;
        sum->maximum += gap->maximum;
        return;
    }
    if (gap->optimum > sum->optimum) {
        *sum = *gap;
        return;
    }
    if (gap->optimum == sum->optimum) {
        sum->minimum = MAX(sum->minimum, gap->minimum);
        sum->maximum = MIN(sum->maximum, gap->maximum);
    }
}

fo_stack fo_stack_new(const fo_items *items, fo_place from)
{
    return (fo_stack){
        .keeps_first = items->keeps_edge_space && from.index == 0 && !from.inside,
        .keeps_last = items->keeps_edge_space,
    };
}

void fo_stack_space(fo_stack *stack, const fo_gap *gap)
{
    /* Rule 1: at the start of a reference area what may be discarded is, up to the first that
     * may not. */
    bool at_edge = !stack->has_content && !stack->keeps_first;
    if (at_edge && !stack->run.has_any && !gap->retain)
        return;
    run_add(&stack->run, gap);
    if (gap->retain)
        stack->end = stack->run;
}

static void place(fo_stack *stack, const fo_gap_run *run)
{
    const fo_gap *gap = &run->gap;
    if (!run->has_any)
        return;
    const int32_t stretch = gap->maximum - gap->optimum;
    const int32_t shrink = gap->optimum - gap->minimum;
    stack->used += gap->optimum;
    stack->used += (int32_t)(stack->ratio * (stack->ratio > 0 ? stretch : shrink));
    stack->stretch += stretch;
    stack->shrink += shrink;
}

void fo_stack_fence(fo_stack *stack)
{
    place(stack, &stack->run);
    stack->run = stack->end = (fo_gap_run){0};
    stack->has_content = true;
}

void fo_stack_add(fo_stack *stack, int32_t height)
{
    fo_stack_fence(stack);
    stack->used += height;
}

int32_t fo_stack_height_at_break(const fo_stack *stack)
{
    return stack->used + (stack->end.has_any ? stack->end.gap.optimum : 0);
}

void fo_stack_finish(fo_stack *stack)
{
    place(stack, stack->keeps_last ? &stack->run : &stack->end);
    stack->run = stack->end = (fo_gap_run){0};
}
