#include "text/decode.h"

#include <uchardet.h>

#include "text/scan.h"

/* How much of a file is looked at to guess; more has not changed a guess in any record at hand. */
#define SAMPLE_BYTES ((size_t)256 * 1024)
/* One control character in so many is damage; more is not a text file. */
#define CONTROL_SHARE 100

/* What a file is that begins so: people drop the wrong file into a folder. */
static const struct {
    mh_view magic;
    const char *name;
} known_binaries[] = {
    {{"%PDF-", 5}, "a PDF file; extract its text first, for example with pdftotext"},
    {{"PK\x03\x04", 4}, "a zip package, perhaps a Word file; save it as plain text first"},
    {{"\xD0\xCF\x11\xE0", 4}, "an old Word or Excel file; save it as plain text first"},
    {{"{\\rtf", 5}, "an RTF file; save it as plain text first"},
    {{"\x89PNG", 4}, "an image; it has no text to convert"},
    {{"\xFF\xD8\xFF", 3}, "an image; it has no text to convert"},
    {{"\x1F\x8B", 2}, "a gzip file; unpack it first"},
};

/* Longer marks first: UTF-32LE begins as UTF-16LE does. */
static const struct {
    mh_view mark;
    const char *encoding;
} byte_order_marks[] = {
    {{"\xEF\xBB\xBF", 3}, "UTF-8"},        {{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
    {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"}, {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
};

/* uchardet's names that one of the six languages is written in; others are wrong guesses. */
static const struct {
    const char *guess;
    const char *encoding; /* IANA name; also what iconv understands */
} plausible[] = {
    {"WINDOWS-1252", "windows-1252"},
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-15", "ISO-8859-15"},
    {"WINDOWS-1251", "windows-1251"},
    {"KOI8-R", "KOI8-R"},
    {"IBM866", "IBM866"},
    {"IBM855", "IBM855"},
    {"ISO-8859-5", "ISO-8859-5"},
    {"WINDOWS-1256", "windows-1256"},
    {"ISO-8859-6", "ISO-8859-6"},
    {"GB18030", "GB18030"},
    {"BIG5", "Big5"},
    {"EUC-TW", "EUC-TW"},
    {"HZ-GB-2312", "HZ-GB-2312"},
    {"WINDOWS-1250", "windows-1252"},
    {"ISO-8859-2", "windows-1252"},
    {"MAC-CYRILLIC", "x-mac-cyrillic"},
};

/* Converts to UTF-8 in the job's memory. @return false when a byte does not fit the encoding */
static bool convert(mh_job *job, mh_view bytes, const char *encoding, mh_view *out)
{
    /* glibc knows it under this name only. */
    const char *iconv_name = strcmp(encoding, "x-mac-cyrillic") == 0 ? "MAC-CYRILLIC" : encoding;
    gsize length = 0;
    gsize read = 0;
    char *text = g_convert(bytes.ptr, (gssize)bytes.len, "UTF-8", iconv_name, &read, &length, NULL);
    if (!text)
        return false;
    mh_arena_defer(mh_job_arena(job), g_free, text);
    *out = (mh_view){.ptr = text, .len = length};
    return read == bytes.len && g_utf8_validate_len(text, length, NULL);
}

/* The BOM's encoding, with the BOM taken off @p bytes; NULL when there is none. */
static const char *take_byte_order_mark(mh_view *bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(byte_order_marks); i++) {
        mh_view mark = byte_order_marks[i].mark;
        if (!mh_view_starts_with(*bytes, mark))
            continue;
        *bytes = mh_view_slice(*bytes, mark.len, bytes->len);
        return byte_order_marks[i].encoding;
    }
    return NULL;
}

/*
 * UTF-16 without BOM: the high byte of line ends, spaces and digits is NUL in every script, so NULs
 * stand at one parity only.
 */
static const char *guess_utf16(mh_view bytes)
{
    size_t nuls[2] = {0, 0};
    size_t sample = MIN(bytes.len, SAMPLE_BYTES);
    for (size_t i = 0; i < sample; i++)
        nuls[i % 2] += bytes.ptr[i] == '\0';
    size_t most = MAX(nuls[0], nuls[1]);
    size_t least = MIN(nuls[0], nuls[1]);
    if (bytes.len % 2 != 0 || most * 200 < sample || least * 50 > most)
        return NULL;
    return nuls[1] > nuls[0] ? "UTF-16LE" : "UTF-16BE";
}

/*
 * A capital after a small letter: what text of the wrong eight-bit encoding is full of ("countryÕs"
 * for "country’s").
 */
static size_t count_odd_capitals(mh_view text)
{
    size_t odd = 0;
    bool after_small = false;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = txt_next(p)) {
        gunichar c = g_utf8_get_char(p);
        odd += after_small && c >= 0x80 && g_unichar_isupper(c);
        after_small = g_unichar_islower(c);
    }
    return odd;
}

/* How odd the sample looks when read as @p encoding; SIZE_MAX when it cannot be. */
static size_t oddness(mh_job *job, mh_view sample, const char *encoding)
{
    mh_view text;
    return convert(job, sample, encoding, &text) ? count_odd_capitals(text) : SIZE_MAX;
}

/*
 * The guesser does not know Macintosh text: it takes it for Windows text or for nothing. English,
 * French and Spanish in either have few bytes beyond ASCII, and hardly an odd capital in the right
 * one.
 */
static const char *tell_macintosh_apart(mh_job *job, mh_view bytes, const char *guess)
{
    mh_view sample = mh_view_slice(bytes, 0, SAMPLE_BYTES);
    size_t macintosh = oddness(job, sample, "MACINTOSH");
    size_t windows = oddness(job, sample, "windows-1252");
    if (guess)
        return macintosh < windows ? "macintosh" : guess;
    size_t high = 0;
    for (size_t i = 0; i < sample.len; i++)
        high += (unsigned char)sample.ptr[i] >= 0x80;
    if (high * 10 > sample.len || MIN(macintosh, windows) * 20 > high)
        return NULL;
    return macintosh < windows ? "macintosh" : "windows-1252";
}

/* uchardet's guess when it is one of the plausible encodings, else NULL. */
static const char *guess_eight_bit(mh_job *job, mh_view bytes)
{
    uchardet_t detector = uchardet_new();
    const char *found = NULL;
    if (uchardet_handle_data(detector, bytes.ptr, MIN(bytes.len, SAMPLE_BYTES)) == 0) {
        uchardet_data_end(detector);
        const char *guess = uchardet_get_charset(detector);
        for (size_t i = 0; i < G_N_ELEMENTS(plausible) && !found; i++) {
            if (g_ascii_strcasecmp(guess, plausible[i].guess) == 0)
                found = plausible[i].encoding;
        }
    }
    uchardet_delete(detector);
    if (!found || strcmp(found, "windows-1252") == 0)
        found = tell_macintosh_apart(job, bytes, found);
    return found;
}

/* Control characters that are neither white space nor allowed in XML. */
static bool is_control(unsigned char byte)
{
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\v' && byte != '\f'
           && byte != '\r';
}

/* U+FFFE and U+FFFF cannot be written in XML either. */
static bool is_noncharacter(const unsigned char *p)
{
    return p[0] == 0xEF && p[1] == 0xBF && (p[2] == 0xBE || p[2] == 0xBF);
}

/* Number of bytes of controls in valid UTF-8; their first offset into @p first. */
static size_t count_controls(mh_view text, size_t *first)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char *p = (const unsigned char *)text.ptr + i;
        if (!is_control(*p) && (*p != 0xEF || !is_noncharacter(p)))
            continue;
        if (count++ == 0)
            *first = i;
    }
    return count;
}

