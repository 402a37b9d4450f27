#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index.hpp"
#include "server/answers.hpp"

namespace tracuu::server {

/// The questions of the API and the command line, answered from one index, without HTTP.
/// Unknown documents are Error not_found; nothing here changes the index.

/// Searches, takes the time, and says of each hit which documents of the filter it cites. Errors:
/// bad_request beyond the limits of the search language.
[[nodiscard]] SearchAnswer search(const indexer::Index& index,
                                  const indexer::SearchRequest& request);

/// Values of one facet that an answer shows unless it is asked for more.
inline constexpr std::uint32_t kFacetValues = 50;

/// Keeps the first `limit` values of each facet, those with most documents, or of the bodies of
/// tasks; says how many there were of each.
FacetTotals limit_facets(indexer::Facets& facets, std::uint32_t limit);
FacetTotals limit_facets(indexer::TaskFacets& facets, std::uint32_t limit);

/// A document, present or absent, with its tasks.
[[nodiscard]] DocumentAnswer document(const indexer::Index& index, std::string_view id);

/// The text of a present document with everything marked in it; absent ones are not_found.
[[nodiscard]] TextAnswer document_text(const indexer::Index& index, std::string_view id);

[[nodiscard]] List<indexer::DocumentMeta> documents(const indexer::Index& index,
                                                    const indexer::DocumentFilter& filter,
                                                    indexer::DocumentOrder order, Page page);

/// What a reached document must be like; empty members do not restrict.
struct ReachFilter {
    std::vector<std::string> types;
    std::vector<std::string> jurisdictions;
    std::optional<indexer::Date> from;
    std::optional<indexer::Date> to;
};

/// In which order reached documents are listed.
enum class ReachOrder {
    depth,     ///< nearest first, then by id
    newest,    ///< by date, undated ones last
    authority  ///< see indexer/graph/authority.hpp; where it is not known, as `depth`
};

struct ReachQuestion {
    indexer::Direction direction = indexer::Direction::cited_by;
    std::uint32_t depth = 1;                   ///< 1..10
    std::vector<indexer::Relation> relations;  ///< edges to follow; empty: all
    ReachFilter filter;
    ReachOrder order = ReachOrder::depth;
};

/// Documents reached that pass the filter; the way may lead over others. From each of `starts`:
/// the path of an item says from which. Only what the page shows is read.
[[nodiscard]] List<indexer::Reached> reached(const indexer::Index& index,
                                             const std::vector<indexer::DocumentId>& starts,
                                             const ReachQuestion& question, Page page);

enum class GraphDirection { in, out, both };

struct GraphRequest {
    indexer::DocumentId start;
    std::uint32_t depth = 1;
    GraphDirection direction = GraphDirection::both;
    std::uint32_t limit = 100;  ///< nodes
};

/// The nearest documents and all edges between them.
[[nodiscard]] GraphAnswer graph(const indexer::Index& index, const GraphRequest& request);

/// The closure of `starts` as a graph, for GraphML and DOT.
[[nodiscard]] GraphAnswer as_graph(const indexer::Index& index,
                                   const std::vector<indexer::DocumentId>& starts,
                                   const List<indexer::Reached>& list);

/// Shortest paths as a graph.
[[nodiscard]] GraphAnswer as_graph(const PathsAnswer& answer);

/// At most 20 shortest paths along citations. Errors: not_found for an unknown end.
[[nodiscard]] PathsAnswer paths(const indexer::Index& index, std::string_view from,
                                std::string_view to, std::uint32_t max_depth);

/// Who implements the document, directly or through others. With a `jurisdiction`, only branches
/// that lead to documents of that place. `today` chooses the provinces of an undated document.
[[nodiscard]] ImplementationAnswer implementation(const indexer::Index& index, std::string_view id,
                                                  std::string_view jurisdiction,
                                                  indexer::Date today);

/// What makes two documents alike: `coupling`, they cite the same documents; `cocitation`, the
/// same documents cite both; `text`, they use the same rare words; `all`, these together.
enum class Similarity { all, coupling, cocitation, text };

/// Present documents like this one, most alike first; `truncated` when there are more than the
/// 200 best ones that are compared in full.
[[nodiscard]] List<SimilarDocument> similar(const indexer::Index& index, std::string_view id,
                                            Similarity by, Page page);

/// What else is known of a number that is to be resolved.
struct NumberHints {
    std::optional<indexer::Date> date;
    std::string issuer;  ///< any part of its name, with or without diacritics
};

/// Documents with that number, present ones first; none when it is well formed but unknown.
/// Errors: malformed_number.
[[nodiscard]] Resolution resolve_number(const indexer::Index& index, std::string_view number,
                                        const NumberHints& hints);

/// Every citation in `text` (valid UTF-8), by position, resolved against the index.
[[nodiscard]] std::vector<FoundCitation> find_citations(const indexer::Index& index,
                                                        std::string_view text);

/// Absent documents, most citing documents first, then by id. Visits every node.
[[nodiscard]] std::vector<WantedDocument> wanted(const indexer::Index& index);

// What a text means that stands for documents: an id, or else a number in any spelling. A number
// of several documents means all of them where the answer is a list; the answer then says so.

/// The only document that `value` means. With a `parameter`, a text that is neither an id nor a
/// number is an error that names it. Errors: not_found, malformed_number; ambiguous with the
/// candidates in its context.
[[nodiscard]] indexer::DocumentMeta the_document(const indexer::Index& index,
                                                 std::string_view value,
                                                 std::string_view parameter = {});

/// Adds all documents that `value` means to `ids`, the alternatives of a filter, and to `meaning`
/// how it was read when it is no id of the index. When it means none, the filter finds nothing.
/// Errors: malformed_number naming the parameter.
void add_meant(const indexer::Index& index, std::string_view parameter, std::string_view value,
               std::vector<indexer::DocumentId>& ids, std::vector<Meaning>& meaning);
void add_meant(const indexer::Index& index, std::string_view parameter,
               const std::vector<std::string>& values, std::vector<indexer::DocumentId>& ids,
               std::vector<Meaning>& meaning);

/// All documents that the name of a starting point means. Errors: not_found when there are none.
[[nodiscard]] std::vector<indexer::DocumentId> starts_meant(const indexer::Index& index,
                                                            std::string_view value,
                                                            std::vector<Meaning>& meaning);

/// Adds the ids of all bodies that each value (id or name) means to `ids`, and to `meaning` how a
/// name was read. A value that means none is added itself: a filter on it finds nothing.
void add_bodies_meant(const indexer::Index& index, const std::vector<std::string>& values,
                      std::vector<std::string>& ids, std::vector<Meaning>& meaning);

/// A question about tasks as people ask it; empty members do not restrict.
struct TaskQuestion {
    std::string query;
    std::vector<std::string> bodies;  ///< ids or names
    std::string role;                 ///< code
    std::vector<std::string> kinds;   ///< codes, see indexer::kinds_of
    std::vector<std::string> products;
    std::optional<indexer::Date> due_from;
    std::optional<indexer::Date> due_to;
    std::optional<indexer::Date> as_of;  ///< overdue on that day
    std::string document;                ///< id or number
    std::string implements;              ///< id or number
    /// The province of the bodies when some of them are there, else of the documents.
    std::string jurisdiction;
};

/// Reads the names and numbers of a question. Errors: malformed_number naming the parameter.
[[nodiscard]] indexer::TaskFilter task_filter(const indexer::Index& index,
                                              const TaskQuestion& question,
                                              std::vector<Meaning>& meaning);

/// Tasks with the evidence of all their mandates. With a `facet_limit` they are also counted:
/// facets hold at most so many bodies.
[[nodiscard]] TasksAnswer tasks(const indexer::Index& index, const indexer::TaskFilter& filter,
                                Page page, std::optional<std::uint32_t> facet_limit);

/// Adds to the mandates of tasks the numbers of the documents, and the evidence that the document
/// of a task implements what it gives as a mandate.
class MandateEvidence {
  public:
    /// `index` must outlive it.
    explicit MandateEvidence(const indexer::Index& index) : index_(index) {}
    void fill(indexer::TaskRecord& task);

  private:
    using Known = std::map<indexer::DocumentId, indexer::Evidence>;
    const Known& of(const indexer::DocumentId& document);
    const std::string& number_of(const indexer::DocumentId& id);

    const indexer::Index& index_;
    std::map<indexer::DocumentId, Known> known_;
    std::map<indexer::DocumentId, std::string> numbers_;
};

/// Errors: not_found.
[[nodiscard]] BodyAnswer body(const indexer::Index& index, std::string_view id);

/// `Trung ương` or the name of the province that `name` means in any spelling; else `name`.
[[nodiscard]] std::string jurisdiction_meant(std::string_view name);

/// A document type in its usual spelling: `KẾ HOẠCH` and `kế hoạch` give `Kế hoạch`.
[[nodiscard]] std::string type_meant(std::string_view name);

}  // namespace tracuu::server
