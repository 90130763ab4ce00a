#include "batch/hook.h"

#include <glib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BITE_BYTES = 1024 * 1024 };

static void crash(void)
{
    (void)signal(SIGSEGV, SIG_DFL);
    (void)raise(SIGSEGV);
}

static void hang(void)
{
    for (;;)
        (void)pause();
}

/* Memory that is written to; GLib aborts when there is no more. */
static void eat(void)
{
    for (;;)
        memset(g_malloc(BITE_BYTES), 1, BITE_BYTES);
}

/* Memory comes to its end, and then nothing happens any more. */
static void starve(void)
{
    const void *taken = MAP_FAILED;
    do
        taken = mmap(NULL, BITE_BYTES, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    while (taken != MAP_FAILED);
    hang();
}

static void leave(void)
{
    _exit(9);
}

static void kill_parent(void)
{
    (void)kill(getppid(), SIGKILL);
    hang();
}

static const struct {
    const char *name;
    void (*run)(void);
} deeds[] = {
    {"crash", crash},   {"hang", hang},  {"eat", eat},
    {"starve", starve}, {"exit", leave}, {"kill", kill_parent},
};

static void do_if_meant(const char *entry, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(deeds); i++) {
        size_t length = strlen(deeds[i].name);
        if (strncmp(entry, deeds[i].name, length) == 0 && entry[length] == ':'
            && g_pattern_match_simple(entry + length + 1, name))
            deeds[i].run();
    }
}

void batch_hook(const char *name)
{
    const char *hook = g_getenv("MASTHEAD_TEST_HOOK");
    if (!hook)
        return;
    char **entries = g_strsplit(hook, ",", -1);
    for (char **entry = entries; *entry; entry++)
        do_if_meant(*entry, name);
    g_strfreev(entries);
}
