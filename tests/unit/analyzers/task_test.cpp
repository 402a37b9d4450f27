#include "analyzers/task/tasks.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

std::string describe(const Task& task) {
    std::string out = task.section + ":";
    for (const TaskBody& body : task.bodies) {
        const char* sign = body.role == Role::lead ? "" : body.role == Role::support ? "+" : "^";
        out += std::string(" [") + sign + body.name + ']';
    }
    if (!task.deadline) return out;
    out += ' ' + std::string(name(task.deadline->kind));
    if (task.deadline->from) out += ' ' + task.deadline->from->iso();
    if (task.deadline->to) out += " ..." + task.deadline->to->iso();
    return out;
}

// One line for each task: "II.1: [lead] [+support] [^reports to] by ...2025-12-31".
std::vector<std::string> tasks(const std::string& text, const std::string& type = "Kế hoạch",
                               const std::string& number = "12/KH-UBND",
                               const std::string& title = {}) {
    const Reading reading(text);
    Header header;
    header.type = type;
    header.number = number;
    header.title = title;
    header.date = Date::of(2025, 11, 20);
    std::vector<std::string> out;
    for (const Task& task : read_tasks(reading, header, {})) out.push_back(describe(task));
    return out;
}

using Lines = std::vector<std::string>;

const std::string kPlan = "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\nKẾ HOẠCH\nChuyển đổi số năm 2026\n\n";

}  // namespace

TEST_CASE("items under a heading that orders work are tasks, purposes and aims are not") {
    CHECK(tasks(kPlan + "I. MỤC ĐÍCH, YÊU CẦU\n"
                        "1. Nâng cao nhận thức của cán bộ.\n"
                        "2. Bảo đảm tiến độ.\n"
                        "II. MỤC TIÊU\n"
                        "- Phấn đấu 100% hồ sơ được số hóa.\n"
                        "III. NHIỆM VỤ\n"
                        "1. Rà soát cơ sở dữ liệu của tỉnh.\n"
                        "2. Xây dựng cổng dữ liệu mở.\n") == Lines{"III.1:", "III.2:"});
}

TEST_CASE("a heading that names bodies gives them to its items") {
    CHECK(tasks(kPlan + "I. TỔ CHỨC THỰC HIỆN\n"
                        "1. Sở Nội vụ\n"
                        "a) Chủ trì, phối hợp với Sở Tài chính xây dựng đề án.\n"
                        "b) Báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2025.\n"
                        "2. Công an tỉnh, Sở Y tế\n"
                        "- Kiểm tra việc thực hiện.\n") ==
          Lines{"I.1.a: [Sở Nội vụ] [+Sở Tài chính]",
                "I.1.b: [Sở Nội vụ] [^Ủy ban nhân dân tỉnh] by ...2025-12-14",
                "I.2: [Công an tỉnh] [Sở Y tế]"});
}

TEST_CASE("an introduction is no task and gives its bodies and period to its items") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "Trong năm 2026, các sở, ban, ngành tập trung thực hiện các nhiệm vụ sau:\n"
                        "- Rà soát thủ tục hành chính.\n"
                        "- Cắt giảm thời gian giải quyết, hoàn thành trong quý I/2026.\n") ==
          Lines{"I: [các sở, ban, ngành] in 2026-01-01 ...2026-12-31",
                "I: [các sở, ban, ngành] by ...2026-03-31"});
}

TEST_CASE("the subject of the item itself wins over the heading") {
    CHECK(tasks(kPlan + "I. TỔ CHỨC THỰC HIỆN\n"
                        "1. Sở Nội vụ\n"
                        "- Sở Tài chính bố trí kinh phí.\n"
                        "- Theo dõi, đôn đốc việc thực hiện.\n") ==
          Lines{"I.1: [Sở Tài chính]", "I.1: [Sở Nội vụ]"});
}

TEST_CASE("a body that is only directed or guided is not listed") {
    CHECK(tasks(kPlan + "I. TỔ CHỨC THỰC HIỆN\n"
                        "1. Sở Nội vụ chỉ đạo, hướng dẫn Phòng Nội vụ cập nhật dữ liệu.\n") ==
          Lines{"I.1: [Sở Nội vụ]"});
}

TEST_CASE("who receives the result is reports_to, and so is the body after qua") {
    CHECK(tasks(kPlan + "I. TỔ CHỨC THỰC HIỆN\n"
                        "1. Sở Y tế tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch.\n"
                        "2. Các sở báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ).\n"
                        "3. Sở Xây dựng gửi kết quả về Sở Tài chính để tổng hợp.\n") ==
          Lines{"I.1: [Sở Y tế] [^Ủy ban nhân dân tỉnh]",
                "I.2: [các sở] [^Ủy ban nhân dân tỉnh] [^Sở Nội vụ]",
                "I.3: [Sở Xây dựng] [^Sở Tài chính]"});
}

