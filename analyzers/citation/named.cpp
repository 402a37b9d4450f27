#include "analyzers/citation/named.hpp"

#include <algorithm>

#include "analyzers/citation/date_reader.hpp"
#include "analyzers/citation/law_names.hpp"
#include "analyzers/citation/plenum_names.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kLaw = token_key("luật");
const std::uint64_t kCode = token_key("bộ");
const std::uint64_t kLegal = token_key("pháp");
const std::uint64_t kDiscipline = token_key("kỷ");
const std::uint64_t kRule = token_key("quy");
const std::uint64_t kStudy = token_key("học");
const std::uint64_t kOrdinance = token_key("lệnh");
const std::uint64_t kConstitution = token_key("hiến");
const std::uint64_t kResolve = token_key("nghị");
const std::uint64_t kConclude = token_key("kết");
const std::uint64_t kText = token_key("văn");
const std::uint64_t kSo = token_key("số");
const std::uint64_t kYear = token_key("năm");
const std::uint64_t kAmend = token_key("sửa");
const std::uint64_t kChange = token_key("đổi");

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        text.replace(at, from.size(), to);
        at += to.size();
    }
}

// One plenum is called with and without "Đảng", with and without parentheses.
std::string plenum_key(const std::string& name) {
    std::string key = fold(name);
    replace_all(key, "trung uong dang", "trung uong");
    replace_all(key, "(", "");
    replace_all(key, ")", "");
    return key;
}

