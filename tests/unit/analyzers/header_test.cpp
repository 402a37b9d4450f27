#include "analyzers/header.hpp"

#include <string>
#include <vector>

#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

Header header_of(const std::string& text, const Hints& hints = {}) {
    return read_header(Reading(text), hints);
}

const std::string kBody =
    "\nCăn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n"
    "Điều 1. Ban hành kèm theo văn bản này quy định về việc thử nghiệm các bộ đọc văn bản.\n";

}  // namespace

TEST_CASE("A State document with both columns flattened gives all its fields") {
    const Header header = header_of(
        "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n---------------\nSố: 112/QĐ-UBND\n"
        "Kon Tum, ngày 05 tháng 3 năm 2019\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH QUY ĐỊNH THỬ\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KON TUM" +
        kBody + "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Thử\n");
    CHECK(header.number == "112/QĐ-UBND");
    CHECK(header.type == "Quyết định");
    CHECK(header.issuer == "Ủy ban nhân dân tỉnh Kon Tum");
    CHECK(header.jurisdiction == "Kon Tum");
    CHECK(header.place == "Kon Tum");
    CHECK(header.date == Date::of(2019, 3, 5));
    CHECK(header.signer == "Trần Văn Thử");
    CHECK(header.title == "VỀ VIỆC BAN HÀNH QUY ĐỊNH THỬ");
}

TEST_CASE("A Party document gives its number, seat and signer") {
    const Header header = header_of(
        "TỈNH ỦY BÌNH ĐỊNH\n*\nSố 26-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Quy Nhơn, ngày 15 tháng 3 năm 2018\n\nKẾ HOẠCH\nThực hiện Nghị quyết của Trung ương\n"
        "-----\n\nBan Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:\nI - MỤC ĐÍCH\n"
        "1. Làm rõ việc.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Thử\n");
    CHECK(header.number == "26-KH/TU");
    CHECK(header.type == "Kế hoạch");
    CHECK(header.issuer == "Ban Thường vụ Tỉnh ủy Bình Định");
    CHECK(header.jurisdiction == "Bình Định");
    CHECK(header.place == "Quy Nhơn");
    CHECK(header.date == Date::of(2018, 3, 15));
    CHECK(header.signer == "Lê Văn Thử");
}

TEST_CASE("A title begins after the issuer that the type line names") {
    const Header politburo = header_of(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 39-NQ/TW\nHà Nội, ngày 17 tháng 4 năm 2015\n"
        "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ\nVỀ TINH GIẢN BIÊN CHẾ\n-----\nI. TÌNH HÌNH\nBiên chế "
        "tăng.\n");
    CHECK(politburo.issuer == "Bộ Chính trị");
    CHECK(politburo.title == "VỀ TINH GIẢN BIÊN CHẾ");
    const Header plenum = header_of(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 18-NQ/TW\nHà Nội, ngày 25 tháng 10 năm 2017\n"
        "NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII\n"
        "Một số vấn đề về tổ chức bộ máy\n-----\nI. TÌNH HÌNH\nBộ máy còn lớn.\n");
    CHECK(plenum.issuer == "Ban Chấp hành Trung ương khóa XII");
    CHECK(plenum.title == "Một số vấn đề về tổ chức bộ máy");
}

TEST_CASE("An organ below its committee in the head is named before it") {
    const Header header = header_of(
        "TỈNH ỦY AN GIANG\nBAN TỔ CHỨC\n*\nSố 05-HD/BTCTU\nLong Xuyên, ngày 22 tháng 5 năm 2018\n"
        "HƯỚNG DẪN\nvề việc thử\n-----\n1. Làm rõ việc.\n");
    CHECK(header.issuer == "Ban Tổ chức Tỉnh ủy An Giang");
}

