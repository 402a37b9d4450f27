#include "analyzers/task/deadline.hpp"

#include <string>

#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

struct Row {
    const char* text;
    const char* kind;
    const char* from;  // ISO dates; empty: open
    const char* to;
    const char* surface;
    bool inferred;
};

// A document of 20 November 2025, except where a test says otherwise.
DeadlineContext context() {
    DeadlineContext made;
    made.document_date = Date::of(2025, 11, 20);
    return made;
}

struct Found {
    std::string kind = "none";
    std::string from;
    std::string to;
    std::string surface;
    std::string condition;
    bool inferred = false;
};

Found find(const std::string& text, const DeadlineContext& where) {
    const Reading reading(text);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    const auto deadline = read_deadline(reading, all, where);
    Found found;
    if (!deadline) return found;
    found.kind = name(deadline->kind);
    if (deadline->from) found.from = deadline->from->iso();
    if (deadline->to) found.to = deadline->to->iso();
    found.surface = reading.flow.at(deadline->span);
    found.condition = deadline->condition;
    found.inferred = deadline->inferred_year;
    return found;
}

const Row kStated[] = {
    {"(hoàn thành trong năm 2026).", "by", "", "2026-12-31", "hoàn thành trong năm 2026", false},
    {"(*thực hiện từ năm 2026 và cơ bản hoàn thành vào năm 2027*)", "range", "2026-01-01",
     "2027-12-31", "thực hiện từ năm 2026 và cơ bản hoàn thành vào năm 2027", false},
    {"thực hiện hằng năm, bắt đầu từ năm 2026.", "from", "2026-01-01", "", "bắt đầu từ năm 2026",
     false},
    {"hoàn thành văn bản trong năm 2026 và thực hiện thường xuyên", "by", "", "2026-12-31",
     "trong năm 2026", false},
    {"(tiếp tục thực hiện, tổng kết, đánh giá vào năm 2026)", "in", "2026-01-01", "2026-12-31",
     "đánh giá vào năm 2026", false},
    {"báo cáo Ủy ban nhân dân tỉnh trước ngày 25/12 hàng năm.", "recurring", "", "",
     "trước ngày 25/12 hàng năm", false},
    {"hoàn thành chậm nhất trước ngày 31/12/2025; xong", "by", "", "2025-12-30",
     "hoàn thành chậm nhất trước ngày 31/12/2025", false},
    {"trước 17 giờ 00 ngày 05/12/2025", "by", "", "2025-12-05", "trước 17 giờ 00 ngày 05/12/2025",
     false},
    {"trước ngày 15/01", "by", "", "2026-01-14", "trước ngày 15/01", true},
    {"từ tháng 3 đến tháng 10 năm 2026", "range", "2026-03-01", "2026-10-31",
     "từ tháng 3 đến tháng 10 năm 2026", false},
    {"Định kỳ 06 tháng, hằng năm (hoặc đột xuất theo yêu cầu) báo cáo", "recurring", "", "",
     "Định kỳ 06 tháng, hằng năm", false},
    {"theo định kỳ 6 tháng, 01 năm (hoặc đột xuất) về", "recurring", "", "",
     "định kỳ 6 tháng, 01 năm", false},
    {"định kỳ hoặc đột xuất báo cáo", "recurring", "", "", "định kỳ hoặc đột xuất", false},
    {"Trong giai đoạn 2026 - 2030, Đảm bảo", "in", "2026-01-01", "2030-12-31",
     "Trong giai đoạn 2026 - 2030", false},
    {"Trước ngày 15/12 hàng năm tổng hợp", "recurring", "", "", "Trước ngày 15/12 hàng năm", false},
    {"vào ngày 01/12/2025 để huy động", "in", "2025-12-01", "2025-12-01", "vào ngày 01/12/2025",
     false},
    {"hoàn thành trong quý III, IV/2026", "by", "", "2026-12-31",
     "hoàn thành trong quý III, IV/2026", false},
    {"chậm nhất ngày 30 tháng 6 năm 2026", "by", "", "2026-06-30",
     "chậm nhất ngày 30 tháng 6 năm 2026", false},
    {"đến hết ngày 31/12/2025", "by", "", "2025-12-31", "đến hết ngày 31/12/2025", false},
    {"Hoàn thành trước 30/6/2026.", "by", "", "2026-06-29", "Hoàn thành trước 30/6/2026", false},
    {"xong trong tháng 12/2025", "by", "", "2025-12-31", "xong trong tháng 12/2025", false},
    {"thường xuyên kiểm tra", "continuous", "", "", "thường xuyên", false},
    {"trước ngày 20 hằng tháng báo cáo", "recurring", "", "", "trước ngày 20 hằng tháng", false},
    {"cuối năm 2025", "in", "2025-10-01", "2025-12-31", "cuối năm 2025", false},
    {"trong quý I năm 2026", "in", "2026-01-01", "2026-03-31", "trong quý I năm 2026", false},
    {"trong Quý II/2026", "in", "2026-04-01", "2026-06-30", "trong Quý II/2026", false},
    {"trong quý II và quý III năm 2026", "in", "2026-04-01", "2026-09-30",
     "trong quý II và quý III năm 2026", false},
    {"hoàn thành trong 6 tháng đầu năm 2026", "by", "", "2026-06-30",
     "hoàn thành trong 6 tháng đầu năm 2026", false},
    {"hoàn thành trong 6 tháng cuối năm 2026", "by", "", "2026-12-31",
     "hoàn thành trong 6 tháng cuối năm 2026", false},
    {"hoàn thành trong nửa đầu năm 2026", "by", "", "2026-06-30",
     "hoàn thành trong nửa đầu năm 2026", false},
    {"chậm nhất là ngày 31/3/2026", "by", "", "2026-03-31", "chậm nhất là ngày 31/3/2026", false},
    {"chậm nhất đến ngày 15 tháng 01 năm 2026", "by", "", "2026-01-15",
     "chậm nhất đến ngày 15 tháng 01 năm 2026", false},
    {"muộn nhất ngày 20/12/2025", "by", "", "2025-12-20", "muộn nhất ngày 20/12/2025", false},
    {"không quá ngày 10/12/2025", "by", "", "2025-12-10", "không quá ngày 10/12/2025", false},
    {"không muộn hơn ngày 10/12/2025", "by", "", "2025-12-10", "không muộn hơn ngày 10/12/2025",
     false},
    {"xong trước ngày 01/7/2026", "by", "", "2026-06-30", "xong trước ngày 01/7/2026", false},
    {"hoàn thành trước tháng 6/2026", "by", "", "2026-05-31", "hoàn thành trước tháng 6/2026",
     false},
    {"hoàn thành trước tháng 6 năm 2026", "by", "", "2026-05-31",
     "hoàn thành trước tháng 6 năm 2026", false},
    {"hoàn thành trước năm 2030", "by", "", "2029-12-31", "hoàn thành trước năm 2030", false},
    {"hoàn thành trước quý IV/2026", "by", "", "2026-09-30", "hoàn thành trước quý IV/2026", false},
    {"đến ngày 31/12/2026 phải hoàn thành", "by", "", "2026-12-31", "đến ngày 31/12/2026", false},
    {"đến hết năm 2026", "by", "", "2026-12-31", "đến hết năm 2026", false},
    {"đến hết tháng 6 năm 2026", "by", "", "2026-06-30", "đến hết tháng 6 năm 2026", false},
    {"đến hết quý I/2026", "by", "", "2026-03-31", "đến hết quý I/2026", false},
    {"đến cuối năm 2026 hoàn thành", "by", "", "2026-12-31", "đến cuối năm 2026", false},
    {"từ nay đến hết năm 2025", "by", "", "2025-12-31", "đến hết năm 2025", false},
    {"từ ngày 01/01/2026 đến ngày 30/6/2026", "range", "2026-01-01", "2026-06-30",
     "từ ngày 01/01/2026 đến ngày 30/6/2026", false},
    {"từ ngày 01/01/2026 đến hết ngày 30/6/2026", "range", "2026-01-01", "2026-06-30",
     "từ ngày 01/01/2026 đến hết ngày 30/6/2026", false},
    {"từ 01/12/2025 đến 15/12/2025", "range", "2025-12-01", "2025-12-15",
     "từ 01/12/2025 đến 15/12/2025", false},
    {"từ năm 2026 đến năm 2030", "range", "2026-01-01", "2030-12-31", "từ năm 2026 đến năm 2030",
     false},
    {"từ năm 2026 trở đi", "from", "2026-01-01", "", "từ năm 2026 trở đi", false},
    {"kể từ ngày 01/01/2026 áp dụng", "from", "2026-01-01", "", "kể từ ngày 01/01/2026", false},
    {"bắt đầu từ quý I/2026", "from", "2026-01-01", "", "bắt đầu từ quý I/2026", false},
    {"thực hiện từ tháng 01/2026", "from", "2026-01-01", "", "thực hiện từ tháng 01/2026", false},
    {"từ tháng 12/2025 đến tháng 3/2026", "range", "2025-12-01", "2026-03-31",
     "từ tháng 12/2025 đến tháng 3/2026", false},
    {"từ quý I đến quý III/2026", "range", "2026-01-01", "2026-09-30", "từ quý I đến quý III/2026",
     false},
    {"trong năm 2026 và năm 2027 thực hiện", "in", "2026-01-01", "2027-12-31",
     "trong năm 2026 và năm 2027", false},
    {"thực hiện trong các năm 2026 - 2028", "in", "2026-01-01", "2028-12-31",
     "thực hiện trong các năm 2026 - 2028", false},
    {"triển khai trong tháng 12 năm 2025", "in", "2025-12-01", "2025-12-31",
     "trong tháng 12 năm 2025", false},
    {"hoàn thành trong tháng 12", "by", "", "2025-12-31", "hoàn thành trong tháng 12", true},
    {"hoàn thành trong tháng 11, 12 năm 2025", "by", "", "2025-12-31",
     "hoàn thành trong tháng 11, 12 năm 2025", false},
    {"hoàn thành trong năm 2025", "by", "", "2025-12-31", "hoàn thành trong năm 2025", false},
    {"hoàn thành ngay trong năm 2025", "by", "", "2025-12-31", "hoàn thành ngay trong năm 2025",
     false},
    {"hoàn thành năm 2026", "by", "", "2026-12-31", "hoàn thành năm 2026", false},
    {"hoàn thành vào quý II năm 2026", "by", "", "2026-06-30", "hoàn thành vào quý II năm 2026",
     false},
    {"hoàn thành vào tháng 6/2026", "by", "", "2026-06-30", "hoàn thành vào tháng 6/2026", false},
    {"tổng kết vào năm 2030", "in", "2030-01-01", "2030-12-31", "vào năm 2030", false},
    {"sơ kết vào cuối năm 2027", "in", "2027-10-01", "2027-12-31", "vào cuối năm 2027", false},
    {"trước ngày 30 tháng 11 hằng năm", "recurring", "", "", "trước ngày 30 tháng 11 hằng năm",
     false},
    {"trước ngày 05 tháng đầu quý sau", "recurring", "", "", "trước ngày 05 tháng đầu quý sau",
     false},
    {"trước ngày 15 của tháng cuối quý", "recurring", "", "", "trước ngày 15 của tháng cuối quý",
     false},
    {"hằng tháng báo cáo kết quả", "recurring", "", "", "hằng tháng", false},
    {"hàng quý tổng hợp báo cáo", "recurring", "", "", "hàng quý", false},
    {"hằng năm tổ chức đánh giá", "recurring", "", "", "hằng năm", false},
    {"định kỳ hằng quý báo cáo", "recurring", "", "", "định kỳ hằng quý", false},
    {"định kỳ 6 tháng báo cáo", "recurring", "", "", "định kỳ 6 tháng", false},
    {"định kỳ hàng tháng, quý, năm báo cáo", "recurring", "", "", "định kỳ hàng tháng, quý, năm",
     false},
    {"hàng tuần họp giao ban", "recurring", "", "", "hàng tuần", false},
    {"hằng ngày cập nhật", "recurring", "", "", "hằng ngày", false},
    {"mỗi quý một lần kiểm tra", "recurring", "", "", "mỗi quý", false},
    {"thường xuyên, liên tục cập nhật", "continuous", "", "", "thường xuyên, liên tục", false},
    {"thực hiện thường xuyên", "continuous", "", "", "thực hiện thường xuyên", false},
    {"trước ngày 25/12", "by", "", "2025-12-24", "trước ngày 25/12", true},
    {"trước ngày 20 tháng 12", "by", "", "2025-12-19", "trước ngày 20 tháng 12", true},
    {"trước ngày 10/01", "by", "", "2026-01-09", "trước ngày 10/01", true},
    {"trước 10/12/2025", "by", "", "2025-12-09", "trước 10/12/2025", false},
    {"trước 17h00 ngày 25/11/2025", "by", "", "2025-11-25", "trước 17h00 ngày 25/11/2025", false},
    {"trước 9 giờ ngày 24 tháng 11 năm 2025", "by", "", "2025-11-24",
     "trước 9 giờ ngày 24 tháng 11 năm 2025", false},
    {"chậm nhất ngày 25 hằng tháng", "recurring", "", "", "chậm nhất ngày 25 hằng tháng", false},
    {"xong trước ngày 30/11/2025", "by", "", "2025-11-29", "xong trước ngày 30/11/2025", false},
    {"gửi về Sở Nội vụ trước ngày 01 tháng 12 năm 2025", "by", "", "2025-11-30",
     "trước ngày 01 tháng 12 năm 2025", false},
    {"báo cáo trước ngày 20 tháng cuối của quý", "recurring", "", "",
     "trước ngày 20 tháng cuối của quý", false},
    {"gửi trước ngày 10 của tháng đầu quý kế tiếp", "recurring", "", "",
     "trước ngày 10 của tháng đầu quý kế tiếp", false},
    {"rà soát; thời gian hoàn thành: tháng 12/2025", "by", "", "2025-12-31",
     "hoàn thành: tháng 12/2025", false},
    {"rà soát, thời gian thực hiện: quý II/2026.", "in", "2026-04-01", "2026-06-30",
     "thực hiện: quý II/2026", false},
    {"Rà soát cơ sở dữ liệu (quý II/2026).", "in", "2026-04-01", "2026-06-30", "quý II/2026",
     false},
    {"Rà soát cơ sở dữ liệu (2025 - 2030).", "in", "2025-01-01", "2030-12-31", "2025 - 2030",
     false},
    {"hoàn thành dứt điểm trước ngày 31/12", "by", "", "2025-12-30", "trước ngày 31/12", true},
};