std::string single_line(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

class NamedReader {
  public:
    NamedReader(const Reading& reading, const std::vector<Mention>& mentions)
        : reading_(reading), source_{reading.flow.text(), reading.tokens}, mentions_(mentions) {}

    std::vector<NamedMention> read() {
        const std::size_t size = reading_.tokens.size();
        for (std::size_t at = 0; at < size;) at = try_at(at);
        return std::move(named_);
    }

  private:
    [[nodiscard]] std::uint64_t key(std::size_t at) const {
        return at < reading_.tokens.size() ? reading_.tokens[at].key : 0;
    }

    // The first word of a name: cheap enough for every token of a text.
    [[nodiscard]] bool could_start(std::size_t at) const {
        const std::uint64_t word = key(at);
        if (word == kLaw) return at == 0 || !is_other_law(key(at - 1));
        if (word == kCode) return key(at + 1) == kLaw;
        if (word == kLegal) return key(at + 1) == kOrdinance;
        if (word == kConstitution) return key(at + 1) == kLegal;
        return word == kResolve || word == kConclude || word == kText;
    }

    // "pháp luật", "kỷ luật", "quy luật" and "Đại học Luật" are no laws; "Bộ luật" begins one word
    // earlier.
    [[nodiscard]] static bool is_other_law(std::uint64_t before) {
        return before == kLegal || before == kCode || before == kDiscipline || before == kRule ||
               before == kStudy;
    }

    std::size_t try_at(std::size_t at) {
        if (!could_start(at)) return at + 1;
        const std::uint64_t word = key(at);
        const bool meeting = word == kResolve || word == kConclude || word == kText;
        NamedMention out;
        out.first = support::offset(at);
        if (meeting) {
            auto plenum = read_plenum_name(source_, at);
            if (!plenum) return at + 1;
            out.key = plenum_key(plenum->name);
            out.name = std::move(plenum->name);
            replace_all(out.name, " đại hội", " Đại hội");
            replace_all(out.name, "Ban Chấp hành Trung ương khóa",
                        "Ban Chấp hành Trung ương Đảng khóa");
            out.last = support::offset(plenum->last);
        } else {
            auto law = read_law_name(source_, at);
            if (!law) return at + 1;
            out.key = fold(law->name);
            out.name = std::move(law->name);
            out.last = support::offset(law->last);
        }
        if (has_number(out)) return out.last;
        add_date(out);
        add_title(out);
        out.span = {reading_.tokens[out.first].begin, reading_.tokens[out.last - 1].end};
        const std::size_t next = out.last;
        named_.push_back(std::move(out));
        return next;
    }

    // A law with its number is a numbered citation only.
    [[nodiscard]] bool has_number(const NamedMention& named) {
        while (mention_ < mentions_.size() && mentions_[mention_].match.last <= named.first) {
            ++mention_;
        }
        if (mention_ == mentions_.size()) return false;
        const std::size_t number = mentions_[mention_].match.first;
        const std::size_t last = skip_version(named.last);
        return number < last + 3 && number >= last && (number == last || key(last) == kSo);
    }

    // "Luật Các tổ chức tín dụng (sửa đổi) năm 2025 số 96/2025/QH15": the token after the year.
    [[nodiscard]] std::size_t skip_version(std::size_t at) const {
        if (key(at) == kAmend && key(at + 1) == kChange) at += 2;
        if (key(at) == kYear) ++at;
        const bool number =
            at < reading_.tokens.size() && reading_.tokens[at].kind == TokenKind::number;
        return number && source_.word(at).size() == 4 ? at + 1 : at;
    }

    void add_date(NamedMention& out) const {
        std::size_t at = out.last;
        if (source_.is(at, ",")) ++at;
        if (const auto date = read_date(source_, at)) {
            out.date = date->date;
            extend(out, date->last);
            return;
        }
        if (key(at) == kYear) ++at;
        if (at >= reading_.tokens.size() || reading_.tokens[at].kind != TokenKind::number) return;
        const std::string_view year = source_.word(at);
        const bool plausible = year.size() == 4 && (year[0] == '1' || year[0] == '2');
        if (plausible && !source_.is(out.last, ",")) extend(out, at + 1);
    }

    void extend(NamedMention& out, std::size_t last) const {
        const support::ByteRange more{reading_.tokens[out.last - 1].end,
                                      reading_.tokens[last - 1].end};
        out.name += single_line(reading_.flow.at(more));
        out.last = support::offset(last);
    }

    void add_title(NamedMention& out) const {
        if (!source_.is(out.last, "“") && !source_.is(out.last, "\"")) return;
        constexpr std::size_t kReach = 80;
        const std::size_t limit = std::min<std::size_t>(reading_.tokens.size(), out.last + kReach);
        std::size_t close = out.last + 1;
        while (close < limit && !source_.is(close, "”") && !source_.is(close, "\"")) ++close;
        if (close >= limit || close == out.last + 1U) return;
        out.title = std::string(reading_.flow.at(
            {reading_.tokens[out.last + 1].begin, reading_.tokens[close - 1].end}));
    }

    const Reading& reading_;
    TokenText source_;
    const std::vector<Mention>& mentions_;
    std::size_t mention_ = 0;
    std::vector<NamedMention> named_;
};

}  // namespace

std::vector<NamedMention> read_named(const Reading& reading, const std::vector<Mention>& mentions) {
    return NamedReader(reading, mentions).read();
}

namespace {

std::optional<LawName> law_of(const Reading& reading, const Mention& mention) {
    const TokenText source{reading.flow.text(), reading.tokens};
    for (std::size_t at = mention.first; at < mention.match.first; ++at) {
        const std::uint64_t word = reading.tokens[at].key;
        if (word != kLaw && word != kCode && word != kLegal) continue;
        auto law = read_law_name(source, at);
        if (!law) continue;
        if (law->last <= mention.match.first) return law;
        return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::string law_key(const Reading& reading, const Mention& mention) {
    const auto law = law_of(reading, mention);
    return law ? fold(law->name) : std::string();
}

std::vector<std::string> amended_law_keys(const Reading& reading, const Mention& mention) {
    std::vector<std::string> keys;
    const auto law = law_of(reading, mention);
    if (!law) return keys;
    for (const std::string& name : law->amended) keys.push_back(fold(name));
    return keys;
}

}  // namespace tracuu::analyzers
