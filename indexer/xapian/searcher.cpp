#include "indexer/xapian/searcher.hpp"

#include <algorithm>
#include <unordered_set>

#include "indexer/rank/document_view.hpp"
#include "indexer/rank/hit.hpp"
#include "indexer/rank/score.hpp"
#include "indexer/records/facet_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/tasks.hpp"
#include "indexer/words/did_you_mean.hpp"
#include "indexer/xapian/candidates.hpp"
#include "indexer/xapian/nodes.hpp"
#include "indexer/xapian/pair_lists.hpp"
#include "indexer/xapian/record_sets.hpp"
#include "indexer/xapian/task_search.hpp"

namespace tracuu::indexer {
namespace {

constexpr Xapian::doccount kReranked = 600;  // candidates that the second stage reads
constexpr std::size_t kRerankBytes = std::size_t{96} << 10U;  // of a text that has no stream
constexpr std::size_t kCloselyRead = 160;                     // of them
constexpr std::size_t kRerankTokens = 1'500'000;              // of all candidates together
constexpr std::size_t kAhead = 4;                             // streams fetched before their turn
constexpr std::size_t kFetched = 512;                         // tokens of each
constexpr double kAuthority = 0.05;  // decides between documents that answer about equally well
constexpr std::size_t kSnippetBytes = std::size_t{4} << 20U;  // of a document that is shown

std::function<double(const std::string&)> rarity_in(Postings& postings) {
    const double all = postings.frequency(kind_term(Kind::document));
    return [&postings, all](const std::string& text) {
        const bool pair = text.find(' ') != std::string::npos;
        return rarity(postings.frequency(pair ? pair_key(text) : term(Field::word, text)), all);
    };
}

std::vector<std::pair<std::string, double>> explain(const Features& features) {
    std::vector<std::pair<std::string, double>> list;
    for (std::size_t i = 0; i < kFeatureCount; ++i) {
        list.emplace_back(kFeatureNames[i], features[i]);
    }
    return list;
}

// Asks for the first memory of a stream that is read soon; where it goes on, the machine sees what
// is wanted.
void fetch(const std::optional<TokenStream>& stream) {
    if (!stream) return;
    constexpr std::size_t kLine = 64 / sizeof(StreamToken);
    const std::size_t size = std::min(stream->tokens.size(), kFetched);
    for (std::size_t i = 0; i < size; i += kLine) __builtin_prefetch(&stream->tokens[i]);
}

StreamQuery::FormWeight form_rarity_in(const Reader& reader) {
    const double all = reader.postings().frequency(kind_term(Kind::document));
    return [&reader, all](std::uint32_t form) {
        const auto having = static_cast<double>(reader.having_form(form));
        return having == 0 ? 0 : rarity(having, all);
    };
}

}  // namespace

Searcher::Searcher(const Reader& reader, const SearchRequest& request)
    : reader_(reader),
      request_(request),
      parsed_(parse_query(request.query)),
      rank_(parsed_, rarity_in(reader.postings())),
      streams_(rank_, reader.average_tokens(), form_rarity_in(reader)),
      filter_(filter_query(request.filter)),
      lists_(scored_lists(reader.postings(), rank_)) {}

SearchResult Searcher::run() {
    SearchResult result;
    result.notes = parsed_.notes;
    QueryNode root = with_known_numbers(parsed_.root, [this](const std::string& number) {
        return reader_.database().term_exists(term(Field::number, number));
    });
    root = with_known_bodies(std::move(root), [this](const std::string& name) {
        if (find_body_record(reader_, name)) return std::vector<std::string>{name};
        return ids_of(find_bodies_named(reader_, name));
    });
    Matches matches;
    if (!is_question(root, parsed_.asked)) matches = match(root);
    if (matches.total == 0) {
        if (const auto weaker = relaxed(root)) {
            matches = match(*weaker);
            if (matches.total > 0) result.notes.emplace_back("most_words");
        }
    }
    result.total = matches.total;
    result.facets = std::move(matches.facets);
    result.direct = direct();
    if (by_relevance()) rerank(matches.best);
    fill_hits(matches.best, result);
    return result;
}

bool Searcher::by_relevance() const {
    return request_.sort == SortOrder::relevance && !lists_.empty();
}

// Pages are cut from the same ranking, so the second stage always reads the same candidates.
Xapian::doccount Searcher::wanted() const {
    const std::uint64_t end = std::uint64_t{request_.offset} + request_.limit;
    const auto all = std::uint64_t{reader_.database().get_doccount()};
    const std::uint64_t least = by_relevance() ? kReranked : 0;
    return static_cast<Xapian::doccount>(std::min(all, std::max(end, least)));
}

Searcher::Matches Searcher::match(const QueryNode& root) const {
    Matches matches;
    const bool counts = request_.total || request_.facets;
    if (root.kind == NodeKind::most && by_relevance() && !counts && is_open()) {
        matches.best = likely(nullptr);
        matches.total = matches.best.size();
        return matches;
    }
    return among(matching(reader_, root, filter_));
}

Searcher::Matches Searcher::among(const Records& records) const {
    Matches matches;
    matches.total = records.size();
    if (request_.facets) matches.facets = facets_of(records);
    matches.best = by_relevance() ? likely(&records) : newest(records);
    return matches;
}

bool Searcher::is_open() const {
    return request_.filter == DocumentFilter{};
}

Facets Searcher::facets_of(const Records& records) const {
    FacetCounter counter;
    reader_.each_value(Slot::facets, records,
                       [&](Xapian::docid, const std::string& bytes) { counter.add(bytes, 1); });
    return counter.finish(reader_.plain_names(), reader_.body_names());
}

// As many as the answer needs, newest first.
std::vector<Searcher::Found> Searcher::newest(const Records& records) const {
    std::vector<std::pair<std::string, Xapian::docid>> dated;
    reader_.each_value(Slot::newest, records, [&](Xapian::docid record, const std::string& key) {
        dated.emplace_back(key, record);
    });
    const std::size_t count = std::min<std::size_t>(wanted(), dated.size());
    std::partial_sort(dated.begin(), dated.begin() + static_cast<std::ptrdiff_t>(count),
                      dated.end());
    std::vector<Found> best;
    for (std::size_t i = 0; i < count; ++i) best.push_back({dated[i].second});
    return best;
}

// As many of the candidates as the budget allows; the number of them.
std::size_t Searcher::look_at_all(std::vector<Found>& best) {
    const std::size_t most = std::min<std::size_t>(best.size(), kReranked);
    stored_.clear();
    for (std::size_t i = 0; i < most; ++i) {
        best[i].place = i;
        stored_.push_back(reader_.stored_stream(best[i].record));
    }
    std::size_t read = 0;
    std::size_t count = 0;
    for (; count < most && read < kRerankTokens; ++count) {
        if (count + kAhead < most) fetch(stored_[count + kAhead]);
        const TokenStream stream = stream_of(best[count]);
        read += std::min(stream.tokens.size(), StreamQuery::kMostTokens);
        best[count].score = streams_.first_look(stream);
    }
    return count;
}

TokenStream Searcher::stream_of(const Found& found) {
    const auto& stored = stored_[found.place];
    return stored ? *stored : reader_.stream(found.record, maker_, kRerankBytes);
}

void Searcher::look_closely(std::vector<Found>& best, std::size_t count) {
    Features most{};  // of each feature
    close_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        best[i].close = i;
        close_[i].features = streams_.match(stream_of(best[i]));
        close_[i].authority = reader_.authority(best[i].record);
        for (std::size_t f = 0; f < kFeatureCount; ++f) {
            most[f] = std::max(most[f], close_[i].features[f]);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        best[i].score = RankTrees::builtin().score(close_[i].features, most, streams_.is_short()) +
                        kAuthority * close_[i].authority;
    }
}

// A first look at all candidates, then a close look at the best of them.
void Searcher::rerank(std::vector<Found>& best) {
    const double highest = best.empty() ? 1 : std::max(best.front().score, 1e-9);
    const auto by_score = [](const Found& a, const Found& b) {
        return a.score != b.score ? a.score > b.score : a.record < b.record;
    };
    const std::size_t last = look_at_all(best);
    std::sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(last), by_score);
    const std::size_t close = std::min(last, kCloselyRead);
    look_closely(best, close);
    std::sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(close), by_score);
    // The others keep their order behind: a first look gives less than 2.
    for (std::size_t i = close; i < last; ++i) best[i].score *= kUnread / 2;
    for (std::size_t i = last; i < best.size(); ++i) {
        best[i].score *= kUnread / 2 / highest / 1e6;
    }
}

