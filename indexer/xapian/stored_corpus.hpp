#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/xapian/light_document.hpp"

namespace tracuu::indexer {

/// Files by path, and which one each is in the order of all.
using FileOrder = std::unordered_map<std::string, std::size_t>;

/// Takes the documents of `files` out of an index, as if they had just been analysed: spilled,
/// with their place in `files`, in the order of the index. Worker i of `jobs` fills `spills[i]`.
/// Errors: those of opening an index; cannot_write.
[[nodiscard]] std::vector<LightDocument> take_over(const std::string& directory,
                                                   const FileOrder& files, unsigned jobs,
                                                   std::vector<std::unique_ptr<SpillFile>>& spills,
                                                   const std::function<void()>& tick);

}  // namespace tracuu::indexer
