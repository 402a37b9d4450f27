#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "indexer/links.hpp"

namespace tracuu::tests {

/// A corpus in the order of its dates: document i cites only earlier ones. How often a document is
/// cited falls with the two-thirds power of its rank, as laws, decrees and plans are; how many a
/// document cites is skewed too. The same for the same seed and number of documents.
class GeneratedGraph {
  public:
    explicit GeneratedGraph(std::uint32_t documents);

    [[nodiscard]] std::uint32_t documents() const noexcept { return documents_; }
    [[nodiscard]] std::uint64_t edges() const noexcept { return targets_.size(); }
    /// Numbers of what document `i` cites, ascending.
    [[nodiscard]] const std::uint32_t* begin(std::uint32_t i) const { return &targets_[begin_[i]]; }
    [[nodiscard]] const std::uint32_t* end(std::uint32_t i) const {
        return targets_.data() + begin_[i + 1];
    }
    [[nodiscard]] static std::string id(std::uint32_t i);

  private:
    std::uint32_t documents_;
    std::vector<std::uint64_t> begin_{0};
    std::vector<std::uint32_t> targets_;
};

/// Publishes it as an index with one shard: records, posting lists, and the file of the graph, as
/// a build of a million texts would leave them, but without texts.
void write_index(const GeneratedGraph& graph, const std::filesystem::path& directory);

}  // namespace tracuu::tests
