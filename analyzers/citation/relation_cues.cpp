#include "analyzers/citation/relation_cues.hpp"

#include <array>
#include <string>
#include <utility>

#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/data_table.hpp"
#include "support/error.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::array<std::pair<std::string_view, CueKind>, 14> kKinds{{
    {"active", CueKind::active},
    {"basis", CueKind::basis},
    {"weak", CueKind::weak},
    {"passive", CueKind::passive},
    {"after", CueKind::after},
    {"neutral", CueKind::neutral},
    {"aside", CueKind::aside},
    {"attached", CueKind::attached},
    {"blank", CueKind::blank},
    {"task", CueKind::task},
    {"insert", CueKind::insert},
    {"resume", CueKind::resume},
    {"outside", CueKind::outside},
    {"hold", CueKind::hold},
}};

CueKind kind_of(std::string_view name) {
    for (const auto& [word, kind] : kKinds) {
        if (word == name) return kind;
    }
    throw support::Error(support::ErrorCode::internal, "unknown kind of cue", std::string(name));
}

struct Cues {
    PhraseTable phrases;
    std::vector<std::pair<Relation, CueKind>> rows;
};

const Cues& cues() {
    static const Cues table = [] {
        Cues out;
        const support::DataTable rows("relation_cues.tsv",
                                      tracuu_analyzers::file("relation_cues.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto relation = relation_of(rows.cell(row, "relation"));
            if (!relation) {
                throw support::Error(support::ErrorCode::internal, "unknown relation",
                                     std::string(rows.cell(row, "relation")));
            }
            out.phrases.add(rows.cell(row, "phrase"), static_cast<std::int32_t>(row));
            out.rows.emplace_back(*relation, kind_of(rows.cell(row, "kind")));
        }
        return out;
    }();
    return table;
}

}  // namespace

std::optional<Cue> cue_at(std::span<const Token> tokens, std::size_t at) {
    const auto match = cues().phrases.longest(tokens, at);
    if (!match) return std::nullopt;
    const auto& [relation, kind] = cues().rows[static_cast<std::size_t>(match->value)];
    return Cue{relation, kind, support::offset(at), support::offset(at + match->length)};
}

}  // namespace tracuu::analyzers
