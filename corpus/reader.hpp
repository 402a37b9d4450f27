#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/document.hpp"

namespace tracuu::corpus {

/// Limits of what is read; beyond them a source is rejected, never cut.
struct ReadLimits {
    std::uint64_t file_bytes = std::uint64_t{4} << 30U;       ///< a whole container (.jsonl)
    std::uint64_t document_bytes = std::uint64_t{64} << 20U;  ///< one document or record
};

/// Receives what a reader finds, in the order of the source.
struct ReadSink {
    std::function<void(Document&&)> document;
    std::function<void(Rejection&&)> rejection;
};

/// Reads one kind of file. Stateless; one object may serve several threads.
class Reader {
  public:
    virtual ~Reader() = default;
    /// Gives every document of the file to `sink.document` and everything that is damaged to
    /// `sink.rejection`; throws nothing for bad input.
    virtual void read(const std::filesystem::path& file, const ReadSink& sink) const = 0;
};

/// The reader for this name's extension (.txt .md .markdown .html .htm .jsonl .ndjson, any case);
/// nullptr when we read no such files.
[[nodiscard]] const Reader* reader_for(const std::filesystem::path& file);

/// One file to read and its state on disk.
struct SourceFile {
    std::filesystem::path path;
    Fingerprint fingerprint;
};

/// The result of walking the paths of a command line.
struct Walk {
    std::vector<SourceFile> files;  ///< sorted by path, each once
    std::vector<Rejection>
        rejections;           ///< unreadable folders, missing paths, unknown kinds given by name
    std::size_t skipped = 0;  ///< files of other kinds met in folders
};

/// Files under `paths`; folders are walked, hidden entries and cyclic links are skipped.
[[nodiscard]] Walk walk(const std::vector<std::filesystem::path>& paths);

}  // namespace tracuu::corpus