/* Controls to spaces, byte by byte, so that offsets stay. */
static mh_view blank_controls(mh_job *job, mh_view text)
{
    char *copy = mh_arena_string_of(mh_job_arena(job), text);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char *p = (unsigned char *)copy + i;
        if (is_control(*p))
            *p = ' ';
        else if (*p == 0xEF && is_noncharacter(p))
            memset(p, ' ', 3);
    }
    return (mh_view){.ptr = copy, .len = text.len};
}

static uint32_t line_at(mh_view text, size_t offset)
{
    uint32_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text.ptr[i] == '\n';
    return line;
}

/* Refuses what is not text and cleans what nearly is. */
static mh_status settle_controls(mh_job *job, mh_view *source)
{
    if (source->len > 0 && memchr(source->ptr, '\0', source->len))
        return mh_report(job, MH_TXT_BINARY, 0, 0, "not plain text (it has NUL characters)");
    size_t first = 0;
    size_t count = count_controls(*source, &first);
    if (count == 0)
        return MH_OK;
    uint32_t line = line_at(*source, first);
    if (count * CONTROL_SHARE > source->len)
        return mh_report(job, MH_TXT_BINARY, line, 0, "not plain text (%zu control characters)",
                         count);
    (void)mh_report(job, MH_TXT_CONTROLS, line, 0, "%zu", count);
    *source = blank_controls(job, *source);
    return MH_OK;
}

static mh_status decode_as(mh_job *job, mh_view bytes, const char *encoding, mh_view *source)
{
    if (g_ascii_strcasecmp(encoding, "UTF-8") == 0) {
        const char *end = NULL;
        if (!g_utf8_validate_len(bytes.ptr, bytes.len, &end) && *end != '\0') {
            size_t at = (size_t)(end - bytes.ptr);
            return mh_report(job, MH_TXT_UNDECODABLE, line_at(bytes, at), 0, "UTF-8");
        }
        *source = bytes;
        return MH_OK;
    }
    return convert(job, bytes, encoding, source)
               ? MH_OK
               : mh_report(job, MH_TXT_UNDECODABLE, 0, 0, "%s", encoding);
}

