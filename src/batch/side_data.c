#include "batch/side_data.h"

#include "base/file.h"

struct mh_side_data {
    const char *const *columns;
    size_t column_count;
    GHashTable *by_file; /* name → row */
};

/* ------------------------------------------------------------------ fields */

static bool set_language(mh_record_options *facts, const char *value)
{
    facts->language = mh_language_from_code(mh_view_of(value));
    return facts->language != MH_LANGUAGE_NONE;
}

/* A number of @p digits digits at @p text, up to @p end. */
static guint number_at(const char *text, size_t digits, char end)
{
    guint64 value = 0;
    char *part = g_strndup(text, digits);
    bool is_number =
        text[digits] == end && g_ascii_string_to_unsigned(part, 10, 0, 9999, &value, NULL);
    g_free(part);
    return is_number ? (guint)value : 0;
}

static bool is_iso_date(const char *value)
{
    if (strlen(value) != strlen("2021-06-04"))
        return false;
    guint year = number_at(value, 4, '-');
    guint month = number_at(value + 5, 2, '-');
    guint day = number_at(value + 8, 2, '\0');
    return g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static bool set_date(mh_record_options *facts, const char *value)
{
    facts->date = value;
    return is_iso_date(value);
}

static bool set_symbol(mh_record_options *facts, const char *value)
{
    facts->symbol = value;
    return *value != '\0';
}

static bool set_title(mh_record_options *facts, const char *value)
{
    facts->title = value;
    return *value != '\0';
}

static bool set_job_number(mh_record_options *facts, const char *value)
{
    facts->job_number = value;
    return *value != '\0';
}

typedef struct field {
    const char *name;
    bool (*set)(mh_record_options *facts, const char *value);
} field;

static const field fields[] = {
    {"symbol", set_symbol},         {"date", set_date},
    {"title", set_title},           {"language", set_language},
    {"job-number", set_job_number},
};

const char *mh_side_data_fields(void)
{
    return "symbol, date, title, language, job-number";
}

static const field *find_field(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

bool mh_side_data_set(mh_record_options *facts, const char *name, const char *value)
{
    const field *f = find_field(name);
    return f && f->set(facts, value);
}

/* Fields that @p facts already has are the user's word for all records. */
static void keep_given(mh_record_options *facts, const mh_record_options *given)
{
    if (given->symbol)
        facts->symbol = given->symbol;
    if (given->date)
        facts->date = given->date;
    if (given->title)
        facts->title = given->title;
    if (given->job_number)
        facts->job_number = given->job_number;
    if (given->language != MH_LANGUAGE_NONE)
        facts->language = given->language;
}

/* ------------------------------------------------------------------ CSV */

typedef struct csv {
    mh_job *job;
    const char *path;
    const char *p;
    const char *end;
    uint32_t line;
} csv;

static bool starts_with(const csv *c, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(c->end - c->p) >= length && memcmp(c->p, text, length) == 0;
}

/* Behind the opening quote: commas and line ends are text, doubled quotes stand for one. */
static void read_quoted(csv *c, GString *cell)
{
    while (c->p < c->end && (*c->p != '"' || starts_with(c, "\"\""))) {
        c->p += *c->p == '"';
        c->line += *c->p == '\n';
        g_string_append_c(cell, *c->p++);
    }
    if (c->p < c->end)
        c->p++;
}

static const char *read_cell(csv *c)
{
    GString *cell = mh_arena_string(mh_job_arena(c->job));
    if (starts_with(c, "\"")) {
        c->p++;
        read_quoted(c, cell);
    }
    while (c->p < c->end && !strchr(",\r\n", *c->p))
        g_string_append_c(cell, *c->p++);
    return cell->str;
}

/* One line's cells, ended by NULL; NULL at the end of the file. */
static GPtrArray *read_row(csv *c)
{
    if (c->p >= c->end)
        return NULL;
    GPtrArray *cells = mh_arena_ptr_array(mh_job_arena(c->job));
    for (;;) {
        g_ptr_array_add(cells, mh_unconst(read_cell(c)));
        if (c->p >= c->end || *c->p != ',')
            break;
        c->p++;
    }
    if (c->p < c->end && *c->p == '\r')
        c->p++;
    if (c->p < c->end && *c->p == '\n')
        c->p++;
    c->line++;
    return cells;
}

static mh_status complain(const csv *c, const char *what, const char *name)
{
    return mh_report_in(c->job, MH_BAT_METADATA, c->path, c->line > 1 ? c->line - 1 : 1, "%s %s",
                        what, name);
}

static mh_status read_header(csv *c, mh_side_data *data, size_t *file_column)
{
    GPtrArray *cells = read_row(c);
    if (!cells)
        return complain(c, "there is no header line", "");
    *file_column = SIZE_MAX;
    for (guint i = 0; i < cells->len; i++) {
        const char *name = g_ptr_array_index(cells, i);
        if (strcmp(name, "file") == 0)
            *file_column = i;
        else if (!find_field(name))
            return complain(c, "there is no field", name);
    }
    if (*file_column == SIZE_MAX)
        return complain(c, "there is no column", "file");
    data->columns = (const char *const *)cells->pdata;
    data->column_count = cells->len;
    return MH_OK;
}

static mh_status add_row(csv *c, mh_side_data *data, GPtrArray *cells, size_t file_column)
{
    if (cells->len == 1 && *(const char *)g_ptr_array_index(cells, 0) == '\0')
        return MH_OK;
    if (cells->len != data->column_count)
        return complain(c, "the line has another number of cells than the header", "");
    mh_record_options trial = {0};
    for (guint i = 0; i < cells->len; i++) {
        const char *value = g_ptr_array_index(cells, i);
        if (i != file_column && *value != '\0'
            && !mh_side_data_set(&trial, data->columns[i], value))
            return complain(c, "the value does not fit its field:", value);
    }
    g_hash_table_insert(data->by_file, g_ptr_array_index(cells, (guint)file_column), cells);
    return MH_OK;
}

mh_status mh_side_data_read(mh_job *job, const char *path, mh_side_data **out)
{
    mh_view bytes = {0};
    mh_status status = mh_file_read(job, path, &bytes);
    if (status != MH_OK)
        return status;
    if (mh_view_starts_with(bytes, MH_VIEW("\xef\xbb\xbf")))
        bytes = mh_view_slice(bytes, 3, bytes.len);
    csv c = {.job = job, .path = path, .p = bytes.ptr, .end = bytes.ptr + bytes.len, .line = 1};
    mh_side_data *data = MH_NEW(mh_job_arena(job), mh_side_data, 1);
    data->by_file = mh_arena_string_hash(mh_job_arena(job));
    size_t file_column = 0;
    status = read_header(&c, data, &file_column);
    for (GPtrArray *cells; status == MH_OK && (cells = read_row(&c));)
        status = add_row(&c, data, cells, file_column);
    if (status == MH_OK)
        *out = data;
    return status;
}

void mh_side_data_apply(const mh_side_data *data, const char *name, mh_record_options *facts)
{
    const GPtrArray *cells = g_hash_table_lookup(data->by_file, name);
    if (!cells) {
        const char *slash = strrchr(name, '/');
        cells = slash ? g_hash_table_lookup(data->by_file, slash + 1) : NULL;
    }
    if (!cells)
        return;
    const mh_record_options given = *facts;
    for (size_t i = 0; i < data->column_count; i++) {
        const char *value = g_ptr_array_index(cells, (guint)i);
        if (*value != '\0')
            (void)mh_side_data_set(facts, data->columns[i], value);
    }
    keep_given(facts, &given);
}
