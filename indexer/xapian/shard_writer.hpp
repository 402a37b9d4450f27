#pragma once

#include <filesystem>
#include <functional>

#include "indexer/xapian/corpus_state.hpp"
#include "indexer/xapian/intake.hpp"

namespace tracuu::indexer {

/// Where and how the shards of a generation are written.
struct ShardPlan {
    std::filesystem::path generation;  ///< directory, without shards
    std::uint64_t number = 0;          ///< of the generation
    std::uint32_t shards = 1;
    unsigned jobs = 1;
};

/// Writes all documents into new shards, their streams and words beside them: many chunks in
/// parallel, each of a run of neighbouring documents, then put together, one database per shard.
/// Returns the manifest, which stands in every shard already. Errors: cannot_write.
[[nodiscard]] Manifest write_shards(const ShardPlan& plan, const CorpusState& corpus,
                                    const std::vector<FileRecord>& files, Meter& meter,
                                    const std::function<void()>& tick);

}  // namespace tracuu::indexer
