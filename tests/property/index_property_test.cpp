#include <algorithm>
#include <map>
#include <set>

#include "tests/catch.hpp"
#include "tests/property/generated_corpus.hpp"
#include "tests/property/index_pair.hpp"

using namespace tracuu;
using namespace tracuu::indexer;
using tests::CorpusGenerator;
using tests::found;
using tests::generated;
using tests::IndexPair;
using tests::nodes;
using tests::sample;

namespace {

std::string line(const GraphEdge& edge) {
    std::string text = edge.from + " " + edge.to + " " + std::string(name(edge.relation));
    for (const Evidence& evidence : edge.evidence) {
        text += " | " + evidence.document + " " + std::to_string(evidence.span.begin) + " " +
                evidence.quote;
    }
    return text;
}

std::string line(const TaskRecord& task) {
    std::string text = task.id + " " + task.section + " " + task.text;
    for (const TaskBodyRecord& body : task.bodies) text += " " + body.id;
    for (const Mandate& one : task.mandates) {
        text += " " + one.id + std::string(name(one.origin)) + one.evidence.quote;
    }
    return text;
}

std::map<std::string, std::uint32_t> counts(const std::vector<FacetValue>& values) {
    std::map<std::string, std::uint32_t> made;
    for (const FacetValue& one : values) made[one.value + "=" + one.label] = one.count;
    return made;
}

void compare_search(const IndexPair& pair, const std::string& query) {
    CAPTURE(query);
    SearchRequest request;
    request.query = query;
    request.limit = 1000;
    const SearchResult fast = pair.fast->search(request);
    const SearchResult naive = pair.naive->search(request);
    CHECK(fast.total == naive.total);
    CHECK(fast.total == fast.hits.size());
    CHECK(fast.notes == naive.notes);
    CHECK(found(*pair.fast, query) == found(*pair.naive, query));
    CHECK(counts(fast.facets.type) == counts(naive.facets.type));
    CHECK(counts(fast.facets.jurisdiction) == counts(naive.facets.jurisdiction));
    CHECK(counts(fast.facets.year) == counts(naive.facets.year));
    CHECK(counts(fast.facets.body) == counts(naive.facets.body));
}

}  // namespace

TEST_CASE("Both indexes find the same documents for random queries") {
    CorpusGenerator generator(tests::seed() + 1);
    for (int i = 0; i < 400; ++i) compare_search(generated(), generator.query());
}

TEST_CASE("Both indexes find the same documents of the sample") {
    for (const char* query :
         {"",
          "tinh giản biên chế",
          "tinh gian bien che",
          "\"hệ thống chính trị\"",
          "18-NQ/TW",
          "UBND",
          "ủy ban nhân dân",
          "-đảng",
          "cơquan:\"Sở Nội vụ\"",
          "body:\"sở nội vụ\"",
          "issuer:\"chính phủ\"",
          "-cơquan:\"chính phủ\"",
          "số:18-NQ/TW",
          "năm:abc",
          "số:xyz",
          "\"\"",
          "-",
          "*",
          "số:",
          "loại:\"\"",
          "\"UBND tỉnh\"",
          "\"ủy ban nhân dân\"",
          "BCH TW",
          "ban chấp hành trung ương",
          "loại:\"kế hoạch\"",
          "nơi:\"kon tum\"",
          "năm:2018",
          "sở nội vụ chủ trì -\"biên chế\"",
          "một hai ba bốn năm sáu bảy",
          "\"không đâu có\"",
          "đổi mới sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn hoạt động hiệu lực"}) {
        compare_search(sample(), query);
    }
}

TEST_CASE("Both indexes give the same graph") {
    for (const IndexPair* pair : {&generated(), &sample()}) {
        const auto fast = nodes(*pair->fast);
        const auto naive = nodes(*pair->naive);
        REQUIRE(fast.size() == naive.size());
        for (std::size_t i = 0; i < fast.size(); ++i) {
            CHECK(fast[i].id == naive[i].id);
            CHECK(fast[i].present == naive[i].present);
            CHECK(fast[i].title == naive[i].title);
            const auto from_fast = pair->fast->cites(fast[i].id);
            const auto from_naive = pair->naive->cites(fast[i].id);
            REQUIRE(from_fast.size() == from_naive.size());
            for (std::size_t k = 0; k < from_fast.size(); ++k) {
                CHECK(line(from_fast[k]) == line(from_naive[k]));
            }
        }
    }
}

TEST_CASE("Cited-by is the inverse of cites, without loops or edges to the future") {
    const Index& index = *generated().fast;
    std::set<std::string> forward, backward;
    for (const DocumentMeta& node : nodes(index)) {
        for (const GraphEdge& edge : index.cites(node.id)) {
            CHECK(edge.from == node.id);
            CHECK(edge.from != edge.to);
            CHECK_FALSE(edge.evidence.empty());
            const auto target = index.node(edge.to);
            REQUIRE(target.has_value());
            if (node.date && target->date) CHECK(*target->date <= *node.date);
            forward.insert(line(edge));
        }
        for (const GraphEdge& edge : index.cited_by(node.id)) {
            CHECK(edge.to == node.id);
            backward.insert(line(edge));
        }
    }
    CHECK_FALSE(forward.empty());
    CHECK(forward == backward);
}

