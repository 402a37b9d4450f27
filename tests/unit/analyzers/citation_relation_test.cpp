#include "analyzers/citation/citations.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

CitationReading read(const std::string& text, const std::string& own_type = {}) {
    const Reading reading(text);
    Header header;
    header.type = own_type;
    return read_citations(reading, header);
}

// "number:relation" of every mention, in order.
std::string relations(const std::string& text, const std::string& own_type = {}) {
    std::string out;
    for (const Citation& citation : read(text, own_type).citations) {
        if (!out.empty()) out += ' ';
        out += citation.number + ':' + std::string(name(citation.relation));
    }
    return out;
}

// "from>to:relation" of every edge that is not from this document.
std::string other_edges(const std::string& text) {
    std::vector<std::string> edges;
    for (const Edge& edge : read(text).edges) {
        if (edge.from == Edge::kSelf) continue;
        edges.push_back(edge.from + '>' + edge.to + ':' + std::string(name(edge.relation)));
    }
    std::string out;
    for (const std::string& edge : edges) out += (out.empty() ? "" : " ") + edge;
    return out;
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

}  // namespace

TEST_CASE("The relation of a mention comes from the cue that governs it") {
    const std::vector<Row> rows{
        {"implements: thực hiện", "Thực hiện Nghị quyết số 18-NQ/TW, tỉnh làm.",
         "18-NQ/TW:implements"},
        {"implements: triển khai thi hành", "Triển khai thi hành Luật số 38/2013/QH13.",
         "38/2013/QH13:implements"},
        {"implements: quán triệt", "Quán triệt Nghị quyết số 10/NQ-CP của Chính phủ.",
         "10/NQ-CP:implements"},
        {"implements: propaganda", "Tuyên truyền Nghị quyết số 18-NQ/TW.", "18-NQ/TW:implements"},
        {"implements: through a plan to be made",
         "Tham mưu xây dựng Kế hoạch thực hiện Nghị quyết "
         "số 19-NQ/TW.",
         "19-NQ/TW:implements"},
        {"implements: directions in a document",
         "Thực hiện chỉ đạo của Thủ tướng Chính phủ tại "
         "Công điện số 234/CĐ-TTg.",
         "234/CĐ-TTg:implements"},
        {"implements: theo after thực hiện",
         "Thực hiện nghiêm việc tinh giản biên chế theo Nghị "
         "quyết số 39-NQ/TW.",
         "39-NQ/TW:implements"},
        {"implements: work that a policy sets, theo",
         "Tinh giản biên chế theo Nghị quyết số "
         "39-NQ/TW.",
         "39-NQ/TW:implements"},
        {"based_on: theo without such work", "Hỗ trợ cán bộ nghỉ việc theo Nghị quyết số 39-NQ/TW.",
         "39-NQ/TW:based_on"},
        {"based_on: theo quy định của after thực hiện",
         "Thực hiện chế độ theo quy định của Nghị "
         "quyết số 197/2025/QH15.",
         "197/2025/QH15:based_on"},
        {"based_on: thực hiện theo a provision",
         "Việc thu thực hiện theo Điều 3 Nghị định số "
         "80/2014/NĐ-CP.",
         "80/2014/NĐ-CP:based_on"},
        {"based_on: căn cứ", "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010;",
         "63/2010/NĐ-CP:based_on"},
        {"based_on: xét", "Xét Tờ trình số 419/TTr-UBND; Báo cáo thẩm tra số 104/BC-BVHXH;",
         "419/TTr-UBND:based_on 104/BC-BVHXH:based_on"},
        {"based_on: theo đề nghị",
         "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV.", "12/TTr-SNV:based_on"},
        {"based_on: after hearing",
         "Sau khi nghe Báo cáo của Ban Tổ chức (Báo cáo số 565-BC/BTCTW), "
         "Bộ Chính trị kết luận.",
         "565-BC/BTCTW:based_on"},
        {"based_on: a provision quoted",
         "Tại khoản 2 Điều 15 Luật Thuế số 48/2024/QH15 quy định:", "48/2024/QH15:based_on"},
        {"reviews: tổng kết ... thực hiện", "Tổng kết 10 năm thực hiện Nghị quyết số 22-NQ/TW.",
         "22-NQ/TW:reviews"},
        {"reviews: đánh giá việc thực hiện",
         "Tổ chức tổng kết, đánh giá việc thực hiện Quyết định "
         "số 36/2014/QĐ-UBND.",
         "36/2014/QĐ-UBND:reviews"},
        {"reviews: tình hình thực hiện",
         "Báo cáo tình hình triển khai thực hiện Nghị quyết số "
         "66-NQ/TW và Nghị quyết số 140/NQ-CP.",
         "66-NQ/TW:reviews 140/NQ-CP:reviews"},
        {"reviews: years of carrying out", "Sau gần 10 năm thực hiện Nghị quyết số 19-NQ/TW.",
         "19-NQ/TW:reviews"},
        {"reviews: progress", "Báo cáo tiến độ thực hiện Nghị quyết số 18-NQ/TW.",
         "18-NQ/TW:reviews"},
        {"amends", "Sửa đổi, bổ sung quy định về phí tại Nghị quyết số 16/2023/NQ-HĐND.",
         "16/2023/NQ-HĐND:amends"},
        {"amends: what was issued with it",
         "Sửa đổi một số điều của Quy định ban hành kèm theo Quyết "
         "định số 40/2024/QĐ-UBND.",
         "40/2024/QĐ-UBND:amends"},
        {"amends: words replaced", "Thay thế cụm từ “sở” tại Quyết định số 52/2024/QĐ-UBND.",
         "52/2024/QĐ-UBND:amends"},
        {"replaces", "Quyết định này thay thế Quyết định số 3149/QĐ-UBND.",
         "3149/QĐ-UBND:replaces"},
        {"repeals", "Bãi bỏ toàn bộ Quyết định số 22/2025/QĐ-UBND.", "22/2025/QĐ-UBND:repeals"},
        {"repeals: said after it", "Quyết định số 10/2016/QĐ-UBND hết hiệu lực kể từ ngày ký.",
         "10/2016/QĐ-UBND:repeals"},
        {"repeals: a list whose end is a day",
         "1. Các Quyết định sau đây hết hiệu lực kể từ ngày 01 tháng 01 năm 2026:\na) Quyết định "
         "số "
         "1/2016/QĐ-UBND;\nb) Quyết định số 2/2016/QĐ-UBND.",
         "1/2016/QĐ-UBND:repeals 2/2016/QĐ-UBND:repeals"},
        {"mentions: what ends is no document",
         "1. Giấy phép hết hiệu lực khi có một trong các căn cứ sau:\na) Quyết định số "
         "1/2016/QĐ-UBND nêu rõ.",
         "1/2016/QĐ-UBND:mentions"},
        {"repeals: a list under an introduction",
         "1. Bãi bỏ các Quyết định sau:\na) Quyết định số 1/2016/QĐ-UBND;\nb) Quyết định số "
         "2/2016/QĐ-UBND.",
         "1/2016/QĐ-UBND:repeals 2/2016/QĐ-UBND:repeals"},
        {"mentions: nothing governs it", "Nghị quyết số 57-NQ/TW là bước đột phá.",
         "57-NQ/TW:mentions"},
        {"mentions: short name", "(sau đây gọi tắt là Nghị quyết số 10/NQ-CP)",
         "10/NQ-CP:mentions"},
        {"mentions: attached", "(Kèm theo Báo cáo số 565-BC/BTCTW)", "565-BC/BTCTW:mentions"},
        {"mentions: answered letter", "Trả lời công văn số 324/QTR-KTr2 ngày 22/7/2025, Cục nêu.",
         "324/QTR-KTr2:mentions"},
        {"mentions: issued before",
         "Thực hiện chủ trương chung, tỉnh đã ban hành Chỉ thị số 8/CT-UBND.",
         "8/CT-UBND:mentions"},
        {"mentions: a draft amends it",
         "Trình Chính phủ nghị định sửa đổi, bổ sung Nghị định số "
         "108/2014/NĐ-CP.",
         "108/2014/NĐ-CP:mentions"},
        {"mentions: the agent of a passive",
         "Căn cứ Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi "
         "Luật số 87/2025/QH15;",
         "64/2025/QH15:based_on 87/2025/QH15:mentions"},
        {"mentions: what a cited document carries out",
         "Căn cứ Kế hoạch số 07-KH/TW ngày 27/11/2017 của Bộ Chính trị thực hiện Nghị quyết số "
         "18-NQ/TW ngày 25/10/2017; Nghị quyết số 56/2017/QH14;",
         "07-KH/TW:based_on 18-NQ/TW:mentions 56/2017/QH14:based_on"},
        {"coordination after a title",
         "Thực hiện Nghị quyết số 18-NQ/TW “Một số vấn đề về đổi mới, "
         "sắp xếp” và Kế hoạch số 07-KH/TW ngày 27/11/2017.",
         "18-NQ/TW:implements 07-KH/TW:implements"},
        {"coordination inside a description",
         "Thực hiện Kế hoạch số 348/KH-UBND ngày 14/5/2025 về triển khai Nghị quyết số 71/NQ-CP "
         "ngày "
         "01/4/2025 và Kế hoạch số 328-KH/TU ngày 24/4/2025; Kế hoạch số 01-KH/BCĐ.",
         "348/KH-UBND:implements 71/NQ-CP:mentions 328-KH/TU:mentions 01-KH/BCĐ:implements"},
        {"a full member returns to the outer list",
         "Nghị định này thay thế Nghị định số 1/2014/NĐ-CP ngày 20/11/2014, Nghị định số "
         "2/2018/NĐ-CP "
         "ngày 31/8/2018 sửa đổi Nghị định số 1/2014/NĐ-CP và Nghị định số 3/2020/NĐ-CP ngày "
         "10/12/2020.",
         "1/2014/NĐ-CP:replaces 2/2018/NĐ-CP:replaces 1/2014/NĐ-CP:mentions 3/2020/NĐ-CP:replaces"},
        {"a new sentence starts afresh",
         "Căn cứ Nghị định số 1/2014/NĐ-CP. Nghị quyết số 57-NQ/TW nêu "
         "rõ.",
         "1/2014/NĐ-CP:based_on 57-NQ/TW:mentions"},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(relations(row.text) == row.expected);
    }
}

