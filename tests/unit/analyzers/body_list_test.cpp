#include <string>

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

struct Row {
    const char* text;    // begins with a list of bodies
    const char* bodies;  // joined by " + "
};

const Row kBodies[] = {
    {"Giám đốc Sở Nội vụ chủ trì", "Sở Nội vụ"},
    {"Chánh Văn phòng Ủy ban nhân dân tỉnh chủ trì phối hợp", "Văn phòng Ủy ban nhân dân tỉnh"},
    {"Chủ tịch Ủy ban nhân dân các huyện, thành phố tổ chức tổng kết",
     "Ủy ban nhân dân các huyện, thành phố"},
    {"Thủ trưởng các cơ quan, đơn vị phối hợp chặt chẽ", "các cơ quan, đơn vị"},
    {"Phó Chủ tịch thường trực Ủy ban nhân dân tỉnh trực tiếp theo dõi", "Ủy ban nhân dân tỉnh"},
    {"Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh theo nhiệm vụ", "Ủy ban nhân dân tỉnh"},
    {"Giám đốc Sở Nội vụ, Ban Tuyên giáo Tỉnh ủy, Ủy ban Mặt trận tổ quốc Việt Nam tỉnh và các cơ "
     "quan truyền thông, báo chí trên địa bàn tỉnh thường xuyên, kịp thời",
     "Sở Nội vụ + Ban Tuyên giáo Tỉnh ủy + Ủy ban Mặt trận tổ quốc Việt Nam tỉnh + các cơ quan "
     "truyền thông, báo chí trên địa bàn tỉnh"},
    {"các Giám đốc: Sở Khoa học và Công nghệ, Sở Tài chính, Sở Thông tin và Truyền thông, Sở Tư "
     "pháp và Chánh Văn phòng Ủy ban nhân dân tỉnh triển khai",
     "Sở Khoa học và Công nghệ + Sở Tài chính + Sở Thông tin và Truyền thông + Sở Tư pháp + Văn "
     "phòng Ủy ban nhân dân tỉnh"},
    {"Các ban đảng, cán sự đảng, đảng đoàn và Ban Thường vụ Tỉnh Đoàn, các huyện, thị, thành ủy và "
     "đảng ủy trực thuộc Tỉnh ủy tổ chức quán triệt",
     "các ban đảng + cán sự đảng + đảng đoàn + Ban Thường vụ Tỉnh Đoàn + các huyện, thị, thành ủy "
     "+ đảng ủy trực thuộc Tỉnh ủy"},
    {"các đảng đoàn, ban cán sự đảng, huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy và "
     "lãnh đạo các cơ quan, tổ chức ở tỉnh chủ động",
     "các đảng đoàn + ban cán sự đảng + huyện ủy, thị ủy, thành ủy + đảng ủy trực thuộc Tỉnh ủy + "
     "các cơ quan, tổ chức ở tỉnh"},
    {"Cấp ủy, tổ chức đảng, lãnh đạo cơ quan, đơn vị theo chức năng",
     "Cấp ủy + tổ chức đảng + cơ quan, đơn vị"},
    {"ban thường vụ huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy và lãnh đạo các cơ "
     "quan, tổ chức ở tỉnh báo cáo",
     "ban thường vụ huyện ủy, thị ủy, thành ủy + đảng ủy trực thuộc Tỉnh ủy + các cơ quan, tổ chức "
     "ở tỉnh"},
    {"Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, các đảng đoàn tổ chức chính trị - xã hội, "
     "Ban Thường vụ Tỉnh đoàn",
     "Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh + các đảng đoàn tổ chức chính trị - xã hội + "
     "Ban Thường vụ Tỉnh đoàn"},
    {"Đảng đoàn Liên đoàn Lao động tỉnh chủ trì", "Đảng đoàn Liên đoàn Lao động tỉnh"},
    {"Khoa Nội trung cao thuộc Bệnh viện Đa khoa tỉnh thực hiện",
     "Khoa Nội trung cao thuộc Bệnh viện Đa khoa tỉnh"},
    {"Đảng ủy Quân sự tỉnh, Đảng ủy Bộ đội Biên phòng tỉnh và Đảng ủy Công an tỉnh, Đảng ủy Cảnh "
     "sát Phòng cháy và chữa cháy tỉnh",
     "Đảng ủy Quân sự tỉnh + Đảng ủy Bộ đội Biên phòng tỉnh + Đảng ủy Công an tỉnh + Đảng ủy Cảnh "
     "sát Phòng cháy và chữa cháy tỉnh"},
    {"Đảng ủy Khối các cơ quan tỉnh, Đảng ủy Khối Doanh nghiệp tỉnh",
     "Đảng ủy Khối các cơ quan tỉnh + Đảng ủy Khối Doanh nghiệp tỉnh"},
    {"các cấp ủy, tổ chức đảng, các cơ quan, đơn vị, địa phương nghiêm túc",
     "các cấp ủy, tổ chức đảng + các cơ quan, đơn vị, địa phương"},
    {"các cấp ủy, cơ quan, đơn vị, địa phương đẩy mạnh", "các cấp ủy, cơ quan, đơn vị, địa phương"},
    {"các đồng chí bí thư tỉnh ủy, thành ủy, các đồng chí bộ trưởng, thủ trưởng cơ quan ngang bộ "
     "phải quán xuyến",
     "các tỉnh ủy, thành ủy + các Bộ, cơ quan ngang bộ"},
    {"Các đồng chí Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ theo chức năng",
     "các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ"},
    {"Bộ trưởng Bộ Nội vụ, các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan có liên quan chịu "
     "trách nhiệm thi hành",
     "Bộ Nội vụ + các Bộ, cơ quan ngang bộ, cơ quan có liên quan"},
    {"Bộ Y tế, Bộ Giáo dục và Đào tạo và Bộ Nội vụ khẩn trương",
     "Bộ Y tế + Bộ Giáo dục và Đào tạo + Bộ Nội vụ"},
    {"Sở Tư pháp và các sở, ban, ngành Thành phố, Đài Phát thanh và Truyền hình Thành phố, cơ quan "
     "thông tấn báo chí và Ủy ban nhân dân xã, phường, đặc khu chủ động",
     "Sở Tư pháp + các sở, ban, ngành Thành phố + Đài Phát thanh và Truyền hình Thành phố + cơ "
     "quan thông tấn báo chí + Ủy ban nhân dân xã, phường, đặc khu"},
    {"Bảo hiểm xã hội Thành phố, Chi nhánh Ngân hàng Chính sách xã hội Thành phố, Trung tâm Dịch "
     "vụ việc làm Thành phố (Sở Nội vụ), Ủy ban nhân dân xã, phường, đặc khu và các cơ quan, đơn "
     "vị có liên quan.",
     "Bảo hiểm xã hội Thành phố + Chi nhánh Ngân hàng Chính sách xã hội Thành phố + Trung tâm Dịch "
     "vụ việc làm Thành phố + Ủy ban nhân dân xã, phường, đặc khu + các cơ quan, đơn vị có liên "
     "quan"},
    {"Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố có trách nhiệm",
     "Sở, ban, ngành thuộc Ủy ban nhân dân Thành phố"},
    {"Sở Nội vụ, các sở, ban, ngành Thành phố trong phạm vi chức năng, nhiệm vụ của mình và các cơ "
     "quan, tổ chức khác có liên quan.",
     "Sở Nội vụ + các sở, ban, ngành Thành phố + các cơ quan, tổ chức khác có liên quan"},
    {"các sở, ngành, cơ quan liên quan bố trí", "các sở, ngành, cơ quan liên quan"},
    {"Các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này có trách nhiệm lập",
     "các cơ quan được phân công chủ trì thực hiện nhiệm vụ theo Kế hoạch này"},
    {"Các cơ quan, đơn vị được giao chủ trì có trách nhiệm hoàn thành",
     "các cơ quan, đơn vị được giao chủ trì"},
    {"Thủ trưởng các sở, ban, ngành và Ủy ban nhân dân phường, xã, đặc khu chịu trách nhiệm",
     "các sở, ban, ngành + Ủy ban nhân dân phường, xã, đặc khu"},
    {"Chủ tịch Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Lâm Đồng, trong đó trọng tâm",
     "Ủy ban nhân dân các tỉnh, thành phố từ Hà Tĩnh đến Lâm Đồng"},
    {"Bí thư tỉnh ủy và Chủ tịch Ủy ban nhân dân các tỉnh: Đắk Lắk, Khánh Hòa, Gia Lai và Lâm Đồng "
     "tiếp tục",
     "tỉnh ủy + Ủy ban nhân dân các tỉnh: Đắk Lắk, Khánh Hòa, Gia Lai và Lâm Đồng"},
    {"Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Công an chỉ đạo", "Bộ Quốc phòng + Bộ Công an"},
    {"các bộ, ngành liên quan rà soát", "các bộ, ngành liên quan"},
    {"Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ:",
     "Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ"},
    {"các cơ quan chức năng có liên quan và Ủy ban nhân dân cấp xã rà soát",
     "các cơ quan chức năng có liên quan + Ủy ban nhân dân cấp xã"},
    {"chính quyền địa phương và lực lượng Kiểm lâm, các đơn vị chủ rừng trong công tác",
     "chính quyền địa phương + lực lượng Kiểm lâm + các đơn vị chủ rừng"},
    {"các cơ quan chức năng, chính quyền địa phương để",
     "các cơ quan chức năng + chính quyền địa phương"},
    {"các địa phương, đơn vị, chủ rừng triển khai", "các địa phương, đơn vị, chủ rừng"},
    {"Giám đốc các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ; Thủ "
     "trưởng các cơ quan, đơn vị có liên quan triển khai",
     "các sở, ban, ngành + Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ + các cơ quan, đơn vị có "
     "liên quan"},
    {"các nhà mạng (Viettel Nghệ An, VNPT Nghệ An, MobiFone Nghệ An) để xây dựng",
     "Viettel Nghệ An + VNPT Nghệ An + MobiFone Nghệ An"},
    {"Bộ Khoa học và Công nghệ, Ủy nhân dân tỉnh kết quả",
     "Bộ Khoa học và Công nghệ + Ủy ban nhân dân tỉnh"},
    {"Ban Quản lý Khu kinh tế Đông Nam, Sở Khoa học và Công nghệ và các doanh nghiệp viễn thông, "
     "các doanh nghiệp công nghệ số trong quá trình",
     "Ban Quản lý Khu kinh tế Đông Nam + Sở Khoa học và Công nghệ + các doanh nghiệp viễn thông + "
     "các doanh nghiệp công nghệ số"},
    {"chủ đầu tư hạ tầng KCN và các cơ quan, đơn vị chức năng để",
     "chủ đầu tư hạ tầng KCN + các cơ quan, đơn vị chức năng"},
    {"các sở, ban, ngành, cơ quan, đơn vị liên quan triển khai",
     "các sở, ban, ngành, cơ quan, đơn vị liên quan"},
    {"các đơn vị điện lực trên địa bàn tỉnh trong việc", "các đơn vị điện lực trên địa bàn tỉnh"},
    {"Thường trực Hội đồng nhân dân Thành phố, các Ban của Hội đồng nhân dân Thành phố, các Tổ đại "
     "biểu và đại biểu Hội đồng nhân dân Thành phố giám sát",
     "Thường trực Hội đồng nhân dân Thành phố + các Ban của Hội đồng nhân dân Thành phố + các Tổ "
     "đại biểu + đại biểu Hội đồng nhân dân Thành phố"},
    {"Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội phối hợp",
     "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội"},
    {"Bộ Chính trị, Ban Bí thư để chỉ đạo", "Bộ Chính trị + Ban Bí thư"},
    {"Quốc hội và các cơ quan của Quốc hội, bảo đảm", "Quốc hội + các cơ quan của Quốc hội"},
    {"các Bộ, ngành, địa phương, làm căn cứ", "các Bộ, ngành, địa phương"},
    {"cấp có thẩm quyền xem xét", "cấp có thẩm quyền"},
    {"Các sở: Nội vụ, Tài chính, Văn hóa, Thể thao và Du lịch và Ủy ban nhân dân tỉnh xem xét",
     "Sở Nội vụ + Sở Tài chính + Sở Văn hóa, Thể thao và Du lịch + Ủy ban nhân dân tỉnh"},
    {"Báo và Phát thanh, Truyền hình thành phố", "Báo và Phát thanh, Truyền hình thành phố"},
    {"Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ chỉ đạo",
     "Ban Quản lý các khu chế xuất và công nghiệp Cần Thơ"},
    {"Văn phòng Chính phủ và Bộ Tài chính trước ngày", "Văn phòng Chính phủ + Bộ Tài chính"},
    {"Thống đốc Ngân hàng Nhà nước Việt Nam chỉ đạo", "Ngân hàng Nhà nước Việt Nam"},
    {"Tổng Thanh tra Chính phủ chủ trì", "Thanh tra Chính phủ"},
    {"UBND các xã, phường: Phối hợp", "UBND các xã, phường"},
    {"Các doanh nghiệp thứ cấp đang hoạt động", "các doanh nghiệp thứ cấp"},
    {"Sở Tài chính chủ trì, phối hợp", "Sở Tài chính"},
    {"Sở Văn hoá, Thể thao và Du lịch rà soát", "Sở Văn hóa, Thể thao và Du lịch"},
    {"Sở Nông nghiệp và Phát triển nông thôn, Sở Công Thương tham mưu",
     "Sở Nông nghiệp và Phát triển nông thôn + Sở Công Thương"},
    {"SỞ NỘI VỤ", "SỞ NỘI VỤ"},
    {"Ủy ban nhân dân tỉnh An Giang và Công an tỉnh chỉ đạo",
     "Ủy ban nhân dân tỉnh An Giang + Công an tỉnh"},
    {"Uỷ ban nhân dân thành phố Hồ Chí Minh ban hành", "Ủy ban nhân dân thành phố Hồ Chí Minh"},
    {"Uỷ ban nhân dân cấp huyện thực hiện", "Ủy ban nhân dân cấp huyện"},
    {"UBND tỉnh giao", "UBND tỉnh"},
    {"UBND các huyện, thị xã, thành phố chủ động", "UBND các huyện, thị xã, thành phố"},
    {"Ủy ban nhân dân các quận, huyện và thành phố Thủ Đức tổ chức",
     "Ủy ban nhân dân các quận, huyện và thành phố Thủ Đức"},
    {"Ủy ban nhân dân xã Tân Lập báo cáo", "Ủy ban nhân dân xã Tân Lập"},
    {"Ủy ban nhân dân phường 5 niêm yết", "Ủy ban nhân dân phường 5"},
    {"Ban Chỉ đạo 35 Tỉnh ủy hướng dẫn", "Ban Chỉ đạo 35 Tỉnh ủy"},
    {"Ban Chỉ đạo chuyển đổi số tỉnh đôn đốc", "Ban Chỉ đạo chuyển đổi số tỉnh"},
    {"Ban Thường vụ Tỉnh ủy và Thường trực Hội đồng nhân dân tỉnh xem xét",
     "Ban Thường vụ Tỉnh ủy + Thường trực Hội đồng nhân dân tỉnh"},
    {"Thường trực Tỉnh ủy cho ý kiến", "Thường trực Tỉnh ủy"},
    {"Văn phòng Tỉnh ủy phục vụ", "Văn phòng Tỉnh ủy"},
    {"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh chuẩn bị",
     "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"},
    {"Văn phòng Chính phủ đôn đốc", "Văn phòng Chính phủ"},
    {"Chủ nhiệm Văn phòng Chính phủ báo cáo", "Văn phòng Chính phủ"},
    {"Bộ trưởng Bộ Giao thông vận tải và Bộ trưởng Bộ Xây dựng khẩn trương",
     "Bộ Giao thông vận tải + Bộ Xây dựng"},
    {"các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và Ủy ban nhân dân các tỉnh, thành phố "
     "trực thuộc Trung ương rà soát",
     "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ + Ủy ban nhân dân các tỉnh, thành phố trực "
     "thuộc Trung ương"},
    {"Các bộ, ngành và địa phương kịp thời", "các bộ, ngành và địa phương"},
    {"các Bộ: Tài chính, Nội vụ và Xây dựng có trách nhiệm",
     "Bộ Tài chính + Bộ Nội vụ + Bộ Xây dựng"},
    {"các Sở Nội vụ, Tài chính và Tư pháp phối hợp", "Sở Nội vụ + Sở Tài chính + Sở Tư pháp"},
    {"Tổng cục Thuế, Tổng cục Hải quan chỉ đạo", "Tổng cục Thuế + Tổng cục Hải quan"},
    {"Cục Thuế tỉnh, Kho bạc Nhà nước tỉnh, Cục Thống kê thực hiện",
     "Cục Thuế tỉnh + Kho bạc Nhà nước tỉnh + Cục Thống kê"},
    {"Kho bạc Nhà nước Khu vực XV kiểm soát", "Kho bạc Nhà nước Khu vực XV"},
    {"Bảo hiểm xã hội Việt Nam hướng dẫn", "Bảo hiểm xã hội Việt Nam"},
    {"Ngân hàng Nhà nước Chi nhánh tỉnh theo dõi", "Ngân hàng Nhà nước Chi nhánh tỉnh"},
    {"Ngân hàng Chính sách xã hội cho vay", "Ngân hàng Chính sách xã hội"},
    {"Tập đoàn Điện lực Việt Nam bảo đảm", "Tập đoàn Điện lực Việt Nam"},
    {"Tổng công ty Điện lực miền Trung khắc phục", "Tổng công ty Điện lực miền Trung"},
    {"Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam tuyên truyền",
     "Đài Truyền hình Việt Nam + Đài Tiếng nói Việt Nam + Thông tấn xã Việt Nam"},
    {"Báo và Đài Phát thanh - Truyền hình tỉnh đưa tin",
     "Báo và Đài Phát thanh - Truyền hình tỉnh"},
    {"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam vận động",
     "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"},
    {"Liên đoàn Lao động tỉnh, Hội Nông dân tỉnh, Hội Liên hiệp Phụ nữ tỉnh vận động",
     "Liên đoàn Lao động tỉnh + Hội Nông dân tỉnh + Hội Liên hiệp Phụ nữ tỉnh"},
    {"Tỉnh đoàn, Hội Cựu chiến binh tỉnh phối hợp", "Tỉnh đoàn + Hội Cựu chiến binh tỉnh"},
    {"Ban Thường vụ Tỉnh đoàn chủ trì", "Ban Thường vụ Tỉnh đoàn"},
    {"Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao phối hợp",
     "Tòa án nhân dân tối cao + Viện kiểm sát nhân dân tối cao"},
    {"Viện kiểm sát nhân dân tỉnh kiểm sát", "Viện kiểm sát nhân dân tỉnh"},
    {"Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh tổ chức",
     "Bộ Chỉ huy Quân sự tỉnh + Bộ Chỉ huy Bộ đội Biên phòng tỉnh"},
    {"Bộ Tư lệnh Thủ đô Hà Nội chỉ đạo", "Bộ Tư lệnh Thủ đô Hà Nội"},
    {"Công an các xã, phường, đặc khu phối hợp", "Công an các xã, phường, đặc khu"},
    {"Trường Đại học Quy Nhơn đào tạo", "Trường Đại học Quy Nhơn"},
    {"Trường Chính trị tỉnh bồi dưỡng", "Trường Chính trị tỉnh"},
    {"Trung tâm Phục vụ hành chính công tỉnh tiếp nhận", "Trung tâm Phục vụ hành chính công tỉnh"},
    {"Trung tâm Kiểm soát bệnh tật tỉnh theo dõi", "Trung tâm Kiểm soát bệnh tật tỉnh"},
    {"Bệnh viện Đa khoa tỉnh, Bệnh viện Y học cổ truyền thực hiện",
     "Bệnh viện Đa khoa tỉnh + Bệnh viện Y học cổ truyền"},
    {"Phòng Tài chính - Kế hoạch huyện thẩm định", "Phòng Tài chính - Kế hoạch huyện"},
    {"Phòng Nội vụ, Phòng Tư pháp tham mưu", "Phòng Nội vụ + Phòng Tư pháp"},
    {"Chi cục Kiểm lâm kiểm tra", "Chi cục Kiểm lâm"},
    {"Chi cục Bảo vệ môi trường thuộc Sở Nông nghiệp và Môi trường quan trắc",
     "Chi cục Bảo vệ môi trường thuộc Sở Nông nghiệp và Môi trường"},
    {"Thanh tra tỉnh thanh tra", "Thanh tra tỉnh"},
    {"Chánh Thanh tra tỉnh chủ trì", "Thanh tra tỉnh"},
    {"Chánh Văn phòng, Vụ trưởng Vụ Pháp chế chịu trách nhiệm", "Văn phòng + Vụ Pháp chế"},
    {"Cục trưởng Cục Trồng trọt và Bảo vệ thực vật chịu trách nhiệm",
     "Cục Trồng trọt và Bảo vệ thực vật"},
    {"Bí thư Đảng ủy Khối các cơ quan tỉnh lãnh đạo", "Đảng ủy Khối các cơ quan tỉnh"},
    {"Bí thư các huyện ủy, thị ủy, thành ủy chỉ đạo", "các huyện ủy, thị ủy, thành ủy"},
    {"Đảng ủy các xã, phường, đặc khu lãnh đạo", "Đảng ủy các xã, phường, đặc khu"},
    {"các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương xây dựng",
     "các tỉnh ủy, thành ủy + đảng ủy trực thuộc Trung ương"},
    {"Người đứng đầu cấp ủy, tổ chức đảng, cơ quan, đơn vị chịu trách nhiệm",
     "cấp ủy + tổ chức đảng + cơ quan, đơn vị"},
    {"Thủ trưởng các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh triển khai",
     "các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh"},
    {"Các cơ quan tham mưu, giúp việc Tỉnh ủy thực hiện",
     "các cơ quan tham mưu, giúp việc Tỉnh ủy"},
    {"các đơn vị sự nghiệp công lập trực thuộc rà soát",
     "các đơn vị sự nghiệp công lập trực thuộc"},
    {"các tổ chức chính trị - xã hội tỉnh vận động", "các tổ chức chính trị - xã hội tỉnh"},
    {"các tổ chức tín dụng trên địa bàn cho vay", "các tổ chức tín dụng trên địa bàn"},
    {"các doanh nghiệp nhà nước rà soát", "các doanh nghiệp nhà nước"},
    {"Các trường đại học, cao đẳng trên địa bàn tỉnh đổi mới",
     "các trường đại học, cao đẳng trên địa bàn tỉnh"},
    {"các cơ sở giáo dục trên địa bàn thực hiện", "các cơ sở giáo dục trên địa bàn"},
    {"các hợp tác xã, hộ kinh doanh đăng ký", "các hợp tác xã, hộ kinh doanh"},
    {"từng cơ quan, đơn vị xây dựng", "các cơ quan, đơn vị"},
    {"mỗi địa phương chọn", "các địa phương"},
    {"Hiệp hội Doanh nghiệp tỉnh tuyên truyền", "Hiệp hội Doanh nghiệp tỉnh"},
    {"Quỹ Bảo vệ môi trường Việt Nam tiếp nhận", "Quỹ Bảo vệ môi trường Việt Nam"},
    {"Ban Quản lý dự án đầu tư xây dựng tỉnh giải ngân", "Ban Quản lý dự án đầu tư xây dựng tỉnh"},
    {"Ban quản lý rừng phòng hộ Sông Tranh bảo vệ", "Ban quản lý rừng phòng hộ Sông Tranh"},
    {"Hội đồng nhân dân tỉnh khóa XI ban hành", "Hội đồng nhân dân tỉnh khóa XI"},
    {"Chính phủ, Thủ tướng Chính phủ quyết định", "Chính phủ + Thủ tướng Chính phủ"},
    {"Phó Thủ tướng Chính phủ Trần Hồng Hà chỉ đạo", "Chính phủ"},
    {"Đồng chí Bí thư Tỉnh ủy trực tiếp", "Tỉnh ủy"},
    {"Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Công an tỉnh chỉ đạo", "Công an tỉnh"},
    {"Quốc hội giao", "Quốc hội"},
    {"Hội đồng Thi đua - Khen thưởng tỉnh xét", "Hội đồng Thi đua - Khen thưởng tỉnh"},
    {"VNPT Nghệ An, Viettel Nghệ An đầu tư", "VNPT Nghệ An + Viettel Nghệ An"},
};

std::string list(const std::string& text) {
    const Reading reading(text);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    std::string out;
    for (const auto& body : read_body_list(TokenReader(reading, all), 0, {false, true}).bodies) {
        out += (out.empty() ? "" : " + ") + body.name;
    }
    return out;
}

}  // namespace

TEST_CASE("a list of bodies is split, office-holders give their body, collectives stay whole") {
    for (const Row& row : kBodies) {
        INFO(row.text);
        CHECK(list(row.text) == row.bodies);
    }
}
