#include <stdio.h>

#include "batch/batch.h"
#include "cli/command.h"

GOptionContext *cli_formats_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(context,
                                 "Lists the output formats for 'convert --to'. Those with a star\n"
                                 "are made when --to is not given.");
    return context;
}

int cli_formats(int argc, char **argv)
{
    GOptionContext *context = cli_formats_describe();
    gboolean is_parsed = cli_parse(context, "formats", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    if (argc > 1)
        return cli_usage_error("formats", "formats takes no arguments");
    size_t count = 0;
    const mh_format *formats = mh_formats(&count);
    for (size_t i = 0; i < count; i++)
        (void)printf("%c %-8s NAME%-10s %s\n", formats[i].is_default ? '*' : ' ', formats[i].name,
                     formats[i].suffix, formats[i].description);
    return MH_EXIT_DONE;
}