TEST_CASE("A cue whose object is something else does not govern the document") {
    const std::vector<Row> rows{
        {"theo after a strong verb with an object of its own",
         "Sửa đổi, bổ sung cụm từ trong văn bản theo Nghị quyết số 66/NQ-CP.", "66/NQ-CP:based_on"},
        {"the words after theo do not matter",
         "Chưa sửa đổi, bổ sung văn bản, không đạt mục tiêu theo đúng yêu cầu của Nghị quyết số "
         "66/NQ-CP.",
         "66/NQ-CP:based_on"},
        {"not: the strong verb's object is part of the document",
         "Sửa đổi, bổ sung khoản 2 Điều 5 Nghị định số 60/2021/NĐ-CP.", "60/2021/NĐ-CP:amends"},
        {"theo quy định tại after a strong verb with an object",
         "Đính chính số liệu thực hiện theo quy định tại Mục 5 Phụ lục 1 kèm theo Nghị định số "
         "151/2025/NĐ-CP.",
         "151/2025/NĐ-CP:based_on"},
        {"điều chỉnh mức",
         "Điều chỉnh mức giá quy định tại Phụ lục II Quyết định số 15/2025/QĐ-TTg.",
         "15/2025/QĐ-TTg:based_on"},
        {"not: điều chỉnh a document", "Điều chỉnh Quyết định số 15/2025/QĐ-TTg.",
         "15/2025/QĐ-TTg:amends"},
        {"a ground goes on behind a clause with another verb",
         "Xét Tờ trình số 5/TTr-UBND về hỗ trợ do thực hiện mô hình mới; Báo cáo số 114/BC-UBND.",
         "5/TTr-UBND:based_on 114/BC-UBND:based_on"},
        {"theo phân công tại after thực hiện",
         "Thực hiện chính quyền 02 cấp theo phân công tại Quyết định số 2179/QĐ-TTg.",
         "2179/QĐ-TTg:based_on"},
        {"not: theo after thực hiện", "Thực hiện tinh giản theo Nghị quyết số 39-NQ/TW.",
         "39-NQ/TW:implements"},
        {"thực hiện tiếp nhận", "Thủ tục thực hiện tiếp nhận tại Quyết định số 964/QĐ-UBND.",
         "964/QĐ-UBND:mentions"},
        {"kể từ ngày ends theo",
         "Thống kê theo dữ liệu dân cư trong 15 ngày kể từ ngày Nghị định số 255/2025/NĐ-CP có "
         "hiệu "
         "lực.",
         "255/2025/NĐ-CP:mentions"},
        {"a proposal amends nothing", "Kiến nghị sửa đổi, bổ sung Nghị định số 76/2019/NĐ-CP.",
         "76/2019/NĐ-CP:mentions"},
        {"work towards an amendment", "Bộ Nội vụ tham mưu sửa đổi Nghị định số 76/2019/NĐ-CP.",
         "76/2019/NĐ-CP:mentions"},
        {"the topic before a colon, and what answers it",
         "Về việc điều chỉnh Nghị định số 105/2020/NĐ-CP: Giao Bộ nâng mức hỗ trợ bằng mức tại "
         "Nghị "
         "định số 277/2025/NĐ-CP.",
         "105/2020/NĐ-CP:mentions 277/2025/NĐ-CP:mentions"},
        {"reviews: rà soát lại việc thực hiện",
         "Rà soát lại việc thực hiện chỉ đạo tại Công văn số 7683/VPCP-QHĐP.",
         "7683/VPCP-QHĐP:reviews"},
        {"not: rà soát alone", "Rà soát để thực hiện Nghị quyết số 18-NQ/TW.",
         "18-NQ/TW:implements"},
        {"amends: words of the attached rules",
         "Thay thế, bãi bỏ một số từ, cụm từ của Quy định kèm theo Nghị quyết số "
         "09/2022/NQ-HĐND.",
         "09/2022/NQ-HĐND:amends"},
        {"amends: part of the content", "Thay thế một số nội dung của Thông tư số 07/2019/TT-BCT.",
         "07/2019/TT-BCT:amends"},
        {"not: words or the whole", "Bãi bỏ Nghị quyết số 09/2022/NQ-HĐND.",
         "09/2022/NQ-HĐND:repeals"},
        {"amends: bổ sung vào",
         "Bổ sung các cửa khẩu sau vào danh sách nêu tại Điều 2 Nghị quyết số "
         "127/NQ-CP.",
         "127/NQ-CP:amends"},
        {"not: vào danh mục without bổ sung",
         "Dự án được đưa vào danh mục theo Quyết định số 12/QĐ-TTg.", "12/QĐ-TTg:based_on"},
        {"repeals: the verb stands after the document and its issuer",
         "Thủ tục đã công bố tại Quyết định số 2194/QĐ-UBND của Chủ tịch UBND tỉnh hết hiệu lực kể "
         "từ "
         "ngày Quyết định này có hiệu lực.",
         "2194/QĐ-UBND:repeals"},
        {"và hướng dẫn của: beside the first document, not beside its title",
         "Thực hiện Thông tri số 02-TT/TU về tiếp tục thực hiện tháng hành động và hướng dẫn của "
         "Bộ "
         "Nội vụ tại Công văn số 8935/BNV-CTTN.",
         "02-TT/TU:implements 8935/BNV-CTTN:implements"},
        {"a quoted provision is no ground of the next clause",
         "Tại Điều 3 Quyết định số 466/QĐ-UBND có nêu nơi nhận; Cục Thuế gửi công văn số "
         "1310/CT-CS.",
         "466/QĐ-UBND:based_on 1310/CT-CS:mentions"},
        {"not: it is one for its list",
         "Tại Điều 3 Nghị định số 46/2025/NĐ-CP, Điều 5 Nghị định số 47/2025/NĐ-CP quy định.",
         "46/2025/NĐ-CP:based_on 47/2025/NĐ-CP:based_on"},
    };
    for (const Row& row : rows) {
        INFO(row.rule);
        CHECK(relations(row.text, "Quyết định") == row.expected);
    }
}

