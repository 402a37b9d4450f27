#include "analyzers/citation/back_references.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "analyzers/citation/number_grammar.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestName = 12;      // tokens of a name that is defined
constexpr std::size_t kDefinitionReach = 80;  // tokens from a citation to its definition
constexpr std::size_t kAnaphorReach = 16;     // citations looked at, back from an anaphor
constexpr std::int32_t kSeveral = -1;         // a short name that fits several documents

const PhraseTable& definition_cues() {
    static const PhraseTable table =
        PhraseTable::of({"gọi tắt là", "gọi là", "viết tắt là", "gọi chung là"});
    return table;
}

const std::uint64_t kSo = token_key("số");
const std::uint64_t kThis = token_key("này");

class BackReferenceReader {
  public:
    BackReferenceReader(const Reading& reading, const Header& header,
                        std::span<const Citation> citations)
        : reading_(reading),
          header_(header),
          citations_(citations),
          source_{reading.flow.text(), reading.tokens} {}

    std::vector<BackReference> read() {
        if (citations_.empty() && header_.type.empty()) return {};  // nothing to refer to
        read_definitions();
        collect_short_numbers();
        for (std::size_t at = 0; at < tokens().size();) at = read_at(at);
        return std::move(found_);
    }

  private:
    [[nodiscard]] const std::vector<Token>& tokens() const { return reading_.tokens; }

    [[nodiscard]] bool is_mark(std::size_t at, std::string_view mark) const {
        return at < tokens().size() && reading_.word(at) == mark;
    }

    [[nodiscard]] std::size_t token_after(std::uint32_t byte) const {
        const auto after = std::lower_bound(
            tokens().begin(), tokens().end(), byte,
            [](const Token& token, std::uint32_t end) { return token.begin < end; });
        return static_cast<std::size_t>(after - tokens().begin());
    }

    // "(sau đây gọi tắt là Nghị quyết 18)" between a citation and the next one.
    void read_definitions() {
        for (std::size_t i = 0; i < citations_.size(); ++i) {
            const std::size_t first = token_after(citations_[i].span.end);
            const std::size_t next = i + 1 < citations_.size()
                                         ? token_after(citations_[i + 1].span.begin)
                                         : tokens().size();
            const std::size_t last = std::min(next, first + kDefinitionReach);
            for (std::size_t at = first; at < last; ++at) {
                if (tokens()[at].kind == TokenKind::newline) break;
                const auto cue = definition_cues().longest(tokens(), at);
                if (!cue) continue;
                define(at + cue->length, i);
                break;
            }
        }
    }

    // The name begins with the kind of document it stands for: other names are those of bodies.
    void define(std::size_t at, std::size_t citation) {
        while (is_mark(at, "“") || is_mark(at, "\"")) ++at;
        const TypeName type = type_at(source_, at);
        if (type.name.empty() || type.name != citations_[citation].type) return;
        std::size_t last = at;
        while (last < tokens().size() && tokens()[last].kind != TokenKind::newline &&
               !ends_name(last) && last - at < kLongestName) {
            ++last;
        }
        if (!ends_name(last) || last <= type.last) return;  // "gọi là Nghị quyết" names nothing
        defined_from_.push_back(tokens()[at].begin);
        names_.add(reading_.flow.at({tokens()[at].begin, tokens()[last - 1].end}),
                   static_cast<std::int32_t>(citation));
    }

    [[nodiscard]] bool ends_name(std::size_t at) const {
        return is_mark(at, ")") || is_mark(at, ";") || is_mark(at, "”") || is_mark(at, "\"") ||
               is_mark(at, ".");
    }

    // Which citation a type and the digits of its number mean.
    void collect_short_numbers() {
        for (std::size_t i = 0; i < citations_.size(); ++i) {
            const Citation& one = citations_[i];
            const std::size_t digits = one.number.find_first_not_of("0123456789");
            const auto [entry, added] = short_numbers_.try_emplace(
                {one.type, one.number.substr(0, digits)}, static_cast<std::int32_t>(i));
            if (!added && entry->second != kSeveral && !same_document(entry->second, one)) {
                entry->second = kSeveral;
            }
        }
    }

    [[nodiscard]] bool same_document(std::int32_t known, const Citation& other) const {
        const Citation& one = citations_[static_cast<std::size_t>(known)];
        return one.number == other.number && one.date == other.date;
    }