TEST_CASE("who does it may be named at the end of a passive sentence") {
    CHECK(tasks(kPlan + "I. TỔ CHỨC THỰC HIỆN\n"
                        "1. Việc kiểm tra do Thanh tra tỉnh phối hợp với Sở Nội vụ tiến hành.\n") ==
          Lines{"I.1: [Thanh tra tỉnh] [+Sở Nội vụ]"});
}

TEST_CASE("a schedule line is the deadline of the items above it under the same number") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "1. Cải cách thể chế\n"
                        "a) Nội dung thực hiện:\n"
                        "- Rà soát văn bản quy phạm pháp luật.\n"
                        "- Sửa đổi quy chế làm việc.\n"
                        "b) Thời gian thực hiện: Trong quý II/2026.\n"
                        "2. Cải cách bộ máy\n"
                        "- Kiện toàn tổ chức.\n") == Lines{"I.1.a: in 2026-04-01 ...2026-06-30",
                                                           "I.1.a: in 2026-04-01 ...2026-06-30",
                                                           "I.2:"});
}

TEST_CASE("lines that name who leads and who helps belong to the item above them") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "1. Xây dựng kho dữ liệu dùng chung.\n"
                        "- Cơ quan chủ trì: Sở Khoa học và Công nghệ.\n"
                        "- Cơ quan phối hợp: Công an tỉnh, các sở, ban, ngành.\n"
                        "- Thời gian hoàn thành: Quý III/2026.\n") ==
          Lines{"I.1: [Sở Khoa học và Công nghệ] [+Công an tỉnh] [+các sở, ban, ngành] "
                "by ...2026-09-30"});
}

TEST_CASE("a schedule for each body goes to the task of that body") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "1. Sắp xếp bộ máy\n"
                        "a) Nội dung thực hiện:\n"
                        "- Sở Nội vụ xây dựng đề án.\n"
                        "- Sở Tài chính bố trí kinh phí.\n"
                        "b) Thời gian thực hiện:\n"
                        "- Sở Nội vụ hoàn thành trong quý I/2026.\n"
                        "- Sở Tài chính hoàn thành trong quý II/2026.\n") ==
          Lines{"I.1.a: [Sở Nội vụ] by ...2026-03-31", "I.1.a: [Sở Tài chính] by ...2026-06-30"});
}

TEST_CASE("a statement about all items above gives them its period") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "- Tinh giản biên chế.\n"
                        "- Đào tạo cán bộ, hoàn thành trong năm 2026.\n"
                        "Các nội dung nêu trên được thực hiện từ năm 2026.\n") ==
          Lines{"I: from 2026-01-01", "I: by ...2026-12-31"});
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n1.2. Việc thường xuyên\n"
                        "- Tinh giản biên chế.\n"
                        "Công việc nêu tại điểm 1.2 được thực hiện từ năm 2026.\n") ==
          Lines{"I.1.2: from 2026-01-01"});
}

TEST_CASE("a directive orders by its numbered bodies") {
    CHECK(tasks("CHỈ THỊ\nVề phòng cháy\n\n"
                "Thời gian qua tình hình phức tạp.\n"
                "Để khắc phục, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n"
                "1. Giám đốc Công an tỉnh tăng cường kiểm tra.\n"
                "2. Giao Sở Y tế chuẩn bị thuốc.\n"
                "3. Các sở, ban, ngành thực hiện nghiêm Chỉ thị này.\n",
                "Chỉ thị", "05/CT-UBND") ==
          Lines{"1: [Công an tỉnh]", "2: [Sở Y tế]", "3: [các sở, ban, ngành]"});
}

TEST_CASE("facts counted before the orders of a telegram are no tasks") {
    CHECK(tasks("CÔNG ĐIỆN\nVề ứng phó bão\n\n"
                "Đến nay đã thực hiện như sau:\n"
                "(1) Cắt giảm 20 thủ tục.\n"
                "(2) Đơn giản hóa 30 thủ tục.\n"
                "Thủ tướng Chính phủ yêu cầu Bộ trưởng các Bộ thực hiện:\n"
                "1. Rà soát các thủ tục còn lại.\n",
                "Công điện", "220/CĐ-TTg") == Lines{"1: [các Bộ]"});
}

TEST_CASE("the articles of a rule are no tasks, its carrying-out article is one") {
    CHECK(tasks("QUYẾT ĐỊNH\nBan hành quy định về nhà ở\n\n"
                "Điều 1. Phạm vi điều chỉnh\n"
                "Quyết định này quy định về nhà ở.\n"
                "Điều 2. Trình tự\n"
                "1. Sở Xây dựng tiếp nhận hồ sơ.\n"
                "Điều 3. Hiệu lực\n"
                "Quyết định này có hiệu lực từ ngày 01/01/2026.\n"
                "Điều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng chịu trách "
                "nhiệm thi hành Quyết định này.\n",
                "Quyết định", "12/2025/QĐ-UBND") ==
          Lines{"Điều 4: [Văn phòng Ủy ban nhân dân tỉnh] [Sở Xây dựng]"});
}