/* True for a name that iconv knows; a "//SUFFIX" would make it drop characters. */
static bool is_known_encoding(const char *name)
{
    if (strchr(name, '/'))
        return false;
    GIConv converter = g_iconv_open("UTF-8", name);
    if (converter == (GIConv)-1) /* NOLINT(performance-no-int-to-ptr): GLib's error value */
        return false;
    return g_iconv_close(converter) == 0;
}

static mh_status refuse_known_binary(mh_job *job, mh_view bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known_binaries); i++) {
        if (mh_view_starts_with(bytes, known_binaries[i].magic))
            return mh_report(job, MH_TXT_BINARY, 0, 0, "%s", known_binaries[i].name);
    }
    return MH_OK;
}

/* How much of some bytes is UTF-8. */
typedef struct utf8_share {
    size_t characters;  /* of more than one byte; hardly found in other encodings */
    size_t stray_bytes; /* that belong to no character */
    size_t first_stray; /* offset of the first of them */
} utf8_share;

static size_t count_multibyte(const char *from, const char *to)
{
    size_t count = 0;
    for (const char *p = from; p < to; p++)
        count += (unsigned char)*p >= 0xC0;
    return count;
}

static utf8_share measure_utf8(mh_view bytes)
{
    utf8_share share = {0};
    const char *p = bytes.ptr;
    const char *end = bytes.ptr + bytes.len;
    while (p < end) {
        const char *stop = NULL;
        (void)g_utf8_validate_len(p, (gsize)(end - p), &stop);
        share.characters += count_multibyte(p, stop);
        if (stop < end && share.stray_bytes++ == 0)
            share.first_stray = (size_t)(stop - bytes.ptr);
        p = stop + 1;
    }
    return share;
}

/*
 * UTF-8 with a few broken characters, as a cut or a faulty copy leaves it. Read in a guessed
 * encoding all of it would be rubbish.
 */
static mh_status refuse_damaged_utf8(mh_job *job, mh_view bytes)
{
    enum { CHARACTERS_PER_STRAY_BYTE = 4 };
    const utf8_share share = measure_utf8(bytes);
    if (share.stray_bytes == 0 || share.characters < share.stray_bytes * CHARACTERS_PER_STRAY_BYTE)
        return MH_OK;
    const char *line = bytes.ptr + share.first_stray;
    while (line > bytes.ptr && line[-1] != '\n')
        line--;
    glong column = g_utf8_strlen(line, bytes.ptr + share.first_stray - line) + 1;
    return mh_report(job, MH_TXT_DAMAGED, line_at(bytes, share.first_stray), (uint32_t)column,
                     "%zu", share.stray_bytes);
}

/* An encoding without mark and not UTF-8: guessed, and said so. */
static mh_status decode_guessed(mh_job *job, mh_view bytes, mh_view *source, const char **encoding)
{
    mh_status status = refuse_damaged_utf8(job, bytes);
    if (status != MH_OK)
        return status;
    const char *guess = guess_utf16(bytes);
    bool is_text = !memchr(bytes.ptr, '\0', bytes.len);
    if (!guess && is_text)
        guess = guess_eight_bit(job, bytes);
    if (!guess)
        return is_text ? mh_report(job, MH_TXT_UNKNOWN_BYTES, 0, 0, NULL)
                       : mh_report(job, MH_TXT_BINARY, 0, 0, "not plain text (it has NUL bytes)");
    status = decode_as(job, bytes, guess, source);
    if (status != MH_OK)
        return status;
    (void)mh_report(job, MH_TXT_GUESSED, 0, 0, "%s", guess);
    *encoding = guess;
    return MH_OK;
}

mh_status txt_decode(mh_job *job, mh_view bytes, const char *forced, mh_view *source,
                     const char **encoding)
{
    mh_status status =
        bytes.len == 0 ? mh_report(job, MH_TXT_EMPTY, 0, 0, NULL) : refuse_known_binary(job, bytes);
    if (status != MH_OK)
        return status;
    if (forced && !is_known_encoding(forced))
        return mh_report(job, MH_TXT_ENCODING, 0, 0, "%s", forced);

    mh_view rest = bytes;
    const char *marked = take_byte_order_mark(&rest);
    const char *stated = forced ? forced : marked;
    if (stated) {
        *encoding = mh_arena_strdup(mh_job_arena(job), stated);
        status = decode_as(job, forced ? bytes : rest, stated, source);
    } else if (!memchr(bytes.ptr, '\0', bytes.len)
               && g_utf8_validate_len(bytes.ptr, bytes.len, NULL)) {
        *encoding = "UTF-8";
        *source = bytes;
    } else {
        status = decode_guessed(job, bytes, source, encoding);
    }
    if (status != MH_OK)
        return status;
    /* A forced encoding keeps its mark as U+FEFF. */
    if (mh_view_starts_with(*source, MH_VIEW("\xEF\xBB\xBF")))
        *source = mh_view_slice(*source, 3, source->len);
    return settle_controls(job, source);
}