TEST_CASE("The act of an introduction holds for the documents of its list") {
    const std::vector<Row> rows{
        {"heading of an article without a colon",
         "Điều 1. Bãi bỏ toàn bộ một số văn bản của Thủ tướng Chính phủ\n1. Quyết định số "
         "104/2000/QĐ-TTg ngày 25 tháng 8 năm 2000.\n2. Chỉ thị số 33/2006/CT-TTg về thử nghiệm.",
         "104/2000/QĐ-TTg:repeals 33/2006/CT-TTg:repeals"},
        {"a long introduction that begins with the verb",
         "Điều 2. Bãi bỏ các văn bản quy phạm pháp luật thuộc lĩnh vực y tế do Ủy ban nhân dân "
         "tỉnh "
         "ban hành trên địa bàn tỉnh Đồng Nai trước ngày sắp xếp, cụ thể như sau:\n1. Quyết định "
         "số "
         "76/2006/QĐ-UBND.\n2. Quyết định số 77/2006/QĐ-UBND.",
         "76/2006/QĐ-UBND:repeals 77/2006/QĐ-UBND:repeals"},
        {"a broken line under an item makes no heading of it",
         "Điều 1. Bãi bỏ các văn bản sau:\n1. Quyết định số 90/2004/QĐ-UBND về khu đất Đồng Hới\n- "
         "Quảng Bình;\n2. Quyết định số 91/2004/QĐ-UBND.",
         "90/2004/QĐ-UBND:repeals 91/2004/QĐ-UBND:repeals"},
        {"not: an item that heads provisions",
         "Điều 1. Bãi bỏ các văn bản sau:\n1. Về hồ sơ\n- Hồ sơ lập theo Nghị định số "
         "90/2025/NĐ-CP;\n2. Mẫu số 2.",
         "90/2025/NĐ-CP:based_on"},
        {"with a colon", "Điều 1. Bãi bỏ các Quyết định sau:\n1. Quyết định số 104/2000/QĐ-TTg.",
         "104/2000/QĐ-TTg:repeals"},
        {"not: an article that amends, its items are provisions",
         "Điều 1. Sửa đổi một số điều của Quy chế\n1. Việc chi theo Quyết định số 10/QĐ-TTg.",
         "10/QĐ-TTg:based_on"},
        {"not: an item that only uses a document",
         "Đôn đốc việc thực hiện quyết định xử lý:\n- Tại khoản 1 Điều 116 Luật số 38/2019/QH14 "
         "quy "
         "định.",
         "38/2019/QH14:based_on"},
        {"the verb ends the line, its object begins the next",
         "Điều 3. Quyết định này có hiệu lực từ ngày ký; thay thế\nDanh mục tại Quyết định số "
         "1740/QĐ-UBND.",
         "1740/QĐ-UBND:replaces"},
        {"not: a paragraph that ended before",
         "Điều 3. Quyết định này có hiệu lực và được thay thế.\nDanh mục tại Quyết định số "
         "1740/QĐ-UBND.",
         "1740/QĐ-UBND:mentions"},
    };
    for (const Row& row : rows) {
        INFO(row.rule);
        CHECK(relations(row.text, "Quyết định") == row.expected);
    }
}

