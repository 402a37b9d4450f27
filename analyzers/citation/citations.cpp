#include "analyzers/citation/citations.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "analyzers/citation/edges.hpp"
#include "analyzers/citation/mention.hpp"
#include "analyzers/citation/named.hpp"
#include "analyzers/citation/number_scan.hpp"
#include "analyzers/citation/relation.hpp"
#include "analyzers/citation/type_reader.hpp"

namespace tracuu::analyzers {
namespace {

// What the mentions of one number say together.
struct Known {
    std::optional<Date> date;
    bool dates_differ = false;
    std::string issuer;             // the fullest statement of the first issuer named
    std::uint32_t issuer_said = 0;  // mentions that name it
    bool issuers_differ = false;
};

bool continues(const std::string& longer, const std::string& shorter) {
    return longer.size() > shorter.size() && longer.compare(0, shorter.size(), shorter) == 0 &&
           longer[shorter.size()] == ' ';
}

class CitationReader {
  public:
    CitationReader(const Reading& reading, const Header& header)
        : reading_(reading), header_(header) {}

    CitationReading read() {
        mentions_ = read_mentions(reading_, scan_numbers(reading_));
        drop_foreign();
        named_ = read_named(reading_, mentions_);
        drop_chrome_names();
        RelationReading relations = read_relations(reading_, mentions_, named_, header_.type);
        learn();
        std::vector<std::int32_t> places(mentions_.size(), -1);
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (mentions_[i].own) continue;
            places[i] = static_cast<std::int32_t>(out_.citations.size());
            out_.citations.push_back(make_citation(mentions_[i], relations.mentions[i]));
        }
        for (const NamedMention& named : named_) out_.named.push_back(make_named(named));
        out_.edges =
            make_edges({reading_, mentions_, named_, out_.citations, places, relations.assertions});
        return std::move(out_);
    }

  private:
    [[nodiscard]] const std::vector<Block>& blocks() const { return reading_.structure.blocks(); }

    // Where the line that a portal added under the document begins: in the last paragraph, type
    // and own number without "số". The name of the signer may stand before it.
    void find_portal_line() {
        if (blocks().empty()) return;
        const TokenText source{reading_.flow.text(), reading_.tokens};
        const Block& last = blocks().back();
        for (const Mention& mention : mentions_) {
            if (mention.block + 1 != blocks().size() || mention.first < last.first_token) continue;
            const TypeName type = type_at(source, mention.first);
            if (type.name.empty() || type.last != mention.match.first) continue;
            const bool own = mention.match.number.canonical() == header_.number;
            const bool opens = header_.number.empty() && mention.first == last.first_token;
            const bool first =
                mention.first == last.first_token || mention.first <= last.first_token + 8U;
            if (!first || (!own && !(opens && blocks().size() > 3))) continue;
            chrome_ = reading_.tokens[mention.first].begin;
            return;
        }
    }

    [[nodiscard]] bool is_own(const Mention& mention) const {
        if (mention.match.span.overlaps(header_.number_span)) return true;
        if (mention.match.number.canonical() != header_.number) return false;
        // The same number of another year is another document.
        return !mention.date || !header_.date || mention.date == header_.date;
    }

    void drop_foreign() {
        find_portal_line();
        for (Mention& mention : mentions_) mention.own = is_own(mention);
        const auto foreign = [this](const Mention& mention) {
            return mention.match.span.begin >= chrome_ ||
                   mention.match.span.overlaps(header_.number_span);
        };
        mentions_.erase(std::remove_if(mentions_.begin(), mentions_.end(), foreign),
                        mentions_.end());
    }

    void drop_chrome_names() {
        const auto chrome = [this](const NamedMention& named) {
            return named.span.begin >= chrome_;
        };
        named_.erase(std::remove_if(named_.begin(), named_.end(), chrome), named_.end());
    }

    void learn() {
        for (const Mention& mention : mentions_) {
            Known& known = known_[mention.match.number.canonical()];
            if (mention.date) {
                known.dates_differ =
                    known.dates_differ || (known.date && *known.date != *mention.date);
                known.date = mention.date;
            }
            learn_issuer(known, mention.issuer);
        }
    }

    static void learn_issuer(Known& known, const std::string& issuer) {
        if (issuer.empty()) return;
        ++known.issuer_said;
        if (known.issuer.empty() || continues(issuer, known.issuer)) {
            known.issuer = issuer;
        } else if (issuer != known.issuer && !continues(known.issuer, issuer)) {
            known.issuers_differ = true;
        }
    }

    [[nodiscard]] Citation make_citation(const Mention& mention,
                                         const MentionRelation& relation) const {
        Citation out;
        out.span = mention.match.span;
        out.number = mention.match.number.canonical();
        const Known& known = known_.at(out.number);
        out.type = mention.type;
        out.date = mention.date;
        out.date_in_mention = mention.date.has_value();
        // Two dates: two documents share the number, and this mention does not tell which.
        if (!out.date && !known.dates_differ) out.date = known.date;
        out.issuer = mention.issuer;
        // A day may be a slip; who issued the number, said alike with each day, is none.
        const bool same_issuer =
            !known.dates_differ || (known.issuer_said > 1 && !known.issuers_differ);
        const bool fuller = out.issuer.empty() || continues(known.issuer, out.issuer);
        if (same_issuer && fuller) out.issuer = known.issuer;
        out.title = mention.title;
        out.pinpoint = mention.pinpoint;
        out.relation = relation.relation;
        out.cue = relation.cue;
        out.clause = relation.clause;
        return out;
    }

    [[nodiscard]] NamedCitation make_named(const NamedMention& named) const {
        NamedCitation out;
        out.span = named.span;
        out.name = named.name;
        out.date = named.date;
        const std::size_t block = reading_.structure.block_at(named.span.begin);
        out.clause = block < blocks().size() ? blocks()[block].span : named.span;
        return out;
    }

    const Reading& reading_;
    const Header& header_;
    std::vector<Mention> mentions_;
    std::vector<NamedMention> named_;
    std::unordered_map<std::string, Known> known_;
    std::uint32_t chrome_ = UINT32_MAX;  // byte where the portal's line begins
    CitationReading out_;
};

}  // namespace

CitationReading read_citations(const Reading& reading, const Header& header) {
    return CitationReader(reading, header).read();
}

}  // namespace tracuu::analyzers
