#include "record/kind.h"

#include "lexicon/symbol.h"

/* One row a kind; adding a kind is adding a row here and, where its titles are new, patterns. */
typedef struct kind_row {
    mh_kind_info info;
    rec_grammar grammar;
} kind_row;

static const kind_row rows[MH_KIND_COUNT] = {
    [MH_KIND_DOCUMENT] = {{"document", "doc", "document", "communication", "Document", "document"},
                          REC_GRAMMAR_LETTER},
    [MH_KIND_LETTER] = {{"letter", "doc", "officialLetter", "communication", "Official letter",
                         "letter"},
                        REC_GRAMMAR_LETTER},
    [MH_KIND_IDENTICAL_LETTERS] = {{"identical letters", "doc", "officialLetter", "communication",
                                    "Identical letters", "letter"},
                                   REC_GRAMMAR_LETTER},
    [MH_KIND_NOTE_VERBALE] = {{"note verbale", "doc", "noteVerbale", "communication",
                               "Note verbale", "letter"},
                              REC_GRAMMAR_LETTER},
    [MH_KIND_NOTE] = {{"note", "doc", "note", "communication", "Note", "document"},
                      REC_GRAMMAR_LETTER},
    [MH_KIND_REPORT] = {{"report", "doc", "progressReport", "paper", "Report", "report"},
                        REC_GRAMMAR_PLAIN},
    [MH_KIND_RESOLUTION] = {{"resolution", "statement", "resolution", "deliberation", "Resolution",
                             "adoption"},
                            REC_GRAMMAR_RESOLUTION},
    [MH_KIND_DRAFT_RESOLUTION] = {{"draft resolution", "statement", "resolutionDraft",
                                   "deliberation", "Draft resolution", "document"},
                                  REC_GRAMMAR_RESOLUTION},
    [MH_KIND_DECISION] = {{"decision", "statement", "decision", "deliberation", "Decision",
                           "adoption"},
                          REC_GRAMMAR_RESOLUTION},
    [MH_KIND_PRESIDENTIAL_STATEMENT] = {{"presidential statement", "statement",
                                         "presidentialStatement", "deliberation",
                                         "Presidential statement", "meeting"},
                                        REC_GRAMMAR_PLAIN},
    [MH_KIND_VERBATIM_RECORD] = {{"verbatim record", "debate", "verbatimRecord", "record",
                                  "Verbatim record", "meeting"},
                                 REC_GRAMMAR_MEETING},
    [MH_KIND_SUMMARY_RECORD] = {{"summary record", "debateReport", "meetingMinute", "minute",
                                 "Summary record", "meeting"},
                                REC_GRAMMAR_PLAIN},
    [MH_KIND_AGENDA] = {{"agenda", "debateReport", "agendaListing", "agenda", "Agenda", "document"},
                        REC_GRAMMAR_PLAIN},
    [MH_KIND_RESOLUTION_SET] = {{"resolution set", "documentCollection", "publicationResolution",
                                 "publication", "Resolutions", "adoption"},
                                REC_GRAMMAR_RESOLUTION},
    [MH_KIND_ANNEX] = {{"annex", "doc", "annex", "communication", "Annex", "document"},
                       REC_GRAMMAR_LETTER},
    [MH_KIND_ENCLOSURE] = {{"enclosure", "doc", "enclosure", "communication", "Enclosure",
                            "document"},
                           REC_GRAMMAR_LETTER},
    [MH_KIND_APPENDIX] = {{"appendix", "doc", "appendix", "communication", "Appendix", "document"},
                          REC_GRAMMAR_LETTER},
};

/* Titles and the kinds they announce; the first row that matches counts. */
static const struct {
    const char *key;
    mh_record_kind kind;
} titles[] = {
    {"title.letter.identical", MH_KIND_IDENTICAL_LETTERS},
    {"title.letter", MH_KIND_LETTER},
    {"title.noteverbale", MH_KIND_NOTE_VERBALE},
    {"title.note", MH_KIND_NOTE},
    {"title.report", MH_KIND_REPORT},
    {"title.statement", MH_KIND_PRESIDENTIAL_STATEMENT},
    {"title.agenda", MH_KIND_AGENDA},
    {"title.draft", MH_KIND_DRAFT_RESOLUTION},
    {"resolution.heading", MH_KIND_RESOLUTION},
};

static const struct {
    mh_symbol_kind symbol;
    mh_record_kind kind;
} symbols[] = {
    {MH_SYMBOL_RESOLUTION, MH_KIND_RESOLUTION},
    {MH_SYMBOL_DECISION, MH_KIND_DECISION},
    {MH_SYMBOL_PRESIDENTIAL_STATEMENT, MH_KIND_PRESIDENTIAL_STATEMENT},
    {MH_SYMBOL_VERBATIM_RECORD, MH_KIND_VERBATIM_RECORD},
    {MH_SYMBOL_SUMMARY_RECORD, MH_KIND_SUMMARY_RECORD},
    {MH_SYMBOL_AGENDA, MH_KIND_AGENDA},
};

const mh_kind_info *mh_kind_info_of(mh_record_kind kind)
{
    return &rows[kind].info;
}

rec_grammar rec_grammar_of(mh_record_kind kind)
{
    return rows[kind].grammar;
}

mh_record_kind rec_kind_of_symbol(const char *symbol)
{
    mh_symbol_kind found = symbol ? mh_symbol_kind_of(symbol) : MH_SYMBOL_DOCUMENT;
    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
        if (symbols[i].symbol == found)
            return symbols[i].kind;
    }
    return MH_KIND_DOCUMENT;
}

mh_record_kind rec_kind_of_title(rec_reader *reader, mh_view text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
        if (rec_matches(reader, text, titles[i].key, NULL))
            return titles[i].kind;
    }
    return MH_KIND_DOCUMENT;
}
