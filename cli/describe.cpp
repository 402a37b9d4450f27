#include "cli/describe.hpp"

#include <array>

#include "cli/output.hpp"

namespace tracuu::cli {
namespace {

using indexer::DocumentMeta;

constexpr std::size_t kQuoteWidth = 240;
constexpr std::size_t kTitleWidth = 110;

/// `25/10/2017`.
std::string readable(const indexer::Date& date) {
    const std::string iso = date.iso();
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

/// The known facts of a document on one line: `18-NQ/TW · Nghị quyết · 25/10/2017 · ...`.
std::string headline(const DocumentMeta& meta) {
    std::string line = meta.number.empty() ? meta.id : meta.number;
    if (!meta.type.empty()) line += " · " + meta.type;
    if (meta.date) line += " · " + readable(*meta.date);
    if (!meta.issuer.empty()) line += " · " + meta.issuer;
    return meta.present ? line : line + " · chưa có trong kho";
}

std::string title_line(const DocumentMeta& meta, std::string_view indent) {
    if (meta.title.empty()) return {};
    return std::string(indent) + shorten(meta.title, kTitleWidth) + "\n";
}

std::string quoted(std::string_view text) {
    return "“" + shorten(text, kQuoteWidth) + "”";
}

struct Label {
    std::string_view code;
    std::string_view text;
};
constexpr std::array kRelations{
    Label{"implements", "thực hiện"}, Label{"based_on", "căn cứ"},   Label{"reviews", "tổng kết"},
    Label{"amends", "sửa đổi"},       Label{"replaces", "thay thế"}, Label{"repeals", "bãi bỏ"},
    Label{"mentions", "nhắc đến"},
};
constexpr std::array kOrigins{
    Label{"task", "nêu trong nhiệm vụ"},
    Label{"heading", "nêu ở đề mục"},
    Label{"document", "theo văn bản"},
};
constexpr std::array kKinds{
    Label{"by", "trước ngày"},
    Label{"from", "từ ngày"},
    Label{"range", "khoảng ngày"},
    Label{"in", "trong kỳ"},
    Label{"recurring", "định kỳ"},
    Label{"continuous", "thường xuyên"},
    Label{"conditional", "có điều kiện"},
    Label{"none", "không nêu"},
};
constexpr std::array kRoles{
    Label{"lead", "chủ trì"},
    Label{"support", "phối hợp"},
    Label{"reports_to", "báo cáo"},
};

template <std::size_t Size>
std::string label(const std::array<Label, Size>& labels, std::string_view code) {
    for (const Label& row : labels) {
        if (row.code == code) return std::string(row.text);
    }
    return std::string(code);
}

std::string deadline_text(const indexer::DeadlineRecord& deadline) {
    std::string text = deadline.surface;
    std::string days;
    if (deadline.from) days += "từ " + readable(*deadline.from);
    if (deadline.to) days += (days.empty() ? "đến " : " đến ") + readable(*deadline.to);
    return days.empty() ? text : text + " (" + days + ")";
}

std::string bodies_text(const indexer::TaskRecord& task) {
    std::string text;
    for (const auto& body : task.bodies) {
        if (!text.empty()) text += "; ";
        text += body.name + " (" + label(kRoles, analyzers::name(body.role)) + ")";
    }
    return text;
}

std::string mandates_text(const indexer::TaskRecord& task) {
    std::string text;
    for (const indexer::Mandate& mandate : task.mandates) {
        if (!text.empty()) text += "; ";
        text += mandate.id + " (" + label(kOrigins, indexer::name(mandate.origin)) + ")";
    }
    return text;
}

std::string task_block(const indexer::TaskRecord& task) {
    std::string out = task.id + "\n";
    out += "    " + quoted(task.text) + "\n";
    if (!task.bodies.empty()) out += "    Cơ quan: " + bodies_text(task) + "\n";
    if (task.deadline) out += "    Thời hạn: " + deadline_text(*task.deadline) + "\n";
    if (!task.condition.empty()) out += "    Điều kiện: " + task.condition + "\n";
    if (task.product) out += "    Sản phẩm: " + shorten(task.product->quote, kTitleWidth) + "\n";
    if (!task.mandates.empty()) out += "    Thực hiện: " + mandates_text(task) + "\n";
    const std::string& number = task.document.number;
    out += "    Văn bản: " + (number.empty() ? task.document.id : number);
    return out + (task.section.empty() ? "" : ", mục " + task.section) + "\n";
}

std::string bodies_meant(const std::vector<indexer::BodyRecord>& bodies) {
    if (bodies.empty()) return "không có cơ quan nào mang tên này";
    std::string out;
    for (const indexer::BodyRecord& body : bodies) {
        out += (out.empty() ? "" : "; ") + body.name;
        if (!body.jurisdiction.empty()) out += " (" + body.jurisdiction + ")";
    }
    return out;
}

std::string facet_lines(const indexer::TaskFacets& facets) {
    const auto table = [](std::string_view title, const std::vector<indexer::FacetValue>& values,
                          const auto& shown) {
        std::vector<std::vector<std::string>> rows;
        for (const auto& value : values)
            rows.push_back({"  " + shown(value), grouped(value.count)});
        return rows.empty() ? std::string() : std::string(title) + "\n" + aligned(rows);
    };
    const auto own = [](const indexer::FacetValue& value) { return value.label; };
    const auto kind = [](const indexer::FacetValue& value) { return label(kKinds, value.value); };
    const auto role = [](const indexer::FacetValue& value) { return label(kRoles, value.value); };
    return table("Theo cơ quan", facets.body, own) + table("Theo vai trò", facets.role, role) +
           table("Theo loại thời hạn", facets.kind, kind) +
           table("Theo sản phẩm", facets.product, own) + table("Theo năm", facets.year, own) +
           table("Theo quý", facets.quarter, own) + table("Theo tháng", facets.month, own);
}

/// A line for each number or name that was given: what it was read as.
std::string meaning_lines(const std::vector<server::Meaning>& meaning) {
    std::string out;
    for (const server::Meaning& one : meaning) {
        out += shorten(one.value, kTitleWidth) + ": ";
        if (one.bodies) {
            out += bodies_meant(*one.bodies) + "\n";
            if (one.related.empty()) continue;
            out += "  trước hoặc sau khi sắp xếp: " + bodies_meant(one.related) + "\n";
            continue;
        }
        if (one.documents.empty()) out += "không có văn bản nào mang số này";
        for (std::size_t i = 0; i < one.documents.size(); ++i) {
            out += (i == 0 ? "" : ", ") + one.documents[i];
        }
        out += "\n";
    }
    return out;
}

std::string hit_block(const indexer::Hit& hit, std::uint64_t position) {
    const std::string indent = "    ";
    std::string out = std::to_string(position) + ". " + headline(hit.meta) + "\n";
    out += title_line(hit.meta, indent);
    if (!hit.snippet.text.empty()) out += indent + quoted(hit.snippet.text) + "\n";
    out += indent + "id " + hit.meta.id;
    return out + (hit.section.empty() ? "" : ", mục " + hit.section) + "\n";
}

}  // namespace

std::string describe(const server::SearchAnswer& answer) {
    std::string out = "Tìm thấy " + grouped(answer.result.total) + " văn bản";
    if (!answer.query.empty()) out += " với “" + shorten(answer.query, kTitleWidth) + "”";
    out += " (" + decimal(answer.took_ms, 1) + " ms)\n";
    out += meaning_lines(answer.meaning);
    for (const DocumentMeta& meta : answer.result.direct) {
        out += "Đúng số, ký hiệu: " + headline(meta) + " [" + meta.id + "]\n";
    }
    if (!answer.result.suggestion.empty()) {
        out += "Có phải bạn muốn tìm: " + answer.result.suggestion + "\n";
    }
    std::uint64_t position = answer.page.offset;
    for (const indexer::Hit& hit : answer.result.hits) out += hit_block(hit, ++position);
    return out;
}

std::string describe(const server::Resolution& resolution) {
    const auto& candidates = resolution.candidates;
    if (candidates.empty()) return "Không có văn bản nào mang số " + resolution.number + "\n";
    std::string out;
    if (candidates.size() > 1) {
        out = grouped(candidates.size()) + " văn bản cùng mang số " + resolution.number +
              "; hãy chọn theo ngày ban hành:\n";
    }
    for (const DocumentMeta& meta : candidates) {
        out += meta.id + "\n    " + headline(meta) + "\n" + title_line(meta, "    ");
    }
    return out;
}

std::string describe(const server::List<indexer::Reached>& list, const DocumentMeta& start,
                     bool cited_by) {
    std::string out = grouped(list.total) + " văn bản ";
    out += cited_by ? "viện dẫn " : "được viện dẫn trong ";
    out += headline(start) + "\n";
    for (const indexer::Reached& item : list.items) {
        out += "[" + label(kRelations, analyzers::name(item.edge.relation)) + ", bậc " +
               std::to_string(item.depth) + "] " + headline(item.meta) + "\n";
        out += title_line(item.meta, "    ");
        for (const indexer::Evidence& evidence : item.edge.evidence) {
            out += "    " + quoted(evidence.quote) + " (" + evidence.document + ", vị trí " +
                   std::to_string(evidence.span.begin) + ")\n";
        }
    }
    if (list.truncated) out += "Danh sách bị cắt bớt vì quá dài.\n";
    return out;
}

std::string describe(const server::TasksAnswer& answer) {
    const auto& list = answer.list;
    std::string out = grouped(list.total) + " nhiệm vụ\n" + meaning_lines(list.meaning);
    if (answer.facets) out += facet_lines(*answer.facets);
    for (const indexer::TaskRecord& task : list.items) out += task_block(task);
    return out;
}

std::string describe(const indexer::IndexStats& stats) {
    return aligned({{"Văn bản", grouped(stats.documents)},
                    {"Được nhắc đến, chưa có", grouped(stats.absent)},
                    {"Đoạn", grouped(stats.passages)},
                    {"Nhiệm vụ", grouped(stats.tasks)},
                    {"Cơ quan", grouped(stats.bodies)},
                    {"Quan hệ", grouped(stats.edges)},
                    {"Dung lượng văn bản", readable_bytes(stats.text_bytes)},
                    {"Ảnh chụp", stats.snapshot},
                    {"Lập lúc", stats.built_at},
                    {"Bộ phân tích", stats.analyzer}});
}

std::string describe(const indexer::BuildReport& report) {
    const std::uint64_t files =
        report.added + report.updated + report.unchanged + report.rejected.size();
    const double speed =
        report.seconds > 0 ? static_cast<double>(report.text_bytes) / report.seconds / 1e6 : 0;
    return aligned(
        {{"Đã xét",
          grouped(files) + " (bỏ qua " + grouped(report.skipped_files) + " tệp khác loại)"},
         {"Thêm mới", grouped(report.added)},
         {"Cập nhật", grouped(report.updated)},
         {"Gỡ bỏ", grouped(report.removed)},
         {"Không đổi", grouped(report.unchanged)},
         {"Từ chối", grouped(report.rejected.size())},
         {"Văn bản trong chỉ mục", grouped(report.stats.documents)},
         {"Thời gian", decimal(report.seconds, 2) + " giây, " + decimal(speed, 1) + " MB/s"},
         {"Cỡ chỉ mục", readable_bytes(report.index_bytes)}});
}

}  // namespace tracuu::cli
