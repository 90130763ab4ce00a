/* Any bytes as an expression, and as a list of tokens: bounded results, nothing read outside. */

#include <math.h>
#include <stdlib.h>

#include "fo/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fo_scope scope = {.em = 12.0 * PANGO_SCALE, .percent_base = size % 2 ? 1024.0 : -1.0};
    mh_view text = {.ptr = (const char *)data, .len = size};
    fo_value value = {0};
    if (fo_expression(text, &scope, &value)) {
        if (isnan(value.number) || isnan(value.fixed) || isnan(value.percent))
            abort();
        int32_t rounded = fo_length_round(value.fixed);
        if (rounded > FO_LENGTH_LIMIT || rounded < -FO_LENGTH_LIMIT)
            abort();
    }
    size_t taken = 0;
    for (mh_view token = fo_next_token(&text); token.len > 0; token = fo_next_token(&text))
        taken += token.len;
    if (taken > size || text.len > size)
        abort();
    return 0;
}