TEST_CASE("A number on the line after its label is read") {
    const Header header = header_of(
        "BỘ NỘI VỤ\n-------\nSố:\n1383/QĐ-BNV\nHà Nội, ngày 26\n"
        "tháng 11 năm 2025\nQUYẾT ĐỊNH\nVỀ VIỆC THỬ" +
        kBody);
    CHECK(header.number == "1383/QĐ-BNV");
    CHECK(header.jurisdiction == "Trung ương");
    CHECK(header.date == Date::of(2025, 11, 26));
}

TEST_CASE("A blank number and a blank day stay empty, the place is kept") {
    const Header header = header_of(
        "BỘ NỘI VỤ\n-------\nSố:      /QĐ-BNV\nHà Nội, ngày     tháng 11 "
        "năm 2025\nQUYẾT ĐỊNH\nVỀ VIỆC THỬ" +
        kBody);
    CHECK(header.number.empty());
    CHECK_FALSE(header.date);
    CHECK(header.place == "Hà Nội");
    CHECK(header.type == "Quyết định");
}

TEST_CASE("A letter has no type line: its number tells the type, V/v its title") {
    const Header header = header_of(
        "BỘ TÀI CHÍNH\nCỤC THUẾ\n-------\nSố: 5348/CT-CS\nV/v hướng dẫn góp vốn\n"
        "Hà Nội, ngày 20 tháng 11 năm 2025\nKính gửi: Thuế tỉnh Quảng Trị.\n"
        "Cục Thuế nhận được công văn số 324/QTR-KTr2 ngày 22/7/2025 về việc nêu trên.\n");
    CHECK(header.number == "5348/CT-CS");
    CHECK(header.type == "Công văn");
    CHECK(header.issuer == "Cục Thuế");
    CHECK(header.title == "hướng dẫn góp vốn");
    CHECK(header.jurisdiction == "Trung ương");
}

