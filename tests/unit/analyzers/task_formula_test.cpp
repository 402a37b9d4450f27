// Closing formulas: who carries out the document.
#include <string>
#include <vector>

#include "analyzers/task/tasks.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

const std::string kDecision =
    "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\nQUYẾT ĐỊNH\nVề việc công bố danh mục\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương;\n";

// Names of the leads of every task, joined by " + "; tasks are separated by " / ".
std::string leads(const std::string& articles, const std::string& number) {
    const Reading reading(kDecision + articles);
    Header header;
    header.type = "Quyết định";
    header.number = number;
    header.date = Date::of(2025, 11, 20);
    std::string out;
    for (const Task& task : read_tasks(reading, header, {})) {
        if (!out.empty()) out += " / ";
        std::string names;
        for (const TaskBody& body : task.bodies) names += (names.empty() ? "" : " + ") + body.name;
        out += names;
    }
    return out;
}

struct Row {
    const char* rule;
    const char* text;
    const char* leads;
};

const Row kRows[] = {
    {"a bare 'tổ chức, cá nhân' ends the list",
     "Điều 1. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và tổ chức, cá nhân có liên "
     "quan chịu trách nhiệm thi hành Quyết định này.\n",
     "Văn phòng Ủy ban nhân dân tỉnh + Sở Nội vụ + tổ chức, cá nhân có liên quan"},
    {"a relative clause inside an element",
     "Điều 1. Chính phủ, Ủy ban nhân dân tỉnh Cà Mau, chính quyền địa phương các đơn vị hành chính "
     "liên quan đến việc sắp xếp và các cơ quan, tổ chức khác có liên quan có trách nhiệm tổ chức "
     "thi hành Quyết định này.\n",
     "Chính phủ + Ủy ban nhân dân tỉnh Cà Mau + chính quyền địa phương các đơn vị hành chính liên "
     "quan đến việc sắp xếp + các cơ quan, tổ chức khác có liên quan"},
    {"no space after a comma",
     "Điều 1. Giám đốc Sở Y tế,Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này.\n",
     "Sở Y tế + Sở Tài chính"},
    {"persons addressed before a colon",
     "Điều 1. Các ông, bà: Chánh Văn phòng Bộ; Vụ trưởng Vụ Pháp chế và Thủ trưởng các đơn vị có "
     "liên quan chịu trách nhiệm thi hành Quyết định này.\n",
     "Văn phòng Bộ + Vụ Pháp chế + các đơn vị có liên quan"},
    {"a second title in brackets",
     "Điều 1. Giám đốc (Thủ trưởng) các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này.\n",
     "các sở, ban, ngành"},
    {"'nêu tại' adds nothing to the name before it",
     "Điều 1. Bộ trưởng Bộ Tài chính; Chủ tịch Ủy ban nhân dân các tỉnh nêu tại Điều 2 và Thủ "
     "trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này.\n",
     "Bộ Tài chính + Ủy ban nhân dân các tỉnh + các cơ quan liên quan"},
    {"small words inside the name of a department",
     "Điều 1. Cục trưởng Cục Quản lý nhà và thị trường bất động sản, Thủ trưởng các Cục, Vụ chịu "
     "trách nhiệm thi hành Quyết định này.\n",
     "Cục Quản lý nhà và thị trường bất động sản + các Cục, Vụ"},
    {"a collective that no grammar reads",
     "Điều 1. Giám đốc Sở Xây dựng và các đối tượng được bồi thường chịu trách nhiệm thi hành "
     "Quyết định này.\n",
     "Sở Xây dựng + các đối tượng được bồi thường"},
    {"the second sentence of an item",
     "Điều 1. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám "
     "đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.\n",
     "Văn phòng Ủy ban nhân dân tỉnh + Sở Nội vụ"},
    {"an article headed by its effect",
     "Điều 1. Hiệu lực thi hành\n1. Quyết định này có hiệu lực từ ngày ký.\n2. Giám đốc Sở Y tế và "
     "các tổ chức có liên quan chịu trách nhiệm thi hành Quyết định này.\n",
     "Sở Y tế + các tổ chức có liên quan"},
    {"NOT: effect alone orders nobody", "Điều 1. Quyết định này có hiệu lực kể từ ngày ký.\n", ""},
    {"NOT: who carries out another document",
     "Điều 1. Người được thi hành án và người có nghĩa vụ có trách nhiệm thi hành Quyết định, nơi "
     "nhận là Thuế tỉnh.\n",
     ""},
    {"NOT: blanks of a form",
     "Điều 1. Giám đốc Sở Y tế và ông …… là đối tượng …… chịu trách nhiệm thi hành Quyết định "
     "này.\nĐiều 2. Các ông …… có tên chịu trách nhiệm thi hành Quyết định này.\n",
     ""},
};

}  // namespace

TEST_CASE("a closing formula names everybody who carries out the document") {
    for (const Row& row : kRows) {
        CAPTURE(row.rule);
        CHECK(leads(row.text, "12/QĐ-UBND") == row.leads);
        CHECK(leads(row.text, "12/2025/QĐ-UBND") == row.leads);  // a normative decision
    }
}
