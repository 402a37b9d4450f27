#include "tests/http/fake_index.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>
#include <thread>

#include "support/error.hpp"

namespace tracuu::test {
namespace {

using namespace indexer;

DocumentMeta meta(std::string id, std::string number, std::string type, std::string place,
                  std::optional<Date> date, std::string title) {
    DocumentMeta out;
    out.id = std::move(id);
    out.number = std::move(number);
    out.type = std::move(type);
    out.jurisdiction = std::move(place);
    out.date = date;
    out.title = std::move(title);
    return out;
}

/// The sentence of the plan that proves its relation to the resolution; é and ế are one code
/// point each, two and three bytes.
const std::string kPlanText =
    "Kế hoạch thực hiện Nghị quyết số 18-NQ/TW.\n"
    "Sở Nội vụ chủ trì xây dựng đề án, hoàn thành trước 30/6/2018.\n";

class FakeIndex final : public Index {
  public:
    explicit FakeIndex(std::string snapshot) : snapshot_(std::move(snapshot)) {
        add(meta(kResolution, "18-NQ/TW", "Nghị quyết", "Trung ương", Date::of(2017, 10, 25),
                 "Một số vấn đề về tổ chức bộ máy"),
            "Nghị quyết về tổ chức bộ máy.\n");
        add(meta(kOtherResolution, "18-NQ/TW", "Nghị quyết", "Trung ương", Date::of(2022, 6, 16),
                 "Quản lý và sử dụng đất"),
            "Nghị quyết về đất đai.\n");
        add(meta(kPlan, "26-KH/TU", "Kế hoạch", "Bình Định", Date::of(2018, 3, 15),
                 "Thực hiện Nghị quyết 18-NQ/TW"),
            kPlanText);
        add(meta(kOddId, "57/2020/QH14", "Luật", "", std::nullopt, "Luật, có \"dấu\""), "Luật.\n");
        DocumentMeta absent = meta(kAbsent, "22-NQ/TW", "", "", Date::of(2002, 3, 18), "");
        absent.present = false;
        nodes_[kAbsent] = absent;
        edges_.push_back({kPlan,
                          kResolution,
                          Relation::implements,
                          {{kPlan, {0, 42}, "Kế hoạch thực hiện Nghị quyết số 18-NQ/TW."}}});
        edges_.push_back({kPlan, kAbsent, Relation::mentions, {{kPlan, {33, 41}, "<22 & 18>"}}});
        edges_.push_back({kOddId, kPlan, Relation::based_on, {{kOddId, {0, 4}, "Luật"}}});
        edges_.push_back({kOddId, kResolution, Relation::mentions, {{kOddId, {0, 4}, "Luật"}}});
        add_tasks();
    }

    SearchResult search(const SearchRequest& request) const override {
        if (request.query == "wait") std::this_thread::sleep_for(std::chrono::milliseconds(300));
        if (request.query == "throw") throw std::runtime_error("a bug");
        SearchResult result;
        for (const auto& [id, text] : texts_) {
            if (text.find(request.query) == std::string::npos) continue;
            if (!passes(request.filter, nodes_.at(id))) continue;
            const std::uint64_t position = result.total++;
            if (position < request.offset || result.hits.size() >= request.limit) continue;
            result.hits.push_back(
                {nodes_.at(id), "I", {0, 4}, 1.5, {text.substr(0, 20), {{0, 2}}}, {}});
        }
        if (request.query == "18-NQ/TW") result.direct = with_number(request.query);
        if (request.facets) result.facets.type.push_back({"Kế hoạch", "Kế hoạch", 1});
        return result;
    }
    Completions suggest(std::string_view typed, std::uint32_t limit) const override {
        return {std::vector<Completion>(std::min(limit, 2U), {"word", std::string(typed), ""}),
                limit < 2};
    }
    std::optional<DocumentRecord> document(std::string_view id) const override {
        const auto text = texts_.find(std::string(id));
        if (text == texts_.end()) return std::nullopt;
        DocumentRecord record;
        record.meta = nodes_.at(text->first);
        record.source = text->first + ".txt";
        record.format = "text";
        record.bytes = text->second.size();
        record.cites = support::offset(cites(id).size());
        record.cited_by = support::offset(cited_by(id).size());
        if (id == kPlan) record.mentions = {mention()};
        return record;
    }
    std::optional<std::string> text(std::string_view id) const override {
        const auto text = texts_.find(std::string(id));
        return text == texts_.end() ? std::nullopt : std::optional(text->second);
    }
    std::pair<std::vector<DocumentMeta>, std::uint64_t> documents(
        const DocumentFilter& filter, DocumentOrder /*order*/, std::uint32_t offset,
        std::uint32_t limit) const override {
        std::vector<DocumentMeta> page;
        std::uint64_t total = 0;
        for (const auto& [id, text] : texts_) {
            if (!passes(filter, nodes_.at(id))) continue;
            if (total++ >= offset && page.size() < limit) page.push_back(nodes_.at(id));
        }
        return {page, total};
    }