TEST_CASE("A plan without any head takes its facts from the first sentences and the title") {
    const Header header = header_of(
        "KẾ HOẠCH\nTRIỂN KHAI CHƯƠNG TRÌNH SỐ 51-CTR/TU CỦA TỈNH ỦY KON TUM\n"
        "Căn cứ Kế hoạch số 07-KH/TW ngày 27 tháng 11 năm 2017 của Bộ Chính trị;\n"
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai như sau:\nI. MỤC ĐÍCH\n1. Làm rõ.\n");
    CHECK(header.number.empty());
    CHECK(header.type == "Kế hoạch");
    CHECK(header.issuer == "Ủy ban nhân dân tỉnh Kon Tum");
    CHECK(header.jurisdiction == "Kon Tum");
    CHECK_FALSE(header.date);
}

TEST_CASE("A head that names nobody leaves the issuer to the opening sentence") {
    const std::string head =
        "Quy Nhơn, ngày 15 tháng 3 năm 2018\n\n*\n\nSố 26-KH/TU\n\nKẾ HOẠCH\n\n";
    const std::string rest = " Kế hoạch như sau:\n\nI - MỤC ĐÍCH\n\n1. Làm tốt.\n";
    CHECK(header_of(head + "Thực hiện chủ trương mới, Ban Thường vụ Tỉnh ủy xây dựng" + rest)
              .issuer == "Ban Thường vụ Tỉnh ủy Bình Định");
    CHECK(header_of(head + "Thực hiện chủ trương mới, các đơn vị xây dựng" + rest).issuer.empty());
}

TEST_CASE("A page about a document names it in its first sentence") {
    const Header header = header_of(
        "## Tiêu đề của trang\n\nNgày 26/11/2025, Chính phủ ban hành Nghị quyết 08/2025/NQ-CP về "
        "việc thử nghiệm.\nNghị quyết này quy định một số việc.\n");
    CHECK(header.number == "08/2025/NQ-CP");
    CHECK(header.type == "Nghị quyết");
    CHECK(header.issuer == "Chính phủ");
    CHECK(header.date == Date::of(2025, 11, 26));
    CHECK(header.title == "về việc thử nghiệm");
}

TEST_CASE("The caption of an annex tells the number of a letter whose head is lost") {
    const Header header = header_of(
        "Kính gửi: Các đơn vị.\nBộ Tài chính đề nghị các đơn vị cung cấp số liệu.\n"
        "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Thị Thử\nPHỤ LỤC\n"
        "(Kèm theo Công văn số 17809/BTC-CTK ngày 17 tháng 11 năm 2025 của Bộ Tài chính)\n");
    CHECK(header.type == "Công văn");
    CHECK(header.number == "17809/BTC-CTK");
    CHECK(header.date == Date::of(2025, 11, 17));
    CHECK(header.issuer == "Bộ Tài chính");
    CHECK(header.signer == "Nguyễn Thị Thử");
}

TEST_CASE("A signer's name broken over two lines and with a rank is made whole") {
    const std::string head =
        "BỘ QUỐC PHÒNG\n-------\nSố: 1/TB-BQP\nHà Nội, ngày 02 tháng 12 năm "
        "2025\nTHÔNG BÁO\nVỀ VIỆC THỬ\nCăn cứ tình hình, Bộ thông báo như "
        "sau:\n1. Một việc.\n";
    CHECK(header_of(head + "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Hải\nThử\n").signer == "Lê Hải Thử");
    CHECK(header_of(head + "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nThượng tướng Vũ Văn Thử\n").signer ==
          "Vũ Văn Thử");
    CHECK(header_of(head + "BỘ TRƯỞNG\n(Đã ký)\nTS. Vũ Văn Thử\n").signer == "Vũ Văn Thử");
    CHECK(header_of(head).signer.empty());
}

TEST_CASE("A commune's document counts for the province of its district") {
    const Header header = header_of(
        "ỦY BAN NHÂN DÂN\nXÃ CÁT KHÁNH\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/KH-UBND\nCát Khánh, ngày 10 tháng 8 năm 2018\n\nKẾ HOẠCH\nSắp xếp thôn\n\n"
        "Thực hiện Kế hoạch số 58/KH-UBND của Ủy ban nhân dân huyện Phù Cát, Ủy ban nhân dân xã "
        "ban hành Kế hoạch như sau:\n1. Làm việc.\n");
    CHECK(header.jurisdiction == "Bình Định");
    CHECK(header.issuer == "Ủy ban nhân dân xã Cát Khánh");
    CHECK(header.place == "Cát Khánh");
}

TEST_CASE("The line that names who decides is no part of the title") {
    struct Row {
        const char* rule;
        const char* title;  // the lines under the type
        const char* expected;
    };
    const std::vector<Row> rows{
        {"holder of the office, province",
         "VỀ VIỆC THỬ CỦA SỞ Y TẾ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THỬ", "VỀ VIỆC THỬ CỦA SỞ Y TẾ"},
        {"holder of the office without the province",
         "VỀ VIỆC THỬ CỦA SỞ Y TẾ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "VỀ VIỆC THỬ CỦA SỞ Y TẾ"},
        {"wrapped", "VỀ VIỆC THỬ CỦA SỞ Y TẾ\nCHỦ TỊCH ỦY BAN NHÂN\nDÂN TỈNH THỬ",
         "VỀ VIỆC THỬ CỦA SỞ Y TẾ"},
        {"marked as a heading", "VỀ VIỆC THỬ CỦA SỞ Y TẾ\n# CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH",
         "VỀ VIỆC THỬ CỦA SỞ Y TẾ"},
        {"not: the title ends in the issuer's name",
         "BÃI BỎ MỘT SỐ VĂN BẢN CỦA\nỦY BAN NHÂN DÂN TỈNH THỬ",
         "BÃI BỎ MỘT SỐ VĂN BẢN CỦA ỦY BAN NHÂN DÂN TỈNH THỬ"},
        {"not: power is given to the holder of the office",
         "ỦY QUYỀN CHO CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THỬ",
         "ỦY QUYỀN CHO CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THỬ"},
    };
    for (const Row& row : rows) {
        INFO(row.rule);
        const Header header = header_of(
            "ỦY BAN NHÂN DÂN\nTỈNH THỬ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Số: 112/QĐ-UBND\nKon Tum, ngày 05 tháng 3 năm 2019\nQUYẾT ĐỊNH\n" +
            std::string(row.title) + kBody);
        CHECK(header.title == row.expected);
    }
}

TEST_CASE("A page's summary above the letterhead gives no field of the header") {
    const std::string summary =
        "## Tin thử nghiệm\n\nNgày 23/11/2025, Thủ tướng Chính phủ có Công điện 12/CĐ-TTg về việc "
        "thử nghiệm các bộ đọc văn bản.\nTheo đó, các địa phương rà soát, thống kê và báo cáo kết "
        "quả "
        "thử nghiệm về Bộ Nội vụ trước ngày 30 tháng 11 năm 2025 để tổng hợp.\n";
    const std::string head =
        "THỦ TƯỚNG CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n---------------\nSố: 12/CĐ-TTg\n"
        "Hà Nội, ngày 24 tháng 11 năm 2025\nCÔNG ĐIỆN\nV/V THỬ NGHIỆM\n";
    const Header both = header_of(summary + head + kBody);
    CHECK(both.number == "12/CĐ-TTg");
    CHECK(both.title == "V/V THỬ NGHIỆM");
    CHECK(both.place == "Hà Nội");
    CHECK(both.date == Date::of(2025, 11, 24));
    CHECK(both.issuer == "Thủ tướng Chính phủ");
    // A letter has an addressee in place of a kind.
    const Header letter =
        header_of(summary +
                  "BỘ NỘI VỤ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                  "Độc lập - Tự do - Hạnh phúc\n---------------\nSố:12/BNV-TCBC\n"
                  "V/v thử nghiệm\nHà Nội, ngày 24 tháng 11 năm 2025\nKính gửi: Các bộ.\n" +
                  kBody);
    CHECK(letter.number == "12/BNV-TCBC");
    CHECK(letter.place == "Hà Nội");
    // A form below has a motto as well, and no number.
    const Header form = header_of(summary +
                                  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
                                  "phúc\nĐƠN ĐỀ NGHỊ\nKính gửi: Sở Nội vụ.\n");
    CHECK(form.number == "12/CĐ-TTg");
    CHECK(form.date == Date::of(2025, 11, 23));
}

TEST_CASE("A document without place and date has the day of its adoption") {
    const std::string head =
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\n-------\nSố: 16/NQ-UBTVQH15\nNGHỊ QUYẾT\n"
        "Về việc thử nghiệm\n" +
        kBody;
    const std::string closing =
        "Nghị quyết này được Ủy ban Thường vụ Quốc hội khóa XVthông qua ngày 16 "
        "tháng 6 năm 2025.\n";
    CHECK(header_of(head + closing).date == Date::of(2025, 6, 16));
    // Another document was adopted that day.
    CHECK_FALSE(header_of(head + "Luật Thử nghiệm được Quốc hội thông qua ngày 16 tháng 6 năm "
                                 "2025.\n")
                    .date);
    CHECK(header_of(head + closing + "TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH\nTrần Văn Thử |\n")
              .signer == "Trần Văn Thử");
}

TEST_CASE("Two bodies under the type line are the issuer, what follows is the title") {
    const Header header = header_of(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 221-KL/TW\nHà Nội, ngày 28 tháng 11 năm 2025\n"
        "KẾT LUẬN\nCỦA BỘ CHÍNH TRỊ,\nBAN BÍ THƯ\nVỀ TÌNH HÌNH\nTHỬ NGHIỆM\n-----\n1. Làm rõ.\n");
    CHECK(header.issuer == "Bộ Chính trị, Ban Bí thư");
    CHECK(header.title == "VỀ TÌNH HÌNH THỬ NGHIỆM");
}

TEST_CASE("A letter's subject may begin with Về instead of V/v") {
    const std::string tail =
        "Hà Nội, ngày 28 tháng 11 năm 2025\nKính gửi: Các đơn vị.\nVề việc trên, Sở có ý kiến.\n";
    const std::string head = "SỞ NỘI VỤ\n-------\nSố: 5155/SNV-CCVC\n";
    CHECK(header_of(head + "Về hướng dẫn thử nghiệm\n" + tail).title == "Về hướng dẫn thử nghiệm");
    CHECK(header_of(head + tail).title.empty());
}

TEST_CASE("A name behind the remark of signing is the signer's") {
    const std::string head =
        "CHÍNH PHỦ\n-------\nSố: 16/2025/NĐ-CP\nHà Nội, ngày 28 tháng 11 năm 2025\nNGHỊ ĐỊNH\n"
        "VỀ VIỆC THỬ" +
        kBody;
    CHECK(
        header_of(head + "- Lưu: VT. | TM. CHÍNH PHỦKT. THỦ TƯỚNG(Đã ký)Trần Văn Thử |\n").signer ==
        "Trần Văn Thử");
    CHECK(header_of(head + "Văn bản này (đã ký) và được lưu giữ tại đơn vị |\n").signer.empty());
}

TEST_CASE("An organ that ran into the line of its committee is named before it") {
    const Header header = header_of(
        "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nVĂN PHÒNG\n\nĐẢNG CỘNG SẢN VIỆT NAM\n-------\nSố 4-TB/VPTW\n"
        "Hà Nội, ngày 26 tháng 11 năm 2025\nTHÔNG BÁO\nvề việc thử\n-----\n1. Làm rõ việc.\n");
    CHECK(header.issuer == "Văn phòng Ban Chấp hành Trung ương");
}

TEST_CASE("Hints fill only what the text does not say") {
    Hints hints;
    hints.number = "18-nq/tw";
    hints.title = "Về việc thử";
    hints.type = "Nghị quyết";
    hints.signer = "Vũ Văn Thử";
    hints.date = Date::of(2017, 10, 25);
    const Header header = header_of("Một đoạn văn không có phần đầu.\n", hints);
    CHECK(header.number == "18-NQ/TW");
    CHECK(header.type == "Nghị quyết");
    CHECK(header.title == "Về việc thử");
    CHECK(header.signer == "Vũ Văn Thử");
    CHECK(header.date == Date::of(2017, 10, 25));
    Hints other;
    other.number = "1/NQ-CP";
    other.type = "Công văn";
    other.signer = "Vũ Văn Thử";
    CHECK(header_of("BỘ NỘI VỤ\nSố: 5/QĐ-BNV\nQUYẾT ĐỊNH\nVỀ VIỆC THỬ" + kBody, other).type ==
          "Quyết định");
    CHECK(header_of("Số: 5/QĐ-BNV\nQUYẾT ĐỊNH\nVỀ VIỆC THỬ" + kBody + "BỘ TRƯỞNG\nLê Hải Thử\n",
                    other)
              .signer == "Lê Hải Thử");
    Hints only_type;  // a page says the type, its number is no known one
    only_type.type = "Kết luận";
    CHECK(header_of("Một đoạn văn không có phần đầu.\n", only_type).type == "Kết luận");
    CHECK(header_of("BỘ NỘI VỤ\nSố: 5/QĐ-BNV\nHà Nội, ngày 02 tháng 12 năm 2025\nQUYẾT ĐỊNH\nVỀ "
                    "VIỆC THỬ" +
                        kBody,
                    other)
              .number == "5/QĐ-BNV");
}

TEST_CASE("Texts that hold no header give empty fields and never fail") {
    for (const char* text : {"", "\n\n\n", "Số:", "ngày tháng năm", "KT. CHỦ TỊCH", "(((", "V/v"}) {
        INFO(text);
        const Header header = header_of(text);
        CHECK(header.number.empty());
        CHECK_FALSE(header.date);
    }
}
