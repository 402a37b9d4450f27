#include "indexer/xapian/intake.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <tuple>
#include <unordered_map>

#include "analyzers/document_number.hpp"
#include "indexer/prepare/prepare.hpp"
#include "indexer/xapian/workers.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::string_view kRepeated = " stood before in ";    // between an id and a file
constexpr std::size_t kWaitingBytes = std::size_t{16} << 20U;  // texts read but not analysed

analyzers::Hints hints_of(const corpus::Document& document) {
    const auto field = [&](const char* key) {
        const auto found = document.metadata.find(key);
        return found == document.metadata.end() ? std::string() : found->second;
    };
    analyzers::Hints hints;
    hints.title = document.title;
    hints.number = field("number");
    hints.type = field("type");
    hints.issuer = field("issuer");
    hints.signer = field("signer");
    hints.date = Date::parse_iso(field("date"));
    return hints;
}

// A document on its way from a reader to an analyser.
struct Item {
    corpus::Document document;
    std::size_t file = 0;
    std::size_t position = 0;
};

class Pipeline {
  public:
    Pipeline(const std::vector<corpus::SourceFile>& files,
             std::vector<std::unique_ptr<SpillFile>>& spills, Meter& meter)
        : files_(files), spills_(spills), meter_(meter), records_(files.size()) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            records_[i].path = files[i].path.string();
            records_[i].fingerprint = files[i].fingerprint;
        }
    }

    // One worker: analyses what waits, else reads the next file, else waits for work to appear.
    void work(std::uint32_t spill) {
        std::unique_lock lock(mutex_);
        while (!stopped_) {
            if (!waiting_.empty()) {
                Item item = std::move(waiting_.front());
                waiting_.pop_front();
                waiting_bytes_ -= item.document.text.size();
                lock.unlock();
                analyse(std::move(item), spill);
                lock.lock();
            } else if (next_file_ < files_.size()) {
                const std::size_t file = next_file_++;
                ++reading_;
                lock.unlock();
                read(file, spill);
                lock.lock();
                --reading_;
                changed_.notify_all();
            } else if (reading_ > 0) {
                changed_.wait(lock);
            } else {
                return;
            }
        }
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

    Intake finish() {
        std::sort(documents_.begin(), documents_.end(),
                  [](const LightDocument& a, const LightDocument& b) {
                      return std::tie(a.file_order, a.position) <
                             std::tie(b.file_order, b.position);
                  });
        Intake intake;
        for (const LightDocument& light : documents_) {
            intake.text_bytes += light.bytes;
            ++records_[light.file_order].documents;
        }
        intake.documents = std::move(documents_);
        intake.files = std::move(records_);
        return intake;
    }

  private:
    void read(std::size_t file, std::uint32_t spill) {
        const auto& source = files_[file];
        std::size_t position = 0;
        corpus::ReadSink sink;
        sink.document = [&](corpus::Document&& document) {
            hand_over({std::move(document), file, position++}, spill);
        };
        sink.rejection = [&](corpus::Rejection&& rejection) {
            const std::lock_guard lock(mutex_);
            records_[file].rejections.push_back(std::move(rejection));
        };
        const corpus::Reader* const reader = corpus::reader_for(source.path);
        if (reader != nullptr) reader->read(source.path, sink);
        ++meter_.files;
    }

    void hand_over(Item&& item, std::uint32_t spill) {
        {
            const std::lock_guard lock(mutex_);
            if (stopped_) return;
            if (waiting_bytes_ < kWaitingBytes) {
                waiting_bytes_ += item.document.text.size();
                waiting_.push_back(std::move(item));
                changed_.notify_one();
                return;
            }
        }
        analyse(std::move(item), spill);
    }

    void analyse(Item&& item, std::uint32_t spill) {
        AnalyzedDocument analyzed;
        analyzed.document = std::move(item.document);
        analyzed.fingerprint = files_[item.file].fingerprint;
        analyzed.extraction =
            analyzers::extract(analyzed.document.text, hints_of(analyzed.document));
        StoredDocument stored = prepare(analyzed);
        stored.file = records_[item.file].path;
        LightDocument light = make_light(stored, analyzed.document.text);
        light.file_order = item.file;
        light.position = item.position;
        // Mentions wait in memory: the stored form must not hold them a second time.
        stored.record.mentions.clear();
        const std::string bytes = encode_spilled(stored, analyzed.document.text);
        light.spilled = {spill, spills_[spill]->append(bytes), bytes.size()};
        meter_.analysed_bytes += analyzed.document.text.size();
        const std::lock_guard lock(mutex_);
        documents_.push_back(std::move(light));
    }

    const std::vector<corpus::SourceFile>& files_;
    std::vector<std::unique_ptr<SpillFile>>& spills_;
    Meter& meter_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::size_t next_file_ = 0;
    std::size_t reading_ = 0;
    bool stopped_ = false;
    std::vector<LightDocument> documents_;
    std::vector<FileRecord> records_;
};

}  // namespace

Intake take_in(const std::vector<corpus::SourceFile>& files, unsigned jobs,
               std::vector<std::unique_ptr<SpillFile>>& spills, Meter& meter,
               const std::function<void()>& tick) {
    Pipeline pipeline(files, spills, meter);
    run_workers(
        jobs, [&](unsigned worker) { pipeline.work(worker); }, tick, [&] { pipeline.stop(); });
    return pipeline.finish();
}

void reject_repeated(const std::vector<LightDocument>& known, Intake& intake) {
    std::unordered_map<std::string, std::string> sources;  // of ids
    for (const LightDocument& light : known) {
        if (!light.record_id.empty()) sources.emplace(light.record_id, light.source);
    }
    std::erase_if(intake.documents, [&](const LightDocument& light) {
        if (light.record_id.empty()) return false;
        const auto [first, is_new] = sources.emplace(light.record_id, light.source);
        if (is_new) return false;
        FileRecord& file = intake.files[light.file_order];
        --file.documents;
        file.rejections.push_back(
            {light.source, "`id` " + light.record_id + std::string(kRepeated) + first->second});
        return true;
    });
}

bool waits_for_others(const FileRecord& file) {
    return std::any_of(file.rejections.begin(), file.rejections.end(), [](const auto& one) {
        return one.reason.find(kRepeated) != std::string::npos;
    });
}

}  // namespace tracuu::indexer