TEST_CASE("What changes a document is said by what can change it") {
    struct Typed {
        const char* rule;
        const char* own_type;
        const char* text;
        const char* expected;
    };
    const std::vector<Typed> rows{
        {"a plan changes no decision", "Kế hoạch",
         "Sở Nội vụ thay thế Quyết định số 15/2021/QĐ-UBND.", "15/2021/QĐ-UBND:mentions"},
        {"a plan may replace a plan", "Kế hoạch", "Kế hoạch này thay thế Kế hoạch số 15/KH-UBND.",
         "15/KH-UBND:replaces"},
        {"a circular changes a decision", "Thông tư", "Bãi bỏ Quyết định số 181/2006/QĐ-BQP.",
         "181/2006/QĐ-BQP:repeals"},
        {"a decision that announces what is repealed", "Quyết định",
         "Quyết định số 12/QĐ-UBND công bố thủ tục hành chính bị bãi bỏ trong lĩnh vực thử.",
         "12/QĐ-UBND:mentions"},
        {"a decision that is repealed", "Quyết định",
         "Quyết định số 12/QĐ-UBND bị bãi bỏ kể từ ngày Quyết định này có hiệu lực.",
         "12/QĐ-UBND:repeals"},
        {"a document that only tells when", "Nghị quyết",
         "Thay thế Nghị quyết số 5/2022/NQ-HĐND về cơ sở hoạt động trước khi Luật số 27/2001/QH10 "
         "có "
         "hiệu lực; Nghị quyết số 6/2022/NQ-HĐND.",
         "5/2022/NQ-HĐND:replaces 27/2001/QH10:mentions 6/2022/NQ-HĐND:replaces"},
        {"a day that only tells when", "Quyết định",
         "Kể từ ngày 01/11/2025, bãi bỏ Quyết định số 12/QĐ-UBND.", "12/QĐ-UBND:repeals"},
    };
    for (const Typed& row : rows) {
        INFO(row.rule);
        CHECK(relations(row.text, row.own_type) == row.expected);
    }
}

