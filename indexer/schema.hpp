#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu::indexer {

/// The layout of an index. Xapian documents ("records") of seven kinds stand in one database:
///   document  one per document of the corpus: searchable terms, DocumentRecord, passage table
///   block     a slice of at most 32 KiB of a document's text (whole passages); none of short texts
///   edges     the out-edges of one node of the graph, with their evidence
///   absent    a document that is cited but not held
///   task, body, file (a source as read: fingerprint and rejections)
/// Each has the unique term Q<kind><id>, the kind term XK<kind>, and its fields in its data
/// (record.hpp). Only documents have terms without a prefix.
enum class Kind : char {
    document = 'D',
    edges = 'E',
    absent = 'A',
    task = 'T',
    body = 'B',
    file = 'F'
};

/// What a term stands for.
enum class Field : std::uint8_t {
    word,   ///< folded syllable of text, title, number, issuer, type
    title,  ///< folded syllable of the title
    kind,
    unique,
    type,
    jurisdiction,
    issuer,  ///< slugs: exact filters
    type_word,
    place_word,
    issuer_word,  ///< folded words: field:value of the search language
    year,
    number,  ///< canonical, its own or cited by it
    own_number,
    number_word,    ///< folded word of an own number
    number_prefix,  ///< own number, letters and digits only: completion
    cites,
    implements,  ///< on documents: ids of the targets
    cited,       ///< on edges: ids of the targets
    body,        ///< on documents and tasks: body ids
    task_body,   ///< role letter + body id
    task_role,
    task_kind,     ///< codes of kinds_of
    task_product,  ///< slug
    task_word,     ///< folded word of a task's text
    body_word,     ///< folded word of a body's names
    body_name,     ///< slug of a name or alias of a body
    owner,         ///< the document that a task belongs to
    source         ///< on documents: the file that holds it
};

/// One row of the schema table.
struct FieldRow {
    Field field;
    std::string_view prefix;  ///< Omega's convention: single capitals reserved, X... our own
    std::string_view what;
};

/// In the order of Field.
inline constexpr std::array<FieldRow, 28> kFields{{
    {Field::word, "", "folded syllable"},
    {Field::title, "S", "folded syllable of the title"},
    {Field::kind, "XK", "kind of record"},
    {Field::unique, "Q", "kind and id"},
    {Field::type, "XT", "type, slug"},
    {Field::jurisdiction, "XJ", "jurisdiction, slug"},
    {Field::issuer, "XI", "issuer, slug"},
    {Field::type_word, "XVT", "word of the type"},
    {Field::place_word, "XVP", "word of the jurisdiction"},
    {Field::issuer_word, "XVI", "word of the issuer"},
    {Field::year, "Y", "year of the date"},
    {Field::number, "XN", "number, own or cited"},
    {Field::own_number, "XO", "own number"},
    {Field::number_word, "XVN", "word of an own number"},
    {Field::number_prefix, "XP", "own number for completion"},
    {Field::cites, "XC", "id of a cited document"},
    {Field::implements, "XM", "id of an implemented document"},
    {Field::cited, "XE", "id of the target of an edge"},
    {Field::body, "XB", "body id"},
    {Field::task_body, "XL", "role and body id"},
    {Field::task_role, "XR", "role"},
    {Field::task_kind, "XH", "kind of deadline"},
    {Field::task_product, "XY", "what a task makes, slug"},
    {Field::task_word, "XW", "folded word of a task"},
    {Field::body_word, "XA", "folded word of a body's name"},
    {Field::body_name, "XD", "slug of a body's name"},
    {Field::owner, "XU", "document id"},
    {Field::source, "XF", "source file"},
}};

/// Value slots.
enum class Slot : unsigned {
    date = 0,        ///< documents: YYYYMMDD; empty when unknown
    newest = 1,      ///< documents: newest first, then id, ascending bytes
    facets = 2,      ///< documents: facet values, see facet_codec
    due = 3,         ///< tasks: YYYYMMDD of the last day, else of the first; empty when undated
    due_end = 4,     ///< tasks: YYYYMMDD of the last day only
    task_order = 5,  ///< tasks: by due date, document, position, ascending bytes
    task_facets = 7  ///< tasks: facet values, see task_facets
};

/// Version of this layout; an index with another one is refused.
inline constexpr std::uint32_t kFormatVersion = 8;
/// Named features of this layout; an index with one that is not listed here is refused.
inline constexpr std::array<std::string_view, 6> kFeatures{"pairs",  "data",  "edges",
                                                           "tokens", "words", "graph"};

/// Prefix of `field`.
[[nodiscard]] std::string_view prefix(Field field) noexcept;

/// The term of `value` in `field`: at most 245 bytes as Xapian counts them; longer values are cut
/// and get a 128-bit fingerprint. `:` separates a value that starts with a capital or `:`.
[[nodiscard]] std::string term(Field field, std::string_view value);

/// The unique term of a record.
[[nodiscard]] std::string unique_term(Kind kind, std::string_view id);
/// The term that all records of a kind have.
[[nodiscard]] std::string kind_term(Kind kind);
/// The term of a body in one role; `role` is the letter of role_letter.
[[nodiscard]] std::string task_body_term(char role, std::string_view body_id);

}  // namespace tracuu::indexer
