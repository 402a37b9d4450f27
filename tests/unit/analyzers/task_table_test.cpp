// Rows of real tables.
#include <string>

#include "analyzers/task/tasks.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

// "text [lead] [+support] kind product" for each row, joined by " / ".
std::string rows(const std::string& table) {
    const Reading reading("ỦY BAN NHÂN DÂN\n\nKẾ HOẠCH\nCải cách hành chính\n\nI. NHIỆM VỤ\n" +
                          table);
    Header header;
    header.type = "Kế hoạch";
    header.number = "12/KH-UBND";
    header.date = Date::of(2025, 11, 20);
    std::string out;
    for (const Task& task : read_tasks(reading, header, {})) {
        if (!task.table_row) continue;
        out += (out.empty() ? "" : " / ") + std::string(reading.flow.at(task.span));
        for (const TaskBody& body : task.bodies) {
            out += std::string(body.role == Role::lead ? " [" : " [+") + body.name + ']';
        }
        if (task.deadline) out += ' ' + std::string(name(task.deadline->kind));
        if (task.product) out += ' ' + std::string(reading.flow.at(task.product->span));
    }
    return out;
}

struct Row {
    const char* rule;
    const char* table;
    const char* rows;
};

const Row kRows[] = {
    {"a Markdown table",
     "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Sản phẩm |\n|---:|---|---|---|---|---|\n| "
     "1 | "
     "Rà soát phòng, ban | Sở Nội vụ | Văn phòng UBND tỉnh; các sở, ban, ngành | Quý III/2026 | "
     "Báo "
     "cáo rà soát |\n",
     "Rà soát phòng, ban [Sở Nội vụ] [+Văn phòng UBND tỉnh] [+các sở, ban, ngành] in Báo cáo rà "
     "soát"},
    {"a table with a head of two rows, as the HTML reader gives it",
     "TT | Nhiệm vụ | Cơ quan thực hiện | Thời gian | Sản phẩm\nChủ trì | Phối hợp\n1 | Tuyên "
     "truyền "
     "chủ trương | Sở Y tế |  | Thường xuyên | Tin, bài\n",
     "Tuyên truyền chủ trương [Sở Y tế] continuous Tin, bài"},
    {"a period in a column of times",
     "Nội dung | Đơn vị chủ trì | Thời gian thực hiện\nRà soát quy "
     "hoạch | Sở Xây dựng | Từ năm 2026\n",
     "Rà soát quy hoạch [Sở Xây dựng] from"},
    {"words of a head that no list knows",
     "| STT | Tên nhiệm vụ | Cơ quan chủ trì tham mưu | Thời gian phải xong | Sản phẩm/Kết quả "
     "|\n|---|---|---|---|---|\n| 1 | Lập đề án | Sở Y tế | Quý I/2026 | Đề án |\n",
     "Lập đề án [Sở Y tế] in Đề án"},
    {"several bodies in lines of a cell",
     "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| 1.3 | Rà soát quy hoạch | Sở "
     "Xây dựng<br>- Sở Tài chính | 2026-2027 |\n",
     "Rà soát quy hoạch [Sở Xây dựng] [Sở Tài chính] in"},
    {"'như trên' repeats who leads",
     "TT | Nhiệm vụ | Chủ trì\n1 | Lập danh sách | Sở Y tế\n2 | Lập hồ sơ | Như trên\n",
     "Lập danh sách [Sở Y tế] / Lập hồ sơ [Sở Y tế]"},
    {"titles of groups are no rows",
     "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n| II | NHÓM NHIỆM VỤ | | |\n| 1 | "
     "Lập hồ sơ | Sở Y tế | Hằng năm |\n",
     "Lập hồ sơ [Sở Y tế] recurring"},
    {"a head of two rows in place",
     "| TT | Nội dung nhiệm vụ | Phân công | | Tiến độ |\n|---|---|---|---|---|\n| | | Chủ trì | "
     "Phối hợp | |\n| 1 | Dự thảo nghị quyết | Sở Nội vụ | Sở Tư pháp | Tháng 6 |\n",
     "Dự thảo nghị quyết [Sở Nội vụ] [+Sở Tư pháp] in"},
    {"who drafts acts before who submits",
     "TT | Tên văn bản | Cơ quan soạn thảo | Cơ quan trình | Thời gian kết thúc\n1 | Nghị quyết về "
     "học phí | Sở Tài chính | UBND tỉnh | 12/2026\n",
     "Nghị quyết về học phí [Sở Tài chính] by"},
    {"quarters of every year",
     "TT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Kiểm tra cơ sở | Sở Y tế | Quý I, quý III hằng "
     "năm\n",
     "Kiểm tra cơ sở [Sở Y tế] recurring"},
    {"NOT: a table of other things after one of tasks",
     "TT | Nhiệm vụ | Chủ trì\n1 | Lập danh sách | Sở Y tế\nSTT | Tên đường | Chiều dài | Điểm "
     "đầu\n1 | Trần Phú | 5 km | Cầu Sắt\n",
     "Lập danh sách [Sở Y tế]"},
    {"NOT a head: a row that speaks of work",
     "TT | Nhiệm vụ | Chủ trì\n1 | Nội dung tuyên truyền | Sở Y tế phụ trách\n",
     "Nội dung tuyên truyền [Sở Y tế]"},
    {"a cell that an upper row spans",
     "STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn\n1 | Kiểm tra cơ sở | Sở Y tế | UBND các xã | "
     "Thường xuyên\n2 | Lập danh sách | Sở Nội vụ | Quý I/2026\n",
     "Kiểm tra cơ sở [Sở Y tế] [+UBND các xã] continuous / Lập danh sách [Sở Y tế] [+Sở Nội vụ] "
     "in"},
    {"empty cells at the end of a row",
     "STT | Nhiệm vụ | Chủ trì | Thời hạn | Sản phẩm\n1 | Kiểm tra cơ sở | Sở Y tế | Quý I/2026\n2 "
     "| Lập danh sách | Sở Nội vụ\n",
     "Kiểm tra cơ sở [Sở Y tế] in / Lập danh sách [Sở Nội vụ]"},
    {"paragraphs of a cell, joined by the HTML reader",
     "STT | Nhiệm vụ | Chủ trì\n1 | Kiểm tra cơ sở | Sở Xây dựng Sở Tài chính\n",
     "Kiểm tra cơ sở [Sở Xây dựng] [Sở Tài chính]"},
    {"NOT a row: a title of rows",
     "STT | Nhiệm vụ | Chủ trì | Thời hạn\nI | Nhóm nhiệm vụ\n1 | Kiểm tra cơ sở | Sở Y tế | Quý "
     "I/2026\n",
     "Kiểm tra cơ sở [Sở Y tế] in"},
    {"NOT: a table without who leads",
     "TT | Nội dung | Đơn vị tính | Số lượng\n1 | Rà soát hồ sơ | bộ | 5\n", ""},
    {"NOT: a table of other things", "Số hiệu | Ngày ban hành\n54/KH-UBND | 26/03/2018\n", ""},
    {"NOT: a flattened table", "TT\nNhiệm vụ\nChủ trì\n1\nRà soát hồ sơ\nSở Y tế\n", ""},
};

}  // namespace

TEST_CASE("a row of a real table of tasks gives who, until when and what") {
    for (const Row& row : kRows) {
        CAPTURE(row.rule);
        CHECK(rows(row.table) == row.rows);
    }
}