// Periods that belong to something else, or are none.
const char* const kNone[] = {
    "các nhiệm vụ được giao trong năm 2025, tiếp tục rà soát",
    "ngân sách nhà nước hằng năm của các cơ quan",
    "phân bổ ngân sách chi thường xuyên đối với",
    "nhiệm kỳ 2021 - 2026",
    "Nghị quyết số 39-NQ/TW ngày 17/4/2026 của",
    "đợt mưa lũ từ ngày 16-22/11/2025, gửi",
    "tầm nhìn đến năm 2045",
    "Phấn đấu đến năm 2030, hoàn thành",
    "giai đoạn 2026 - 2030",
    "trong 15 ngày làm việc",
    "ngay sau khi có hướng dẫn của Trung ương",
    "sau khi có hướng dẫn của Trung ương",
    "trước ngày 31 tháng 6 năm 2026",
    "trước ngày 45/13/2026",
    "Công văn số 123/SNV ngày 15/11/2025 của Sở Nội vụ",
    "Quyết định ngày 01 tháng 12 năm 2025",
    "dự toán ngân sách năm 2026",
    "kế hoạch năm 2026",
    "mục tiêu đến năm 2030",
    "nhiệm kỳ 2025 - 2030",
    "Luật có hiệu lực từ ngày 01/7/2026",
    "sinh ngày 20/12/2025",
    "điểm 12/2025",
    "tỷ lệ 15/12",
    "Khoản 3 Điều 12",
    "đã hoàn thành trong năm 2024",
    "trước năm 1975",
    "vào lúc 8 giờ",
    "tháng hành động",
    "quý vị đại biểu",
    "năm cơ quan",
    "hết sức quan trọng",
    "Nghị quyết (ngày 20/11/2025).",
    "Chương trình (giai đoạn 2026 - 2030) trên địa bàn",
    "bão số 13 vào ngày 06/11/2025",
    "Chỉ thị số 05 năm 2025",
    "trang 12/2025 của tạp chí",
    "Quốc lộ 12/2025",
    "từ 05 đến 10 người",
    "Mục 3 Phần II",
    "mùng",
    "ngày",
    "trước",
    "đến hết",
    "trong quý",
    "quý V/2026",
    "tháng 13/2026",
};

