#include "analyzers/text/zone.hpp"

#include <algorithm>
#include <array>

#include "analyzers/letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

bool starts_with_any(std::string_view text, const auto& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [text](std::string_view prefix) {
        return text.substr(0, prefix.size()) == prefix;
    });
}

// Lower-case, accented. Kinds that head a document on a line of their own.
constexpr std::array<std::string_view, 36> kTypeLines{
    "nghị quyết", "kế hoạch",  "chương trình",     "kết luận",   "chỉ thị",
    "quyết định", "thông báo", "công điện",        "thông tư",   "nghị định",
    "báo cáo",    "hướng dẫn", "quy định",         "quy chế",    "tờ trình",
    "đề án",      "luật",      "pháp lệnh",        "lệnh",       "thông tri",
    "điều lệ",    "công văn",  "văn bản hợp nhất", "phương án",  "dự án",
    "giấy phép",  "thư",       "biên bản",         "hợp đồng",   "giấy ủy quyền",
    "thông cáo",  "bộ luật",   "hiến pháp",        "chiến lược", "tuyên bố",
    "quy hoạch"};

// A type line holds little more than the type; a caps title may follow on the same line.
constexpr std::array<std::string_view, 7> kNotes{
    "nơi nhận", "nơi gửi", "kính gửi", "lưu:", "phụ lục", "phụ biểu", "biểu mẫu"};

constexpr std::array<std::string_view, 17> kPreambleStarts{
    "căn cứ",     "xét",      "theo đề nghị", "thực hiện", "sau khi",    "thi hành",
    "để ",        "trong ",   "nhằm ",        "tại ",      "triển khai", "ngày ",
    "trên cơ sở", "tiếp tục", "thời gian",    "những năm", "vừa qua"};

constexpr std::array<std::string_view, 31> kSignatureStarts{
    "TM.",           "T/M",          "TM ",
    "KT.",           "K/T",          "TL.",
    "T/L",           "TUQ.",         "Q.",
    "CHỦ TỊCH",      "PHÓ CHỦ TỊCH", "BÍ THƯ",
    "PHÓ BÍ THƯ",    "GIÁM ĐỐC",     "PHÓ GIÁM ĐỐC",
    "BỘ TRƯỞNG",     "THỨ TRƯỞNG",   "THỦ TƯỚNG",
    "PHÓ THỦ TƯỚNG", "CỤC TRƯỞNG",   "PHÓ CỤC TRƯỞNG",
    "CHÁNH",         "PHÓ CHÁNH",    "TRƯỞNG",
    "PHÓ TRƯỞNG",    "TỔNG",         "PHÓ TỔNG",
    "THỐNG ĐỐC",     "VIỆN TRƯỞNG",  "CHÁNH ÁN",
    "BỘ CHÍNH TRỊ"};

constexpr std::array<std::string_view, 8> kAnnexStarts{"phụ lục",      "phụ biểu",      "danh mục",
                                                       "biểu mẫu",     "mẫu số",        "biểu số",
                                                       "phần phụ lục", "bảng phân công"};

// The first words in lower case: enough for every phrase above, and every line is asked for them.
std::string first_words(std::string_view line) {
    return lower(support::prefix(line, 48));
}

struct Lines {
    const std::vector<Block>& blocks;
    std::string_view text;

    [[nodiscard]] std::string_view raw(std::size_t i) const {
        return support::slice(text, blocks[i].content);
    }
    [[nodiscard]] std::string low(std::size_t i) const { return first_words(raw(i)); }
};

// Every line is asked: the first letter spares most of them the rest.
bool begins(std::string_view line, std::string_view words, char upper) {
    const bool may_be = !line.empty() && (line.front() == upper || line.front() == words.front());
    return may_be && first_words(line).starts_with(words);
}

bool is_recipients(const Lines& lines, std::size_t i) {
    return begins(lines.raw(i), "nơi nhận", 'N');
}

bool is_address(const Lines& lines, std::size_t i) {
    return begins(lines.raw(i), "kính gửi", 'K');
}

bool is_signature(const Lines& lines, std::size_t i) {
    if (lines.blocks[i].marker == Marker::bullet) return false;
    const std::string_view line = lines.raw(i);
    if (line.size() > 160 || !lines.blocks[i].upper_case) return false;
    // "T/M BAN THƯỜNG VỤ" keeps its abbreviation where the marker reader saw none.
    return starts_with_any(support::slice(lines.text, lines.blocks[i].span), kSignatureStarts);
}

bool is_annex_start(const Lines& lines, std::size_t i) {
    if (!lines.blocks[i].upper_case && lines.raw(i).size() > 60) return false;
    return starts_with_any(lines.low(i), kAnnexStarts);
}

// Index of the block that names the kind of document; npos when no line does.
std::size_t find_type_line(const Lines& lines) {
    const std::size_t limit = std::min<std::size_t>(lines.blocks.size(), 40);
    for (std::size_t i = 0; i < limit; ++i) {
        if (lines.blocks[i].upper_case && is_type_line(lines.raw(i))) return i;
        if (is_address(lines, i)) return std::string_view::npos;
    }
    return std::string_view::npos;
}

// Titles are capitals, or the lines right after the type line up to the first legal basis.
bool is_title_line(const Lines& lines, std::size_t i, std::size_t type_line) {
    if (lines.blocks[i].upper_case && lines.blocks[i].marker == Marker::none) return true;
    if (i > type_line + 2) return false;
    const std::string_view line = lines.raw(i);
    const bool sentence =
        !line.empty() && (line.back() == '.' || line.back() == ':' || line.back() == ';');
    if (sentence || lines.blocks[i].marker != Marker::none) return false;
    // "Thực hiện Nghị quyết ..." right under the type line is the title; later it is a basis.
    return i == type_line + 1 || !starts_with_any(lines.low(i), kPreambleStarts);
}

