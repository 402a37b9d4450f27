#include "analyzers/header.hpp"

#include <algorithm>

#include "analyzers/citation/date_reader.hpp"
#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/number_scan.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/document_number.hpp"
#include "analyzers/header/head.hpp"
#include "analyzers/header/jurisdiction.hpp"
#include "analyzers/header/signer.hpp"
#include "analyzers/header/title.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kIssue = token_key("ban");
const std::uint64_t kIssueEnd = token_key("hành");
const std::uint64_t kBuild = token_key("xây");
const std::uint64_t kPassive = token_key("được");
const std::uint64_t kSource = token_key("nguồn");
constexpr std::size_t kOpening = 700;  // tokens of the first sentences

class HeaderReader {
  public:
    HeaderReader(const Reading& reading, const Hints& hints)
        : reading_(reading),
          hints_(hints),
          source_{reading.flow.text(), reading.tokens},
          blocks_(reading.structure.blocks()) {}

    Header read() {
        head_ = read_head(reading_);
        TitleLines title = read_title(reading_, head_);
        number_ = head_.number;
        header_.number_span = head_.number_span;
        header_.date = head_.date;
        header_.place = head_.place;
        header_.issuer = title.issuer.empty() ? head_.issuer : title.issuer;
        header_.title = std::move(title.title);
        header_.title_span = title.span;
        header_.type = std::move(title.type);
        if (!number_ && header_.issuer.empty() && header_.place.empty()) read_article();
        if (header_.issuer.empty()) header_.issuer = issuer_of_opening();
        settle_type();
        take_hints();
        settle_place();
        header_.signer = read_signer(reading_);
        if (number_) header_.number = number_->canonical();
        return std::move(header_);
    }

  private:
    // A page about a document, not the document: "... Chương trình hành động ... vừa được Tỉnh ủy
    // An Giang ban hành vào ngày 19/4/2018", "Nguồn CT số 19-CTr/TU ngày 19/4/2018".
    void read_article() {
        read_issued_by();
        read_source_line();
        if (!header_.type.empty() || blocks_.empty()) return;
        const Block& first = blocks_.front();
        for (std::uint32_t at = first.first_token; at < first.last_token; ++at) {
            const TypeName type = type_at(source_, at);
            if (type.name.empty()) continue;
            header_.type = type.name;
            header_.title = std::string(
                reading_.flow.at({reading_.tokens[at].begin, first.content.end}));
            header_.title_span = {reading_.tokens[at].begin, first.content.end};
            return;
        }
    }

    // "được <body> ban hành (vào) (ngày ...)"
    void read_issued_by() {
        const std::size_t end = std::min(reading_.tokens.size(), kOpening);
        for (std::size_t at = 0; at + 2 < end; ++at) {
            if (reading_.tokens[at].key != kPassive) continue;
            const auto issuer = read_issuer(source_, at + 1, end);
            if (!issuer || !is_issue(issuer->last)) continue;
            header_.issuer = issuer->name;
            for (std::size_t day = issuer->last + 2; day < std::min(end, issuer->last + 5); ++day) {
                if (const auto date = read_date(source_, day)) {
                    header_.date = date->date;
                    return;
                }
            }
            return;
        }
    }

    [[nodiscard]] bool is_issue(std::size_t at) const {
        return at + 1 < reading_.tokens.size() && reading_.tokens[at].key == kIssue &&
               reading_.tokens[at + 1].key == kIssueEnd;
    }

    void read_source_line() {
        for (std::size_t i = blocks_.size(); i-- > 0 && i + 4 > blocks_.size();) {
            const Block& block = blocks_[i];
            if (block.first_token >= block.last_token) continue;
            if (reading_.tokens[block.first_token].key != kSource) continue;
            const auto numbers = scan_numbers(source_, block.first_token, block.last_token);
            if (numbers.empty()) continue;
            number_ = numbers.front().number;
            header_.number_span = numbers.front().span;
            if (header_.date) return;
            if (const auto date = read_date(source_, numbers.front().last)) header_.date = date->date;
            return;
        }
    }

    // "Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch ...", "Ủy ban nhân dân tỉnh ban hành Kế hoạch ..."
    [[nodiscard]] std::string issuer_of_opening() const {
        const std::size_t end = std::min(reading_.tokens.size(), kOpening);
        for (std::size_t at = 0; at + 2 < end; ++at) {
            const bool start = at == 0 || reading_.tokens[at - 1].kind != TokenKind::word;
            if (!start || !starts_body(source_, at)) continue;
            const auto issuer = read_issuer(source_, at, end);
            if (!issuer) continue;
            const bool builds = issuer->last < end && reading_.tokens[issuer->last].key == kBuild;
            if (is_issue(issuer->last) || builds) return issuer->name;
        }
        return {};
    }

    void settle_type() {
        if (number_ && number_->type == "VBHN") {
            header_.type = "Văn bản hợp nhất";
            return;
        }
        if (number_ && header_.type.empty()) header_.type = implied_type(*number_);
        // "THÔNG BÁO KẾT LUẬN CỦA ..." under a number TB is a Thông báo whose title begins there.
        const std::string implied = number_ ? implied_type(*number_) : std::string();
        const bool longer = !implied.empty() && header_.type.size() > implied.size() &&
                            header_.type.compare(0, implied.size(), implied) == 0;
        if (longer && header_.type.find("hành động") == std::string::npos) header_.type = implied;
    }

    void take_hints() {
        if (!number_ && !hints_.number.empty()) number_ = parse_document_number(hints_.number);
        if (header_.issuer.empty()) header_.issuer = hints_.issuer;
        if (header_.title.empty()) header_.title = hints_.title;
        if (!header_.date) header_.date = hints_.date;
        if (header_.type.empty() && number_) header_.type = implied_type(*number_);
    }

    void settle_place() {
        header_.jurisdiction =
            find_jurisdiction(reading_, {header_.issuer, number_ ? &*number_ : nullptr,
                                         header_.place, header_.date});
        // "Ban Thường vụ Tỉnh ủy" of Bình Định: the place is part of who issued it.
        const bool named = header_.jurisdiction.empty() || header_.jurisdiction == "Trung ương" ||
                           !province_in(header_.issuer).empty();
        if (named || !is_local_body(header_.issuer)) return;
        header_.issuer += ' ' + header_.jurisdiction;
    }

    const Reading& reading_;
    const Hints& hints_;
    TokenText source_;
    const std::vector<Block>& blocks_;
    Head head_;
    Header header_;
    std::optional<DocumentNumber> number_;
};

}  // namespace

Header read_header(const Reading& reading, const Hints& hints) {
    return HeaderReader(reading, hints).read();
}

}  // namespace tracuu::analyzers