TEST_CASE("Every text comes back byte for byte") {
    const IndexPair& pair = generated();
    for (const auto& one : tests::analyze(pair.fixture.path() / "docs")) {
        bool found_it = false;
        for (const DocumentMeta& node : nodes(*pair.fast)) {
            const auto record = pair.fast->document(node.id);
            if (!record || record->source != one.document.source) continue;
            CHECK(pair.fast->text(node.id) == one.document.text);
            CHECK(pair.fast->document(node.id)->cited_by == pair.fast->cited_by(node.id).size());
            found_it = true;
        }
        CHECK(found_it);
    }
}

TEST_CASE("Both indexes give the same tasks and bodies") {
    for (const IndexPair* pair : {&generated(), &sample()}) {
        std::vector<TaskFilter> filters(12);
        filters[1].query = "tổ chức";
        filters[2].role = Role::support;
        filters[3].due_from = Date::of(2018, 1, 1);
        filters[3].due_to = Date::of(2018, 12, 31);
        filters[4].overdue_as_of = Date::of(2018, 7, 1);
        filters[5].kinds = {"by", "conditional"};
        filters[8].kinds = {"none"};
        filters[9].products = {"KE HOACH", "đề án"};
        filters[10].kinds = {"recurring"};
        filters[10].role = Role::lead;
        filters[11].jurisdiction = "Bình Định";
        filters[11].due_to = Date::of(2020, 12, 31);
        filters[6].jurisdiction = "kon tum";
        const auto bodies = pair->naive->bodies("");
        REQUIRE_FALSE(bodies.empty());
        filters[7].bodies = {bodies.front().id, bodies.back().id};
        filters[7].role = Role::lead;
        for (const TaskFilter& filter : filters) {
            const auto fast = pair->fast->tasks(filter, 0, 10000);
            const auto naive = pair->naive->tasks(filter, 0, 10000);
            CHECK(fast.total == naive.total);
            REQUIRE(fast.items.size() == naive.items.size());
            for (std::size_t i = 0; i < fast.items.size(); ++i) {
                CHECK(line(fast.items[i]) == line(naive.items[i]));
            }
            const TaskFacets fast_facets = pair->fast->task_facets(filter);
            const TaskFacets naive_facets = pair->naive->task_facets(filter);
            CHECK(counts(fast_facets.body) == counts(naive_facets.body));
            CHECK(counts(fast_facets.role) == counts(naive_facets.role));
            CHECK(counts(fast_facets.kind) == counts(naive_facets.kind));
            CHECK(counts(fast_facets.product) == counts(naive_facets.product));
            CHECK(counts(fast_facets.month) == counts(naive_facets.month));
            std::uint64_t dated = 0;
            for (const FacetValue& year : fast_facets.year) dated += year.count;
            CHECK(dated == std::size_t(std::count_if(
                               fast.items.begin(), fast.items.end(), [](const TaskRecord& task) {
                                   return task.deadline &&
                                          (task.deadline->from || task.deadline->to);
                               })));
        }
        const auto fast_bodies = pair->fast->bodies("");
        REQUIRE(fast_bodies.size() == bodies.size());
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            CHECK(fast_bodies[i].id == bodies[i].id);
            CHECK(fast_bodies[i].lead == bodies[i].lead);
            CHECK(fast_bodies[i].documents == bodies[i].documents);
            CHECK(fast_bodies[i].aliases == bodies[i].aliases);
        }
        for (const char* name : {"so noi vu", "SNV", "Sở Nội vụ tỉnh Kon Tum",
                                 "so noi vu tinh kon tum", "so noi vu kon tum", "không có"}) {
            CHECK(pair->fast->find_bodies(name).size() == pair->naive->find_bodies(name).size());
        }
    }
}

namespace {

/// Some that the graph's file answers and some that need the records.
std::vector<DocumentFilter> filters_of(const IndexPair& pair) {
    std::vector<DocumentFilter> filters(11);
    filters[1].types = {"kế hoạch", "Quyết định"};
    filters[2].jurisdictions = {"Kon Tum", "an giang"};
    filters[3].years = {2017, 2018};
    filters[4].from = Date::of(2017, 6, 1);
    filters[4].to = Date::of(2019, 6, 1);
    for (const DocumentMeta& node : nodes(*pair.fast)) {
        if (pair.fast->cited_by(node.id).size() > 1) filters[5].cites.push_back(node.id);
        if (!node.issuer.empty()) filters[6].issuers = {node.issuer};
    }
    filters[7].to = Date::of(2018, 6, 1);
    filters[8].types = {""};  // no document is found by a name that it lacks
    filters[9].types = {"kế hoạch"};
    filters[9].years = {2018};
    filters[9].issuers = filters[6].issuers;
    filters[10].jurisdictions = {"Kon Tum"};
    filters[10].from = Date::of(2018, 1, 1);
    return filters;
}

std::vector<DocumentId> ids_of(const std::vector<DocumentMeta>& list) {
    std::vector<DocumentId> ids;
    for (const DocumentMeta& meta : list) ids.push_back(meta.id);
    return ids;
}

}  // namespace

