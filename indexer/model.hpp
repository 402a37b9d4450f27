#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/extraction.hpp"
#include "support/date.hpp"
#include "support/range.hpp"

namespace tracuu::indexer {

using analyzers::DeadlineKind;
using analyzers::Relation;
using analyzers::Role;
using support::CodePointRange;
using support::Date;

/// Identity of a document, present or absent: ASCII, or the record id of a .jsonl record.
using DocumentId = std::string;

/// What lists and hits show of a document. Empty strings and nullopt: unknown.
struct DocumentMeta {
    DocumentId id;
    bool present = true;  ///< false: cited, but not in the corpus
    std::string number;
    std::string type;
    std::string issuer;
    std::string jurisdiction;  ///< province, `Trung ương`, or empty
    std::string title;
    std::optional<Date> date;
};

/// How a mention was resolved.
enum class ResolutionStatus : std::uint8_t {
    resolved,   ///< exactly one document of the corpus
    absent,     ///< exactly one identity, which the corpus does not hold
    ambiguous,  ///< several candidates are left
    conflict    ///< the number fits a document whose known date or issuer contradicts
};
[[nodiscard]] std::string_view name(ResolutionStatus status) noexcept;

/// A citation of one document as stored: all offsets are code points of its text.
struct Mention {
    CodePointRange span;
    CodePointRange clause;
    std::string surface;
    std::string number;  ///< canonical; empty for named citations
    std::string name;    ///< of named citations
    std::string type;
    std::string issuer;
    std::string title;
    std::string pinpoint;
    std::optional<Date> date;
    Relation relation = Relation::mentions;
    ResolutionStatus status = ResolutionStatus::absent;
    DocumentId target;                   ///< when resolved or absent
    std::vector<DocumentId> candidates;  ///< when ambiguous or conflict
    std::string rule;                    ///< which resolution rule decided
};

/// A further mention of a cited document, by a short name or an anaphor.
struct BackMention {
    CodePointRange span;
    analyzers::BackReferenceKind kind = analyzers::BackReferenceKind::name;
    std::uint32_t mention = 0;  ///< index into `DocumentRecord::mentions` of the citation it means
};

/// Proof of an edge: where which document says it.
struct Evidence {
    DocumentId document;
    CodePointRange span;
    std::string quote;  ///< the clause, one line
};

/// One directed relation between two documents.
struct GraphEdge {
    DocumentId from;
    DocumentId to;
    Relation relation = Relation::mentions;
    std::vector<Evidence> evidence;  ///< never empty
};

struct SectionRecord {
    std::string path;
    std::string heading;
    CodePointRange span;
};

/// Where it stands that a task implements a document.
enum class MandateOrigin : std::uint8_t { task, heading, document };
/// The code of the API: `task`, `heading`, `document`.
[[nodiscard]] std::string_view name(MandateOrigin origin) noexcept;

/// A document that a task implements.
struct Mandate {
    DocumentId id;
    MandateOrigin origin = MandateOrigin::document;
    Evidence evidence;     ///< of origin `document` only in answers, which ask the graph for it
    std::string number{};  ///< of the document; only in answers
};

struct TaskBodyRecord {
    std::string id;    ///< of the body
    std::string name;  ///< as written
    Role role = Role::lead;
    std::optional<CodePointRange> span;
};

struct DeadlineRecord {
    std::string surface;
    DeadlineKind kind = DeadlineKind::by;
    std::optional<Date> from;
    std::optional<Date> to;
    bool inferred_year = false;
    std::string condition;
    CodePointRange span;
};

struct ProductRecord {
    std::string kind;   ///< `đề án`; empty: a cell of a table that names no known kind
    std::string quote;  ///< as named
    CodePointRange span;
};

struct TaskRecord {
    std::string id;  ///< document id + "~" + ordinal in the document, from 1
    DocumentMeta document;
    std::string section;
    std::string text;
    CodePointRange span;
    std::vector<TaskBodyRecord> bodies;
    std::optional<DeadlineRecord> deadline;
    std::vector<DocumentId> cites;  ///< targets of the citations inside the item
    std::vector<Mandate> mandates;  ///< by origin (nearest first), then id; an id may have several
    std::string condition;          ///< what must happen first; may be empty
    std::optional<ProductRecord> product;
};

struct BodyRecord {
    std::string id;
    std::string name;
    std::string jurisdiction;
    std::string level;
    std::vector<std::string> aliases;
    std::uint32_t lead = 0;  ///< tasks in that role
    std::uint32_t support = 0;
    std::uint32_t reports_to = 0;
    std::uint32_t documents = 0;  ///< documents with such a task
};

/// Everything the index holds of one present document, its text excepted.
struct DocumentRecord {
    DocumentMeta meta;
    std::string place;
    std::string signer;
    std::string source;  ///< path as indexed
    std::string format;  ///< `text`, `markdown`, `html`, `jsonl`
    std::uint64_t bytes = 0;
    std::int64_t modified_ns = 0;
    std::vector<SectionRecord> sections;
    std::vector<Mention> mentions;           ///< numbered and named, by position
    std::vector<BackMention> back_mentions;  ///< by position; those of this document left out
    std::uint32_t tasks = 0;
    std::uint32_t passages = 0;
    std::uint32_t cites = 0;     ///< out-edges
    std::uint32_t cited_by = 0;  ///< in-edges
};

}  // namespace tracuu::indexer
