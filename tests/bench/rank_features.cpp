// Prints what the second stage of the search knows of the best documents of many queries, for the
// training of its weights: a line "qid<TAB>document<TAB>feature ..." each.
// Usage: bench_rank_features INDEX QUERIES.jsonl LIMIT [box]
// With `box` as the search box asks: with totals, so documents must have most words of a question.
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/index.hpp"
#include "indexer/rank/stream_match.hpp"

using tracuu::indexer::kFeatureCount;

int main(int argc, char** argv) {
    if (argc != 4 && argc != 5) {
        std::fputs("usage: bench_rank_features INDEX QUERIES.jsonl LIMIT [box]\n", stderr);
        return 2;
    }
    const auto index = tracuu::indexer::open_index({argv[1]});
    std::ifstream queries(argv[2]);
    std::string line;
    while (std::getline(queries, line)) {
        const auto query = nlohmann::json::parse(line);
        tracuu::indexer::SearchRequest request;
        request.query = query.at("text").get<std::string>();
        request.limit = static_cast<std::uint32_t>(std::stoul(argv[3]));
        request.facets = request.snippets = request.fields = false;
        request.total = argc == 5;
        request.explain = true;
        for (const auto& hit : index->search(request).hits) {
            if (hit.explanation.empty()) break;  // the others were not read closely
            std::printf("%s\t%s\t", query.at("qid").get<std::string>().c_str(),
                        hit.meta.id.c_str());
            // The authority that comes last is nothing to learn from questions on articles.
            for (std::size_t i = 0; i < kFeatureCount; ++i) {
                std::printf(" %.5f", hit.explanation.at(i).second);
            }
            std::putchar('\n');
        }
    }
    return 0;
}
