// What an order has made.
#include <string>

#include "analyzers/task/product.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

struct Row {
    const char* text;
    const char* product;  // "quote | kind", or empty
};

std::string product_in(const std::string& text) {
    const Reading reading(text);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    const auto product = read_product(reading, all);
    if (!product) return {};
    return std::string(reading.flow.at(product->span)) + " | " + product->kind;
}

const Row kRows[] = {
    {"Sở Nội vụ xây dựng Đề án vị trí việc làm, trình UBND tỉnh.", "Đề án vị trí việc làm | đề án"},
    {"Tham mưu UBND tỉnh ban hành Kế hoạch hành động trước ngày 15/3/2026.",
     "Kế hoạch hành động | kế hoạch"},
    {"Trình Thủ tướng Chính phủ Đề án \"Đào tạo, bồi dưỡng cán bộ\" trong quý II.",
     "Đề án \"Đào tạo, bồi dưỡng cán bộ\" | đề án"},
    {"Xây dựng, ban hành các văn bản hướng dẫn thi hành.", "văn bản hướng dẫn thi hành | văn bản"},
    {"Hoàn thiện dự thảo Nghị quyết của Hội đồng nhân dân tỉnh; lấy ý kiến nhân dân.",
     "dự thảo Nghị quyết của Hội đồng nhân dân tỉnh | nghị quyết"},
    {"Xây dựng cơ sở dữ liệu đất đai để dùng chung.", "cơ sở dữ liệu đất đai | cơ sở dữ liệu"},
    {"Lập báo cáo tổng kết gửi Bộ Nội vụ.", "báo cáo tổng kết | báo cáo"},
    {"Sửa đổi, bổ sung quy chế làm việc.", "quy chế làm việc | quy chế"},
    // Nothing is made of what is carried out, reported on or decided.
    {"Tổ chức thực hiện Kế hoạch của Ủy ban nhân dân tỉnh.", ""},
    {"Báo cáo kết quả thực hiện Kế hoạch về Sở Nội vụ.", ""},
    {"Trình Ủy ban nhân dân tỉnh quyết định.", ""},
    {"Tổng hợp báo cáo Ủy ban nhân dân tỉnh.", ""},
    {"Xây dựng đội ngũ cán bộ theo Đề án đã duyệt.", ""},
};

}  // namespace

TEST_CASE("products of orders") {
    for (const Row& row : kRows) {
        INFO(row.text);
        CHECK(product_in(row.text) == row.product);
    }
}

TEST_CASE("a cell of products is quoted whole") {
    const Reading reading("- Tờ trình, dự thảo Nghị quyết.");
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    const auto product = product_of_cell(reading, all);
    REQUIRE(product);
    CHECK(reading.flow.at(product->span) == "Tờ trình, dự thảo Nghị quyết");
    CHECK(product->kind == "tờ trình");
    CHECK_FALSE(product_of_cell(reading, {0, 0}));
    const Reading other("30 km đường");
    const auto unknown =
        product_of_cell(other, {0, static_cast<std::uint32_t>(other.tokens.size())});
    REQUIRE(unknown);
    CHECK(unknown->kind.empty());
}
