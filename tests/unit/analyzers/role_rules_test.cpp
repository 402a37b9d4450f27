// Bodies and their roles by rule: each row names the rule that it must, or must not, fall under.
#include <string>

#include "analyzers/task/role_reader.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

struct Row {
    const char* rule;
    const char* text;
    const char* bodies;  // "lead; +support; ^reports to"
};

std::string roles(const std::string& text) {
    const Reading reading(text);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    std::string out;
    for (const TaskBody& body : read_roles(reading, all).bodies) {
        const char* sign = body.role == Role::lead ? "" : body.role == Role::support ? "+" : "^";
        out += (out.empty() ? "" : "; ") + std::string(sign) + body.name;
    }
    return out;
}

const Row kRows[] = {
    // Compounds come before the verbs inside them.
    {"compound: công lập", "Các cơ sở giáo dục công lập báo cáo Sở Giáo dục và Đào tạo.",
     "các cơ sở giáo dục công lập; ^Sở Giáo dục và Đào tạo"},
    {"compound: công lập invents no subject",
     "Chỉ đạo thu học phí; cơ sở giáo dục phổ thông công lập do các trường đại học thành lập.", ""},
    {"compound: công nghệ thông tin",
     "Chủ trì, phối hợp với đơn vị cung cấp dịch vụ công nghệ thông tin và các đơn vị liên quan.",
     "+đơn vị cung cấp dịch vụ công nghệ thông tin; +các đơn vị liên quan"},
    {"compound: công nghệ cao",
     "Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao Phú Yên rà soát quy hoạch.",
     "Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao Phú Yên"},
    {"compound: trợ giúp xã hội", "Các cơ sở trợ giúp xã hội có trách nhiệm tiếp nhận trẻ em.",
     "các cơ sở trợ giúp xã hội"},
    {"a verb that modifies the noun",
     "Phối hợp với đơn vị phát triển và cung cấp phần mềm bảo đảm kết nối.",
     "+đơn vị phát triển và cung cấp phần mềm"},
    {"NOT a modifier: the verb of the sentence", "Các đơn vị cung cấp số liệu cho Sở Y tế.",
     "các đơn vị"},
    // Requests that are none.
    {"negated request", "Trả kết quả đúng hạn, không yêu cầu người dân di chuyển.", ""},
    {"supposed request", "Trường hợp đề nghị Sở Nội vụ thẩm định thì nêu rõ căn cứ.", ""},
    {"somebody else's request",
     "Trường hợp cơ quan, tổ chức đề nghị Liên hiệp các hội Khoa học và Kỹ thuật tỉnh tư vấn thì "
     "có "
     "biên bản.",
     ""},
    {"request after a condition", "Nếu có vướng mắc đề nghị các sở kịp thời phản ánh về Sở Nội vụ.",
     "các sở; ^Sở Nội vụ"},
    {"the body that orders is not listed",
     "Theo chỉ đạo của Bộ Chính trị, Chính phủ, Thủ tướng Chính phủ yêu cầu Bộ Tài chính rà soát.",
     "Bộ Tài chính"},
    {"the body that orders is not listed in a second sentence",
     "Đây là nhiệm vụ quan trọng. Thủ tướng Chính phủ đề nghị Bộ Tài chính quan tâm chỉ đạo.",
     "Bộ Tài chính"},
    // Lists.
    {"named bodies after a generic noun and a colon",
     "Chủ trì, phối hợp với các đơn vị: Văn phòng UBND tỉnh và các cơ quan liên quan.",
     "+Văn phòng UBND tỉnh; +các cơ quan liên quan"},
    {"NOT named after the colon: the collective stays", "Phối hợp với các đơn vị: rà soát hồ sơ.",
     "+các đơn vị"},
    {"missing comma after a department",
     "Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch các cơ quan, đơn vị có liên quan.",
     "+Sở Văn hóa, Thể thao và Du lịch; +các cơ quan, đơn vị có liên quan"},
    {"NOT a missing comma: a name with 'các'", "Ban Quản lý các Khu công nghiệp rà soát hạ tầng.",
     "Ban Quản lý các Khu công nghiệp"},
    {"kinds without 'các' are split",
     "Yêu cầu cấp ủy, tổ chức đảng, chính quyền, đoàn thể các cấp tập trung thực hiện.",
     "cấp ủy; tổ chức đảng; chính quyền; đoàn thể các cấp"},
    {"NOT split: kinds under one 'các'", "Các cấp ủy, chính quyền, đoàn thể tập trung thực hiện.",
     "các cấp ủy, chính quyền, đoàn thể"},
    {"committees of all provinces are one",
     "Đề nghị các đồng chí Bí thư Tỉnh ủy, Thành ủy quan tâm chỉ đạo.", "các tỉnh ủy, thành ủy"},
    {"NOT all provinces: committees with their place",
     "Đề nghị Bí thư Tỉnh ủy Nghệ An, Thành ủy Hà Nội chỉ đạo.",
     "Tỉnh ủy Nghệ An; Thành ủy Hà Nội"},
    {"the tail on duties is no part of the name",
     "Các Sở, ban, ngành quản lý quy hoạch theo chức năng, nhiệm vụ được giao có trách nhiệm cung "
     "cấp bản đồ.",
     "các Sở, ban, ngành quản lý quy hoạch"},
    {"a noun in the sector of a province",
     "Các cơ sở giáo dục nghề nghiệp thuộc phạm vi của tỉnh có trách nhiệm báo cáo.",
     "các cơ sở giáo dục nghề nghiệp thuộc phạm vi của tỉnh"},
    {"persons addressed before a colon",
     "Các ông, bà: Giám đốc Sở Y tế, Chánh Văn phòng Bộ rà soát.", "Sở Y tế; Văn phòng Bộ"},
    {"a second title in brackets", "Giám đốc (Thủ trưởng) các sở, ngành tổ chức rà soát.",
     "các sở, ngành"},
    // Who helps.
    {"the only subject leads, though its name says 'phối hợp'",
     "Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.", "Cơ quan phối hợp"},
    {"beside who leads it helps",
     "Sở Nội vụ chủ trì rà soát, các cơ quan phối hợp có trách nhiệm cung cấp số liệu.",
     "Sở Nội vụ; +các cơ quan phối hợp"},
    {"NOT who helps: a bare noun", "Phối hợp với đơn vị để thực hiện.", ""},
    // Who receives.
    {"a report that is made has no receiver", "Xây dựng báo cáo trung tâm và bài phát biểu.", ""},
    {"a report goes to who is written large", "Tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
     "^Ủy ban nhân dân tỉnh"},
    {"'liên quan đến' names no receiver",
     "Tham mưu giải quyết khó khăn liên quan đến ngành, lĩnh vực, địa bàn.", ""},
    {"sent to a collective", "Gửi các thông tin về quy hoạch cho các cơ quan đăng ký đầu tư.",
     "^các cơ quan đăng ký đầu tư"},
    {"NOT sent: supported", "Tham mưu chính sách hỗ trợ vốn cho các doanh nghiệp.", ""},
    {"sent to a named body", "Gửi kết quả rà soát về Bộ Xây dựng.", "^Bộ Xây dựng"},
    {"through another one", "Báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ).",
     "^Ủy ban nhân dân tỉnh; ^Sở Nội vụ"},
    {"a place acts", "Tỉnh rà soát, bố trí vốn.", "Tỉnh"},
    {"a named place that is told to acts", "Thành phố Đà Nẵng cần tập trung rà soát quy hoạch.",
     "Thành phố Đà Nẵng"},
    {"NOT a place that acts: it is part of a name", "Tỉnh đoàn rà soát.", "Tỉnh đoàn"},
    {"NOT a place that acts: written small", "tỉnh rà soát.", ""},
    {"semicolons inside a list of helpers",
     "Phối hợp với Sở Y tế; Sở Xây dựng; Sở Công Thương tuần tra.",
     "+Sở Y tế; +Sở Xây dựng; +Sở Công Thương"},
    {"NOT a list of helpers: one more body acts",
     "Sở Nội vụ rà soát hồ sơ, phối hợp với Sở Y tế; Sở Xây dựng rà soát quy hoạch.",
     "Sở Nội vụ; Sở Xây dựng; +Sở Y tế"},
    {"helpers after a colon", "Chủ trì, phối hợp với: Sở Y tế, Công an tỉnh rà soát.",
     "+Sở Y tế; +Công an tỉnh"},
    {"a meeting is no body that is told to act", "Duy trì chế độ giao ban hằng tháng.", ""},
    {"NOT a meeting: a board is told to act", "Giao Ban Quản lý dự án tỉnh rà soát.",
     "Ban Quản lý dự án tỉnh"},
    {"what happened to a unit belongs to it", "Đơn vị xảy ra cháy phải báo cáo ngay Công an tỉnh.",
     "Đơn vị xảy ra cháy; ^Công an tỉnh"},
    {"NOT what happened: what it has to do", "Đơn vị phải báo cáo ngay Công an tỉnh.",
     "Đơn vị; ^Công an tỉnh"},
    {"who is led does not lead",
     "Căn cứ chức năng nhiệm vụ, chỉ đạo các cơ sở giáo dục phổ thông, các cơ sở giáo dục nghề "
     "nghiệp lồng ghép nội dung.",
     ""},
    {"NOT led: the last body acts",
     "Trên cơ sở đề nghị của các Bộ, cơ quan liên quan, Bộ Tài chính khẩn trương rà soát.",
     "Bộ Tài chính"},
    {"one person with two titles", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ tổ chức thực hiện.",
     "Văn phòng Chính phủ"},
    {"NOT one person: ministers and heads",
     "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ tổ chức thực hiện.", "các Bộ, cơ quan ngang Bộ"},
    {"a name after a province is a person's",
     "Giao Phó Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn An chỉ đạo.", "Ủy ban nhân dân tỉnh"},
    {"NOT a person's: the province", "Giao Chủ tịch Ủy ban nhân dân tỉnh Lâm Đồng chỉ đạo.",
     "Ủy ban nhân dân tỉnh Lâm Đồng"},
    {"the branch of a bank",
     "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 8 chỉ đạo các tổ chức tín dụng cho vay.",
     "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 8"},
    {"a health station", "Phối hợp cùng Trạm Y tế các xã điều tra dịch tễ.", "+Trạm Y tế các xã"},
    {"NOT a health station: a building", "Phối hợp xây dựng trạm y tế.", ""},
    {"a board of construction projects",
     "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh đẩy nhanh tiến độ.",
     "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh"},
    {"a numbered task force", "Tổ công tác 1456 tham mưu, giúp Thủ tướng Chính phủ.",
     "Tổ công tác 1456; ^Thủ tướng Chính phủ"},
    {"helpers of several kinds across semicolons",
     "Giao Sở Công Thương chủ trì, phối hợp với các Sở, ban, ngành của tỉnh; Ủy ban nhân dân các "
     "xã, phường; các cơ quan, đơn vị có liên quan triển khai.",
     "Sở Công Thương; +các Sở, ban, ngành của tỉnh; +Ủy ban nhân dân các xã, phường; +các cơ quan, "
     "đơn vị có liên quan"},
    {"provinces act", "Các tỉnh Nghệ An, Quảng Ngãi, Cao Bằng khẩn trương hoàn thiện Báo cáo.",
     "các tỉnh Nghệ An, Quảng Ngãi, Cao Bằng"},
    {"a city and provinces act",
     "Thành phố Hà Nội và các tỉnh Bắc Ninh, Gia Lai đẩy nhanh tiến độ.",
     "Thành phố Hà Nội; các tỉnh Bắc Ninh, Gia Lai"},
    {"two places act", "Thành phố Hồ Chí Minh, tỉnh Lâm Đồng đẩy nhanh tiến độ.",
     "Thành phố Hồ Chí Minh; tỉnh Lâm Đồng"},
    {"NOT places that act: all of them are one body",
     "Các tỉnh, thành phố trực thuộc trung ương rà soát quy hoạch.",
     "các tỉnh, thành phố trực thuộc trung ương"},
    {"NOT places that act: they are stated", "Các tỉnh Nghệ An, Quảng Ngãi được hưởng hỗ trợ.", ""},
    {"what a generic noun owns stands before its verb",
     "Bộ Xây dựng, các địa phương, cơ quan chủ quản các dự án đang triển khai thi công tiếp tục "
     "chỉ đạo các nhà thầu.",
     "Bộ Xây dựng; các địa phương; cơ quan chủ quản"},
    {"NOT what it owns: nothing is commanded", "Cơ quan chủ quản các dự án chậm trễ.", ""},
    {"an ordinal opens an order", "Thứ tư, các địa phương cần chủ động báo cáo cấp có thẩm quyền.",
     "các địa phương; ^cấp có thẩm quyền"},
    {"helpers after a semicolon that ends no clause",
     "Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Tài chính; cơ quan, đơn vị có liên "
     "quan kiểm thử dịch vụ.",
     "Sở Khoa học và Công nghệ; +Sở Tài chính; +cơ quan, đơn vị có liên quan"},
    {"helpers after a semicolon at the start of a clause",
     "Rà soát hồ sơ; phối hợp Ban Quản lý Khu kinh tế; các đơn vị liên quan điều chỉnh quy hoạch.",
     "+Ban Quản lý Khu kinh tế; +các đơn vị liên quan"},
    {"one who has a duty in a later sentence",
     "Thông qua Báo cáo. Bộ Nội vụ chịu trách nhiệm về nội dung giải trình.", "Bộ Nội vụ"},
    {"work handed over to somebody", "Việc khám bệnh chuyển giao cho Sở Y tế.", "Sở Y tế"},
    {"NOT handed over to a body: to everybody", "Đẩy mạnh chuyển giao cho các doanh nghiệp.", ""},
    {"the receiver in the end", "Trình Sở Y tế để báo cáo cấp có thẩm quyền.",
     "^Sở Y tế; ^cấp có thẩm quyền"},
    {"NOT the receiver: one of several purposes",
     "Trình Sở Y tế để theo dõi, chỉ đạo hoặc báo cáo cấp có thẩm quyền.", "^Sở Y tế"},
    {"a sector that is a verb", "Các sở, ngành xây dựng kế hoạch chi tiết.", "các sở, ngành"},
    {"NOT a verb: the sector of a ministry", "Bộ Xây dựng lập kế hoạch.", "Bộ Xây dựng"},
};

}  // namespace

TEST_CASE("bodies and roles follow the rule that their row names") {
    for (const Row& row : kRows) {
        CAPTURE(row.rule);
        CHECK(roles(row.text) == row.bodies);
    }
}