struct Value {
    const char* text;
    const char* kind;
    const char* from;
    const char* to;
};

// What may stand after "Thời gian thực hiện:".
const Value kValues[] = {
    {"Quý II/2026", "in", "2026-04-01", "2026-06-30"},
    {"Quý II, III/2026", "in", "2026-04-01", "2026-09-30"},
    {"Năm 2026", "in", "2026-01-01", "2026-12-31"},
    {"Năm 2026 - 2027", "in", "2026-01-01", "2027-12-31"},
    {"Tháng 12/2025", "in", "2025-12-01", "2025-12-31"},
    {"Từ quý I đến quý II năm 2026", "range", "2026-01-01", "2026-06-30"},
    {"Giai đoạn 2026 - 2030", "in", "2026-01-01", "2030-12-31"},
    {"năm 2025 và các năm tiếp theo", "from", "2025-01-01", ""},
    {"Trước ngày 15/12/2025", "by", "", "2025-12-14"},
    {"31/12/2025", "in", "2025-12-31", "2025-12-31"},
    {"ngày 15 tháng 12 năm 2025", "in", "2025-12-15", "2025-12-15"},
    {"2026", "in", "2026-01-01", "2026-12-31"},
    {"Thường xuyên", "continuous", "", ""},
    {"Hằng năm", "recurring", "", ""},
    {"Hàng quý", "recurring", "", ""},
    {"Theo yêu cầu", "none", "", ""},
    {"Sau khi có hướng dẫn của Bộ Nội vụ", "none", "", ""},
};

}  // namespace

