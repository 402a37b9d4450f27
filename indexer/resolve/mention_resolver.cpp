#include "indexer/resolve/mention_resolver.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "analyzers/letter.hpp"

namespace tracuu::indexer {
namespace {

// Terms of the Central Committee, from congress to congress. Source: dates of the national
// congresses of the Communist Party of Viet Nam as published.
struct Term {
    std::string_view roman;
    std::uint32_t first;  // YYYYMMDD
    std::uint32_t last;
};
constexpr std::array<Term, 9> kTerms{{
    {"vi", 19861218, 19910627},
    {"vii", 19910627, 19960701},
    {"viii", 19960701, 20010422},
    {"ix", 20010422, 20060425},
    {"x", 20060425, 20110119},
    {"xi", 20110119, 20160128},
    {"xii", 20160128, 20210201},
    {"xiii", 20210201, 20260123},
    {"xiv", 20260123, 20310201},
}};

// The term that "khóa XII" or "khoá 12" names; nullptr when none is named.
const Term* term_in(std::string_view issuer) {
    const std::string folded = analyzers::fold(issuer);
    const std::size_t at = folded.find("khoa ");
    if (at == std::string::npos) return nullptr;
    const std::size_t begin = at + 5;
    const std::size_t end = std::min(folded.find_first_not_of("ivx", begin), folded.size());
    const std::string_view roman = std::string_view(folded).substr(begin, end - begin);
    const auto found = std::find_if(kTerms.begin(), kTerms.end(),
                                    [&](const Term& term) { return term.roman == roman; });
    return found == kTerms.end() ? nullptr : &*found;
}

std::vector<std::string> title_words(std::string_view title) {
    std::vector<std::string> words;
    const std::string slug = analyzers::slug(title);
    std::size_t at = 0;
    while (at < slug.size()) {
        const std::size_t end = std::min(slug.find('-', at), slug.size());
        words.push_back(slug.substr(at, end - at));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Share of the words of `said` that stand in `title`.
double overlap(const std::vector<std::string>& said, std::string_view title) {
    if (said.empty()) return 0;
    const auto words = title_words(title);
    std::size_t found = 0;
    for (const std::string& word : said) {
        found += std::binary_search(words.begin(), words.end(), word) ? 1U : 0U;
    }
    return static_cast<double>(found) / static_cast<double>(said.size());
}

// Narrows `candidates` to those that `keep` accepts, unless that leaves none.
template <typename Keep>
bool narrows_to_one(std::vector<NodeIndex>& candidates, Keep&& keep) {
    std::vector<NodeIndex> kept;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(kept), keep);
    if (!kept.empty()) candidates = std::move(kept);
    return candidates.size() == 1;
}

}  // namespace

IssuerPlace MentionResolver::place_of(NodeIndex citing, const Mention& mention) {
    const NumberTraits& traits = nodes_.numbers().of(mention.number);
    if (!traits.local) return {};
    const ResolverNode& from = nodes_[citing];
    IssuerPlace place = nodes_.places().of(mention.issuer);
    const bool own_place = place.jurisdiction.empty() || place.jurisdiction == "Trung ương";
    if (own_place) {
        place.jurisdiction = from.meta.jurisdiction == "Trung ương" ? "" : from.meta.jurisdiction;
        if (place.district.empty() && traits.district_code) {
            place.district = district_of(from.meta.issuer);
        }
    }
    return place;
}

bool MentionResolver::place_fits(const ResolverNode& node, NodeIndex citing,
                                 const Mention& mention) {
    if (!node.traits.local) return true;
    const IssuerPlace place = place_of(citing, mention);
    const bool same_province = place.jurisdiction.empty() || node.place.jurisdiction.empty() ||
                               place.jurisdiction == node.place.jurisdiction;
    if (!same_province) return false;
    // An issuer named without a district is the province's own body.
    if (!mention.issuer.empty() || !place.district.empty()) {
        return place.district == node.place.district;
    }
    return true;
}

bool MentionResolver::is_self(NodeIndex citing, const Mention& mention) {
    const ResolverNode& own = nodes_[citing];
    if (own.meta.number.empty() || own.meta.number != mention.number) return false;
    if (mention.date && own.meta.date && *mention.date != *own.meta.date) return false;
    if (!mention.type.empty() && !own.meta.type.empty() && mention.type != own.meta.type &&
        mention.date != own.meta.date) {
        return false;
    }
    return place_fits(own, citing, mention);
}

bool MentionResolver::is_later(NodeIndex citing, const Mention& mention) {
    const auto& own = nodes_[citing].meta.date;
    if (!own) return false;
    if (mention.date) return *mention.date > *own;
    return nodes_.numbers().of(mention.number).year > own->year();
}

void MentionResolver::collect(NodeIndex citing, const Mention& mention) {
    if (mention.number.empty() || is_self(citing, mention) || is_later(citing, mention)) return;
    const NumberTraits traits = nodes_.numbers().of(mention.number);
    if (!mention.date && traits.year == 0) return;
    const auto& known = nodes_.with_number(mention.number);
    const bool held = std::any_of(known.begin(), known.end(), [&](NodeIndex index) {
        const ResolverNode& node = nodes_[index];
        if (!node.meta.present || !may_be_cited(index, citing)) return false;
        if (!place_fits(node, citing, mention)) return false;
        if (traits.year != 0 || !node.meta.date) return true;
        // Another day of the same year is more likely a slip than a second document.
        return mention.date->year() == node.meta.date->year();
    });
    if (held) return;
    AbsentVotes& votes =
        nodes_[nodes_.absent(mention.number, place_of(citing, mention), mention.date)].votes;
    if (mention.date) votes.date.add(*mention.date);
    if (!mention.type.empty()) votes.type.add(mention.type);
    if (!mention.issuer.empty()) votes.issuer.add(mention.issuer);
    if (!mention.title.empty()) votes.title.add(mention.title);
}

bool MentionResolver::may_be_cited(NodeIndex index, NodeIndex citing) const {
    const auto& own_date = nodes_[citing].meta.date;
    const auto& date = nodes_[index].meta.date;
    return index != nodes_[citing].group && (!own_date || !date || *date <= *own_date);
}

std::vector<NodeIndex> MentionResolver::candidates(NodeIndex citing, const Mention& mention) {
    std::vector<NodeIndex> fitting;
    for (const NodeIndex index : nodes_.with_number(mention.number)) {
        const ResolverNode& node = nodes_[index];
        if (!may_be_cited(index, citing)) continue;
        if (!node.meta.present && !node.meta.date && node.traits.year == 0) continue;
        if (place_fits(node, citing, mention)) fitting.push_back(index);
    }
    return fitting;
}

Resolution MentionResolver::accept(NodeIndex target, const char* rule) const {
    Resolution resolution;
    resolution.status =
        nodes_[target].meta.present ? ResolutionStatus::resolved : ResolutionStatus::absent;
    resolution.target = target;
    resolution.rule = rule;
    return resolution;
}

Resolution MentionResolver::abstain(std::vector<NodeIndex> candidates, ResolutionStatus status,
                                    const char* rule) const {
    Resolution resolution;
    resolution.status = status;
    resolution.candidates = std::move(candidates);
    resolution.rule = rule;
    return resolution;
}

Resolution MentionResolver::resolve(NodeIndex citing, const Mention& mention) {
    if (is_self(citing, mention)) return accept(citing, "self");
    if (is_later(citing, mention)) {
        std::vector<NodeIndex> same_date;
        for (const NodeIndex index : nodes_.with_number(mention.number)) {
            if (nodes_[index].meta.date == mention.date) same_date.push_back(index);
        }
        return abstain(std::move(same_date), ResolutionStatus::conflict, "later");
    }
    return mention.date ? resolve_dated(citing, mention) : resolve_undated(citing, mention);
}

Resolution MentionResolver::resolve_dated(NodeIndex citing, const Mention& mention) {
    const bool yearly = nodes_.numbers().of(mention.number).year != 0;
    std::vector<NodeIndex> fitting = candidates(citing, mention);
    std::vector<NodeIndex> same_date;
    std::vector<NodeIndex> slips;
    for (const NodeIndex index : fitting) {
        const ResolverNode& node = nodes_[index];
        const bool absent_of_year = yearly && !node.meta.present;
        if (!node.meta.date || *node.meta.date == *mention.date || absent_of_year) {
            same_date.push_back(index);
        } else if (node.meta.present &&
                   (yearly || node.meta.date->year() == mention.date->year())) {
            slips.push_back(index);
        }
    }
    if (same_date.size() == 1) return accept(same_date.front(), "number+date");
    if (same_date.size() > 1) {
        const auto dated = [&](NodeIndex index) { return nodes_[index].meta.date == mention.date; };
        if (narrows_to_one(same_date, dated)) return accept(same_date.front(), "number+date");
        const auto typed = [&](NodeIndex index) { return nodes_[index].meta.type == mention.type; };
        if (narrows_to_one(same_date, typed)) return accept(same_date.front(), "number+date+type");
        return abstain(std::move(same_date), ResolutionStatus::ambiguous, "several");
    }
    if (!slips.empty()) {
        return abstain(std::move(slips), ResolutionStatus::conflict, "date-conflict");
    }
    return accept(nodes_.absent(mention.number, place_of(citing, mention), mention.date), "new");
}

Resolution MentionResolver::resolve_undated(NodeIndex citing, const Mention& mention) {
    std::vector<NodeIndex> fitting = candidates(citing, mention);
    if (fitting.empty()) {
        return accept(nodes_.absent(mention.number, place_of(citing, mention), std::nullopt),
                      "new");
    }
    if (fitting.size() == 1) return accept(fitting.front(), "only-candidate");
    const auto typed = [&](NodeIndex index) { return nodes_[index].meta.type == mention.type; };
    if (!mention.type.empty() && narrows_to_one(fitting, typed)) {
        return accept(fitting.front(), "type");
    }
    const Term* const term = term_in(mention.issuer);
    const auto of_term = [&](NodeIndex index) {
        const auto& date = nodes_[index].meta.date;
        return term != nullptr && date && term->first <= date->number() &&
               date->number() <= term->last;
    };
    if (narrows_to_one(fitting, of_term)) return accept(fitting.front(), "term");
    const auto said = title_words(mention.title);
    const auto same_title = [&](NodeIndex index) {
        constexpr double kEnough = 0.6;
        return said.size() >= 3 && overlap(said, nodes_[index].meta.title) >= kEnough;
    };
    if (narrows_to_one(fitting, same_title)) return accept(fitting.front(), "title");
    return abstain(std::move(fitting), ResolutionStatus::ambiguous, "several");
}

}  // namespace tracuu::indexer
