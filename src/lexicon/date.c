#include "lexicon/date.h"

#include "lexicon/name.h"
#include "lexicon/number.h"

#define YEAR_MIN 1700
#define YEAR_MAX 2199

#define SIGN_YEAR 0x5E74
#define SIGN_MONTH 0x6708
#define SIGN_DAY 0x65E5
#define SIGN_HOUR 0x65F6
#define SIGN_MINUTE 0x5206

/* Reads units one after the other; a failed step leaves @c at where it was. */
typedef struct reading {
    const mh_folded *text;
    size_t at;
} reading;

static uint16_t peek(const reading *cursor)
{
    return cursor->at < cursor->text->length ? cursor->text->key[cursor->at] : 0;
}

static bool take(reading *cursor, uint16_t unit)
{
    if (peek(cursor) != unit)
        return false;
    cursor->at++;
    return true;
}

static bool take_text(reading *cursor, const char *folded)
{
    size_t at = cursor->at;
    for (const char *p = folded; *p != '\0'; p = mh_utf8_next(p), at++)
        if (at >= cursor->text->length || cursor->text->key[at] != g_utf8_get_char(p))
            return false;
    cursor->at = at;
    return true;
}

static bool take_word(reading *cursor, const char *folded)
{
    size_t before = cursor->at;
    if (take_text(cursor, folded) && mh_folded_is_word_edge(cursor->text, cursor->at))
        return true;
    cursor->at = before;
    return false;
}

static bool is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

/* Takes @p least to @p most digits that no further digit follows. */
static bool take_digits(reading *cursor, size_t least, size_t most, uint32_t *value)
{
    size_t before = cursor->at;
    uint32_t sum = 0;

    while (is_digit(peek(cursor)) && cursor->at - before < most)
        sum = sum * 10 + (uint32_t)(cursor->text->key[cursor->at++] - '0');
    if (cursor->at - before < least || is_digit(peek(cursor))) {
        cursor->at = before;
        return false;
    }
    *value = sum;
    return true;
}

/* ------------------------------------------------------------------ dates */

