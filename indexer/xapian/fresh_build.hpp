#pragma once

#include <filesystem>
#include <functional>

#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/corpus_state.hpp"
#include "indexer/xapian/intake.hpp"

namespace tracuu::indexer {

/// Where and how a new set of shards is written.
struct FreshBuild {
    std::filesystem::path generation;  ///< directory, empty
    std::uint64_t number = 0;          ///< of the generation
    std::uint32_t shards = 1;
    unsigned jobs = 1;
};

/// Writes all documents into new shards: many small databases in parallel, each from a run of
/// neighbouring documents, then compacted into one per shard. Returns the manifest, which stands
/// in every shard already. Errors: cannot_write.
[[nodiscard]] Manifest write_fresh(const FreshBuild& build, const CorpusState& corpus,
                                   const std::vector<FileRecord>& files, Meter& meter,
                                   const std::function<void()>& tick);

}  // namespace tracuu::indexer
