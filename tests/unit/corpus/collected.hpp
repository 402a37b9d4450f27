#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/reader.hpp"

namespace tracuu::tests {

/// Everything that a reader gave for one file, in order.
struct Collected {
    std::vector<corpus::Document> documents;
    std::vector<corpus::Rejection> rejections;

    /// The reason of the only rejection; what else was found makes it a description of that.
    [[nodiscard]] std::string only_reason() const {
        if (documents.empty() && rejections.size() == 1) return rejections.front().reason;
        return std::to_string(documents.size()) + " documents, " +
               std::to_string(rejections.size()) + " rejections";
    }
};

[[nodiscard]] inline Collected collect(const corpus::Reader& reader,
                                       const std::filesystem::path& file) {
    Collected all;
    reader.read(file,
                {[&all](corpus::Document&& one) { all.documents.push_back(std::move(one)); },
                 [&all](corpus::Rejection&& one) { all.rejections.push_back(std::move(one)); }});
    return all;
}

}  // namespace tracuu::tests
