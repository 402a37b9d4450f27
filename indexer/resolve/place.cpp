#include "indexer/resolve/place.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/document_number.hpp"
#include "analyzers/gazetteer.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::indexer {
namespace {

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool is_capitalised(std::string_view word) {
    return !word.empty() && analyzers::lower(word) != analyzers::normalize(word);
}

// Units below the province, as their first word or words, folded.
bool names_unit(const std::vector<std::string>& folded, std::size_t at, std::size_t& length) {
    static constexpr std::array<std::string_view, 4> kOne{"huyen", "quan", "xa", "phuong"};
    length = 1;
    if (std::find(kOne.begin(), kOne.end(), folded[at]) != kOne.end()) return true;
    if (at + 1 >= folded.size()) return false;
    const std::string& next = folded[at + 1];
    length = 2;
    return (folded[at] == "thi" && (next == "xa" || next == "tran" || next == "uy")) ||
           (folded[at] == "dac" && next == "khu");
}

}  // namespace

std::string district_of(std::string_view issuer) {
    if (issuer.size() > 400) return {};
    const auto words = split_words(issuer);
    std::vector<std::string> folded;
    for (const std::string_view word : words) folded.push_back(analyzers::fold(word));
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::size_t length = 0;
        if (!names_unit(folded, at, length)) continue;
        std::size_t first = at + length;
        if (first < words.size() && folded[first] == "uy") ++first;  // Huyện ủy ...
        std::size_t last = first;
        while (last < words.size() && last < first + 4 && is_capitalised(words[last])) {
            ++last;
            if (words[last - 1].back() == ',' || words[last - 1].back() == ';') break;
        }
        if (last == first) continue;
        const char* const end = words[last - 1].data() + words[last - 1].size();
        return analyzers::slug(
            {words[first].data(), static_cast<std::size_t>(end - words[first].data())});
    }
    return {};
}

const IssuerPlace& IssuerPlaces::of(const std::string& issuer) {
    const auto found = known_.find(issuer);
    if (found != known_.end()) return found->second;
    IssuerPlace place;
    if (!issuer.empty()) {
        place.jurisdiction = analyzers::identify_body(issuer, {}).jurisdiction;
        place.district = district_of(issuer);
    }
    return known_.emplace(issuer, std::move(place)).first->second;
}

const NumberTraits& NumberTable::of(const std::string& number) {
    const auto found = known_.find(number);
    if (found != known_.end()) return found->second;
    NumberTraits traits;
    if (const auto parsed = analyzers::parse_document_number(number)) {
        traits.local = analyzers::is_local_issuer(parsed->issuer);
        traits.district_code =
            parsed->issuer == "HU" || parsed->issuer == "QU" || parsed->issuer == "ThU";
        for (const char digit : parsed->year) {
            if (digit >= '0' && digit <= '9') traits.year = traits.year * 10 + (digit - '0');
        }
    }
    return known_.emplace(number, traits).first->second;
}

}  // namespace tracuu::indexer
