#include <string>
#include <vector>

#include "analyzers/citation/citations.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

// What the words around a number say: who issued it and when, which provision is meant, what one
// cited document does to another.
using namespace tracuu::analyzers;

namespace {

CitationReading read(const std::string& text) {
    const Reading reading(text);
    return read_citations(reading, Header{});
}

// One part of every citation, in order, joined with " | ".
template <typename Part>
std::string all(const std::string& text, Part part) {
    std::string out;
    for (const Citation& citation : read(text).citations) {
        if (!out.empty()) out += " | ";
        out += part(citation);
    }
    return out;
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

template <typename Part>
void check(const std::vector<Row>& rows, Part part) {
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(all(row.text, part) == row.expected);
    }
}

}  // namespace

TEST_CASE("The issuer is read where a list or a place hides it") {
    check(
        {{"before the number", "Căn cứ Nghị định của Chính phủ số 14/2008/NĐ-CP;", "Chính phủ"},
         {"once for a list",
          "Căn cứ các Nghị định của Chính phủ số 14/2008/NĐ-CP ngày 04/02/2008; số 12/2010/NĐ-CP;",
          "Chính phủ | Chính phủ"},
         {"a name that begins like a verb",
          "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân thành phố Cần Thơ về chỉ tiêu",
          "Ủy ban nhân dân thành phố Cần Thơ"},
         {"a verb with a capital after the place",
          "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh Quy định mức thu",
          "Ủy ban nhân dân tỉnh"},
         {"a verb in a heading",
          "QUYẾT ĐỊNH SỐ 12/QĐ-UBND CỦA ỦY BAN NHÂN DÂN TỈNH BAN HÀNH QUY CHẾ",
          "Ủy ban nhân dân tỉnh"},
         {"what was done with it",
          "Báo cáo số 467/BC-UBND của Ủy ban nhân dân Thành phố giải trình, tiếp thu ý kiến",
          "Ủy ban nhân dân Thành phố"},
         {"no words of a heading", "QUY ĐỊNH TẠI THÔNG TƯ SỐ 44/2025/TT-BYT CỦA BỘ Y TẾ",
          "Bộ Y tế"},
         {"no words of a heading before", "VIỆC QUY ĐỊNH TẠI THÔNG TƯ SỐ 44/2025/TT-BYT", ""},
         {"units of one office",
          "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 52/TTr-STC, Công văn số "
          "3976/STC-QLGCS;",
          "Sở Tài chính | Sở Tài chính"},
         {"của written twice",
          "Quyết định số 07/2022/QĐ-UBND của của Ủy ban nhân dân tỉnh Thừa Thiên Huế sửa đổi",
          "Ủy ban nhân dân tỉnh Thừa Thiên Huế"},
         {"a word written twice",
          "Quyết định số 10/QĐ-UBND của Ủy ban nhân dân tỉnh tỉnh ban hành quy chế",
          "Ủy ban nhân dân tỉnh"},
         {"a remark before the verb",
          "Ngày 26/02/2025, Cục Thuế tỉnh Vĩnh Phúc (nay là Thuế tỉnh Phú Thọ) có Thông báo số "
          "565/TB-CTVPH.",
          "Cục Thuế tỉnh Vĩnh Phúc"},
         {"a place in capitals",
          "QUYẾT ĐỊNH SỐ 12/QĐ-UBND CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ BAN HÀNH QUY CHẾ",
          "Ủy ban nhân dân thành phố Cần Thơ"},
         {"a board named by its field",
          "Quyết định số 14/QĐ-BCĐ của Ban Chỉ đạo về chuyển đổi số tỉnh ban hành quy chế",
          "Ban Chỉ đạo về chuyển đổi số tỉnh"},
         {"a board and the title",
          "Kế hoạch số 15/KH-BCĐ của Ban Chỉ đạo về việc kiểm tra công tác năm 2020",
          "Ban Chỉ đạo"}},
        [](const Citation& citation) { return citation.issuer; });
}

TEST_CASE("The date may stand before the document") {
    check({{"at a notice", "Ngày 05/3/2024, tại Thông báo số 45/TB-VPCP, đã có kết luận.",
            "2024-03-05"},
           {"after a semicolon", "Đã họp; ngày 7/8/2021, Bộ Nội vụ có Công văn số 99/BNV-CCVC.",
            "2021-08-07"},
           {"of another event", "Ngày 05/3/2024, tại cuộc họp, đã thông qua Tờ trình số 5/TTr-STC.",
            "-"}},
          [](const Citation& citation) {
              return citation.date ? citation.date->iso() : std::string("-");
          });
}

