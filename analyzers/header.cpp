#include "analyzers/header.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analyzers/citation/type_reader.hpp"
#include "analyzers/document_number.hpp"
#include "analyzers/header/article.hpp"
#include "analyzers/header/head.hpp"
#include "analyzers/header/jurisdiction.hpp"
#include "analyzers/header/signer.hpp"
#include "analyzers/header/title.hpp"
#include "analyzers/letter.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::array<std::string_view, 7> kCommittees{
    "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy", "dang uy", "ban chap hanh trung uong"};
constexpr std::array<std::string_view, 5> kCommitteeParts{
    "ban thuong vu", "bo chinh tri", "ban bi thu", "ban chap hanh dang bo", "thuong truc"};

bool starts_with_any(std::string_view text, std::span<const std::string_view> starts) {
    return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) {
        return text.substr(0, start.size()) == start;
    });
}

class HeaderReader {
  public:
    HeaderReader(const Reading& reading, const Hints& hints) : reading_(reading), hints_(hints) {}

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
        if (!number_ && header_.issuer.empty() && header_.place.empty()) take_outside_facts();
        // Laws and resolutions without a line of place and date tell when they were adopted.
        if (!header_.date && header_.place.empty()) header_.date = adoption_date(reading_);
        settle_issuer();
        settle_type();
        take_hints();
        settle_place();
        header_.signer = read_signer(reading_);
        if (header_.signer.empty()) header_.signer = hints_.signer;
        if (number_) header_.number = number_->canonical();
        return std::move(header_);
    }

  private:
    // Without a head the document is known by what its first sentences or a page about it say.
    void take_outside_facts() {
        OutsideFacts facts = read_outside_facts(reading_, header_.type.empty());
        number_ = std::move(facts.number);
        header_.number_span = facts.number_span;
        if (!header_.date) header_.date = facts.date;
        header_.issuer = std::move(facts.issuer);
        if (header_.type.empty()) header_.type = std::move(facts.type);
        if (!header_.title.empty()) return;
        header_.title = std::move(facts.title);
        header_.title_span = facts.title_span;
    }

    // The head names the committee, the opening which part of it decided: "TỈNH ỦY BÌNH ĐỊNH",
    // "Ban Thường vụ Tỉnh ủy ban hành Kế hoạch".
    void settle_issuer() {
        const bool committee = starts_with_any(fold(header_.issuer), kCommittees);
        if (!header_.issuer.empty() && !committee) return;
        std::string opening = issuer_of_opening(reading_);
        const bool part = starts_with_any(fold(opening), kCommitteeParts);
        if (header_.issuer.empty() || part) header_.issuer = std::move(opening);
    }

    void settle_type() {
        if (number_ && number_->type == "VBHN") {
            header_.type = "Văn bản hợp nhất";
            return;
        }
        if (number_ && header_.type.empty()) header_.type = implied_type(*number_);
    }

    void take_hints() {
        if (!number_ && !hints_.number.empty()) number_ = parse_document_number(hints_.number);
        if (header_.issuer.empty()) header_.issuer = hints_.issuer;
        if (header_.title.empty()) header_.title = hints_.title;
        if (!header_.date) header_.date = hints_.date;
        if (header_.type.empty()) header_.type = hints_.type;
        if (header_.type.empty() && number_) header_.type = implied_type(*number_);
    }

    void settle_place() {
        header_.jurisdiction = find_jurisdiction(
            reading_, {header_.issuer, number_ ? &*number_ : nullptr, header_.place, header_.date});
        // "Ban Thường vụ Tỉnh ủy" of Bình Định: the place is part of who issued it.
        const bool named = header_.jurisdiction.empty() || header_.jurisdiction == "Trung ương" ||
                           !province_in(header_.issuer).empty();
        if (named || !is_provincial_body(header_.issuer)) return;
        header_.issuer += ' ' + header_.jurisdiction;
    }

    const Reading& reading_;
    const Hints& hints_;
    Head head_;
    Header header_;
    std::optional<DocumentNumber> number_;
};

}  // namespace

Header read_header(const Reading& reading, const Hints& hints) {
    return HeaderReader(reading, hints).read();
}

}  // namespace tracuu::analyzers
