// Deadlines by rule: each row names the rule that it must, or must not, fall under.
#include <string>

#include "analyzers/task/deadline.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

struct Row {
    const char* rule;
    const char* text;
    const char* found;  // "kind from..to surface"; "none"
};

// In a document of 20 November 2025.
std::string find(const std::string& text) {
    const Reading reading(text);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    const auto deadline = read_deadline(reading, all, Date::of(2025, 11, 20));
    if (!deadline) return "none";
    std::string out(name(deadline->kind));
    out += ' ' + (deadline->from ? deadline->from->iso() : "") + "..";
    out += (deadline->to ? deadline->to->iso() : "") + ' ';
    return out + std::string(reading.flow.at(deadline->span));
}

const Row kRows[] = {
    // The words of a deadline: "hoàn thành" and "thực hiện" belong to it, other verbs do not.
    {"verb kept: hoàn thành", "rà soát, hoàn thành trong tháng 12/2025.",
     "by ..2025-12-31 hoàn thành trong tháng 12/2025"},
    {"verb kept: thực hiện", "tổ chức thực hiện từ năm 2026.",
     "from 2026-01-01.. tổ chức thực hiện từ năm 2026"},
    {"verb kept: any in its own bracket", "hướng dẫn cơ sở (ban hành trong quý I/2026).",
     "in 2026-01-01..2026-03-31 ban hành trong quý I/2026"},
    {"verb left: phê duyệt", "trình Thủ tướng phê duyệt trong tháng 12 năm 2025",
     "in 2025-12-01..2025-12-31 trong tháng 12 năm 2025"},
    {"verb left: báo cáo", "tổng hợp, báo cáo trước ngày 05/12/2025.",
     "by ..2025-12-04 trước ngày 05/12/2025"},
    {"verb left: gửi", "gửi trước ngày 05/12/2025.", "by ..2025-12-04 trước ngày 05/12/2025"},
    {"verb left: ban hành", "xây dựng, ban hành trong quý I/2026.",
     "in 2026-01-01..2026-03-31 trong quý I/2026"},
    {"verb left: triển khai", "rà soát và triển khai trong năm 2026.",
     "in 2026-01-01..2026-12-31 trong năm 2026"},
    {"verb left: trình", "trình trước ngày 30/12/2025.", "by ..2025-12-29 trước ngày 30/12/2025"},
    {"noun, no verb: kết quả thực hiện", "báo cáo kết quả thực hiện trước ngày 05/12/2025.",
     "by ..2025-12-04 trước ngày 05/12/2025"},
    {"noun, no verb: tình hình thực hiện", "báo cáo tình hình thực hiện trước ngày 05/12/2025.",
     "by ..2025-12-04 trước ngày 05/12/2025"},
    {"noun, no verb: việc thực hiện", "kiểm tra việc thực hiện trong quý I/2026.",
     "in 2026-01-01..2026-03-31 trong quý I/2026"},
    // Years that are not said.
    {"range without years runs now", "(từ ngày 15/11 đến ngày 15/12)",
     "range 2025-11-15..2025-12-15 từ ngày 15/11 đến ngày 15/12"},
    {"range without years lies ahead", "(từ ngày 01/12 đến ngày 15/12)",
     "range 2025-12-01..2025-12-15 từ ngày 01/12 đến ngày 15/12"},
    {"range without years is next year's when it began long ago",
     "Từ tháng 3 đến tháng 11, lấy mẫu", "range 2026-03-01..2026-11-30 Từ tháng 3 đến tháng 11"},
    {"range over the new year", "từ ngày 15/12 đến ngày 15/01 tổ chức trực",
     "range 2025-12-15..2026-01-15 từ ngày 15/12 đến ngày 15/01"},
    {"range with one year", "từ ngày 15/11 đến ngày 15/12/2025",
     "range 2025-11-15..2025-12-15 từ ngày 15/11 đến ngày 15/12/2025"},
    {"NOT a range: numbers of articles", "từ khoản 1 đến khoản 5 của Điều này", "none"},
    {"NOT a range: places", "tuyến đường từ Hà Nội đến Lạng Sơn", "none"},
    // Limits counted from an event keep their words and have no date.
    {"counted: chậm nhất", "Thời hạn chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định.",
     "by .. Thời hạn chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định"},
    {"counted: trong thời hạn", "trong thời hạn 03 ngày kể từ ngày ký, công khai thủ tục",
     "by .. trong thời hạn 03 ngày kể từ ngày ký"},
    {"counted: trong vòng", "trả lời trong vòng 10 ngày.", "by .. trong vòng 10 ngày"},
    {"counted: không quá", "xử lý không quá 24 giờ kể từ khi nhận thông tin; báo cáo",
     "by .. không quá 24 giờ kể từ khi nhận thông tin"},
    {"counted: number also in words",
     "trong thời hạn 05 (năm) ngày làm việc, kể từ ngày nhận hồ sơ.",
     "by .. trong thời hạn 05 (năm) ngày làm việc, kể từ ngày nhận hồ sơ"},
    {"counted, but a date is better", "trong thời hạn 10 ngày, xong trước ngày 15/12/2025.",
     "by ..2025-12-14 xong trước ngày 15/12/2025"},
    {"NOT counted: no unit of time", "dài không quá 05 trang", "none"},
    {"NOT counted: a share", "chiếm không quá 30% kinh phí", "none"},
    {"NOT counted: bare trong", "học trong 15 ngày làm việc", "none"},
    // Recurring.
    {"recurring at the end of a clause: hằng tháng", "báo cáo cải cách thủ tục hằng tháng.",
     "recurring .. hằng tháng"},
    {"recurring at the end of a clause: hàng tuần", "giao ban với cơ sở hàng tuần; kiểm tra",
     "recurring .. hàng tuần"},
    {"recurring at the end of a clause: hằng ngày", "công khai số liệu hằng ngày.",
     "recurring .. hằng ngày"},
    {"recurring at the start: Hàng năm", "Hàng năm, bố trí kinh phí hỗ trợ.",
     "recurring .. Hàng năm"},
    {"NOT recurring: hằng năm of a noun", "theo dự toán ngân sách hằng năm.", "none"},
    {"NOT recurring: trợ cấp hằng tháng", "đối tượng hưởng trợ cấp hằng tháng.", "none"},
    {"NOT recurring: tiền lương hằng tháng", "trích từ tiền lương hằng tháng.", "none"},
    {"NOT recurring: lương hưu hằng tháng", "người hưởng lương hưu hằng tháng.", "none"},
    {"NOT recurring: a kind of inspection (hay)", "qua kiểm tra định kỳ hay đột xuất phát hiện sai",
     "none"},
    {"NOT recurring: a kind of inspection (hoặc)", "qua thanh tra định kỳ hoặc đột xuất", "none"},
    {"recurring: inspection that is to be repeated",
     "kiểm tra định kỳ báo cáo Ủy ban nhân dân tỉnh", "recurring .. định kỳ"},
    {"recurring: day of every month", "trước ngày 20 hằng tháng gửi về Sở",
     "recurring .. trước ngày 20 hằng tháng"},
    {"recurring words end before 'của'", "Hằng năm, trước ngày 31 tháng 01 của báo cáo kỳ trước",
     "recurring .. trước ngày 31 tháng 01"},
    // Continuous.
    {"continuous: one of several adverbs", "cập nhật đầy đủ, liên tục trạng thái hồ sơ",
     "continuous .. liên tục"},
    {"continuous: at the end of a clause", "bảo đảm hệ thống vận hành liên tục.",
     "continuous .. liên tục"},
    {"continuous with a cycle", "thông tin cấp dự báo cháy rừng liên tục hàng ngày trên báo",
     "continuous .. liên tục hàng ngày"},
    {"continuous: thường xuyên", "thường xuyên kiểm tra", "continuous .. thường xuyên"},
    {"NOT continuous: before a noun", "sản xuất liên tục các mặt hàng", "none"},
    {"NOT continuous: chi thường xuyên", "nguồn chi thường xuyên của đơn vị", "none"},
    {"NOT a date: a condition", "sau khi có hướng dẫn của Bộ Nội vụ thì thực hiện", "none"},
    {"NOT a deadline: a paper's date", "theo Công văn ngày 20/12/2025 của Sở", "none"},
    {"NOT a deadline: a vision", "tầm nhìn đến năm 2045", "none"},
};

}  // namespace

TEST_CASE("a deadline follows the rule that its row names") {
    for (const Row& row : kRows) {
        CAPTURE(row.rule);
        CHECK(find(row.text) == row.found);
    }
}