std::size_t end_of_title(const Lines& lines, std::size_t type_line) {
    std::size_t i = type_line + 1;
    while (i < lines.blocks.size() && is_title_line(lines, i, type_line)) ++i;
    return i;
}

// Without a type line: the head is what stands before the first long sentence.
std::size_t end_of_head(const Lines& lines) {
    for (std::size_t i = 0; i < lines.blocks.size(); ++i) {
        const bool words = lines.raw(i).size() > 100 && !lines.blocks[i].upper_case;
        if (words || is_address(lines, i)) return i;
    }
    return 0;
}

// The first numbered part after the preamble, else the first item, else the paragraph after the
// sentence that announces the content ("như sau:").
std::size_t start_of_body(const Lines& lines, std::size_t from) {
    std::size_t announced = lines.blocks.size();
    for (std::size_t i = from; i < lines.blocks.size(); ++i) {
        const Block& block = lines.blocks[i];
        if (is_recipients(lines, i) || is_signature(lines, i)) break;
        if (block.marker != Marker::none && block.marker != Marker::bullet) return i;
        if (announced == lines.blocks.size() && block.ends_with_colon && i > from)
            announced = i + 1;
    }
    return announced < lines.blocks.size() ? announced : from;
}

// Walks from the end of the body through recipients, signature, annexes and portal lines.
class Tail {
  public:
    Tail(std::vector<Block>& blocks, std::string_view text)
        : blocks_(blocks), lines_{blocks, text} {}

    void mark(std::size_t from) {
        Zone zone = Zone::body;
        for (std::size_t i = from; i < blocks_.size(); ++i) {
            zone = next(zone, i);
            blocks_[i].zone = zone;
        }
    }

  private:
    Zone next(Zone zone, std::size_t i) {
        if (zone == Zone::annex) return zone;
        if (zone == Zone::body) return after_body(i);
        if (is_annex_start(lines_, i)) return Zone::annex;
        if (zone == Zone::recipients) return after_recipients(i);
        if (zone == Zone::signature) return after_signature(i);
        return zone;
    }

    Zone after_body(std::size_t i) {
        if (is_recipients(lines_, i)) return Zone::recipients;
        if (is_signature(lines_, i) && only_names_follow(i)) {
            name_lines_ = 0;
            return Zone::signature;
        }
        const bool appendix = blocks_[i].upper_case && blocks_[i].marker == Marker::none &&
                              lines_.low(i).starts_with("phụ lục");
        return appendix ? Zone::annex : Zone::body;
    }

    Zone after_recipients(std::size_t i) {
        name_lines_ = 0;
        const bool listed = blocks_[i].marker == Marker::bullet || !blocks_[i].upper_case;
        return listed && !is_signature(lines_, i) ? Zone::recipients : Zone::signature;
    }

    // Offices in capitals, then one name; what comes after is another text.
    Zone after_signature(std::size_t i) {
        if (is_recipients(lines_, i)) return Zone::recipients;
        if (blocks_[i].upper_case && name_lines_ == 0) return Zone::signature;
        const std::string_view line = lines_.raw(i);
        const bool name = line.size() <= 60 && blocks_[i].marker == Marker::none;
        if (name && name_lines_ == 0 && !blocks_[i].upper_case) {
            ++name_lines_;
            return Zone::signature;
        }
        if (blocks_[i].upper_case) return Zone::annex;
        return line.size() <= 60 && blocks_[i].marker == Marker::none && name_lines_ < 3 &&
                       ++name_lines_ > 0
                   ? Zone::signature
                   : Zone::chrome;
    }

    // A line of capitals inside the body may look like an office: a signature is followed by a
    // short name or by more offices, not by a long sentence.
    [[nodiscard]] bool only_names_follow(std::size_t i) const {
        for (std::size_t j = i + 1; j < std::min(blocks_.size(), i + 4); ++j) {
            if (blocks_[j].upper_case || is_recipients(lines_, j)) continue;
            return lines_.raw(j).size() <= 60 && blocks_[j].marker == Marker::none &&
                   !blocks_[j].ends_with_colon;
        }
        return i + 1 >= blocks_.size() || blocks_[i + 1].upper_case;
    }

    std::vector<Block>& blocks_;
    Lines lines_;
    int name_lines_ = 0;
};

}  // namespace

bool is_type_line(std::string_view line) {
    const std::string low = first_words(line);
    if (starts_with_any(low, kNotes)) return false;
    return starts_with_any(low, kTypeLines);
}

void set_zones(std::vector<Block>& blocks, std::string_view text) {
    const Lines lines{blocks, text};
    const std::size_t type_line = find_type_line(lines);
    const bool typed = type_line != std::string_view::npos;
    const std::size_t head_end = typed ? type_line : end_of_head(lines);
    const std::size_t title_end = typed ? end_of_title(lines, type_line) : head_end;
    const std::size_t body = start_of_body(lines, title_end);
    for (std::size_t i = 0; i < body; ++i) {
        blocks[i].zone = i < head_end ? Zone::head : i < title_end ? Zone::title : Zone::preamble;
    }
    Tail(blocks, text).mark(body);
}

}  // namespace tracuu::analyzers
