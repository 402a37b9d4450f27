#include "indexer/xapian/sampled_records.hpp"

#include <algorithm>

#include "indexer/records/document_codec.hpp"
#include "indexer/records/task_codec.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kDocuments = 500;
constexpr std::size_t kBytes = std::size_t{1} << 20U;
constexpr std::size_t kBytesOfOne = std::size_t{4} << 10U;
constexpr std::size_t kTasksOfOne = 4;

}  // namespace

std::vector<std::string> sampled_records(const CorpusState& corpus) {
    std::vector<std::string> samples;
    std::size_t bytes = 0;
    const auto take = [&](std::string_view record) {
        samples.emplace_back(record.substr(0, kBytesOfOne));
        bytes += samples.back().size();
    };
    const std::size_t count = corpus.documents.size();
    const std::size_t drawn = std::min(count, kDocuments);
    for (std::size_t i = 0; i < drawn && bytes < kBytes; ++i) {
        const Spilled one = corpus.load(i * count / drawn);
        take(encode_document(one.document));
        take(one.text);
        const std::size_t tasks = std::min(one.document.tasks.size(), kTasksOfOne);
        for (std::size_t k = 0; k < tasks; ++k) take(encode_task(one.document.tasks[k]));
    }
    return samples;
}

}  // namespace tracuu::indexer
