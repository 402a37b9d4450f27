#include "analyzers/citation/edges.hpp"

#include <string>
#include <unordered_map>

#include "analyzers/letter.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kMostTerms = 32;  // terms of the Central Committee; there were 14

class EdgeMaker {
  public:
    explicit EdgeMaker(const EdgeSources& sources) : sources_(sources) {}

    std::vector<Edge> make() {
        learn_names();
        for (std::size_t i = 0; i < sources_.citations.size(); ++i) {
            const Citation& citation = sources_.citations[i];
            add({std::string(Edge::kSelf),
                 citation.number,
                 citation.relation,
                 {support::offset(i)},
                 std::nullopt});
        }
        for (const Assertion& assertion : sources_.assertions) assert_between(assertion);
        for (std::size_t i = 0; i < sources_.mentions.size(); ++i) assert_amended(i);
        return std::move(edges_);
    }

  private:
    // "Luật Phí và lệ phí số 97/2015/QH13" tells the number of "Luật phí và lệ phí"; a resolution
    // of a plenum and one with a number are the same when both carry the same quoted title.
    void learn_names() {
        std::unordered_map<std::string, std::size_t> titles;
        for (std::size_t i = 0; i < sources_.mentions.size(); ++i) {
            const Mention& mention = sources_.mentions[i];
            if (mention.type == "Luật" || mention.type == "Bộ luật" ||
                mention.type == "Pháp lệnh") {
                const std::string key = law_key(sources_.reading, mention);
                if (!key.empty()) known_.emplace(key, i);
            } else if (!mention.title.empty()) {
                titles.emplace(fold(mention.title), i);
            }
        }
        for (const NamedMention& named : sources_.named) {
            const auto found = titles.find(fold(named.title));
            if (!named.title.empty() && found != titles.end()) {
                known_.emplace(named.key, found->second);
            } else if (const auto only = only_resolution_of(named)) {
                known_.emplace(named.key, *only);
            }
        }
    }

    // The term in a folded name: "khoa xii".
    [[nodiscard]] static std::string term_of(const std::string& folded) {
        const std::size_t at = folded.find("khoa ");
        if (at == std::string::npos) return {};
        const std::size_t end = folded.find_first_not_of("ivxl", at + 5);
        return folded.substr(at, end == std::string::npos ? end : end - at);
    }

    // "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII" is the only
    // resolution of that committee and term that the text cites with a number.
    [[nodiscard]] std::optional<std::size_t> only_resolution_of(const NamedMention& named) {
        const std::string term = term_of(named.key);
        if (term.empty() || named.key.find("ban chap hanh trung uong") == std::string::npos) {
            return std::nullopt;
        }
        const auto known = by_term_.find(term);
        if (known != by_term_.end()) return known->second;
        if (by_term_.size() >= kMostTerms) return std::nullopt;
        return by_term_[term] = find_resolution(term);
    }

    [[nodiscard]] std::optional<std::size_t> find_resolution(const std::string& term) const {
        std::optional<std::size_t> only;
        for (std::size_t i = 0; i < sources_.mentions.size(); ++i) {
            const Mention& mention = sources_.mentions[i];
            if (mention.type != "Nghị quyết" || !place_of(i)) continue;
            const std::string issuer = fold(mention.issuer);
            const bool same = issuer.find("ban chap hanh trung uong") != std::string::npos &&
                              term_of(issuer) == term;
            if (!same) continue;
            if (only && sources_.mentions[*only].match.number != mention.match.number) {
                return std::nullopt;
            }
            only = only ? only : i;
        }
        return only;
    }

    // The citation that stands for a mention or a named mention; nullopt when no number is known.
    [[nodiscard]] std::optional<std::size_t> citation_of(std::int32_t mention,
                                                         std::int32_t named) const {
        if (mention >= 0) return place_of(static_cast<std::size_t>(mention));
        if (named < 0) return std::nullopt;
        const auto found = known_.find(sources_.named[static_cast<std::size_t>(named)].key);
        if (found == known_.end()) return std::nullopt;
        return place_of(found->second);
    }

    [[nodiscard]] std::optional<std::size_t> place_of(std::size_t mention) const {
        const std::int32_t place = sources_.places[mention];
        if (place < 0) return std::nullopt;
        return static_cast<std::size_t>(place);
    }

    void assert_between(const Assertion& assertion) {
        const auto from = citation_of(assertion.from, assertion.from_named);
        const auto to = citation_of(assertion.to, assertion.to_named);
        if (!from || !to) return;
        const std::string& number = sources_.citations[*from].number;
        if (number == sources_.citations[*to].number) return;
        add({number,
             sources_.citations[*to].number,
             assertion.relation,
             {support::offset(*to)},
             support::offset(*from)});
    }

    // "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 43/2024/QH15": the number that the
    // text gives "Luật Đất đai" elsewhere is amended.
    void assert_amended(std::size_t i) {
        const Mention& mention = sources_.mentions[i];
        const auto from = place_of(i);
        if (mention.type != "Luật" || !from) return;
        for (const std::string& key : amended_law_keys(sources_.reading, mention)) {
            const auto known = known_.find(key);
            const auto to = known == known_.end() ? std::nullopt : place_of(known->second);
            if (!to || sources_.citations[*to].number == sources_.citations[*from].number) continue;
            add({sources_.citations[*from].number,
                 sources_.citations[*to].number,
                 Relation::amends,
                 {support::offset(*from)},
                 support::offset(*from)});
        }
    }

    void add(Edge edge) {
        const auto [slot, added] = places_.try_emplace(edge.from + '\n' + edge.to, edges_.size());
        if (added) {
            edges_.push_back(std::move(edge));
            return;
        }
        Edge& known = edges_[slot->second];
        if (edge.relation > known.relation) {
            known = std::move(edge);
        } else if (edge.relation == known.relation &&
                   known.evidence.back() != edge.evidence.front()) {
            known.evidence.push_back(edge.evidence.front());
        }
    }

    const EdgeSources& sources_;
    std::unordered_map<std::string, std::size_t> known_;
    std::unordered_map<std::string, std::optional<std::size_t>> by_term_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<Edge> edges_;
};

}  // namespace

std::vector<Edge> make_edges(const EdgeSources& sources) {
    return EdgeMaker(sources).make();
}

}  // namespace tracuu::analyzers
