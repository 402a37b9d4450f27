#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/citation_graph.hpp"
#include "indexer/model.hpp"
#include "indexer/search_index.hpp"
#include "indexer/task_index.hpp"

namespace tracuu::server {

/// Which part of a list is wanted.
struct Page {
    std::uint32_t offset = 0;
    std::uint32_t limit = 20;
};

/// How a parameter was read: the documents that have the number, or the bodies that have the
/// name; maybe none.
struct Meaning {
    std::string parameter;
    std::string value;
    std::vector<indexer::DocumentId> documents = {};
    std::optional<std::vector<indexer::BodyRecord>> bodies = {};  ///< of a name of bodies
    /// Bodies of the index before or after a merger of what the name means, when that is one body.
    std::vector<indexer::BodyRecord> related = {};
};

/// One page of a list; `total` counts the whole list.
template <class Item>
struct List {
    std::uint64_t total = 0;
    Page page;
    std::vector<Item> items;
    bool truncated = false;             ///< a limit other than the page cut the list
    std::string next = {};              ///< cursor of the next page; empty at the end
    std::vector<Meaning> meaning = {};  ///< of the numbers that the list was asked for with
};

/// How many values each facet has that was counted, by its name; the facet itself may show less.
using FacetTotals = std::map<std::string_view, std::uint64_t>;

/// One page of tasks, with counts over all of them when they were asked for.
struct TasksAnswer {
    List<indexer::TaskRecord> list;
    std::optional<indexer::TaskFacets> facets;
    FacetTotals facet_totals = {};
};

/// A body that comes before or after another one, with the number of tasks that the index has.
struct RelatedBody {
    std::string id;
    std::string name;
    std::string jurisdiction;
    std::uint32_t tasks = 0;
};

/// A body, and those whose work it took over or that took over its own.
struct BodyAnswer {
    indexer::BodyRecord body;
    std::vector<RelatedBody> predecessors;
    std::vector<RelatedBody> successors;
};

/// What a search found, and how it was asked.
struct SearchAnswer {
    std::string query;
    Page page;
    indexer::SearchResult result;
    double took_ms = 0;
    std::vector<Meaning> meaning = {};  ///< of the numbers in the filter
    std::string next = {};              ///< cursor of the next page; empty at the end
    FacetTotals facet_totals = {};
};

/// Everything known of one document; without a record when the corpus does not hold it.
struct DocumentAnswer {
    indexer::DocumentMeta meta;
    std::optional<indexer::DocumentRecord> record;
    std::vector<indexer::TaskRecord> tasks;  ///< by position
    std::uint32_t cites = 0;
    std::uint32_t cited_by = 0;
    std::optional<float> authority = {};
};

/// A present document with its text.
struct TextAnswer {
    indexer::DocumentRecord record;
    std::string text;
    std::vector<indexer::TaskRecord> tasks;
};

/// A part of the citation graph around one document.
struct GraphAnswer {
    indexer::DocumentId start;
    std::vector<indexer::DocumentMeta> nodes;  ///< the start first
    std::vector<indexer::GraphEdge> edges;     ///< both ends are in `nodes`
    bool truncated = false;
};

/// Shortest paths between two documents, each as its edges in order.
struct PathsAnswer {
    indexer::DocumentId from;
    indexer::DocumentId to;
    std::vector<std::vector<indexer::GraphEdge>> paths;
    std::vector<indexer::DocumentMeta> nodes;  ///< of all documents on the paths, by id
    bool truncated = false;                    ///< there may be more paths, or shorter ones
};

/// A document and those that implement it. Each document stands in the tree once.
struct ImplementationNode {
    indexer::DocumentMeta document;
    std::vector<indexer::Evidence> evidence;  ///< that it implements its parent; empty at the root
    std::vector<ImplementationNode> children;
};

struct ImplementationAnswer {
    ImplementationNode tree;
    std::uint32_t total = 0;           ///< documents in the tree, the root excepted
    std::vector<std::string> places;   ///< with an implementing document, Vietnamese order
    std::vector<std::string> missing;  ///< provinces of that time without one
    bool truncated = false;
};

/// A document that shares neighbours in the citation graph with another one.
struct SimilarDocument {
    indexer::DocumentMeta meta;
    double score = 0;                           ///< 0..1, by which the list is ordered
    double coupling = 0;                        ///< 0..1: they cite the same documents
    double cocitation = 0;                      ///< 0..1: the same documents cite both
    double text = 0;                            ///< 0..1: they use the same rare words
    std::vector<indexer::DocumentId> shared{};  ///< cited by both
    std::uint32_t cited_together = 0;           ///< documents that cite both
};

/// The documents that a number may mean.
struct Resolution {
    std::string number;  ///< canonical
    std::vector<indexer::DocumentMeta> candidates;
};

/// A citation found in a posted text; `known` is false when its number is in no document.
struct FoundCitation {
    indexer::Mention mention;
    bool known = true;
};

/// A cited document that the corpus does not hold.
struct WantedDocument {
    indexer::DocumentMeta meta;
    std::uint32_t count = 0;  ///< documents that cite it
};

}  // namespace tracuu::server
