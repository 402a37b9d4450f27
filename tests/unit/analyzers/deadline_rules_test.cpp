// Deadlines by rule: each row names the rule that it must, or must not, fall under.
#include <string>

#include "analyzers/task/deadline.hpp"
#include "analyzers/task/tasks.hpp"
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
    {"recurring: so many times a year", "tổ chức khám bệnh 02 lần/năm.", "recurring .. 02 lần/năm"},
    {"recurring: so many times each quarter", "kiểm tra 01 lần mỗi quý",
     "recurring .. 01 lần mỗi quý"},
    {"NOT recurring: so many times in one year", "kiểm tra 01 lần trong năm 2026",
     "in 2026-01-01..2026-12-31 trong năm 2026"},
    {"NOT recurring: an amount", "hỗ trợ 02 triệu đồng/năm", "none"},
    {"recurring: on a day of every month", "báo cáo vào ngày 20 hằng tháng.",
     "recurring .. vào ngày 20 hằng tháng"},
    {"NOT recurring: on a day of one year", "tổ chức vào ngày 10/12/2025.",
     "in 2025-12-10..2025-12-10 vào ngày 10/12/2025"},
    {"recurring: a range of days of every year",
     "tổng hợp từ ngày 16 đến ngày 31 tháng 12 hằng năm;",
     "recurring .. từ ngày 16 đến ngày 31 tháng 12 hằng năm"},
    {"recurring: a range of days after hằng năm",
     "Hằng năm, các đơn vị gửi báo cáo từ ngày 10 đến ngày 15 tháng 12.",
     "recurring .. từ ngày 10 đến ngày 15 tháng 12"},
    {"NOT recurring: a range of days of one year",
     "tổng hợp từ ngày 16/12/2025 đến ngày 31/12/2025;",
     "range 2025-12-16..2025-12-31 từ ngày 16/12/2025 đến ngày 31/12/2025"},
    {"recurring: hàng năm at the end of an order", "diễn tập ứng phó sự cố hàng năm.",
     "recurring .. hàng năm"},
    {"NOT recurring: hàng năm of money at the end", "phân bổ nguồn vốn hàng năm.", "none"},
    {"recurring: theo định kỳ hoặc đột xuất", "tổ chức thanh tra theo định kỳ hoặc đột xuất.",
     "recurring .. định kỳ hoặc đột xuất"},
    {"recurring: và định kỳ hoặc đột xuất báo cáo",
     "giám sát và định kỳ hoặc đột xuất báo cáo Ủy ban", "recurring .. định kỳ hoặc đột xuất"},
    {"NOT recurring: a kind of paper",
     "xây dựng báo cáo giá thị trường định kỳ, đột xuất của địa phương", "none"},
    {"NOT recurring: a kind of inspection as an object", "thực hiện kiểm tra định kỳ các cơ sở",
     "none"},
    {"NOT recurring: a kind of meeting", "duy trì chế độ báo cáo định kỳ của cơ sở", "none"},
    {"due at the end of a run of quarters", "hoàn thành trong Quý IV/2025 - Quý I/2026.",
     "by ..2026-03-31 hoàn thành trong Quý IV/2025 - Quý I/2026"},
    {"in a run of quarters", "triển khai thí điểm trong quý I/2026 - quý II/2026.",
     "in 2026-01-01..2026-06-30 trong quý I/2026 - quý II/2026"},
    {"two quarters", "trình trong quý II, quý III năm 2026.",
     "in 2026-04-01..2026-09-30 trong quý II, quý III năm 2026"},
    {"the last months of a year", "tổ chức tập huấn trong 02 tháng cuối năm 2026.",
     "in 2026-11-01..2026-12-31 trong 02 tháng cuối năm 2026"},
    {"across the year", "thực hiện từ tháng 12/2025 đến tháng 3/2026.",
     "range 2025-12-01..2026-03-31 thực hiện từ tháng 12/2025 đến tháng 3/2026"},
    {"a day of a cycle: tháng cuối quý", "báo cáo chậm nhất vào ngày 25 của tháng cuối quý.",
     "recurring .. chậm nhất vào ngày 25 của tháng cuối quý"},
    {"this year's day", "rà soát, báo cáo trước ngày 05 tháng 12.",
     "by ..2025-12-04 trước ngày 05 tháng 12"},
    {"an hour of a day", "gửi trước 15 giờ 00 ngày 28 tháng 11 năm 2025.",
     "by ..2025-11-28 trước 15 giờ 00 ngày 28 tháng 11 năm 2025"},
    {"a limit in days", "ban hành trong thời hạn 10 ngày kể từ ngày ký Quyết định này.",
     "by .. trong thời hạn 10 ngày kể từ ngày ký Quyết định này"},
    {"from a day on", "Kể từ ngày 01/01/2026, tiếp nhận hồ sơ trực tuyến.",
     "from 2026-01-01.. Kể từ ngày 01/01/2026"},
    {"from a year on", "hoàn thành trong năm 2026 và những năm tiếp theo.",
     "from 2026-01-01.. hoàn thành trong năm 2026 và những năm tiếp theo"},
    {"NOT a deadline: a goal", "phấn đấu đến năm 2030 đạt 100% cơ quan kết nối.", "none"},
    {"NOT a deadline: the limit is not named", "phấn đấu hoàn thành trước thời hạn quy định.",
     "none"},
    {"NOT a deadline: the period of a plan", "tiếp tục thực hiện Kế hoạch giai đoạn 2021 - 2025.",
     "none"},
    {"NOT a deadline: before a session", "trình trước kỳ họp 15 ngày.", "none"},
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

