#include "indexer/xapian/stored_corpus.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "indexer/records/document_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/workers.hpp"

namespace tracuu::indexer {
namespace {

// By position; the ordinal at the end of the id decides between tasks at one place.
bool comes_before(const StoredTask& a, const StoredTask& b) {
    return std::tuple(a.record.span.begin, a.record.id.size(), std::string_view(a.record.id)) <
           std::tuple(b.record.span.begin, b.record.id.size(), std::string_view(b.record.id));
}

std::vector<StoredTask> tasks_of(const Reader& reader, const std::string& id) {
    std::vector<StoredTask> tasks;
    for (const Xapian::docid record : reader.with_term(term(Field::owner, id))) {
        tasks.push_back(decode_task(reader.data(record)));
    }
    std::sort(tasks.begin(), tasks.end(), comes_before);
    return tasks;
}

// One worker's share.
class Taker {
  public:
    Taker(const std::string& directory, const FileOrder& files, std::uint32_t spill,
          SpillFile& file)
        : reader_({directory}), files_(files), spill_(spill), file_(file) {}

    void take(std::size_t part, std::size_t parts) {
        const auto records = reader_.with_term(kind_term(Kind::document));
        const std::size_t end = records.size() * (part + 1) / parts;
        for (std::size_t i = records.size() * part / parts; i < end; ++i) take(records[i]);
    }
    std::vector<LightDocument> finish() { return std::move(documents_); }

  private:
    void take(Xapian::docid record) {
        const std::string data = reader_.data(record);
        StoredDocument document = decode_document(data);
        const auto place = files_.find(document.file);
        if (place == files_.end()) return;
        const std::string text = reader_.text(record, decode_outline(data));
        document.tasks = tasks_of(reader_, document.record.meta.id);
        LightDocument light = make_light(document, text);
        light.file_order = place->second;
        // Mentions wait in memory: the stored form must not hold them a second time.
        document.record.mentions.clear();
        const std::string bytes = encode_spilled(document, text);
        light.spilled = {spill_, file_.append(bytes), bytes.size()};
        documents_.push_back(std::move(light));
    }

    Reader reader_;
    const FileOrder& files_;
    std::uint32_t spill_;
    SpillFile& file_;
    std::vector<LightDocument> documents_;
};

}  // namespace

std::vector<LightDocument> take_over(const std::string& directory, const FileOrder& files,
                                     unsigned jobs, std::vector<std::unique_ptr<SpillFile>>& spills,
                                     const std::function<void()>& tick) {
    std::vector<std::vector<LightDocument>> parts(jobs);
    run_workers(
        jobs,
        [&](unsigned worker) {
            guarded(Access::read, directory, [&] {
                Taker taker(directory, files, worker, *spills[worker]);
                taker.take(worker, jobs);
                parts[worker] = taker.finish();
            });
        },
        tick, [] {});
    std::vector<LightDocument> all;
    for (std::vector<LightDocument>& part : parts) {
        std::move(part.begin(), part.end(), std::back_inserter(all));
    }
    return all;
}

}  // namespace tracuu::indexer