TEST_CASE("Filters select the same documents in both indexes") {
    const IndexPair& pair = generated();
    for (const DocumentFilter& filter : filters_of(pair)) {
        const auto fast = pair.fast->documents(filter, DocumentOrder::newest, 0, 1000);
        const auto naive = pair.naive->documents(filter, DocumentOrder::newest, 0, 1000);
        CHECK(fast.second == naive.second);
        REQUIRE(fast.first.size() == naive.first.size());
        for (std::size_t i = 0; i < fast.first.size(); ++i) {
            CHECK(fast.first[i].id == naive.first[i].id);
        }
        CHECK(pair.fast->documents(filter, DocumentOrder::newest, 1, 2).first.size() ==
              pair.naive->documents(filter, DocumentOrder::newest, 1, 2).first.size());
    }
}

TEST_CASE("Documents by authority are all documents, those with most first, on any page") {
    const Index& index = *generated().fast;
    const auto newest = index.documents({}, DocumentOrder::newest, 0, 1000);
    const auto ranked = index.documents({}, DocumentOrder::authority, 0, 1000);
    CHECK(ranked.second == newest.second);
    REQUIRE(ranked.first.size() == newest.first.size());
    const auto links = index.links();
    std::vector<float> authority;
    std::set<DocumentId> ids;
    for (const DocumentMeta& meta : ranked.first) {
        authority.push_back(links->facts(links->find(meta.id).value()).authority.value());
        ids.insert(meta.id);
    }
    CHECK(std::is_sorted(authority.rbegin(), authority.rend()));
    CHECK(authority.front() > authority.back());
    CHECK(ids.size() == ranked.first.size());
    for (std::uint32_t offset = 0; offset < ranked.first.size() + 2; offset += 3) {
        const auto page = index.documents({}, DocumentOrder::authority, offset, 3);
        CHECK(page.second == ranked.second);
        const std::size_t left =
            ranked.first.size() - std::min<std::size_t>(offset, ranked.first.size());
        REQUIRE(page.first.size() == std::min<std::size_t>(3, left));
        for (std::size_t i = 0; i < page.first.size(); ++i) {
            CHECK(page.first[i].id == ranked.first[offset + i].id);
        }
    }
}

TEST_CASE("Any page of any filtered list is what stands there in the whole list") {
    const Index& index = *generated().fast;
    const auto links = index.links();
    for (const DocumentFilter& filter : filters_of(generated())) {
        const auto newest = ids_of(index.documents(filter, DocumentOrder::newest, 0, 1000).first);
        auto ranked = newest;
        std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
            const auto authority = [&](const DocumentId& id) {
                return links->facts(links->find(id).value()).authority.value();
            };
            return authority(a) > authority(b);
        });
        for (const DocumentOrder order : {DocumentOrder::newest, DocumentOrder::authority}) {
            const auto& whole = order == DocumentOrder::newest ? newest : ranked;
            std::vector<DocumentId> pages;
            for (std::uint32_t offset = 0; offset < whole.size() + 7; offset += 7) {
                const auto page = index.documents(filter, order, offset, 7);
                CHECK(page.second == whole.size());
                for (const auto& id : ids_of(page.first)) pages.push_back(id);
            }
            CHECK(pages == whole);
        }
    }
}

TEST_CASE("Case, normal form and tone placement of a query change nothing") {
    const Index& index = *generated().fast;
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{
             {"biên chế", "BIÊN CHẾ"},
             {"biên chế", "bie\xCC\x82n che\xCC\x82\xCC\x81"},
             {"hòa", "hoà"},
             {"đảng ủy", "ĐẢNG UỶ"},
             {"kỹ thuật", "kĩ thuật"},
             {"ubnd -\"tổ chức\"", "UBND -\"TỔ CHỨC\""}}) {
        CAPTURE(one, other);
        CHECK_FALSE(found(index, one).empty());
        CHECK(found(index, one) == found(index, other));
        SearchRequest request;
        request.query = one;
        const auto first = tests::ids(index.search(request));
        request.query = other;
        CHECK(tests::ids(index.search(request)) == first);
    }
}

TEST_CASE("A page of hits is a part of the longer list") {
    CorpusGenerator generator(tests::seed() + 2);
    const Index& index = *generated().fast;
    for (int i = 0; i < 40; ++i) {
        SearchRequest request;
        request.query = generator.query();
        request.limit = 1000;
        const auto all = tests::ids(index.search(request));
        request.offset = 3;
        request.limit = 4;
        const auto page = tests::ids(index.search(request));
        CAPTURE(request.query);
        for (std::size_t k = 0; k < page.size(); ++k) CHECK(page[k] == all.at(k + 3));
        CHECK(page.size() ==
              std::min<std::size_t>(4, all.size() - std::min<std::size_t>(3, all.size())));
    }
}
