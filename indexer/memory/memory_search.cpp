#include <algorithm>

#include "analyzers/letter.hpp"
#include "indexer/completion.hpp"
#include "indexer/memory/memory_index.hpp"
#include "indexer/query/parser.hpp"
#include "indexer/rank/hit.hpp"
#include "indexer/rank/score.hpp"
#include "indexer/records/facet_codec.hpp"
#include "indexer/tasks.hpp"
#include "indexer/words/did_you_mean.hpp"

namespace tracuu::indexer {
namespace {

bool same_words(std::string_view a, std::string_view b) {
    return analyzers::slug(a) == analyzers::slug(b);
}

template <typename Values, typename Same>
bool chosen(const Values& values, Same&& same) {
    return values.empty() || std::any_of(values.begin(), values.end(), same);
}

template <typename T>
bool holds(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

DocumentOutline outline_of(const StoredDocument& document) {
    return {document.record.meta, bodies_of(document),      document.passages,
            document.block_ends,  document.record.sections, {}};
}

}  // namespace

bool MemoryIndex::passes(const Entry& one, const DocumentFilter& filter) const {
    const DocumentMeta& meta = one.document.record.meta;
    const auto bodies = bodies_of(one.document);
    const auto is = [](const std::string& value) {
        return [&value](const std::string& wanted) { return same_words(value, wanted); };
    };
    const auto in = [](const std::vector<std::string>& list) {
        return [&list](const std::string& wanted) { return holds(list, wanted); };
    };
    if (!chosen(filter.types, is(meta.type))) return false;
    if (!chosen(filter.jurisdictions, is(meta.jurisdiction))) return false;
    if (!chosen(filter.issuers, is(meta.issuer))) return false;
    if (!chosen(filter.years, [&](int year) { return meta.date && meta.date->year() == year; })) {
        return false;
    }
    if ((filter.from || filter.to) && !meta.date) return false;
    if (filter.from && *meta.date < *filter.from) return false;
    if (filter.to && *meta.date > *filter.to) return false;
    return chosen(filter.cites, in(one.document.cites)) &&
           chosen(filter.implements, in(one.document.implements)) &&
           chosen(filter.bodies, in(bodies));
}

MemoryIndex::Found MemoryIndex::matching(const QueryNode& root,
                                         const DocumentFilter& filter) const {
    Found found;
    for (const Entry& one : entries_) {
        if (!passes(one, filter)) continue;
        if (DocumentView(one.document, one.text, bodies_of(one.document)).matches(root)) {
            found.push_back(&one);
        }
    }
    return found;
}

Facets MemoryIndex::facets_of(const Found& found) const {
    FacetCounter counter;
    for (const Entry* const one : found) {
        counter.add(encode_facets(one->document.record.meta, bodies_of(one->document)), 1);
    }
    FacetNames plain;
    FacetNames bodies = body_names();
    return counter.finish(plain, bodies);
}

SearchResult MemoryIndex::search(const SearchRequest& request) const {
    const ParsedQuery parsed = parse_query(request.query);
    SearchResult result;
    result.notes = parsed.notes;
    QueryNode root = with_known_numbers(parsed.root, [this](const std::string& number) {
        return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& one) {
            return holds(searchable_numbers(one.document), number);
        });
    });
    root = with_known_bodies(std::move(root), [this](const std::string& name) {
        return body(name) ? std::vector<std::string>{name} : ids_of(find_bodies(name));
    });
    Found found;
    if (!is_question(root, parsed.asked)) found = matching(root, request.filter);
    if (const auto weaker = relaxed(root); found.empty() && weaker) {
        found = matching(*weaker, request.filter);
        if (!found.empty()) result.notes.emplace_back("most_words");
    }
    result.total = found.size();
    if (request.facets) result.facets = facets_of(found);
    if (!parsed.number.empty()) result.direct = with_number(parsed.number);

    const RankQuery rank(parsed, [](const std::string&) { return 1.0; });
    StreamQuery streams(rank, 500, [](std::uint32_t) { return 0.0; });
    StreamMaker maker;
    std::vector<std::pair<double, const Entry*>> ranked;
    const bool by_relevance = request.sort == SortOrder::relevance && !rank.empty();
    for (const Entry* const one : found) {
        double points = 0;
        if (by_relevance) {
            points = RankTrees::builtin().score(
                streams.match(maker.make(one->document.record.meta, one->text)), Features{},
                streams.is_short());
        }
        ranked.emplace_back(points, one);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const std::size_t begin = std::min<std::size_t>(request.offset, ranked.size());
    const std::size_t end = std::min<std::size_t>(begin + request.limit, ranked.size());
    for (std::size_t i = begin; i < end; ++i) {
        const Entry& one = *ranked[i].second;
        result.hits.push_back(make_hit(rank, outline_of(one.document), one.text));
        result.hits.back().score = ranked[i].first;
        if (!request.snippets) result.hits.back().snippet = {};
    }
    if (request.snippets) result.suggestion = did_you_mean(WordModel({&*words_}), request.query);
    return result;
}

std::pair<std::vector<DocumentMeta>, std::uint64_t> MemoryIndex::documents(
    const DocumentFilter& filter, DocumentOrder /*nobody knows authority here*/,
    std::uint32_t offset, std::uint32_t limit) const {
    std::vector<DocumentMeta> list;
    std::uint64_t total = 0;
    for (const Entry& one : entries_) {
        if (!passes(one, filter)) continue;
        if (total >= offset && list.size() < limit) list.push_back(one.document.record.meta);
        ++total;
    }
    return {std::move(list), total};
}

Completions MemoryIndex::suggest(std::string_view typed, std::uint32_t limit) const {
    const Typed read = read_typed(typed);
    std::vector<Completion> list;
    if (read.squeezed.empty()) return {};
    const auto starts = [&](std::string_view text) {
        const auto words = query_words(text);
        const auto has = [&](const QueryWord& wanted) {
            return std::any_of(words.begin(), words.end(),
                               [&](const QueryWord& word) { return word.folded == wanted.folded; });
        };
        return std::all_of(read.words.begin(), read.words.end(), has) &&
               std::any_of(words.begin(), words.end(), [&](const QueryWord& word) {
                   return word.folded.starts_with(read.last);
               });
    };
    for (const auto& [id, meta] : nodes_) {
        if (!meta.number.empty() && squeeze(meta.number).starts_with(read.squeezed)) {
            list.push_back({"number", meta.number, id});
        }
    }
    for (const Entry& one : entries_) {
        const DocumentMeta& meta = one.document.record.meta;
        if (starts(meta.title)) list.push_back({"title", meta.title, meta.id});
    }
    for (const BodyRecord& body : bodies_) {
        if (starts(body.name)) list.push_back({"body", body.name, body.id});
    }
    for (std::string& text : complete_words(WordModel({&*words_}), typed, limit + 1)) {
        list.push_back({"word", std::move(text), {}});
    }
    const bool truncated = list.size() > limit;
    if (truncated) list.resize(limit);
    return {std::move(list), truncated};
}

}  // namespace tracuu::indexer
