/* Runs a fuzz target over the files of a folder, without a fuzzer: replay FOLDER… */

#include <stdint.h>
#include <stdio.h>

#include <glib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t replay_folder(const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    size_t count = 0;
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
        char *file = g_build_filename(path, name, NULL);
        char *bytes = NULL;
        gsize length = 0;
        if (g_file_get_contents(file, &bytes, &length, NULL)) {
            LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
            count++;
        }
        g_free(bytes);
        g_free(file);
    }
    if (folder)
        g_dir_close(folder);
    return count;
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++)
        count += replay_folder(argv[i]);
    (void)printf("%zu inputs replayed\n", count);
    return count > 0 ? 0 : 1;
}