TEST_CASE("a decision gives orders where it names a body") {
    CHECK(tasks("QUYẾT ĐỊNH\nPhê duyệt dự án\n\n"
                "Điều 1. Phê duyệt dự án với nội dung sau:\n"
                "1. Tên dự án: Trường học.\n"
                "Điều 2. Giao Sở Tài chính theo dõi, báo cáo Ủy ban nhân dân tỉnh.\n",
                "Quyết định",
                "100/QĐ-UBND") == Lines{"Điều 2: [Sở Tài chính] [^Ủy ban nhân dân tỉnh]"});
}

TEST_CASE("a closing paragraph is a task only when it tells somebody something") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "1. Rà soát cơ sở dữ liệu.\n"
                        "Trên đây là Kế hoạch chuyển đổi số năm 2026./.\n") == Lines{"I.1:"});
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "1. Rà soát cơ sở dữ liệu.\n"
                        "Trên đây là Kế hoạch năm 2026; yêu cầu các sở, ban, ngành báo cáo Ủy ban "
                        "nhân dân tỉnh.\n")
              .size() == 2);
}

TEST_CASE("a notice for information is no task") {
    CHECK(tasks("THÔNG BÁO\nVề việc nghỉ Tết\n\n"
                "Văn phòng thông báo để các cơ quan, đơn vị biết.\n",
                "Thông báo", "12/TB-VP")
              .empty());
}

TEST_CASE("recipients and signature give no tasks") {
    CHECK(tasks(kPlan + "I. NHIỆM VỤ\n"
                        "1. Rà soát cơ sở dữ liệu.\n\n"
                        "Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n"
                        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n") == Lines{"I.1:"});
}

TEST_CASE("a plan attached to a decision is read, forms of a procedure are not") {
    const std::string decision =
        "QUYẾT ĐỊNH\nBan hành Kế hoạch trồng cây\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.\n"
        "Nơi nhận:\n- Lưu: VT.\n"
        "CHỦ TỊCH\nNguyễn Văn A\n\n";
    const std::string plan =
        "KẾ HOẠCH\nTRỒNG CÂY NĂM 2026\n"
        "(Kèm theo Quyết định số 10/QĐ-UBND ngày 20/11/2025)\n\n"
        "I. NHIỆM VỤ\n1. Trồng cây ven đường.\n";
    CHECK(tasks(decision + plan, "Quyết định", "10/QĐ-UBND", "Ban hành Kế hoạch trồng cây") ==
          Lines{"I.1:"});
    CHECK(tasks(decision + plan, "Quyết định", "10/QĐ-UBND", "Công bố thủ tục hành chính").empty());
}

TEST_CASE("what is to be made is the product") {
    const Reading reading(kPlan + "I. NHIỆM VỤ\n1. Sở Nội vụ xây dựng Đề án vị trí việc làm.\n");
    Header header;
    header.type = "Kế hoạch";
    const auto found = read_tasks(reading, header, {});
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].product);
    CHECK(found[0].product->kind == "đề án");
    CHECK(reading.flow.at(found[0].product->span) == "Đề án vị trí việc làm");
    CHECK(reading.flow.at(found[0].span) == "Sở Nội vụ xây dựng Đề án vị trí việc làm.");
    CHECK(reading.flow.at(found[0].bodies.at(0).span) == "Sở Nội vụ");
}

TEST_CASE("a task lists the citations inside it") {
    const Reading reading(kPlan + "I. NHIỆM VỤ\n1. Triển khai Nghị quyết số 57-NQ/TW.\n");
    Header header;
    header.type = "Kế hoạch";
    Citation before;
    before.span = {0, 4};
    Citation inside;
    const auto at = static_cast<std::uint32_t>(reading.flow.text().find("57-NQ/TW"));
    inside.span = {at, at + 8};
    const std::vector<Citation> citations{before, inside};
    const auto found = read_tasks(reading, header, citations);
    REQUIRE(found.size() == 1);
    CHECK(found[0].citations == std::vector<std::uint32_t>{1});
}

TEST_CASE("reading the same text twice gives the same tasks") {
    const std::string text = kPlan + "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ rà soát.\n2. Báo cáo.\n";
    CHECK(tasks(text) == tasks(text));
}

TEST_CASE("odd texts give no crash") {
    std::string many = "I. NHIỆM VỤ\n";
    for (int i = 0; i < 300; ++i) many += "- (((;;;::: các Sở và và trước ngày\n";
    for (const std::string& text :
         {std::string(), std::string("\n\n\n"), std::string("I."), std::string("1.\n2.\n- \n"),
          std::string("Điều 1."), std::string("a) Thời gian thực hiện:"),
          std::string("\xF0\x9F\x98\x80 \xE2\x80\x8B"), std::string(5000, ':'), many}) {
        CHECK_NOTHROW(tasks(text));
        CHECK_NOTHROW(tasks(text, "Công điện"));
        CHECK_NOTHROW(tasks(text, "", ""));
    }
}