    std::size_t read_at(std::size_t at) {
        while (next_ < citations_.size() && citations_[next_].span.end <= tokens()[at].begin)
            ++next_;
        if (const auto name = names_.longest(tokens(), at)) {
            const std::size_t last = at + name->length;
            // Defined with its number, it is a citation wherever it stands.
            if (!defines(tokens()[at].begin) && !cites(at, last)) {
                add(at, last, BackReferenceKind::name, name->value);
            }
            return last;
        }
        const TypeName type = type_at(source_, at);
        if (type.name.empty()) return at + 1;
        if (read_short_number(at, type) || read_anaphor(at, type)) return type.last + 1;
        return type.last;
    }

    [[nodiscard]] bool defines(std::uint32_t byte) const {
        return std::binary_search(defined_from_.begin(), defined_from_.end(), byte);
    }

    bool read_short_number(std::size_t at, const TypeName& type) {
        std::size_t number = type.last;
        if (number < tokens().size() && tokens()[number].key == kSo) ++number;
        if (number >= tokens().size() || tokens()[number].kind != TokenKind::number) return false;
        if (goes_on(number + 1) || cites(number, number + 1)) return false;
        const auto known = short_numbers_.find({type.name, std::string(reading_.word(number))});
        if (known == short_numbers_.end() || known->second == kSeveral) return false;
        add(at, number + 1, BackReferenceKind::short_number, known->second);
        return true;
    }

    // "18-NQ/TW", "18/2020", "18.5", "18, 19-NQ/TW": the digits are part of something longer.
    [[nodiscard]] bool goes_on(std::size_t at) const {
        if (at >= tokens().size() || tokens()[at].kind == TokenKind::newline) return false;
        const std::string_view mark = reading_.word(at);
        if (mark == "/" || mark == "-" || mark == "–") return true;
        const bool glued = !tokens()[at].space_before;
        const bool digit_follows =
            at + 1 < tokens().size() && tokens()[at + 1].kind == TokenKind::number;
        return (glued && tokens()[at].kind == TokenKind::word) ||
               ((mark == "." || mark == ",") && digit_follows && !tokens()[at + 1].space_before);
    }

    [[nodiscard]] bool cites(std::size_t first, std::size_t last) const {
        return next_ < citations_.size() &&
               citations_[next_].span.overlaps({tokens()[first].begin, tokens()[last - 1].end});
    }

    bool read_anaphor(std::size_t at, const TypeName& type) {
        if (type.last >= tokens().size() || tokens()[type.last].key != kThis) return false;
        if (type.name == header_.type || header_.type.starts_with(type.name + ' ')) {
            add(at, type.last + 1, BackReferenceKind::anaphor, std::nullopt);
            return true;
        }
        const std::size_t block = reading_.structure.block_at(tokens()[at].begin);
        const std::size_t farthest = next_ > kAnaphorReach ? next_ - kAnaphorReach : 0;
        for (std::size_t i = next_; i-- > farthest;) {
            if (reading_.structure.block_at(citations_[i].span.begin) + 1 < block) return false;
            if (citations_[i].type != type.name) continue;
            add(at, type.last + 1, BackReferenceKind::anaphor, static_cast<std::int32_t>(i));
            return true;
        }
        return false;
    }

    void add(std::size_t first, std::size_t last, BackReferenceKind kind,
             std::optional<std::int32_t> citation) {
        BackReference one;
        one.span = {tokens()[first].begin, tokens()[last - 1].end};
        one.kind = kind;
        if (citation) one.citation = static_cast<std::uint32_t>(*citation);
        found_.push_back(one);
    }

    const Reading& reading_;
    const Header& header_;
    std::span<const Citation> citations_;
    TokenText source_;
    PhraseTable names_;
    std::vector<std::uint32_t> defined_from_;  // bytes where the definitions stand, ascending
    std::map<std::pair<std::string, std::string>, std::int32_t> short_numbers_;
    std::size_t next_ = 0;  // first citation that does not end before the token looked at
    std::vector<BackReference> found_;
};

}  // namespace

std::vector<BackReference> read_back_references(const Reading& reading, const Header& header,
                                                std::span<const Citation> citations) {
    return BackReferenceReader(reading, header, citations).read();
}

}  // namespace tracuu::analyzers
