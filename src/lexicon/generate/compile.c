/*
 * Compiles the tables of src/lexicon/data into C. A fault in a table ends the build with the file
 * and line it is in.
 */

#include <stdio.h>

#include "lexicon/generate/names.h"
#include "lexicon/generate/patterns.h"
#include "lexicon/generate/printed.h"
#include "lexicon/generate/words.h"

int main(int argc, char **argv)
{
    FILE *out = argc == 3 ? fopen(argv[2], "w") : NULL;
    if (out == NULL) {
        (void)fprintf(stderr, "usage: %s FOLDER OUTPUT.c\n", argv[0]);
        return 2;
    }
    mh_arena *arena = mh_arena_new();
    (void)fprintf(out, "/* Made by generate/compile.c. */\n\n#include \"lexicon/data.h\"\n");
    gen_names(arena, argv[1], out);
    gen_numbers(arena, argv[1], out);
    gen_languages(arena, argv[1], out);
    gen_frequent(arena, argv[1], out);
    gen_openings(arena, argv[1], out);
    gen_patterns(arena, argv[1], out);
    gen_printed(arena, argv[1], out);
    mh_arena_free(arena);
    return fclose(out) == 0 ? 0 : 1;
}
