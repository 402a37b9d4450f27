// Where orders stand: parts, lines of bodies, attached rules, quotations.
#include <string>
#include <vector>

#include "analyzers/task/tasks.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

struct Kind {
    const char* heading;
    const char* type;
    const char* number;
    const char* title;
};

const Kind kPlan{"KẾ HOẠCH", "Kế hoạch", "12/KH-UBND", ""};
const Kind kConclusion{"THÔNG BÁO", "Thông báo", "12/TB-VPCP", "Kết luận của Phó Thủ tướng"};
const Kind kLetter{"CÔNG VĂN", "Công văn", "12/CT-CS", ""};
const Kind kDecision{"QUYẾT ĐỊNH", "Quyết định", "12/QĐ-UBND", ""};
const Kind kNormative{"QUYẾT ĐỊNH", "Quyết định", "12/2025/QĐ-UBND", ""};

// "section first word [lead] [+support] [^reports to]" for each task, joined by " | ".
std::string tasks(const Kind& kind, const std::string& body) {
    const Reading reading("ỦY BAN NHÂN DÂN\n\n" + std::string(kind.heading) + "\nVề việc thử\n\n" +
                          "Căn cứ Luật Tổ chức chính quyền địa phương;\n" + body);
    Header header;
    header.type = kind.type;
    header.number = kind.number;
    header.title = kind.title;
    header.date = Date::of(2025, 11, 20);
    std::string out;
    for (const Task& task : read_tasks(reading, header, {})) {
        const std::string text(reading.flow.at(task.span));
        out += (out.empty() ? "" : " | ") + task.section + ' ' + text.substr(0, text.find(' '));
        for (const TaskBody& one : task.bodies) {
            const char* sign = one.role == Role::lead ? "" : one.role == Role::support ? "+" : "^";
            out += std::string(" [") + sign + one.name + ']';
        }
    }
    return out;
}

struct Row {
    const char* rule;
    Kind kind;
    const char* text;
    const char* tasks;
};

