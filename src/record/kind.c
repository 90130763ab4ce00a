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
                                REC_GRAMMAR_MEETING},
    [MH_KIND_AGENDA] = {{"agenda", "debateReport", "agendaListing", "agenda", "Agenda", "document"},
                        REC_GRAMMAR_PLAIN},
    [MH_KIND_DRAFT_DECISION] = {{"draft decision", "statement", "decisionDraft", "deliberation",
                                 "Draft decision", "document"},
                                REC_GRAMMAR_RESOLUTION},
    [MH_KIND_CORRIGENDUM] = {{"corrigendum", "doc", "corrigendum", "communication", "Corrigendum",
                              "document"},
                             REC_GRAMMAR_LETTER},
    [MH_KIND_CIRCULAR] = {{"circular", "statement", "administrativeCircular", "instruction",
                           "Information circular", "document"},
                          REC_GRAMMAR_LETTER},
    [MH_KIND_INSTRUCTION] = {{"administrative instruction", "statement",
                              "administrativeInstruction", "instruction",
                              "Administrative instruction", "document"},
                             REC_GRAMMAR_LETTER},
    [MH_KIND_BULLETIN] = {{"bulletin", "doc", "bulletin", "communication",
                           "Secretary-General's bulletin", "document"},
                          REC_GRAMMAR_LETTER},
    [MH_KIND_PARTICIPANTS] = {{"list of participants", "doc", "listOfParticipants", "communication",
                               "List of participants", "document"},
                              REC_GRAMMAR_PLAIN},
    [MH_KIND_NGO_STATEMENT] = {{"NGO statement", "doc", "ngoStatement", "communication",
                                "Statement by a non-governmental organization", "document"},
                               REC_GRAMMAR_PLAIN},
    [MH_KIND_STATEMENT] = {{"statement", "doc", "speech", "communication", "Statement", "document"},
                           REC_GRAMMAR_LETTER},
    [MH_KIND_DECLARATION] = {{"declaration", "doc", "declaration", "communication", "Declaration",
                              "document"},
                             REC_GRAMMAR_PLAIN},
    [MH_KIND_TREATY] = {{"treaty", "act", "treaty", "provision", "Treaty", "document"},
                        REC_GRAMMAR_PLAIN},
    [MH_KIND_OBSERVATIONS] = {{"concluding observations", "doc", "concludingObservations",
                               "communication", "Concluding observations", "document"},
                              REC_GRAMMAR_PLAIN},
    [MH_KIND_WORKING_PAPER] = {{"working paper", "doc", "workingPaper", "communication",
                                "Working paper", "document"},
                               REC_GRAMMAR_PLAIN},
    [MH_KIND_AMENDMENT] = {{"amendment", "doc", "amendment", "communication", "Amendment",
                            "document"},
                           REC_GRAMMAR_PLAIN},
    [MH_KIND_VIEWS] = {{"views", "doc", "views", "communication",
                        "Views or decision of a treaty body", "document"},
                       REC_GRAMMAR_PLAIN},
    [MH_KIND_PRESS_RELEASE] = {{"press release", "doc", "pressRelease", "communication",
                                "Press release", "document"},
                               REC_GRAMMAR_PLAIN},
    [MH_KIND_JOURNAL] = {{"journal", "debateReport", "journal", "agenda", "Journal", "document"},
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
    {"title.amendments", MH_KIND_AMENDMENT},
    {"title.views", MH_KIND_VIEWS},
    {"title.press", MH_KIND_PRESS_RELEASE},
    {"title.journal", MH_KIND_JOURNAL},
    {"title.draft.decision", MH_KIND_DRAFT_DECISION},
    {"title.draft", MH_KIND_DRAFT_RESOLUTION},
    {"title.corrigendum", MH_KIND_CORRIGENDUM},
    {"title.circular", MH_KIND_CIRCULAR},
    {"title.instruction", MH_KIND_INSTRUCTION},
    {"title.bulletin", MH_KIND_BULLETIN},
    {"title.participants", MH_KIND_PARTICIPANTS},
    {"title.ngo", MH_KIND_NGO_STATEMENT},
    {"title.working_paper", MH_KIND_WORKING_PAPER},
    {"title.observations", MH_KIND_OBSERVATIONS},
    {"title.declaration", MH_KIND_DECLARATION},
    {"title.speech", MH_KIND_STATEMENT},
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

/* A corrigendum corrects texts of every kind. */
static const char corrigendum[] = "/Corr.";

/* Parts of symbols that say less than a title does; the first row that fits counts. */
static const struct {
    const char *part;
    mh_record_kind kind;
} symbol_parts[] = {
    {"ST/IC/", MH_KIND_CIRCULAR},    {"ST/AI/", MH_KIND_INSTRUCTION},
    {"ST/SGB/", MH_KIND_BULLETIN},   {"/NGO/", MH_KIND_NGO_STATEMENT},
    {"/WP.", MH_KIND_WORKING_PAPER}, {"/CRP.", MH_KIND_WORKING_PAPER},
    {"/CO/", MH_KIND_OBSERVATIONS},  {"/D/", MH_KIND_VIEWS},
    {"/REP/", MH_KIND_REPORT},
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
    if (symbol && strstr(symbol, corrigendum))
        return MH_KIND_CORRIGENDUM;
    mh_symbol_kind found = symbol ? mh_symbol_kind_of(symbol) : MH_SYMBOL_DOCUMENT;
    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
        if (symbols[i].symbol == found)
            return symbols[i].kind;
    }
    return MH_KIND_DOCUMENT;
}

mh_record_kind rec_kind_of_symbol_part(const char *symbol)
{
    for (size_t i = 0; symbol && i < G_N_ELEMENTS(symbol_parts); i++) {
        if (strstr(symbol, symbol_parts[i].part))
            return symbol_parts[i].kind;
    }
    return MH_KIND_DOCUMENT;
}

mh_record_kind rec_kind_of_title(rec_reader *reader, mh_view text)
{
    const mh_folded *folded = mh_fold(reader->folder, text);
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
        if (mh_pattern_find(folded, titles[i].key, MH_LANGUAGE_NONE, NULL))
            return titles[i].kind;
    }
    return MH_KIND_DOCUMENT;
}