TEST_CASE("The provision is given with its unit") {
    check({{"annex", "theo Phụ lục 03 Thông tư số 05/2020/TT-BTC", "Phụ lục 03"},
           {"annex, roman", "tại Phụ lục II ban hành, phụ lục IV Nghị định số 8/2022/NĐ-CP",
            "phụ lục IV"},
           {"no subpoint", "quy định chi tiết khoản 2 Điều 5 Nghị định số 10/2019/NĐ-CP",
            "khoản 2 Điều 5"}},
          [](const Citation& citation) { return citation.pinpoint; });
}

TEST_CASE("A dot may stand for the hyphen between type and issuer") {
    check({{"decision", "Quyết định số 30/QĐ.UBND", "30/QĐ-UBND"},
           {"proposal with a unit", "Tờ trình số 45/TTr.UBND-NC", "45/TTr-UBND-NC"},
           {"a unit of a letter", "Công văn số 12/UBND.NC", "12/UBND.NC"}},
          [](const Citation& citation) { return citation.number; });
}

TEST_CASE("Who amends whom is read across a semicolon and by rank") {
    struct Edges {
        const char* rule;
        const char* text;
        const char* expected;
    };
    const std::vector<Edges> rows{
        {"after a semicolon",
         "Căn cứ Nghị định số 46/2017/NĐ-CP ngày 21/4/2017; được sửa đổi, bổ sung bởi Nghị định số "
         "135/2018/NĐ-CP;",
         "135/2018/NĐ-CP>46/2017/NĐ-CP:amends"},
        {"a circular amends no decree",
         "Căn cứ Nghị định số 46/2017/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 135/2018/NĐ-CP "
         "và Thông tư số 11/2020/TT-BGDĐT;",
         "135/2018/NĐ-CP>46/2017/NĐ-CP:amends"},
        {"two that amend",
         "Căn cứ Nghị định số 46/2017/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 135/2018/NĐ-CP "
         "và Nghị định số 24/2021/NĐ-CP;",
         "135/2018/NĐ-CP>46/2017/NĐ-CP:amends 24/2021/NĐ-CP>46/2017/NĐ-CP:amends"},
        {"some rules of a decree",
         "Căn cứ Thông tư số 03/2025/TT-VPCP hướng dẫn thi hành một số quy định của Nghị định số "
         "118/2025/NĐ-CP;",
         "03/2025/TT-VPCP>118/2025/NĐ-CP:implements"},
        {"a provision of another document",
         "Căn cứ Thông tư số 03/2021/TT-BNV sửa đổi, bổ sung chế độ nâng lương quy định tại Thông "
         "tư số 08/2013/TT-BNV;",
         "03/2021/TT-BNV>08/2013/TT-BNV:amends"},
    };
    for (const Edges& row : rows) {
        INFO(row.rule << ": " << row.text);
        std::string edges;
        for (const Edge& edge : read(row.text).edges) {
            if (edge.from == Edge::kSelf) continue;
            if (!edges.empty()) edges += ' ';
            edges += edge.from + '>' + edge.to + ':' + std::string(name(edge.relation));
        }
        CHECK(edges == row.expected);
    }
}

TEST_CASE("What is done under a provision does not change it") {
    check(
        {{"by the document itself",
          "Nghị định này bãi bỏ các quy định về bồi dưỡng quy định tại Nghị định số "
          "101/2017/NĐ-CP.",
          "repeals"},
         {"under a heading that says the same",
          "Điều 1. Bãi bỏ toàn bộ các quyết định Bãi bỏ toàn bộ Quyết định số 10/2016/QĐ-UBND.",
          "repeals"},
         {"in the title of what is repealed",
          "Bãi bỏ Quyết định số 06/2020/QĐ-UBND bổ sung định mức quy định tại Quyết định số "
          "09/2019/QĐ-UBND.",
          "repeals | mentions"},
         {"by an office",
          "Cấp, sửa đổi, cấp lại giấy chứng nhận quy định tại Điều 11 Nghị định số 69/2018/NĐ-CP.",
          "based_on"}},
        [](const Citation& citation) { return std::string(name(citation.relation)); });
}

TEST_CASE("A ground of its own paragraph goes on from the one before") {
    const std::string head =
        "ỦY BAN NHÂN DÂN\n\nQUYẾT ĐỊNH\nVề việc thử\n\nCăn cứ Nghị định số 78/2025/NĐ-CP;\n\n";
    const auto relations = [](const Citation& citation) {
        return std::string(name(citation.relation));
    };
    CHECK(all(head + "Nghị định số 79/2025/NĐ-CP về kiểm tra;\n\nĐiều 1. Phạm vi\n", relations) ==
          "based_on | based_on");
    CHECK(all(head + "Điều 1. Phạm vi\n1. Nghị định số 79/2025/NĐ-CP về kiểm tra.\n", relations) ==
          "based_on | mentions");
}
