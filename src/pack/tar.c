#include "pack/tar.h"

#include <errno.h>

#include "base/file.h"

enum {
    BLOCK_BYTES = 512,
    NAME_BYTES = 100,
    PREFIX_BYTES = 155,
};

/* A header block: numbers are octal digits, ended by NUL or a blank. */
typedef struct header {
    char name[NAME_BYTES];
    char mode[8];
    char uid[8];
    char gid[8];
    char size[12];
    char mtime[12];
    char checksum[8];
    char type;
    char link[NAME_BYTES];
    char magic[6];
    char version[2];
    char user[32];
    char group[32];
    char device_major[8];
    char device_minor[8];
    char prefix[PREFIX_BYTES];
    char padding[12];
} header;

G_STATIC_ASSERT(sizeof(header) == BLOCK_BYTES);

/* ------------------------------------------------------------------ writing */

/* Names longer than 100 bytes are parted at a "/" that leaves both parts short enough. */
static bool set_name(header *h, const char *name)
{
    size_t len = strlen(name);
    const char *rest = name;
    if (len > NAME_BYTES) {
        const char *slash = strchr(name + (len - NAME_BYTES - 1), '/');
        if (!slash || slash == name || (size_t)(slash - name) > PREFIX_BYTES)
            return false;
        memcpy(h->prefix, name, (size_t)(slash - name));
        rest = slash + 1;
    }
    memcpy(h->name, rest, strlen(rest));
    return true;
}

static void set_octal(char *field, size_t size, guint64 value)
{
    char digits[32];
    (void)g_snprintf(digits, sizeof digits, "%0*" G_GINT64_MODIFIER "o", (int)size - 1, value);
    memcpy(field, digits, size - 1);
}

/* The sum of all bytes, those of the sum's own field counted as blanks. */
static unsigned checksum_of(const header *h)
{
    header copy = *h;
    memset(copy.checksum, ' ', sizeof copy.checksum);
    const unsigned char *bytes = (const unsigned char *)&copy;
    unsigned sum = 0;
    for (size_t i = 0; i < sizeof copy; i++)
        sum += bytes[i];
    return sum;
}

bool tar_write_member(FILE *out, const tar_member *member)
{
    static const char nothing[BLOCK_BYTES] = {0};
    header h = {.type = '0'};
    if (!set_name(&h, member->name)) {
        errno = ENAMETOOLONG;
        return false;
    }
    set_octal(h.mode, sizeof h.mode, 0644);
    set_octal(h.uid, sizeof h.uid, 0);
    set_octal(h.gid, sizeof h.gid, 0);
    set_octal(h.size, sizeof h.size, member->bytes.len);
    set_octal(h.mtime, sizeof h.mtime, (guint64)MAX(member->seconds, 0));
    memcpy(h.magic, "ustar", sizeof h.magic);
    memcpy(h.version, "00", sizeof h.version);
    set_octal(h.checksum, sizeof h.checksum - 1, checksum_of(&h));
    h.checksum[sizeof h.checksum - 1] = ' ';
    size_t padding = (BLOCK_BYTES - member->bytes.len % BLOCK_BYTES) % BLOCK_BYTES;
    return fwrite(&h, sizeof h, 1, out) == 1
           && (member->bytes.len == 0
               || fwrite(member->bytes.ptr, 1, member->bytes.len, out) == member->bytes.len)
           && (padding == 0 || fwrite(nothing, 1, padding, out) == padding);
}

bool tar_write_end(FILE *out)
{
    static const char nothing[2 * BLOCK_BYTES] = {0};
    return fwrite(nothing, sizeof nothing, 1, out) == 1;
}

/* ------------------------------------------------------------------ reading */

static bool read_octal(const char *field, size_t size, guint64 *out)
{
    guint64 value = 0;
    size_t i = 0;
    while (i < size && field[i] == ' ')
        i++;
    size_t first = i;
    for (; i < size && field[i] >= '0' && field[i] <= '7'; i++) {
        if (value > G_MAXUINT64 / 8)
            return false;
        value = value * 8 + (guint64)(field[i] - '0');
    }
    *out = value;
    bool has_digits = i > first;
    while (i < size && (field[i] == '\0' || field[i] == ' '))
        i++;
    return has_digits && i == size;
}

static const char *name_of(mh_arena *arena, const header *h)
{
    int name = (int)strnlen(h->name, sizeof h->name);
    int prefix = (int)strnlen(h->prefix, sizeof h->prefix);
    const char *slash = h->type == '5' && name > 0 && h->name[name - 1] != '/' ? "/" : "";
    return mh_arena_printf(arena, "%.*s%s%.*s%s", prefix, h->prefix, prefix > 0 ? "/" : "", name,
                           h->name, slash);
}

static bool is_empty(const header *h)
{
    static const header nothing = {.type = 0};
    return memcmp(h, &nothing, sizeof nothing) == 0;
}

static bool is_zero(const guint8 *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* What no reader would miss may not hide anything either: the rest of the last block is empty. */
static bool read_bytes(FILE *in, mh_arena *arena, guint64 size, mh_view *out)
{
    size_t blocks = (size_t)(size + BLOCK_BYTES - 1) / BLOCK_BYTES;
    /* Grown as it is read: a header that lies costs no memory. */
    GByteArray *bytes = mh_arena_bytes(arena);
    for (size_t i = 0; i < blocks; i++) {
        guint8 block[BLOCK_BYTES];
        if (fread(block, sizeof block, 1, in) != 1)
            return false;
        g_byte_array_append(bytes, block, sizeof block);
    }
    *out = (mh_view){.ptr = (const char *)bytes->data, .len = (size_t)size};
    return bytes->len == 0 || is_zero(bytes->data + size, bytes->len - (size_t)size);
}

/* After an empty block comes another, and nothing else that is not empty. */
static bool is_end(FILE *in)
{
    guint8 block[BLOCK_BYTES];
    size_t count = 0;
    while (fread(block, sizeof block, 1, in) == 1) {
        if (!is_zero(block, sizeof block))
            return false;
        count++;
    }
    return count > 0 && feof(in) != 0;
}

tar_state tar_read_member(FILE *in, mh_arena *arena, tar_member *out)
{
    header h;
    if (fread(&h, sizeof h, 1, in) != 1)
        return TAR_BROKEN;
    if (is_empty(&h))
        return is_end(in) ? TAR_END : TAR_BROKEN;
    guint64 checksum = 0;
    guint64 size = 0;
    guint64 seconds = 0;
    if (memcmp(h.magic, "ustar", 5) != 0 || !read_octal(h.checksum, sizeof h.checksum, &checksum)
        || checksum != checksum_of(&h) || !read_octal(h.size, sizeof h.size, &size)
        || !read_octal(h.mtime, sizeof h.mtime, &seconds) || size > MH_FILE_MAX_BYTES
        || !strchr("05", h.type) || h.type == '\0')
        return TAR_BROKEN;
    tar_member member = {.name = name_of(arena, &h), .seconds = (gint64)seconds};
    if (!read_bytes(in, arena, size, &member.bytes))
        return TAR_BROKEN;
    *out = member;
    return TAR_MEMBER;
}
