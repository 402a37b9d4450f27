#include "server/problem.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "server/codec/json.hpp"

namespace tracuu::server {
namespace {

using support::ErrorCode;

struct Wording {
    std::string_view code;
    std::string_view title;
    std::string_view vietnamese_title;
    std::string_view vietnamese_remedy;
    std::string_view remedy = {};  ///< of what only HTTP knows; else support::info has it
};

// One row for each code of support::ErrorCode, and those that only HTTP knows at the end.
constexpr std::array kWordings{
    Wording{"bad_request", "Bad request", "Yêu cầu không hợp lệ", "Hãy sửa tham số này."},
    Wording{"malformed_number", "Not a document number", "Không phải số, ký hiệu văn bản",
            "Hãy viết như 18-NQ/TW hoặc 108/2014/NĐ-CP."},
    Wording{"not_found", "Not found", "Không tìm thấy",
            "Hãy kiểm tra lại mã văn bản hoặc địa chỉ."},
    Wording{"ambiguous", "Several documents fit", "Có nhiều văn bản phù hợp",
            "Hãy chọn một văn bản và cho mã của nó."},
    Wording{"stale_cursor", "Stale cursor", "Con trỏ trang đã cũ", "Hãy bắt đầu lại từ trang đầu."},
    Wording{"unreadable_input", "Unreadable input", "Không đọc được dữ liệu",
            "Hãy báo cho người quản trị."},
    Wording{"unsupported_input", "Unsupported input", "Dữ liệu không đúng dạng",
            "Hãy gửi văn bản thuần mã hóa UTF-8."},
    Wording{"too_large", "Too large", "Dữ liệu quá lớn", "Hãy chia nhỏ yêu cầu."},
    Wording{"index_missing", "No index", "Chưa có chỉ mục", "Hãy lập chỉ mục trước."},
    Wording{"index_incompatible", "Index of another version", "Chỉ mục thuộc phiên bản khác",
            "Hãy lập lại chỉ mục."},
    Wording{"index_corrupt", "Damaged index", "Chỉ mục bị hỏng", "Hãy lập lại chỉ mục."},
    Wording{"index_locked", "Index is locked", "Chỉ mục đang được cập nhật",
            "Hãy thử lại sau ít phút."},
    Wording{"cannot_write", "Cannot write", "Không ghi được dữ liệu",
            "Hãy báo cho người quản trị."},
    Wording{"cannot_listen", "Cannot listen", "Không mở được cổng", "Hãy chọn địa chỉ khác."},
    Wording{"unavailable", "Unavailable", "Hệ thống đang bận", "Hãy thử lại sau giây lát."},
    Wording{"internal", "Internal error", "Lỗi hệ thống", "Hãy báo lỗi này cho người quản trị."},
    Wording{"method_not_allowed", "Method not allowed", "Phương thức không được hỗ trợ",
            "Hãy dùng phương thức GET.", "Use GET."},
    Wording{"url_too_long", "Address too long", "Địa chỉ quá dài", "Hãy rút ngắn địa chỉ.",
            "Shorten the address."},
    Wording{"headers_too_large", "Headers too large", "Tiêu đề quá lớn", "Hãy bỏ bớt tiêu đề.",
            "Send fewer headers."},
    Wording{"request_timeout", "Request timeout", "Gửi yêu cầu quá chậm", "Hãy gửi lại, nhanh hơn.",
            "Send it again, faster."},
    Wording{"rate_limited", "Too many requests", "Quá nhiều yêu cầu",
            "Hãy chờ số giây ghi trong Retry-After.", "Wait the seconds that Retry-After says."},
    Wording{"unauthorized", "A key is needed", "Cần có khóa truy cập",
            "Hãy gửi khóa trong tiêu đề X-API-Key hoặc Authorization: Bearer.",
            "Send a key in X-API-Key or Authorization: Bearer."},
    Wording{"range_not_satisfiable", "Range not satisfiable", "Đoạn yêu cầu không hợp lệ",
            "Hãy bỏ tiêu đề Range.", "Leave out the Range header."},
};

// Details that readers meet: the English message of an Error (or its beginning) and what it is
// in Vietnamese; what follows the beginning (bounds, choices) is kept.
struct Phrase {
    std::string_view english;
    std::string_view vietnamese;
};
constexpr std::array kPhrases{
    Phrase{"unknown parameter", "tham số không có"},
    Phrase{"missing parameter", "thiếu tham số"},
    Phrase{"given more than once", "tham số được cho nhiều lần"},
    Phrase{"given too often", "tham số có quá nhiều giá trị"},
    Phrase{"not a whole number from", "phải là số nguyên trong khoảng"},
    Phrase{"not one of", "phải là một trong các giá trị"},
    Phrase{"not a date YYYY-MM-DD", "phải là ngày dạng YYYY-MM-DD"},
    Phrase{"not a cursor of this server", "không phải con trỏ trang của máy chủ này"},
    Phrase{"a cursor of another question", "là con trỏ trang của một câu hỏi khác"},
    Phrase{"not together with offset", "không dùng cùng với offset"},
    Phrase{"the index changed since the first page", "chỉ mục đã thay đổi từ sau trang đầu"},
    Phrase{"malformed percent-encoding", "mã hóa phần trăm không hợp lệ"},
    Phrase{"not a document number", "không phải số, ký hiệu văn bản"},
    Phrase{"neither an id of a document nor a document number",
           "không phải mã văn bản, cũng không phải số, ký hiệu văn bản"},
    Phrase{"bytes beyond the limit of", "số byte vượt quá giới hạn"},
    Phrase{"words beyond the limit of", "số từ vượt quá giới hạn"},
    Phrase{"no such document", "không có văn bản này"},
    Phrase{"there is no such document", "không có văn bản này"},
    Phrase{"the path does not begin with /", "phải bắt đầu bằng /"},
    Phrase{"no text of such a document in the corpus", "kho không có toàn văn của văn bản này"},
    Phrase{"no document with this id or number", "không có văn bản nào mang mã hoặc số này"},
    Phrase{"no document with this number", "không có văn bản nào mang số này"},
    Phrase{"several documents have this number", "nhiều văn bản cùng mang số này"},
    Phrase{"no such body", "không có cơ quan này"},
    Phrase{"no such address", "không có địa chỉ này"},
    Phrase{"not valid UTF-8 at byte", "nội dung gửi lên không phải UTF-8 hợp lệ ở byte"},
    Phrase{"not text/plain", "nội dung gửi lên không phải text/plain"},
    Phrase{"longer than 1 MiB", "nội dung gửi lên dài quá 1 MiB"},
};

constexpr std::string_view kRetryAfter = "Retry-After";

constexpr std::array kStatuses{
    ProblemStatus{300, "ambiguous", "Several documents have the number",
                  "Nhiều văn bản cùng mang số này"},
    ProblemStatus{400, "bad_request", "The request is malformed", "Yêu cầu không đúng dạng"},
    ProblemStatus{401, "unauthorized", "The request has no key that this server knows",
                  "Yêu cầu không kèm khóa mà máy chủ biết", "WWW-Authenticate",
                  "How to send a key."},
    ProblemStatus{404, "not_found", "There is nothing at this address",
                  "Không có gì ở địa chỉ này"},
    ProblemStatus{405, "method_not_allowed", "The address does not answer this method",
                  "Địa chỉ này không nhận phương thức này", "Allow", "What it answers."},
    ProblemStatus{408, "request_timeout", "The request did not arrive in time",
                  "Yêu cầu không đến kịp trong thời hạn"},
    ProblemStatus{410, "stale_cursor", "The index changed since the first page",
                  "Chỉ mục đã thay đổi từ sau trang đầu"},
    ProblemStatus{413, "too_large", "The body is longer than 1 MiB",
                  "Nội dung gửi lên dài quá 1 MiB"},
    ProblemStatus{414, "url_too_long", "The address is longer than 8 KiB", "Địa chỉ dài quá 8 KiB"},
    ProblemStatus{415, "unsupported_input", "The body is not text/plain",
                  "Nội dung gửi lên không phải text/plain"},
    ProblemStatus{416, "range_not_satisfiable", "The answer has no such range",
                  "Câu trả lời không có đoạn này"},
    ProblemStatus{429, "rate_limited", "This client asks too often", "Máy này gửi yêu cầu quá dày",
                  kRetryAfter, "Seconds until the next request is welcome."},
    ProblemStatus{431, "headers_too_large", "The headers are longer than 8 KiB",
                  "Tiêu đề dài quá 8 KiB"},
    ProblemStatus{500, "internal", "The server met a bug", "Máy chủ gặp lỗi"},
    ProblemStatus{503, "unavailable", "The server is busy", "Máy chủ đang bận", kRetryAfter,
                  "Seconds after which to ask again."},
};

/// The row of `status`; of a bug when there is none.
const ProblemStatus& row_of(int status) {
    const auto found = std::find_if(kStatuses.begin(), kStatuses.end(),
                                    [&](const ProblemStatus& row) { return row.status == status; });
    return found == kStatuses.end() ? row_of(500) : *found;
}

const Wording& wording_of(std::string_view code) {
    const auto found = std::find_if(kWordings.begin(), kWordings.end(),
                                    [&](const Wording& item) { return item.code == code; });
    return found == kWordings.end() ? wording_of("internal") : *found;
}

std::string vietnamese_message(const support::Error& error) {
    const std::string& message = error.message();
    for (const Phrase& phrase : kPhrases) {
        if (message.compare(0, phrase.english.size(), phrase.english) != 0) continue;
        std::string rest = message.substr(phrase.english.size());
        const std::size_t bounds = rest.find(" to ");
        if (bounds != std::string::npos) rest.replace(bounds, 4, " đến ");
        return std::string(phrase.vietnamese) + rest;
    }
    return {};
}

/// What can be done about it, in English.
std::string_view remedy_of(const Wording& wording) {
    if (!wording.remedy.empty()) return wording.remedy;
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
        const support::ErrorInfo& info = support::info(static_cast<ErrorCode>(i));
        if (info.name == wording.code) return info.remedy;
    }
    return {};
}

Problem worded(int status, std::string_view code, std::string_view what, Language language) {
    const Wording& wording = wording_of(code);
    Problem problem{status, std::string(wording.code), {}, std::string(what)};
    const bool english = language == Language::english;
    problem.title = english ? wording.title : wording.vietnamese_title;
    problem.detail += ". ";
    problem.detail += english ? remedy_of(wording) : wording.vietnamese_remedy;
    return problem;
}

/// What is wrong and on what. Messages that readers do not meet in the ordinary way are not
/// translated: they stand behind the title.
std::string vietnamese_cause(const support::Error& error, const Wording& wording) {
    std::string message = vietnamese_message(error);
    if (message.empty()) {
        message = std::string(wording.vietnamese_title) + " (" + error.message() + ")";
    }
    return error.context().empty() ? message : error.context() + ": " + message;
}

double quality_of(std::string_view range) {
    const std::size_t at = range.find("q=");
    if (at == std::string_view::npos) return 1;
    double quality = 0;
    const std::string_view digits = range.substr(at + 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), quality);
    return quality;
}

}  // namespace

