#include "analyzers/letter.hpp"

#include <string>
#include <vector>

#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using analyzers::fold;
using analyzers::lower;
using analyzers::normalize;
using analyzers::slug;

namespace {

// The 67 lower-case letters of Vietnamese outside ASCII.
const std::string kLower = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
const std::string kUpper = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";
const std::string kFolded = "aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy";

std::vector<std::string> letters(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = support::decode(text, at);
        out.push_back(text.substr(at, c.length));
        at += c.length;
    }
    return out;
}

char32_t tone_mark(analyzers::Tone tone) {
    constexpr char32_t marks[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
    return marks[static_cast<std::size_t>(tone)];
}

char32_t shape_mark(analyzers::Shape shape) {
    switch (shape) {
        case analyzers::Shape::circumflex:
            return 0x302;
        case analyzers::Shape::breve:
            return 0x306;
        case analyzers::Shape::horn:
            return 0x31B;
        default:
            return 0;
    }
}

// `letter` decomposed; with `tone_first` in the order that canonical NFD gives ậ and ặ.
std::string decomposed(const std::string& letter, bool tone_first) {
    const auto parts = analyzers::decompose(support::decode(letter, 0).code_point);
    if (parts->shape == analyzers::Shape::bar) return letter;
    std::string out(1, static_cast<char>(parts->upper ? parts->base - 32 : parts->base));
    const char32_t first = tone_first ? tone_mark(parts->tone) : shape_mark(parts->shape);
    const char32_t second = tone_first ? shape_mark(parts->shape) : tone_mark(parts->tone);
    if (first != 0) support::append(out, first);
    if (second != 0) support::append(out, second);
    return out;
}

}  // namespace

TEST_CASE("All 134 accented letters fold to their base letter") {
    const auto small = letters(kLower);
    const auto large = letters(kUpper);
    REQUIRE(small.size() == 67);
    REQUIRE(large.size() == 67);
    for (std::size_t i = 0; i < 67; ++i) {
        CAPTURE(small[i], large[i]);
        CHECK(fold(small[i]) == std::string(1, kFolded[i]));
        CHECK(fold(large[i]) == std::string(1, kFolded[i]));
        CHECK(lower(large[i]) == small[i]);
    }
}

TEST_CASE("Decomposed letters in any order of marks are the same letters") {
    for (const std::string& letter : letters(kLower + kUpper)) {
        CAPTURE(letter);
        CHECK(normalize(decomposed(letter, false)) == letter);
        CHECK(normalize(decomposed(letter, true)) == letter);
    }
}

TEST_CASE("A tone on a precomposed shape composes") {
    CHECK(normalize("e\u0323\u0302") == "ệ");
    CHECK(normalize("ê\u0323") == "ệ");
    CHECK(normalize("ẹ\u0302") == "ệ");
}

TEST_CASE("Tone marks stand on the traditional place") {
    CHECK(normalize("Uỷ ban hoà giải khoẻ") == "Ủy ban hòa giải khỏe");
    CHECK(normalize("thuỷ lợi, huỷ bỏ, tuỳ") == "thủy lợi, hủy bỏ, tùy");
    CHECK(normalize("TOÀ ÁN, HOÀ BÌNH") == "TÒA ÁN, HÒA BÌNH");
}

TEST_CASE("Closed syllables and qu keep their tone") {
    for (const std::string word :
         {"hoàn", "toàn", "khoán", "quý", "quỹ", "quá", "thuế", "huyện", "khoảng"}) {
        CHECK(normalize(word) == word);
    }
}

TEST_CASE("The letter eth of old files is Đ") {
    CHECK(normalize("QÐ-TTg") == "QĐ-TTg");
    CHECK(fold("Ð ð") == "d d");
}

TEST_CASE("A slug is ASCII words joined with single hyphens") {
    CHECK(slug("26-KH/TU") == "26-kh-tu");
    CHECK(slug("  108/2014/NĐ-CP ") == "108-2014-nd-cp");
    CHECK(slug("Đồng Tháp") == "dong-thap");
    CHECK(slug("***").empty());
}

TEST_CASE("Vietnamese order sorts đ after d and ă after a") {
    using analyzers::sort_key;
    CHECK(sort_key("da") < sort_key("đa"));
    CHECK(sort_key("az") < sort_key("ăn"));
    CHECK(sort_key("Quyết định 9") < sort_key("Quyết định 10"));
}
