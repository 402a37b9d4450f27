#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::analyzers {

/// A province or centrally run city. Source: analyzers/data/provinces.tsv.
struct Province {
    std::string_view name;        ///< `Bình Định`
    std::string_view kind;        ///< `tỉnh` or `thành phố`
    std::string_view valid_from;  ///< ISO date; empty when before 1997 or not recorded
    std::string_view valid_to;    ///< ISO date of its last day; empty while it exists
    std::string_view successor;   ///< name of the province it became part of; may be empty
};

/// All provinces, past and present, in the order of the table.
[[nodiscard]] const std::vector<Province>& provinces();

/// The province with this name or alias, in any case, with or without diacritics or `tỉnh`,
/// `thành phố` before it.
[[nodiscard]] const Province* find_province(std::string_view name);

/// The province from whose town or city `place` documents are signed ("Quy Nhơn" -> Bình Định).
[[nodiscard]] const Province* province_of_place(std::string_view place);

/// What is known of a body. Source: analyzers/data/bodies.tsv.
struct KnownBody {
    std::string_view name;   ///< canonical: `Sở Nội vụ`
    std::string_view level;  ///< central, province, district, commune or any
    std::vector<std::string_view> aliases;
    std::string_view valid_from;  ///< ISO date; may be empty
    std::string_view valid_to;
    std::vector<std::string_view> successors;  ///< names of rows
};

/// The identity of a body in one place: `Sở Nội vụ` of Kon Tum is not that of An Giang.
struct BodyIdentity {
    std::string id;            ///< ASCII: `so-noi-vu.kon-tum`, `bo-noi-vu`
    std::string name;          ///< canonical name without the place: `Sở Nội vụ`
    std::string jurisdiction;  ///< province name; `Trung ương`; empty when unknown
    std::string level;         ///< may be empty
};

/// Who `name`, as written in a document of `jurisdiction`, is. "Sở Nội vụ tỉnh Kon Tum",
/// "SNV", "Giám đốc Sở Nội vụ" (office-holder) give the same identity.
[[nodiscard]] BodyIdentity identify_body(std::string_view name, std::string_view jurisdiction);

/// Bodies that took over the work of a body of the gazetteer when it ended or when its province
/// was merged: `Sở Nội vụ` of Gia Lai after that of Bình Định. Empty for others.
[[nodiscard]] std::vector<BodyIdentity> successors_of(const BodyIdentity& body);
/// The other way round: those whose work it took over.
[[nodiscard]] std::vector<BodyIdentity> predecessors_of(const BodyIdentity& body);

/// All rows of the gazetteer, in the order of the table.
[[nodiscard]] const std::vector<KnownBody>& known_bodies();

/// The gazetteer row whose name or alias is `name`, exactly or else in folded comparison; nullptr
/// when none.
[[nodiscard]] const KnownBody* find_body(std::string_view name);
/// All rows with that name or alias in folded comparison: `btctu` is BTCTU and BTCTƯ.
[[nodiscard]] std::vector<const KnownBody*> find_bodies(std::string_view name);

/// Expansions of an abbreviation (`UBND` -> `Ủy ban nhân dân`), most usual first; may be empty.
[[nodiscard]] std::vector<std::string_view> expand_abbreviation(std::string_view word);
/// All abbreviations with their expansions, for search.
struct Abbreviation {
    std::string_view abbreviation;
    std::string_view expansion;
};
[[nodiscard]] const std::vector<Abbreviation>& abbreviations();

}  // namespace tracuu::analyzers
