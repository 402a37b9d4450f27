#include "tests/bench/generated_text.hpp"

#include <array>
#include <random>

namespace tracuu::bench {
namespace {

constexpr std::array kHead{
    "ỦY BAN NHÂN DÂN\nTỈNH BÌNH ĐỊNH\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n---------------\nSố: 37/KH-UBND\n"
    "Bình Định, ngày 24 tháng 5 năm 2018\n\nKẾ HOẠCH\nSắp xếp tổ chức bộ máy\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"};

constexpr std::array kWork{
    "rà soát chức năng, nhiệm vụ của các đơn vị trực thuộc",
    "xây dựng đề án sắp xếp các đơn vị sự nghiệp công lập",
    "ban hành quy chế phối hợp trong quản lý biên chế",
    "tổ chức hội nghị quán triệt đến toàn thể cán bộ, công chức",
    "bố trí kinh phí thực hiện chính sách tinh giản biên chế",
    "kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính",
};
constexpr std::array kBodies{"Sở Nội vụ",
                             "Sở Tài chính",
                             "Sở Kế hoạch và Đầu tư",
                             "Ban Tổ chức Tỉnh ủy",
                             "các huyện ủy, thành ủy",
                             "Ủy ban nhân dân các huyện, thị xã, thành phố"};
constexpr std::array kCited{
    "Nghị quyết số 18-NQ/TW ngày 25 tháng 10 năm 2017 của Ban Chấp hành "
    "Trung ương Đảng khóa XII",
    "Nghị định số 108/2014/NĐ-CP ngày 20/11/2014 của Chính phủ", "Quyết định số 36/2014/QĐ-UBND",
    "Chương trình số 19-CTr/TU"};
constexpr std::array kWhen{"hoàn thành trong tháng 6/2018", "trước ngày 30/9/2018",
                           "trong quý IV năm 2018", "định kỳ 6 tháng"};
// Most sentences of a real document order nothing and cite nothing.
constexpr std::array kPlain{
    "Qua hai năm, tổ chức bộ máy từng bước được kiện toàn; chất lượng phục vụ người dân và doanh "
    "nghiệp có chuyển biến, song một số khâu còn chồng chéo, hiệu quả chưa đồng đều.",
    "Đội ngũ cán bộ cơ bản đáp ứng yêu cầu, tuy nhiên cơ cấu theo vị trí việc làm ở nhiều nơi còn "
    "bất hợp lý, nguồn lực đầu tư cho cơ sở vật chất chưa tương xứng.",
    "Việc ứng dụng công nghệ thông tin được quan tâm, tỷ lệ hồ sơ giải quyết đúng hạn năm sau cao "
    "hơn năm trước.",
};

class Writer {
  public:
    explicit Writer(unsigned seed) : random_(seed) {}

    void section(std::string& out) {
        const std::string number = std::to_string(++number_);
        out.append("\n").append(number).append(". Nhóm nhiệm vụ thứ ").append(number).append("\n");
        for (int item = 0; item < 4; ++item) {
            paragraph(out);
            task(out);
        }
    }

  private:
    template <typename Array>
    const char* one(const Array& from) {
        return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
    }

    void paragraph(std::string& out) {
        out.append(one(kPlain)).append(" ").append(one(kPlain)).append("\n");
    }

    void task(std::string& out) {
        out.append("- ").append(one(kBodies)).append(" chủ trì, phối hợp với ");
        out.append(one(kBodies)).append(" ").append(one(kWork)).append(" theo ");
        out.append(one(kCited)).append("; ").append(one(kWhen)).append(".\n");
    }

    std::mt19937 random_;
    int number_ = 0;
};

}  // namespace

std::string generated_plan(std::size_t bytes, unsigned seed) {
    Writer writer(seed);
    std::string out = kHead[0];
    while (out.size() < bytes) writer.section(out);
    return out;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) out += piece;
    return out;
}

}  // namespace tracuu::bench
