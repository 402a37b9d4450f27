#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.hpp"
#include "indexer/records/stored_document.hpp"

namespace tracuu::indexer {

/// The data of a task record: complete, with the meta of its document.
[[nodiscard]] std::string encode_task(const StoredTask& task);
/// Errors (all decoders): index_corrupt.
[[nodiscard]] StoredTask decode_task(std::string_view bytes);

[[nodiscard]] std::string encode_body(const BodyRecord& body);
[[nodiscard]] BodyRecord decode_body(std::string_view bytes);

/// The state of one file when it was read.
struct FileRecord {
    std::string path;
    corpus::Fingerprint fingerprint;
    std::uint64_t documents = 0;
    std::vector<corpus::Rejection> rejections;
};
[[nodiscard]] std::string encode_file(const FileRecord& file);
[[nodiscard]] FileRecord decode_file(std::string_view bytes);

}  // namespace tracuu::indexer