const Row kRows[] = {
    {"the last chapter of a normative text, its title on the next line, gives orders", kNormative,
     "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Mức chi\n1. Rà soát mức chi hằng năm.\nChương II\nTỔ CHỨC "
     "THỰC HIỆN\nĐiều 2. Trách nhiệm của Vụ trưởng Vụ Tổ chức cán bộ\n1. Theo dõi, đôn đốc thực "
     "hiện.\nĐiều 3. Trách nhiệm của Sở Tư pháp\n1. Thẩm định hồ sơ.\n",
     "Điều 2.1 Theo [Vụ Tổ chức cán bộ] | Điều 3.1 Thẩm [Sở Tư pháp]"},
    {"a body has duties in one of the last articles of a normative text", kNormative,
     "Điều 1. Mức chi\n1. Rà soát mức chi hằng năm.\nĐiều 2. Giám đốc Sở Nội vụ có trách "
     "nhiệm:\n1. "
     "Kiểm tra việc thực hiện.\nĐiều 3. Hiệu lực\n1. Quyết định này có hiệu lực từ ngày ký.\n",
     "Điều 2.1 Kiểm [Sở Nội vụ]"},
    {"NOT: powers that a normative text hands down", kNormative,
     "Điều 1. Mức chi\nĐiều 2. Ủy ban nhân dân tỉnh phân cấp cho Sở Nội vụ các việc sau:\n1. Quyết "
     "định nâng lương.\nĐiều 3. Hiệu lực\n1. Quyết định này có hiệu lực từ ngày ký.\n",
     ""},
    {"NOT: duties of nobody in particular", kNormative,
     "Điều 1. Mức chi\nĐiều 2. Trách nhiệm của người dự thi\n1. Kiểm tra hồ sơ dự thi.\n", ""},
    {"an introduction that orders opens tasks under a heading of judgements", kConclusion,
     "I. ĐÁNH GIÁ CHUNG\nKết quả đạt được là tích cực.\nThành phố Đà Nẵng cần tập trung thực hiện "
     "một số nhiệm vụ sau đây:\n1. Rà soát quy hoạch.\n",
     "I.1 Rà [Thành phố Đà Nẵng]"},
    {"NOT: demands on how a plan is carried out", kPlan,
     "I. MỤC ĐÍCH, YÊU CẦU\nCác cơ quan, đơn vị cần bảo đảm các yêu cầu sau:\n- Nâng cao nhận "
     "thức.\n",
     ""},
    {"the province itself acts", kConclusion,
     "I. KIẾN NGHỊ\n1. Về việc hỗ trợ xe: Tỉnh rà soát, bố trí theo quy định.\n", "I.1 Về [Tỉnh]"},
    {"NOT: what the province did", kConclusion,
     "I. KIẾN NGHỊ\n1. Về việc hỗ trợ xe: Tỉnh đã bố trí theo quy định.\n", ""},
    {"the body after the topic acts, not the one in it", kConclusion,
     "I. KIẾN NGHỊ\n1. Về đề nghị các bộ, ngành sớm rà soát văn bản; hoàn thiện quy trình: Ủy ban "
     "nhân dân tỉnh cần tiếp tục rà soát.\n",
     "I.1 Về [Ủy ban nhân dân tỉnh]"},
    {"a later sentence orders after a statement", kConclusion,
     "I. KIẾN NGHỊ\n1. Về dữ liệu: Chính phủ đã ban hành Nghị quyết. Các bộ, ngành hoàn thiện cơ "
     "sở dữ liệu.\n",
     "I.1 Về [các bộ, ngành]"},
    {"the subject follows a fronted object", kDecision,
     "Điều 1. Đối với hồ sơ trực tuyến, Trung tâm Phục vụ hành chính công tỉnh thực hiện hướng dẫn "
     "qua cổng tại địa chỉ: dichvucong.gov.vn.\n",
     "Điều 1 Đối [Trung tâm Phục vụ hành chính công tỉnh]"},
    {"an item that ends with a colon and has no parts", kPlan,
     "I. NHIỆM VỤ\n1. Sở Tài chính\na) Hướng dẫn nhà đầu tư các thủ tục:\nb) Rà soát hồ sơ.\n",
     "I.1.a Hướng [Sở Tài chính] | I.1.b Rà [Sở Tài chính]"},
    {"a title run into the sentence", kDecision,
     "Điều 1. Trách nhiệm thực hiện Sở Y tế, Sở Nội vụ thực hiện trách nhiệm theo quy định.\n",
     "Điều 1 Trách [Sở Y tế] [Sở Nội vụ]"},
    {"a heading of bodies without a colon is no part of the order", kPlan,
     "I. NHIỆM VỤ\n1. Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang bộ Tập trung chỉ đạo rà soát.\n2. "
     "Rà soát.\n",
     "I.1 Tập [các Bộ, cơ quan ngang bộ] | I.2 Rà"},
    {"duties of a body in the last articles of a normative text", kNormative,
     "Điều 1. Mức hỗ trợ\n1. Mức chi là 5 triệu đồng.\nĐiều 2. Trách nhiệm của các cơ quan\n1. "
     "Trách nhiệm của Sở Tư pháp\na) Chủ trì thẩm định hồ sơ.\nĐiều 3. Hiệu lực thi hành\n1. Quyết "
     "định này có hiệu lực từ ngày ký.\n",
     "Điều 2.1.a Chủ [Sở Tư pháp]"},
    {"NOT: duties in its first articles state rules", kNormative,
     "Điều 1. Trách nhiệm của Sở Tư pháp\n1. Thẩm định hồ sơ.\nĐiều 2. Mức chi\n1. Năm "
     "triệu.\nĐiều "
     "3. Nguồn\n1. Ngân sách.\nĐiều 4. Hồ sơ\n1. Một bộ.\n",
     ""},
    {"closing articles of attached rules order, earlier ones do not", kDecision,
     "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn "
     "An\nQUY CHẾ\nQuản lý thư điện tử\nĐiều 1. Quản lý\n1. Sở Nội vụ quản lý hệ thống.\nĐiều 2. "
     "Sử "
     "dụng\n1. Các cơ quan sử dụng đúng mục đích.\nĐiều 3. Tổ chức thực hiện\n1. Sở Khoa học và "
     "Công nghệ chủ trì hướng dẫn.\n",
     "Điều 3.1 Sở [Sở Khoa học và Công nghệ]"},
    {"a line of bodies gives them to the content above it", kPlan,
     "I. NHIỆM VỤ\n1. Hoạt động 1\n- Nội dung: Triển khai tháng hành động.\n- Cơ quan thực hiện: "
     "Sở "
     "Nội vụ chủ trì, phối hợp với Sở Y tế và các đơn vị có liên quan.\n",
     "I.1 Nội [Sở Nội vụ] [+Sở Y tế] [+các đơn vị có liên quan]"},
    {"a bare label with the bodies in bullets of their own", kPlan,
     "I. NHIỆM VỤ\n1. Hoạt động 1\n- Nội dung: Tuyên truyền pháp luật.\n- Cơ quan thực hiện:\n+ Sở "
     "Văn hóa và Thể thao chủ trì, phối hợp với Sở Y tế.\n",
     "I.1 Nội [Sở Văn hóa và Thể thao] [+Sở Y tế]"},
    {"NOT: a line of bodies with work of its own stays a task", kPlan,
     "I. NHIỆM VỤ\n1. Hoạt động 1\n- Nội dung: Tuyên truyền pháp luật.\n- Cơ quan thực hiện: Sở "
     "Nội "
     "vụ rà soát danh sách.\n",
     "I.1 Nội [Sở Nội vụ] | I.1 Cơ [Sở Nội vụ]"},
    {"NOT: a quoted article", kLetter,
     "“Điều 108. Xử lý kết quả\nThủ trưởng cơ quan quản lý thuế ra quyết định xử lý.”\nĐề nghị "
     "Thuế thành phố Hải Phòng thực hiện theo quy định.\n",
     " Đề [Thuế thành phố Hải Phòng]"},
    {"a quoted article opens no section", kLetter,
     "“Điều 108. Xử lý kết quả\n1. Thủ trưởng cơ quan quản lý thuế ra quyết định.”\nĐề nghị Sở Y "
     "tế "
     "thực hiện theo quy định.\n",
     " Đề [Sở Y tế]"},
    {"a quoted word at the start is no quotation", kLetter,
     "“Sổ tay” là mới.\nĐề nghị Sở Y tế phát hành “sổ tay”.\n", " Đề [Sở Y tế]"},
    {"what an order counts is its tasks", kPlan,
     "I. NHIỆM VỤ\n1. Sở Nội vụ tham mưu ban hành các văn bản sau:\na) Kế hoạch cải cách hành "
     "chính;\nb) Quy chế làm việc.\n",
     "I.1.a Kế [Sở Nội vụ] | I.1.b Quy [Sở Nội vụ]"},
    {"bullets that an order counts", kPlan,
     "I. NHIỆM VỤ\n1. Tổ chức các hoạt động tuyên truyền như:\n- Hội thảo khoa học về chuyển đổi "
     "số.\n- Triển lãm ảnh tại thành phố.\n",
     "I.1 Hội | I.1 Triển"},
    {"NOT what an order counts: figures", kPlan,
     "I. NHIỆM VỤ\n1. Phấn đấu thực hiện:\n- 100% hồ sơ được số hóa.\n- Tỷ lệ hài lòng đạt 95%.\n",
     ""},
    {"NOT what an order counts: cases", kPlan,
     "I. NHIỆM VỤ\n1. Sở Nội vụ thu hồi trong các trường hợp sau:\n- Hồ sơ giả mạo của cơ sở.\n",
     ""},
    {"NOT what an order counts: facts", kPlan,
     "I. NHIỆM VỤ\n1. Danh sách gồm:\n- Hồ sơ của cơ sở giáo dục.\n", ""},
    {"a paragraph ends the list", kPlan,
     "I. NHIỆM VỤ\n1. Tổ chức tuyên truyền các nội dung:\n- Luật Đất đai năm 2024.\nCác hình thức "
     "rất phong phú.\n- Tờ rơi và áp phích màu.\n",
     "I.1 Luật"},
    {"a heading that is one body with a comma", kPlan,
     "I. NHIỆM VỤ\n1. Cục Xuất bản, In và Phát hành\na) Kiểm tra các cơ sở.\n",
     "I.1.a Kiểm [Cục Xuất bản, In và Phát hành]"},
    {"NOT one body: a body and an order", kPlan,
     "I. NHIỆM VỤ\n1. Sở Nội vụ, Kiểm tra các cơ sở\na) Lập danh sách cơ sở.\n", "I.1.a Lập"},
    {"a duty without 'của'", kPlan,
     "I. NHIỆM VỤ\n1. Trách nhiệm Sở Tài chính, Sở Nội vụ\na) Lập dự toán chi.\n2. Nhiệm vụ của "
     "Công an tỉnh\na) Tuần tra ban đêm.\n",
     "I.1.a Lập [Sở Tài chính] [Sở Nội vụ] | I.2.a Tuần [Công an tỉnh]"},
    {"NOT a duty of bodies: a heading of work", kPlan,
     "I. NHIỆM VỤ\n1. Trách nhiệm quản lý hồ sơ\na) Lập danh sách cơ sở.\n", "I.1.a Lập"},
    {"an order to announce is no closing formula", kPlan,
     "I. NHIỆM VỤ\n1. Sở Y tế\na) Ban hành Thông báo đến cá nhân và tổ chức biết.\n",
     "I.1.a Ban [Sở Y tế]"},
    {"NOT an order: the closing formula", kPlan,
     "I. NHIỆM VỤ\n1. Lập hồ sơ.\nỦy ban nhân dân tỉnh thông báo để các đơn vị biết, thực hiện.\n",
     "I.1 Lập"},
    {"under a body a basis without a comma", kPlan,
     "I. NHIỆM VỤ\n1. Sở Y tế\nCăn cứ chức năng, nhiệm vụ được giao tổ chức triển khai thực hiện "
     "Kế hoạch.\n",
     "I.1 Căn [Sở Y tế]"},
    {"NOT an order: a basis under no body", kPlan,
     "I. NHIỆM VỤ\n1. Công tác y tế\nCăn cứ chức năng, nhiệm vụ được giao theo Nghị định.\n", ""},
    {"NOT an order: what was done", kPlan,
     "I. NHIỆM VỤ\n1. Trong thời gian qua, nước ta đã tiến hành sắp xếp, tổ chức lại bộ máy.\n",
     ""},
    {"NOT an order: a paragraph of an earlier article", kNormative,
     "Điều 1. Bình ổn giá\n1. Phân công nhiệm vụ tổng hợp giá:\na) Sở Y tế: Tổng hợp giá "
     "thuốc.\nĐiều 2. Kê khai\n1. Hồ sơ.\nĐiều 3. Hiệu lực\n1. Từ nay.\nĐiều 4. Trách nhiệm thi "
     "hành\n1. Giao Sở Y tế hướng dẫn.\n",
     "Điều 4.1 Giao [Sở Y tế]"},
    {"schedules in bullets of a bare label are no tasks", kPlan,
     "I. NHIỆM VỤ\n1. Hoạt động 1\n- Nội dung: Rà soát văn bản.\n- Cơ quan thực hiện: Sở Nội "
     "vụ.\n- Thời gian thực hiện:\n+ Sở Nội vụ gửi kết quả trước ngày 15/12/2025.\n",
     "I.1 Nội [Sở Nội vụ]"},
    {"NOT schedules: bullets of work", kPlan,
     "I. NHIỆM VỤ\n1. Hoạt động 1\n- Nội dung: Rà soát văn bản.\n- Thời gian thực hiện:\n+ Sở Nội "
     "vụ gửi kết quả rà soát.\n",
     "I.1 Nội | I.1 Sở [Sở Nội vụ]"},
    {"NOT an order: a decision that ends with who answers for it", kDecision,
     "Điều 1. Thông qua Báo cáo của Bộ Nội vụ. Bộ Nội vụ chịu trách nhiệm về nội dung giải "
     "trình.\n",
     ""},
    {"NOT a duty: a decision and its ground", kDecision,
     "Điều 1. Thông qua Báo cáo của Bộ Nội vụ. Bộ Nội vụ đã giải trình.\n", ""},
    {"an urgent order in the last articles of rules", kNormative,
     "Điều 1. Phạm vi\n1. Mức chi.\nĐiều 2. Hiệu lực\n1. Quyết định có hiệu lực từ nay.\n2. Các cơ "
     "quan theo thẩm quyền khẩn trương thực hiện công tác chuẩn bị.\n",
     "Điều 2.2 Các [các cơ quan]"},
    {"NOT an order: what rules say in the last articles", kNormative,
     "Điều 1. Phạm vi\n1. Mức chi.\nĐiều 2. Hiệu lực\n1. Quyết định có hiệu lực từ nay.\n2. Các cơ "
     "quan thực hiện mức chi cũ đến hết năm.\n",
     ""},
    {"an introduction that ends in 'Cụ thể:'", kLetter,
     "Sở Giáo dục và Đào tạo đề nghị Ủy ban nhân dân các xã, phường thực hiện nghiêm túc văn bản "
     "này. Cụ thể:\n- Theo dõi chất lượng không khí.\n",
     " Theo [Ủy ban nhân dân các xã, phường]"},
    {"NOT: what was done on a day before the document", kLetter,
     "Ngày 30/6/2025, Chính phủ ban hành Nghị định số 175/2025/NĐ-CP sửa đổi một số điều.\n", ""},
    {"what is to be done on a day to come", kPlan,
     "II. NHIỆM VỤ\n1. Ngày 25/12/2025, Sở Nội vụ tổ chức hội nghị tổng kết.\n",
     "II.1 Ngày [Sở Nội vụ]"},
    {"NOT: what a body is", kDecision,
     "Điều 1. Thành lập Ban Quản lý dự án\n1. Ban Quản lý dự án (sau đây gọi tắt là Ban Quản lý) "
     "là "
     "cơ quan thuộc Ủy ban nhân dân tỉnh, thực hiện quản lý nhà nước.\n",
     ""},
    {"what a body is for the plan is its work", kPlan,
     "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ là cơ quan thường trực, đôn đốc việc thực hiện.\n",
     "III.1 Sở [Sở Nội vụ]"},
    {"a polite order at the end", kLetter,
     "Bộ Tài chính trân trọng đề nghị Sở Y tế quan tâm, chỉ đạo triển khai thực hiện.\n",
     " Bộ [Sở Y tế]"},
    {"NOT a polite order: thanks", kLetter,
     "Bộ Tài chính trân trọng cảm ơn Sở Y tế quan tâm, chỉ đạo triển khai thực hiện.\n", ""},
    {"a request that follows facts", kLetter,
     "Chi phí được xác định theo hướng dẫn của bộ. Vì vậy, đề nghị Sở Nội vụ căn cứ mức chi để lập "
     "dự toán.\n",
     " Chi [Sở Nội vụ]"},
    {"NOT: variants of the closing formula", kLetter,
     "Cục trưởng Cục Hải quan báo để Công ty An Bình biết và thực hiện.\nCục Thuế thông tin để Độc "
     "giả được biết.\n",
     ""},
};

}  // namespace

TEST_CASE("orders are found where they stand, and only there") {
    for (const Row& row : kRows) {
        CAPTURE(row.rule);
        CHECK(tasks(row.kind, row.text) == row.tasks);
    }
}