// The documents most likely to answer, of `among` when given: then those that no scored term
// reaches come last, as far as the answer needs them.
std::vector<Searcher::Found> Searcher::likely(const Records* among) const {
    std::vector<Found> best;
    for (const Candidate& one :
         find_candidates(reader_.postings(), lists_, among, wanted(), reader_.scratch())) {
        best.push_back({one.record, one.points});
    }
    if (among == nullptr) return best;
    const std::size_t needed = std::min<std::size_t>(wanted(), among->size());
    std::unordered_set<Xapian::docid> known;
    if (best.size() < needed) {
        for (const Found& one : best) known.insert(one.record);
    }
    for (std::size_t i = 0; i < among->size() && best.size() < needed; ++i) {
        if (!known.contains((*among)[i])) best.push_back({(*among)[i]});
    }
    return best;
}

void Searcher::fill_hits(const std::vector<Found>& best, SearchResult& result) const {
    const std::size_t begin = std::min<std::size_t>(request_.offset, best.size());
    const std::size_t end = std::min<std::size_t>(begin + request_.limit, best.size());
    for (std::size_t i = begin; i < end; ++i) {
        Hit hit;
        if (!request_.fields) hit.meta.id = reader_.quick_id(best[i].record);
        const bool known = !hit.meta.id.empty();
        const DocumentOutline outline =
            known ? DocumentOutline() : decode_outline(reader_.data(best[i].record));
        if (known) {
            // nothing else is asked for
        } else if (request_.snippets) {
            const std::string text = reader_.text(best[i].record, outline, kSnippetBytes);
            hit = make_hit(rank_, outline, text);
        } else {
            hit.meta = outline.meta;
        }
        hit.score = by_relevance() ? best[i].score : 0;
        if (request_.explain && best[i].close != kNotRead) {
            const Close& close = close_[best[i].close];
            hit.explanation = explain(close.features);
            hit.explanation.emplace_back("authority", close.authority);
        }
        result.hits.push_back(std::move(hit));
    }
    if (request_.snippets) result.suggestion = did_you_mean(reader_.words(), request_.query);
}

std::vector<DocumentMeta> Searcher::direct() const {
    if (parsed_.number.empty()) return {};
    return nodes_with_number(reader_, parsed_.number);
}

}  // namespace tracuu::indexer
