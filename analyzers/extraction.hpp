#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/date.hpp"
#include "support/range.hpp"

namespace tracuu::analyzers {

using support::ByteRange;
using support::Date;

/// What the citing document does to the cited one. Ordered from weakest to strongest.
enum class Relation : std::uint8_t {
    mentions,
    reviews,
    based_on,
    implements,
    amends,
    replaces,
    repeals
};
/// The English code of the API: `implements`, `based_on`, ...
[[nodiscard]] std::string_view name(Relation relation) noexcept;
[[nodiscard]] std::optional<Relation> relation_of(std::string_view name) noexcept;

/// Facts that a document states about itself. Empty strings and nullopt: not stated.
struct Header {
    std::string number;        ///< canonical spelling, `26-KH/TU`
    std::string type;          ///< official name, sentence case: `Kế hoạch`
    std::string issuer;        ///< `Ban Thường vụ Tỉnh ủy Bình Định`
    std::string jurisdiction;  ///< province of the gazetteer, or `Trung ương`
    std::string place;         ///< where it was signed
    std::string signer;
    std::string title;  ///< what it is about, one line, as in the text
    std::optional<Date> date;
    ByteRange number_span;  ///< empty when the number is not in the text
    ByteRange title_span;
};

/// One mention of a document by its number.
struct Citation {
    ByteRange span;            ///< the number token as written, in the source text
    std::string number;        ///< canonical: `108/2014/NĐ-CP`
    std::string type;          ///< `Nghị định`
    std::optional<Date> date;  ///< of this mention or of another one in this text
    std::string issuer;        ///< likewise; empty when not stated
    std::string title;         ///< quoted or "về ..." title beside the number; may be empty
    std::string pinpoint;      ///< `điểm a khoản 2 Điều 5`; may be empty
    Relation relation = Relation::mentions;
    ByteRange cue;                 ///< the words that prove the relation; empty for `mentions`
    ByteRange clause;              ///< the clause around the mention: the quote shown as evidence
    bool date_in_mention = false;  ///< the date stands in this mention itself
};

/// A law, code, constitution or resolution cited by name, without a number.
struct NamedCitation {
    ByteRange span;
    std::string name;  ///< normalised: one space, official capitals
    std::optional<Date> date;
    ByteRange clause;
};

/// How a text names a document again without its number symbol.
enum class BackReferenceKind : std::uint8_t {
    name,          ///< a name defined by "(sau đây gọi tắt là ...)"
    short_number,  ///< type and digits of a number cited in this text: `Nghị quyết 18`
    anaphor        ///< `Kế hoạch này`
};
/// The code of the API: `name`, `short_number`, `anaphor`.
[[nodiscard]] std::string_view name(BackReferenceKind kind) noexcept;

/// A further mention of a cited document, or of this one.
struct BackReference {
    ByteRange span;
    BackReferenceKind kind = BackReferenceKind::name;
    std::optional<std::uint32_t> citation;  ///< index into `citations`; nullopt: this document
};

/// A directed statement between two documents, by canonical numbers.
struct Edge {
    static constexpr std::string_view kSelf = "self";
    std::string from;  ///< `self` or a number cited in this text
    std::string to;
    Relation relation = Relation::mentions;
    /// Indices into `Extraction::citations` of the mentions of `to` that prove it, in text order.
    std::vector<std::uint32_t> evidence;
    /// The mention of `from` when it is not `self`.
    std::optional<std::uint32_t> from_citation;
};

enum class Role : std::uint8_t { lead, support, reports_to };
[[nodiscard]] std::string_view name(Role role) noexcept;
[[nodiscard]] std::optional<Role> role_of(std::string_view name) noexcept;

/// A body with what it has to do in one task.
struct TaskBody {
    std::string name;  ///< as in the text, office-holder stripped, `Ủy` not `Uỷ`
    Role role = Role::lead;
    ByteRange span;  ///< where it is named (the item, its introduction or heading)
};

enum class DeadlineKind : std::uint8_t { by, from, range, in, recurring, continuous };
[[nodiscard]] std::string_view name(DeadlineKind kind) noexcept;
[[nodiscard]] std::optional<DeadlineKind> deadline_kind_of(std::string_view name) noexcept;

/// When something is due, as an interval of days; both ends included.
struct Deadline {
    ByteRange span;  ///< as written, without parentheses or emphasis marks
    DeadlineKind kind = DeadlineKind::by;
    std::optional<Date> from;
    std::optional<Date> to;
    bool inferred_year = false;  ///< the year comes from the document's date, not from these words
    std::string condition;  ///< `sau khi có hướng dẫn của Trung ương`; never turned into a date
};

/// What a task has made: a paper, a system.
struct Product {
    ByteRange span;  ///< as named: `Đề án phát triển nguồn nhân lực`; the cell of a table
    std::string kind;  ///< `đề án`, of data/products.tsv; empty: a cell that names none of them
};

/// One item that orders work to be done.
struct Task {
    std::string section;           ///< `II.2.a`, `Điều 3.2`; empty outside numbered parts
    ByteRange span;                ///< the whole item after its marker, to its last character
    std::vector<TaskBody> bodies;  ///< in text order within a role: lead, support, reports_to
    std::optional<Deadline> deadline;
    std::vector<std::uint32_t> citations;  ///< indices of the citations inside the span
    /// Indices of the citations in the headings and introductions above that the task is to
    /// implement too, by position: at most 8, those nearest above.
    std::vector<std::uint32_t> heading_citations;
    std::string condition;  ///< what must happen first, with or without a deadline; may be empty
    std::optional<Product> product;
    bool table_row = false;  ///< a row of a real table of tasks; `span` is its cell of work
};

/// A heading-delimited part of the document; sections cover the text without gaps, in order.
struct Section {
    std::string path;     ///< `II.1`; empty for the part before the first heading
    std::string heading;  ///< words of the heading, one line; may be empty
    ByteRange span;       ///< from its heading to the next section
};

/// Everything read from one document.
struct Extraction {
    Header header;
    std::vector<Section> sections;
    std::vector<Citation> citations;  ///< by position
    std::vector<NamedCitation> named_citations;
    std::vector<BackReference> back_references;  ///< by position
    std::vector<Edge> edges;                     ///< one per (from, to), strongest relation
    std::vector<Task> tasks;                     ///< by position
};

/// What is known beside the text (record fields, the property table of a page); empty members mean
/// unknown.
struct Hints {
    std::string title;
    std::string number;
    std::string type;
    std::string issuer;
    std::string signer;
    std::optional<Date> date;
};

/// Reads a document. `text` is valid UTF-8 in any normal form; all spans are bytes of `text`.
/// Linear in the size of the text; deterministic; throws nothing for any valid UTF-8.
[[nodiscard]] Extraction extract(std::string_view text, const Hints& hints = {});

/// Name and version of everything that shapes an index; an index built by another one is refused.
[[nodiscard]] std::string_view analyzer_version() noexcept;

}  // namespace tracuu::analyzers