Language preferred_language(std::string_view accept_language) {
    double english = 0;
    double vietnamese = 0;
    while (!accept_language.empty()) {
        const std::size_t end = std::min(accept_language.find(','), accept_language.size());
        std::string_view range = accept_language.substr(0, end);
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
        range.remove_prefix(std::min(range.find_first_not_of(' '), range.size()));
        if (range.starts_with("en")) english = std::max(english, quality_of(range));
        if (range.starts_with("vi")) vietnamese = std::max(vietnamese, quality_of(range));
    }
    return english > vietnamese ? Language::english : Language::vietnamese;
}

Problem problem_of(const support::Error& error, Language language) {
    const support::ErrorInfo& info = support::info(error.code());
    const std::string what = language == Language::english
                                 ? std::string(error.what())
                                 : vietnamese_cause(error, wording_of(info.name));
    return worded(info.http_status, info.name, what, language);
}

std::span<const ProblemStatus> problem_statuses() {
    return kStatuses;
}

Problem problem_of_status(int status, Language language) {
    const ProblemStatus& row = row_of(status);
    const bool english = language == Language::english;
    return worded(status, row.code, english ? row.english : row.vietnamese, language);
}

Problem problem_of_method(std::string_view method, std::string_view allowed, Language language) {
    Problem problem = problem_of_status(405, language);
    const bool english = language == Language::english;
    problem.detail = english ? "The address does not answer " : "Địa chỉ này không nhận ";
    problem.detail += std::string(method) + (english ? ". Use " : ". Hãy dùng ");
    problem.detail += std::string(allowed) + ".";
    problem.allowed = allowed;
    return problem;
}

std::string json_text(const Problem& problem) {
    Json json{{"type", "urn:tracuu:problem:" + problem.code}, {"title", problem.title}};
    json["status"] = problem.status;
    json["detail"] = problem.detail;
    json["code"] = problem.code;
    return dump(json);
}

}  // namespace tracuu::server
