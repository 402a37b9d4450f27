#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracuu::analyzers {

/// Which of the two numbering systems a number is written in.
enum class NumberSystem { party, state };

/// The parts of a document number. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III;
/// Hướng dẫn 36-HD/VPTW (2018).
struct DocumentNumber {
    NumberSystem system = NumberSystem::state;
    std::string ordinal;  ///< as written, leading zeros kept: `01`
    std::string year;     ///< four digits of a normative number; empty otherwise
    std::string type;     ///< official code: `NQ`, `CTr`; empty for công văn and `56/2017/QH14`
    std::string issuer;   ///< issuer code with its units: `TW`, `UBND-NC`, `QH14`

    /// Canonical spelling: `18-NQ/TW`, `108/2014/NĐ-CP`, `1054/UBND-NCPC`.
    [[nodiscard]] std::string canonical() const;
    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

/// Reads `text`, which must be one number in any spelling that people type: other case, missing
/// bars and marks (`18 nq tw`, `nq18-tw`, `ND-CP`), `số`, a type word before it
/// (`Nghị quyết 18-NQ/TW`). nullopt when it is none.
[[nodiscard]] std::optional<DocumentNumber> parse_document_number(std::string_view text);

/// The type that the code means in that system (`NQ` -> `Nghị quyết`); empty when unknown.
[[nodiscard]] std::string_view type_of_code(std::string_view code, NumberSystem system);

/// True when documents of this issuer code exist in many places (`TU`, `UBND`, `SNV`).
[[nodiscard]] bool is_local_issuer(std::string_view issuer_code);

}  // namespace tracuu::analyzers