TEST_CASE("a stated deadline gives its kind, its days and its words") {
    for (const Row& row : kStated) {
        INFO(row.text);
        const Found found = find(row.text, context());
        CHECK(found.kind == row.kind);
        CHECK(found.from == row.from);
        CHECK(found.to == row.to);
        CHECK(found.surface == row.surface);
        CHECK(found.inferred == row.inferred);
    }
}

TEST_CASE("a period that sets no limit to the order is no deadline") {
    for (const char* text : kNone) {
        INFO(text);
        CHECK(find(text, context()).kind == "none");
    }
}

TEST_CASE("the value of a schedule line may be a plain period") {
    DeadlineContext value = context();
    value.value = true;
    for (const Value& row : kValues) {
        INFO(row.text);
        const Found found = find(row.text, value);
        CHECK(found.kind == row.kind);
        CHECK(found.from == row.from);
        CHECK(found.to == row.to);
    }
}

TEST_CASE("after a label of completion a plain period is the last one") {
    DeadlineContext completion = context();
    completion.value = completion.completion = true;
    const Found found = find("Quý II/2026", completion);
    CHECK(found.kind == "by");
    CHECK(found.from.empty());
    CHECK(found.to == "2026-06-30");
}

TEST_CASE("a dated deadline wins over an undated one before it") {
    const Found found =
        find("thường xuyên kiểm tra; báo cáo kết quả trước ngày 15/12/2025", context());
    CHECK(found.kind == "by");
    CHECK(found.to == "2025-12-14");
}