TEST_CASE("A law amends the laws that its name holds and the text numbers") {
    CHECK(
        other_edges("Căn cứ Luật Nhà ở số 27/2023/QH15; Luật sửa đổi, bổ sung một số điều của Luật "
                    "Đất đai, Luật nhà ở số 43/2024/QH15.") == "43/2024/QH15>27/2023/QH15:amends");
    CHECK(other_edges("Căn cứ Luật Nhà ở số 27/2023/QH15; Luật Đất đai số 31/2024/QH15.").empty());
}

TEST_CASE("What submits a draft does not amend") {
    CHECK(other_edges("Xét Tờ trình số 16/TTr-UBND về dự thảo Nghị quyết sửa đổi Nghị quyết số "
                      "9/2022/NQ-HĐND.") == "");
    CHECK(other_edges("Nghị định số 15/2025/NĐ-CP sửa đổi Nghị định số 9/2022/NĐ-CP.") ==
          "15/2025/NĐ-CP>9/2022/NĐ-CP:amends");
}

TEST_CASE("A decision that repeals speaks of itself only in a decision") {
    const std::string text =
        "Ủy ban nhân dân tỉnh ban hành Quyết định bãi bỏ toàn bộ Quyết định số "
        "10/2016/QĐ-UBND.";
    CHECK(relations(text, "Quyết định") == "10/2016/QĐ-UBND:repeals");
    CHECK(relations(text, "Kế hoạch") == "10/2016/QĐ-UBND:mentions");
}

