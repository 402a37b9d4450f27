#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "corpus/reader.hpp"
#include "indexer/index.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/light_document.hpp"

namespace tracuu::indexer {

/// What came out of reading files: documents in the order of the files, analysed and spilled.
struct Intake {
    std::vector<LightDocument> documents;
    std::vector<FileRecord> files;  ///< one per file, in order
    std::uint64_t text_bytes = 0;
};

/// Counters that threads add to and the caller of build_index watches.
struct Meter {
    std::atomic<std::uint64_t> files{0};
    std::atomic<std::uint64_t> analysed_bytes{0};
    std::atomic<std::uint64_t> written_bytes{0};
};

/// Reads and analyses `files` with `jobs` threads; `tick` is called now and then on the calling
/// thread. One thread reads a file; when it gets ahead of the others it analyses, too.
[[nodiscard]] Intake take_in(const std::vector<corpus::SourceFile>& files, unsigned jobs,
                             std::vector<std::unique_ptr<SpillFile>>& spills, Meter& meter,
                             const std::function<void()>& tick);

/// Rejects records with the id of one that stands before, in `known` or in `intake`: an id means
/// one record.
void reject_repeated(const std::vector<LightDocument>& known, Intake& intake);
/// True when a record of the file was rejected for one of another file: it has to be read again
/// when others change.
[[nodiscard]] bool waits_for_others(const FileRecord& file);

}  // namespace tracuu::indexer