namespace {

// The deadline of the first task: "kind to surface".
std::string schedule(const std::string& under) {
    const Reading reading(
        "ỦY BAN NHÂN DÂN\n\nKẾ HOẠCH\nVề việc thử\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
        "I. NHIỆM VỤ\n1. Rà soát hồ sơ, thủ tục.\n" +
        under);
    Header header;
    header.type = "Kế hoạch";
    header.date = Date::of(2025, 11, 20);
    const auto tasks = read_tasks(reading, header, {});
    REQUIRE(!tasks.empty());
    if (!tasks.front().deadline) return "none";
    const Deadline& found = *tasks.front().deadline;
    std::string out(name(found.kind));
    out += ' ' + (found.to ? found.to->iso() : "") + ' ';
    return out + std::string(reading.flow.at(found.span));
}

const Row kSchedules[] = {
    {"a schedule without a colon", "Thời hạn hoàn thành trong quý II năm 2026.",
     "by 2026-06-30 trong quý II năm 2026"},
    {"a schedule of a range", "Thời gian thực hiện từ tháng 01/2026 đến tháng 6/2026.",
     "range 2026-06-30 từ tháng 01/2026 đến tháng 6/2026"},
    {"a schedule of the end", "- Thời gian hoàn thành là trước ngày 15/3/2026.",
     "by 2026-03-14 trước ngày 15/3/2026"},
    {"a label of an issue", "- Thời hạn ban hành: trước ngày 01 tháng 01 năm 2026.",
     "by 2025-12-31 trước ngày 01 tháng 01 năm 2026"},
    {"NOT a schedule: the time of something else",
     "Thời gian thực hiện dự án từ năm 2021 đến năm 2026 không thay đổi.", "none"},
    {"NOT a schedule: no time is named", "Thời hạn hoàn thành theo quy định.", "none"},
};

}  // namespace

TEST_CASE("a paragraph of time below a task is its deadline") {
    for (const Row& row : kSchedules) {
        CAPTURE(row.rule);
        CHECK(schedule(row.text) == row.found);
    }
}

TEST_CASE("the period of an introduction is that of the clause that orders") {
    const auto deadline_below = [](const std::string& introduction) {
        const Reading reading(
            "ỦY BAN NHÂN DÂN\n\nKẾ HOẠCH\nVề việc thử\n\n"
            "Căn cứ Luật Tổ chức chính quyền địa phương;\nI. NHIỆM VỤ\n" +
            introduction + "\n- Rà soát hồ sơ, thủ tục.\n");
        Header header;
        header.type = "Kế hoạch";
        header.date = Date::of(2025, 11, 20);
        const auto tasks = read_tasks(reading, header, {});
        REQUIRE(tasks.size() == 1);
        return tasks.front().deadline.has_value();
    };
    CHECK(deadline_below("Trong giai đoạn 2026 - 2030, các sở tập trung thực hiện:"));
    CHECK_FALSE(deadline_below("Đến hết năm 2025 chỉ còn 2 tháng; do vậy, yêu cầu các sở:"));
    CHECK_FALSE(deadline_below("Về bổ sung vốn trong giai đoạn 2026 - 2030 cho các dự án:"));
}