TEST_CASE("Edges between two other documents are read in both directions") {
    const std::vector<Row> rows{
        {"nested implements",
         "Căn cứ Nghị quyết số 10/NQ-CP của Chính phủ về ban hành Chương trình thực hiện Nghị "
         "quyết số "
         "18-NQ/TW;",
         "10/NQ-CP>18-NQ/TW:implements"},
        {"two levels",
         "Kế hoạch 112-KH/TU về thực hiện Kết luận số 38-KL/TW về tổng kết 10 năm thực hiện Nghị "
         "quyết "
         "số 22-NQ/TW.",
         "112-KH/TU>38-KL/TW:implements 38-KL/TW>22-NQ/TW:reviews"},
        {"passive",
         "Căn cứ Nghị quyết số 6/2020/NQ-HĐND, được sửa đổi, bổ sung bởi Nghị quyết số "
         "16/2023/NQ-HĐND;",
         "16/2023/NQ-HĐND>6/2020/NQ-HĐND:amends"},
        {"passive in parentheses",
         "Thông tư số 219/2013/TT-BTC (được sửa đổi, bổ sung tại khoản 3 Điều "
         "1 Thông tư số 130/2016/TT-BTC) hướng dẫn.",
         "130/2016/TT-BTC>219/2013/TT-BTC:amends"},
        {"passive list",
         "Luật số 83/2015/QH13 được sửa đổi, bổ sung bởi Luật số 59/2020/QH14 và Luật số "
         "56/2024/QH15;",
         "59/2020/QH14>83/2015/QH13:amends 56/2024/QH15>83/2015/QH13:amends"},
        {"passive skips a law named between",
         "Căn cứ Luật Phí và lệ phí số 97/2015/QH13;\nCăn cứ Nghị định số 120/2016/NĐ-CP hướng dẫn "
         "thi "
         "hành một số điều của Luật phí và lệ phí, được sửa đổi, bổ sung bởi Nghị định số "
         "82/2023/NĐ-CP;",
         "120/2016/NĐ-CP>97/2015/QH13:implements 82/2023/NĐ-CP>120/2016/NĐ-CP:amends"},
        {"named resolution with the title of a numbered one",
         "Thực hiện Nghị quyết số 18-NQ/TW “Một số vấn đề” và Kế hoạch số 07-KH/TW của Bộ Chính "
         "trị "
         "thực hiện Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII “Một số vấn "
         "đề”.",
         "07-KH/TW>18-NQ/TW:implements"},
        {"a decree in a list stands beside the decree, not beside its law",
         "Căn cứ Nghị định số 187/2025/NĐ-CP sửa đổi Nghị định số 78/2025/NĐ-CP quy định chi tiết "
         "Luật "
         "Đất đai và Nghị định số 79/2025/NĐ-CP;",
         "187/2025/NĐ-CP>78/2025/NĐ-CP:amends 187/2025/NĐ-CP>79/2025/NĐ-CP:amends"},
        {"none from a list", "Thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW.", ""},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(other_edges(row.text) == row.expected);
    }
}

TEST_CASE("One edge per pair carries the strongest relation and its evidence") {
    const CitationReading result = read(
        "Căn cứ Nghị quyết số 18-NQ/TW.\nThực hiện Nghị quyết số "
        "18-NQ/TW.\nTriển khai Nghị quyết số 18-NQ/TW.\nNghị quyết số "
        "18-NQ/TW nêu rõ.");
    REQUIRE(result.edges.size() == 1);
    CHECK(result.edges[0].from == Edge::kSelf);
    CHECK(result.edges[0].relation == Relation::implements);
    CHECK(result.edges[0].evidence == std::vector<std::uint32_t>{1, 2});
}