TEST_CASE("the first of two dated deadlines counts") {
    CHECK(find("xong trước ngày 15/12/2025; báo cáo trước ngày 30/12/2025", context()).to ==
          "2025-12-14");
}

TEST_CASE("a condition is kept in words and makes no date") {
    const Found found =
        find("hoàn thành trong quý I/2026 sau khi có hướng dẫn của Trung ương", context());
    CHECK(found.to == "2026-03-31");
    CHECK(found.condition.find("sau khi có hướng dẫn") == 0);
}

TEST_CASE("a day without a year needs the date of the document") {
    DeadlineContext unknown;
    CHECK(find("báo cáo trước ngày 15/12", unknown).kind == "none");
    CHECK(find("báo cáo trước ngày 15/12/2025", unknown).to == "2025-12-14");
}

TEST_CASE("the year of a day that is past already is the next one") {
    DeadlineContext december;
    december.document_date = Date::of(2025, 12, 20);
    const Found found = find("gửi báo cáo trước ngày 10/01", december);
    CHECK(found.to == "2026-01-09");
    CHECK(found.inferred);
}

TEST_CASE("a limit that was over before the document is none") {
    CHECK(find("báo cáo trước ngày 15/12/2024", context()).kind == "none");
    CHECK(find("hoàn thành trong năm 2024", context()).kind == "none");
}

TEST_CASE("a leap day exists in leap years only") {
    CHECK(find("xong trước ngày 29/02/2028", context()).to == "2028-02-28");
    CHECK(find("xong trước ngày 29/02/2027", context()).kind == "none");
}

TEST_CASE("odd texts give no deadline and no crash") {
    for (const char* text : {"", " ", "trước ngày", "trước ngày 99999999999/1/2026", "từ ngày đến",
                             "quý", "((((((", "trước ngày 15/12/", "từ năm 2026 đến năm 2020"}) {
        INFO(text);
        CHECK_NOTHROW(find(text, context()));
    }
}
