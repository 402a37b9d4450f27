#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::analyzers {

/// A code without what writers vary: capitals, Latin letters for Cyrillic look-alikes, Ð as Đ,
/// marks of the alphabet kept (`HĐ` and `HD` differ). Other characters stay.
[[nodiscard]] std::string code_key(std::string_view code);

/// `code_key` with the marks of the alphabet dropped (`NĐ` -> `ND`).
[[nodiscard]] std::string bare_code_key(std::string_view code);

/// True when every letter of `code` may stand in a code: none carries a tone.
[[nodiscard]] bool is_code_spelling(std::string_view code) noexcept;

/// A type of documents. Source: analyzers/data/document_types.tsv.
struct DocumentType {
    std::string_view name;    ///< `Nghị quyết`
    std::string_view code;    ///< `NQ`; empty for types cited by name
    std::string_view system;  ///< party, state or both
    int rank = 0;
};

/// All types in the order of the table.
[[nodiscard]] const std::vector<DocumentType>& document_types();

/// A type code as met in a number.
struct TypeCode {
    std::string_view code;  ///< official spelling of what was written: `CTr`, `NĐ`, `CTHĐ`
    std::vector<const DocumentType*> types;  ///< most usual first
};

/// The row of a type code in any case; nullptr when unknown.
[[nodiscard]] const TypeCode* find_type_code(std::string_view code);
/// Like `find_type_code`, with the marks missing (`nd` -> NĐ) when nothing else fits.
[[nodiscard]] const TypeCode* guess_type_code(std::string_view code);

/// An issuer code as met in a number. Source: analyzers/data/issuers.tsv.
struct IssuerCode {
    std::string_view code;  ///< official spelling of what was written: `TTg`, `BNN&PTNT`
    std::string_view name;  ///< most usual body
    bool party = false;     ///< some body of the Party, the Front or a union uses it
    bool state = false;     ///< some body of the State uses it
    bool local = false;     ///< exists in many places
    bool central = false;   ///< works for the whole country
};

/// The row of an issuer code in any case; a term number (`QH15`) counts as known.
[[nodiscard]] const IssuerCode* find_issuer_code(std::string_view code);
/// Like `find_issuer_code`, with the marks missing (`hdnd` -> HĐND) when nothing else fits.
[[nodiscard]] const IssuerCode* guess_issuer_code(std::string_view code);

/// What a writer meant by a code that is a slip (`TƯ` -> `TW`, `OH15` -> `QH15`); empty when the
/// code is none. Source: analyzers/data/number_slips.tsv.
[[nodiscard]] std::string repaired_code(std::string_view code);

}  // namespace tracuu::analyzers
