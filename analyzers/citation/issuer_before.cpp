#include "analyzers/citation/issuer_before.hpp"

#include <algorithm>

#include "analyzers/citation/date_reader.hpp"
#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/phrase_context.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kAt = token_key("tại");
const std::uint64_t kOf = token_key("của");
const std::uint64_t kAll = token_key("các");
const std::uint64_t kDay = token_key("ngày");

const PhraseTable& issuing_verbs() {
    static const PhraseTable table =
        PhraseTable::of({"ban hành", "có", "gửi", "ký", "ký ban hành", "phát hành"});
    return table;
}

const PhraseTable& adverbs() {
    static const PhraseTable table = PhraseTable::of(
        {"đã", "tiếp tục", "vừa", "vừa mới", "chỉ", "cũng", "cũng đã", "đồng thời"});
    return table;
}

class BeforeReader {
  public:
    BeforeReader(const Reading& reading, std::size_t first, std::size_t floor)
        : reading_(reading),
          source_{reading.flow.text(), reading.tokens},
          tokens_(reading.tokens),
          first_(first),
          floor_(floor) {}

    IssuerBefore read() {
        if (first_ < floor_ + 2) return {};
        if (source_.is(first_ - 1, ":")) return list_head(first_ - 1);
        // "Ngày 05/3/2024, tại Thông báo số 45/TB-VPCP".
        if (tokens_[first_ - 1].key == kAt && source_.is(first_ - 2, ",")) {
            return {{}, date_before(first_ - 1)};
        }
        const std::size_t end = before_remark(end_of_subject());
        if (end <= floor_) return {};
        const auto body = body_before(end);
        if (!body) return {};
        return {body->name, issued_ ? date_before(body->first) : std::nullopt};
    }

  private:
    // The token after the body in "<body> tại (các) văn bản số", "<body> (đã) ban hành".
    std::size_t end_of_subject() {
        const std::size_t first = first_ - (tokens_[first_ - 1].key == kAll ? 1U : 0U);
        if (first <= floor_) return 0;
        if (tokens_[first - 1].key == kAt) return first - 1;
        const auto verb = phrase_before(issuing_verbs(), tokens_, first, 3);
        if (!verb || verb->first <= floor_) return 0;
        issued_ = true;
        const auto adverb = phrase_before(adverbs(), tokens_, verb->first, 2);
        return adverb && adverb->first > floor_ ? adverb->first : verb->first;
    }

    // "Cục Thuế tỉnh Vĩnh Phúc (nay là Thuế tỉnh Phú Thọ) có Thông báo số ...".
    [[nodiscard]] std::size_t before_remark(std::size_t end) const {
        constexpr std::size_t kLongest = 16;  // tokens
        if (end <= floor_ + 1 || !source_.is(end - 1, ")")) return end;
        for (std::size_t at = end - 1; at > floor_ && at + kLongest > end; --at) {
            if (source_.is(at, "(")) return at;
        }
        return end;
    }

    [[nodiscard]] std::optional<IssuerMatch> body_before(std::size_t end) const {
        constexpr std::size_t kReach = 20;
        const std::size_t from = std::max(floor_, end > kReach ? end - kReach : 0);
        for (std::size_t at = from; at < end; ++at) {
            if (tokens_[at].kind != TokenKind::word) continue;
            // In a heading every word has capitals: "QUY ĐỊNH TẠI THÔNG TƯ SỐ ...".
            const bool name =
                tokens_[at].letter_case == LetterCase::capitalised || starts_body(source_, at);
            if (!name) continue;
            auto issuer = read_issuer(source_, at, end);
            if (issuer && issuer->last == end) return issuer;
        }
        return std::nullopt;
    }

    // "Ngày 23/10/2025, <body> ban hành Quyết định số ...".
    [[nodiscard]] std::optional<support::Date> date_before(std::size_t body) const {
        constexpr std::size_t kLongestDate = 9;  // tokens
        if (body <= floor_ + 1) return std::nullopt;
        const std::size_t end = body - (source_.is(body - 1, ",") ? 1U : 0U);
        const std::size_t from = std::max(floor_, end > kLongestDate ? end - kLongestDate : 0);
        for (std::size_t at = from; at < end; ++at) {
            if (tokens_[at].key != kDay || !begins_clause(at)) continue;
            const auto date = read_date(source_, at);
            if (date && date->last == end) return date->date;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool begins_clause(std::size_t at) const {
        return tokens_[at].letter_case != LetterCase::lower || at == floor_ ||
               source_.is(at - 1, ";") || source_.is(at - 1, "(");
    }

    // "các Quyết định của Bộ trưởng Bộ Tư pháp: Số ...".
    [[nodiscard]] IssuerBefore list_head(std::size_t colon) const {
        constexpr std::size_t kReach = 20;
        const std::size_t from = std::max(floor_, colon > kReach ? colon - kReach : 0);
        for (std::size_t at = from; at + 1 < colon; ++at) {
            if (tokens_[at].key != kOf) continue;
            auto issuer = read_issuer(source_, at + 1, colon);
            if (issuer && issuer->last == colon) return {std::move(issuer->name), std::nullopt};
        }
        return {};
    }

    const Reading& reading_;
    TokenText source_;
    std::span<const Token> tokens_;
    std::size_t first_;
    std::size_t floor_;
    bool issued_ = false;  // a verb tells that the body issued it
};

}  // namespace

IssuerBefore issuer_before(const Reading& reading, const Mention& mention, std::size_t floor) {
    return BeforeReader(reading, mention.first, floor).read();
}

std::string issuer_between(const Reading& reading, std::size_t type, const Mention& mention) {
    static const std::uint64_t kSo = token_key("số");
    const TokenText source{reading.flow.text(), reading.tokens};
    std::size_t end = mention.match.first;
    if (end <= type + 2 || reading.tokens[end - 1].key != kSo) return {};
    --end;
    for (std::size_t at = type + 1; at + 1 < end; ++at) {
        if (reading.tokens[at].key != kOf) continue;
        auto issuer = read_issuer(source, at + 1, end);
        if (issuer && issuer->last == end) return std::move(issuer->name);
    }
    return {};
}

}  // namespace tracuu::analyzers
