#pragma once

#include <memory>
#include <string>
#include <vector>

#include "indexer/index.hpp"
#include "tests/property/generated_corpus.hpp"
#include "tests/unit/indexer/index_fixture.hpp"

namespace tracuu::tests {

/// The same corpus in both implementations.
struct IndexPair {
    IndexFixture fixture;
    std::unique_ptr<indexer::Index> fast;
    std::unique_ptr<indexer::Index> naive;
};

/// Sixty generated documents.
inline const IndexPair& generated() {
    static const std::unique_ptr<IndexPair> pair = [] {
        auto held = std::make_unique<IndexPair>();
        IndexPair& made = *held;
        CorpusGenerator generator(seed());
        for (int i = 0; i < 60; ++i) {
            made.fixture.write(std::to_string(i) + ".txt", generator.document());
        }
        auto options = made.fixture.options();
        options.shards = 2;
        indexer::build_index(options, {});
        made.fast = made.fixture.open();
        made.naive = indexer::build_memory_index(analyze(made.fixture.path() / "docs"));
        return held;
    }();
    return *pair;
}

/// The sample of the repository.
inline const IndexPair& sample() {
    static const std::unique_ptr<IndexPair> pair = [] {
        auto held = std::make_unique<IndexPair>();
        IndexPair& made = *held;
        std::filesystem::create_directories(made.fixture.path());
        std::filesystem::copy("corpus/sample/documents", made.fixture.path() / "docs",
                              std::filesystem::copy_options::recursive);
        indexer::build_index(made.fixture.options(), {});
        made.fast = made.fixture.open();
        made.naive = indexer::build_memory_index(analyze(made.fixture.path() / "docs"));
        return held;
    }();
    return *pair;
}

/// All nodes, in the order of the index.
inline std::vector<indexer::DocumentMeta> nodes(const indexer::Index& index) {
    std::vector<indexer::DocumentMeta> list;
    index.each_node([&](const indexer::DocumentMeta& meta) {
        list.push_back(meta);
        return true;
    });
    return list;
}

}  // namespace tracuu::tests