    std::optional<DocumentMeta> node(std::string_view id) const override {
        const auto found = nodes_.find(std::string(id));
        return found == nodes_.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<GraphEdge> cites(std::string_view id) const override {
        return edges_if([&](const GraphEdge& edge) { return edge.from == id; });
    }
    std::vector<GraphEdge> cited_by(std::string_view id) const override {
        return edges_if([&](const GraphEdge& edge) { return edge.to == id; });
    }
    std::vector<DocumentMeta> with_number(std::string_view number) const override {
        std::vector<DocumentMeta> found;
        for (const auto& [id, node] : nodes_) {
            if (node.number == number) found.push_back(node);
        }
        return found;
    }
    void each_node(const std::function<bool(const DocumentMeta&)>& visit) const override {
        for (const auto& [id, node] : nodes_) {
            if (!visit(node)) return;
        }
    }

    Page tasks(const TaskFilter& filter, std::uint32_t offset, std::uint32_t limit) const override {
        Page page;
        for (const TaskRecord& task : tasks_) {
            if (!is_in(filter.documents, task.document.id)) continue;
            if (!any_in(filter.implements, implemented_by(task))) continue;
            if (filter.due_to && (!task.deadline || *filter.due_to < *task.deadline->to)) continue;
            if (!filter.bodies.empty() && task.bodies.empty()) continue;
            if (!filter.bodies.empty() && task.bodies[0].id != filter.bodies[0]) continue;
            if (page.total++ >= offset && page.items.size() < limit) page.items.push_back(task);
        }
        return page;
    }
    TaskFacets task_facets(const TaskFilter& filter) const override {
        TaskFacets facets;
        const auto total = static_cast<std::uint32_t>(tasks(filter, 0, 0).total);
        facets.body = {{"so-noi-vu.binh-dinh", "Sở Nội vụ (Bình Định)", total}};
        facets.month = {{"2018-06", "2018-06", 1}};
        return facets;
    }
    std::vector<BodyRecord> find_bodies(std::string_view name) const override {
        return name == "Sở Nội vụ" ? bodies("") : std::vector<BodyRecord>{};
    }
    std::vector<BodyRecord> bodies(std::string_view) const override {
        return {{"so-noi-vu.binh-dinh", "Sở Nội vụ", "Bình Định", "province", {"SNV"}, 1, 0, 0, 1}};
    }
    std::optional<BodyRecord> body(std::string_view id) const override {
        const auto all = bodies("");
        return all.front().id == id ? std::optional(all.front()) : std::nullopt;
    }

    IndexStats stats() const override {
        IndexStats stats;
        stats.documents = texts_.size();
        stats.absent = 1;
        stats.tasks = tasks_.size();
        stats.edges = edges_.size();
        stats.snapshot = snapshot_;
        stats.built_at = "2026-01-31T08:00:00Z";
        return stats;
    }

    void check() const override {
        if (snapshot_ != "broken") return;
        throw support::Error(support::ErrorCode::unavailable, "the connection is lost",
                             "tcp://x:1");
    }

  private:
    void add(DocumentMeta node, std::string text) {
        texts_[node.id] = std::move(text);
        const std::string id = node.id;
        nodes_[id] = std::move(node);
    }
    void add_tasks() {
        TaskRecord dated;
        dated.id = std::string(kPlan) + "~1";
        dated.document = nodes_.at(kPlan);
        dated.section = "II.1";
        dated.text = "Sở Nội vụ chủ trì xây dựng đề án, hoàn thành trước 30/6/2018.";
        dated.span = {43, 104};
        dated.bodies = {{"so-noi-vu.binh-dinh", "Sở Nội vụ", Role::lead, CodePointRange{43, 52}}};
        dated.deadline = DeadlineRecord{"hoàn thành trước 30/6/2018",
                                        DeadlineKind::by,
                                        std::nullopt,
                                        Date::of(2018, 6, 29),
                                        false,
                                        "",
                                        {77, 103}};
        dated.mandates = {{kResolution, MandateOrigin::document, {}}};
        dated.product = {{"đề án", "đề án", {67, 72}}};
        TaskRecord open = dated;
        open.id = std::string(kPlan) + "~2";
        open.bodies.clear();
        open.deadline.reset();
        tasks_ = {dated, open};
    }
    static Mention mention() {
        Mention mention;
        mention.span = {33, 41};
        mention.surface = "18-NQ/TW";
        mention.number = "18-NQ/TW";
        mention.type = "Nghị quyết";
        mention.relation = Relation::implements;
        mention.status = ResolutionStatus::ambiguous;
        mention.candidates = {kResolution, kOtherResolution};
        return mention;
    }
    static bool is_in(const std::vector<std::string>& values, const std::string& value) {
        return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
    }
    static bool any_in(const std::vector<std::string>& values,
                       const std::vector<std::string>& own) {
        return values.empty() || std::any_of(own.begin(), own.end(), [&](const std::string& one) {
                   return is_in(values, one);
               });
    }
    bool passes(const DocumentFilter& filter, const DocumentMeta& meta) const {
        std::vector<std::string> cited;
        for (const GraphEdge& edge : cites(meta.id)) cited.push_back(edge.to);
        return is_in(filter.types, meta.type) && is_in(filter.jurisdictions, meta.jurisdiction) &&
               any_in(filter.cites, cited) && any_in(filter.implements, cited);
    }
    template <class Fits>
    std::vector<GraphEdge> edges_if(Fits fits) const {
        std::vector<GraphEdge> found;
        std::copy_if(edges_.begin(), edges_.end(), std::back_inserter(found), fits);
        return found;
    }

    std::string snapshot_;
    std::map<std::string, DocumentMeta> nodes_;
    std::map<std::string, std::string> texts_;
    std::vector<GraphEdge> edges_;
    std::vector<TaskRecord> tasks_;
};

}  // namespace

std::unique_ptr<indexer::Index> make_fake_index(const std::string& snapshot) {
    return std::make_unique<FakeIndex>(snapshot);
}

server::IndexSource fake_source() {
    return {[] { return make_fake_index(); }, [] { return std::string("s1"); }};
}

}  // namespace tracuu::test