static bool is_date(uint32_t year, uint32_t month, uint32_t day)
{
    return year >= YEAR_MIN && year <= YEAR_MAX
           && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static bool take_month(reading *cursor, uint32_t *month)
{
    size_t units;
    const mh_name *name = mh_name_at(cursor->text, cursor->at, MH_LANGUAGE_NONE, &units);

    if (name == NULL || name->kind != MH_NAME_MONTH)
        return false;
    cursor->at += units;
    *month = name->value;

    /* Arabic names a month twice; the stroke may stand between spaces. */
    size_t before = cursor->at;
    uint32_t again;
    (void)take(cursor, ' ');
    if (take(cursor, '/')) {
        (void)take(cursor, ' ');
        if (take_month(cursor, &again) && again == *month)
            return true;
    }
    cursor->at = before;
    return true;
}

/* "4", "1er", "1º", "4th", "4-е", then a space and perhaps "de", "of the", "من". */
static bool take_day(reading *cursor, uint32_t *day)
{
    static const char *const endings[] = {"er", "re", "st", "nd", "rd", "th", "-е", "-го", "."};
    static const char *const joints[] = {"de ", "of ", "من "};

    if (!take_digits(cursor, 1, 2, day))
        return false;
    if (!take(cursor, 0x00BA) && !take(cursor, 0x00B0))
        for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
            if (take_word(cursor, endings[i]))
                break;
    if (!take(cursor, ' '))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (take_text(cursor, joints[i]))
            break;
    return true;
}

/* Space, comma, "de", "del", then four digits; Russian adds the word year. */
static bool take_year(reading *cursor, uint32_t *year)
{
    static const char *const joints[] = {"de ", "del ", "de l'annee "};
    static const char *const words[] = {" года", " году", " г."};

    (void)take(cursor, ',');
    if (!take(cursor, ' '))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (take_text(cursor, joints[i]))
            break;
    if (!take_digits(cursor, 4, 4, year) || !mh_folded_is_word_edge(cursor->text, cursor->at))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (take_word(cursor, words[i]))
            break;
    return true;
}

/* "4 June 2021", "June 4, 2021", "2021-06-04". */
static bool take_plain_date(reading *cursor, uint32_t date[3])
{
    if (!is_digit(peek(cursor)))
        return take_month(cursor, &date[1]) && take(cursor, ' ')
               && take_digits(cursor, 1, 2, &date[2]) && peek(cursor) == ','
               && take_year(cursor, &date[0]);
    size_t before = cursor->at;
    if (take_digits(cursor, 4, 4, &date[0]))
        return take(cursor, '-') && take_digits(cursor, 2, 2, &date[1]) && take(cursor, '-')
               && take_digits(cursor, 2, 2, &date[2])
               && mh_folded_is_word_edge(cursor->text, cursor->at);
    cursor->at = before;
    return take_day(cursor, &date[2]) && take_month(cursor, &date[1])
           && take_year(cursor, &date[0]);
}

/* A number of one or two places in figures or signs. */
static bool take_chinese_number(reading *cursor, uint32_t *value)
{
    size_t units = mh_number_at(cursor->text, cursor->at, MH_LANGUAGE_ZH, value);
    cursor->at += units;
    return units > 0 && units <= 3;
}

/* A year in signs is spelt digit by digit: 二〇二一. */
static bool take_chinese_year(reading *cursor, uint32_t *year)
{
    uint32_t sum = 0;
    size_t before = cursor->at;

    if (take_digits(cursor, 4, 4, year))
        return true;
    for (size_t i = 0; i < 4; i++, cursor->at++) {
        uint32_t digit = 0;
        uint16_t unit = peek(cursor);
        mh_folded one = {.key = &unit, .printed = &unit, .length = 1};
        bool is_zero = unit == 0x3007 || unit == 0x96F6 || unit == 0x25CB;
        if (!is_zero && (mh_number_at(&one, 0, MH_LANGUAGE_ZH, &digit) != 1 || digit > 9)) {
            cursor->at = before;
            return false;
        }
        sum = sum * 10 + digit;
    }
    *year = sum;
    return true;
}

/* "2021年6月4日", "二〇二一年六月四日" */
static bool take_chinese_date(reading *cursor, uint32_t date[3])
{
    return take_chinese_year(cursor, &date[0]) && take(cursor, SIGN_YEAR)
           && take_chinese_number(cursor, &date[1]) && take(cursor, SIGN_MONTH)
           && take_chinese_number(cursor, &date[2]) && take(cursor, SIGN_DAY);
}

/* True when the number at @p at ends a range: "4-6 June 2021". */
static bool ends_range(const mh_folded *text, size_t at)
{
    size_t i = at;
    if (i > 0 && text->key[i - 1] == ' ')
        i--;
    if (i == 0 || text->key[i - 1] != '-')
        return false;
    i--;
    if (i > 0 && text->key[i - 1] == ' ')
        i--;
    return i > 0 && is_digit(text->key[i - 1]);
}

bool mh_date_at(const mh_folded *text, size_t at, mh_date *out)
{
    uint32_t date[3] = {0};
    reading cursor = {.text = text, .at = at};

    if (!mh_folded_is_word_edge(text, at) || ends_range(text, at))
        return false;
    if (!take_chinese_date(&cursor, date)) {
        cursor.at = at;
        if (!take_plain_date(&cursor, date))
            return false;
    }
    if (!is_date(date[0], date[1], date[2]))
        return false;

    mh_view bytes = mh_folded_slice(text, at, cursor.at);
    *out = (mh_date){.start = (size_t)(bytes.ptr - text->text.ptr),
                     .end = (size_t)(bytes.ptr - text->text.ptr) + bytes.len,
                     .at = at,
                     .length = cursor.at - at};
    (void)g_snprintf(out->iso, sizeof(out->iso), "%04u-%02u-%02u", date[0], date[1], date[2]);
    return true;
}

/* What a date or time may begin with: cheap to ask, and rarely so. */
static bool may_begin(const mh_folded *text, size_t at)
{
    uint16_t unit = text->key[at];
    if (is_digit(unit))
        return at == 0 || !is_digit(text->key[at - 1]);
    if (unit >= 0x3000)
        return true;
    return g_unichar_isalpha(unit) && mh_folded_is_word_edge(text, at);
}

bool mh_date_find(const mh_folded *text, size_t from, mh_date *out)
{
    for (size_t at = from; at < text->length; at++)
        if (may_begin(text, at) && mh_date_at(text, at, out))
            return true;
    return false;
}

bool mh_date_read(const mh_folded *text, mh_date *out)
{
    mh_date date;
    size_t at = text->length > 0 && text->key[0] == ' ' ? 1 : 0;

    if (at >= text->length || !mh_date_at(text, at, &date))
        return false;
    size_t end = date.at + date.length;
    while (end < text->length
           && (text->key[end] == ' ' || text->key[end] == '*' || text->key[end] == '.'
               || text->key[end] == ','))
        end++;
    if (end != text->length)
        return false;
    *out = date;
    return true;
}

/* ------------------------------------------------------------------ times of day */

typedef enum day_half { HALF_NONE, HALF_MORNING, HALF_AFTERNOON } day_half;

/* "a.m.", "p.m.", "h", "horas", "ч.": what makes two numbers a time. */
static bool take_english_half(reading *cursor, day_half *half)
{
    static const char *const mornings[] = {"a.m.", "a.m"};
    static const char *const afternoons[] = {"p.m.", "p.m"};

    (void)take(cursor, ' ');
    for (size_t i = 0; i < G_N_ELEMENTS(mornings); i++) {
        if (take_word(cursor, mornings[i])) {
            *half = HALF_MORNING;
            return true;
        }
        if (take_word(cursor, afternoons[i])) {
            *half = HALF_AFTERNOON;
            return true;
        }
    }
    return false;
}

/* "10 h 5", "15 heures", "10.05 horas", "10 ч. 05 мин." after the hour. */
static bool take_hour_word(reading *cursor, uint32_t *minute)
{
    static const char *const hours[] = {"h", "heures", "heure", "horas", "hora",
                                        "ч", "час",    "часов", "часа"};
    static const char *const minutes[] = {" минут", " мин", " м"};
    bool has_hour = false;

    (void)take(cursor, ' ');
    for (size_t i = 0; i < G_N_ELEMENTS(hours) && !has_hour; i++)
        has_hour = take_word(cursor, hours[i]);
    if (!has_hour)
        return false;
    size_t before = cursor->at;
    (void)take(cursor, '.');
    if (take(cursor, ' ') && take_digits(cursor, 1, 2, minute)) {
        for (size_t i = 0; i < G_N_ELEMENTS(minutes); i++)
            if (take_word(cursor, minutes[i])) {
                (void)take(cursor, '.');
                break;
            }
        return true;
    }
    cursor->at = before;
    return true;
}

static bool is_after_arabic_hour(const mh_folded *text, size_t at)
{
    static const char word[] = "الساعه ";
    size_t length = (size_t)g_utf8_strlen(word, -1);
    if (at < length)
        return false;
    reading before = {.text = text, .at = at - length};
    return take_text(&before, word);
}

static bool take_plain_time(reading *cursor, uint32_t *hour, uint32_t *minute, day_half *half)
{
    bool after_hour = is_after_arabic_hour(cursor->text, cursor->at);
    bool has_minutes = false;

    if (!take_digits(cursor, 1, 2, hour))
        return false;
    size_t before = cursor->at;
    if (take(cursor, ':') || take(cursor, '.') || take(cursor, '/'))
        has_minutes = take_digits(cursor, 2, 2, minute);
    if (!has_minutes)
        cursor->at = before;
    bool is_clock = has_minutes && cursor->text->key[before] == ':';

    before = cursor->at;
    if (take_english_half(cursor, half))
        return *hour <= 12;
    cursor->at = before;
    if (take_hour_word(cursor, minute))
        return true;
    cursor->at = before;
    return has_minutes && (after_hour || is_clock);
}

/* "上午10时05分", "下午3时" */
static bool take_chinese_time(reading *cursor, uint32_t *hour, uint32_t *minute, day_half *half)
{
    static const struct {
        const char *word;
        day_half half;
    } halves[] = {{"上午", HALF_MORNING},
                  {"下午", HALF_AFTERNOON},
                  {"晚上", HALF_AFTERNOON},
                  {"中午", HALF_NONE}};
    bool has_half = false;

    for (size_t i = 0; i < G_N_ELEMENTS(halves) && !has_half; i++) {
        has_half = take_text(cursor, halves[i].word);
        *half = halves[i].half;
    }
    if (!has_half || !take_chinese_number(cursor, hour) || !take(cursor, SIGN_HOUR))
        return false;
    size_t before = cursor->at;
    if (!take_chinese_number(cursor, minute) || !take(cursor, SIGN_MINUTE)) {
        cursor->at = before;
        *minute = 0;
    }
    return true;
}

bool mh_time_at(const mh_folded *text, size_t at, mh_time *out)
{
    uint32_t hour = 0;
    uint32_t minute = 0;
    day_half half = HALF_NONE;
    reading cursor = {.text = text, .at = at};

    if (!mh_folded_is_word_edge(text, at))
        return false;
    bool is_time = is_digit(text->key[at]) ? take_plain_time(&cursor, &hour, &minute, &half)
                                           : take_chinese_time(&cursor, &hour, &minute, &half);
    if (half == HALF_AFTERNOON && hour < 12)
        hour += 12;
    if (half == HALF_MORNING && hour == 12)
        hour = 0;
    if (!is_time || hour > 24 || minute > 59 || !mh_folded_is_word_edge(text, cursor.at))
        return false;

    mh_view bytes = mh_folded_slice(text, at, cursor.at);
    *out = (mh_time){.start = (size_t)(bytes.ptr - text->text.ptr),
                     .end = (size_t)(bytes.ptr - text->text.ptr) + bytes.len,
                     .at = at,
                     .length = cursor.at - at};
    (void)g_snprintf(out->iso, sizeof(out->iso), "%02u:%02u:00", hour % 24, minute);
    return true;
}

bool mh_time_find(const mh_folded *text, size_t from, mh_time *out)
{
    for (size_t at = from; at < text->length; at++)
        if (may_begin(text, at) && mh_time_at(text, at, out))
            return true;
    return false;
}
