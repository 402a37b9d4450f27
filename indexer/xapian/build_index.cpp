#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include "corpus/reader.hpp"
#include "indexer/graph/graph_file.hpp"
#include "indexer/index.hpp"
#include "indexer/schema.hpp"
#include "indexer/xapian/generation.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/intake.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/shard_writer.hpp"
#include "indexer/xapian/stored_corpus.hpp"

namespace tracuu::indexer {
namespace {

namespace fs = std::filesystem;
using support::Error;
using support::ErrorCode;

constexpr unsigned kMostShards = 64;
constexpr unsigned kMostJobs = 64;

// What has to be done to bring the index to the state of the files.
struct Delta {
    std::vector<corpus::SourceFile> to_read;  ///< new and changed files
    std::set<std::string> changed;            ///< of these, those that the index has
    std::vector<FileRecord> unchanged;
    std::uint64_t in_changed = 0;  ///< documents of `changed` in the index
    std::uint64_t in_gone = 0;     ///< documents of files that are no longer there
    bool any_gone = false;

    [[nodiscard]] bool empty() const { return to_read.empty() && !any_gone; }
};

std::vector<FileRecord> stored_files(const Reader& reader) {
    std::vector<FileRecord> files;
    for (const Xapian::docid record : reader.with_term(kind_term(Kind::file))) {
        files.push_back(decode_file(reader.data(record)));
    }
    return files;
}

// The record that an id belonged to may be gone now.
void read_waiting_again(const std::map<std::string, corpus::SourceFile>& found, Delta& delta) {
    std::erase_if(delta.unchanged, [&](const FileRecord& file) {
        if (!waits_for_others(file)) return false;
        delta.to_read.push_back(found.at(file.path));
        delta.changed.insert(file.path);
        delta.in_changed += file.documents;
        return true;
    });
    std::sort(delta.to_read.begin(), delta.to_read.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
}

Delta compare(const std::vector<corpus::SourceFile>& files, std::vector<FileRecord> stored) {
    std::map<std::string, corpus::SourceFile> found;
    for (const corpus::SourceFile& file : files) found.emplace(file.path.string(), file);
    Delta delta;
    std::set<std::string> known;
    for (FileRecord& before : stored) {
        known.insert(before.path);
        const auto now = found.find(before.path);
        if (now == found.end()) {
            delta.any_gone = true;
            delta.in_gone += before.documents;
        } else if (now->second.fingerprint == before.fingerprint) {
            delta.unchanged.push_back(std::move(before));
        } else {
            delta.to_read.push_back(now->second);
            delta.changed.insert(before.path);
            delta.in_changed += before.documents;
        }
    }
    for (const auto& [path, file] : found) {
        if (known.count(path) == 0) delta.to_read.push_back(file);
    }
    if (!delta.empty()) read_waiting_again(found, delta);
    return delta;
}

class Build {
  public:
    Build(const BuildOptions& options, const std::function<void(const BuildProgress&)>& progress)
        : options_(options), progress_(progress), directory_(options.directory) {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        jobs_ = std::clamp(options.jobs == 0 ? cores : options.jobs, 1U, kMostJobs);
        if (options.shards == 0 || options.shards > kMostShards) {
            throw Error(ErrorCode::bad_request,
                        "the number of shards must be 1 to " + std::to_string(kMostShards),
                        "--shards");
        }
    }

    BuildReport run() {
        const auto start = std::chrono::steady_clock::now();
        find_files();
        prepare_directory();
        const WriterLock lock(directory_);
        read_current();
        remove_old_generations(directory_,
                               current_ ? std::optional(current_->generation) : std::nullopt);
        find_delta();
        if (current_ && delta_.empty() && !fresh_) {
            report_.stats = current_->stats;
        } else {
            make_generation();
        }
        finish_report(start);
        return std::move(report_);
    }

  private:
    void find_files() {
        std::vector<fs::path> paths(options_.paths.begin(), options_.paths.end());
        const bool any = std::any_of(paths.begin(), paths.end(), [](const fs::path& path) {
            std::error_code ignored;
            return fs::exists(path, ignored);
        });
        if (!any) {
            throw Error(ErrorCode::unreadable_input, "there is no such file or folder",
                        paths.empty() ? "PATH" : paths.front().string());
        }
        corpus::Walk walk = corpus::walk(paths);
        files_ = std::move(walk.files);
        report_.rejected = std::move(walk.rejections);
        report_.skipped_files = walk.skipped;
    }

    void prepare_directory() {
        std::error_code error;
        fs::create_directories(directory_, error);
        if (error) throw Error(ErrorCode::cannot_write, error.message(), directory_.string());
    }

    // An index of another version is only replaced when that is asked for.
    void read_current() {
        fresh_ = options_.rebuild;
        try {
            current_ = read_manifest(directory_);
            if (!options_.rebuild) check_compatible(*current_, directory_.string());
        } catch (const Error& error) {
            if (error.code() == ErrorCode::index_missing) {
                fresh_ = true;
            } else if (!options_.rebuild) {
                throw;
            }
        }
    }

    void find_delta() {
        if (fresh_) {
            delta_.to_read = files_;
            return;
        }
        const Reader reader({options_.directory});
        delta_ = compare(files_, guarded(Access::read, options_.directory,
                                         [&] { return stored_files(reader); }));
        for (const FileRecord& file : delta_.unchanged) {
            report_.unchanged += file.documents;
            report_.rejected.insert(report_.rejected.end(), file.rejections.begin(),
                                    file.rejections.end());
        }
    }

    void make_generation() {
        NewGeneration generation(directory_, next_generation(directory_));
        for (unsigned i = 0; i < jobs_; ++i) {
            corpus_.spills.push_back(std::make_unique<SpillFile>(generation.path()));
        }
        gather();
        corpus_.graph = resolve_all(corpus_.documents);
        const ShardPlan plan{generation.path(), generation.number(), shards(), jobs_};
        const Manifest manifest = write_shards(plan, corpus_, file_records_, meter_, tick_);
        write_graph(graph_path(generation.path()), manifest.stats.snapshot,
                    graph_input(corpus_.graph));
        generation.publish(manifest);
        report_.stats = manifest.stats;
        current_ = manifest;
        remove_old_generations(directory_, manifest.generation);
        show_progress();
    }

    // An update keeps the number.
    [[nodiscard]] std::uint32_t shards() const {
        return fresh_ ? options_.shards : current_->shards;
    }

    // All documents of the new generation, stored and new ones, in the order of their files.
    void gather() {
        FileOrder order;
        for (const auto& file : files_) order.emplace(file.path.string(), order.size());
        for (const auto& file : delta_.to_read) bytes_to_read_ += file.fingerprint.size;
        if (!fresh_) keep_unchanged(order);
        Intake intake = take_in(delta_.to_read, jobs_, corpus_.spills, meter_, tick_);
        report_.text_bytes = intake.text_bytes;
        reject_repeated(corpus_.documents, intake);
        count(intake);
        for (LightDocument& light : intake.documents) {
            light.file_order = order.at(intake.files[light.file_order].path);
            corpus_.documents.push_back(std::move(light));
        }
        std::stable_sort(corpus_.documents.begin(), corpus_.documents.end(),
                         [](const LightDocument& a, const LightDocument& b) {
                             return a.file_order < b.file_order;
                         });
        file_records_ = std::move(delta_.unchanged);
        for (FileRecord& file : intake.files) {
            report_.rejected.insert(report_.rejected.end(), file.rejections.begin(),
                                    file.rejections.end());
            file_records_.push_back(std::move(file));
        }
    }

    void keep_unchanged(const FileOrder& order) {
        FileOrder kept;
        for (const FileRecord& file : delta_.unchanged) {
            kept.emplace(file.path, order.at(file.path));
        }
        corpus_.documents = take_over(options_.directory, kept, jobs_, corpus_.spills, tick_);
        for (const LightDocument& light : corpus_.documents) bytes_kept_ += light.bytes;
    }

    void count(const Intake& intake) {
        for (const LightDocument& light : intake.documents) {
            const bool known = delta_.changed.count(intake.files[light.file_order].path) != 0;
            ++(known ? report_.updated : report_.added);
        }
        report_.removed =
            delta_.in_gone + delta_.in_changed - std::min(delta_.in_changed, report_.updated);
    }

    void show_progress() {
        if (!progress_) return;
        BuildProgress progress;
        progress.files_done = meter_.files;
        progress.files_total = delta_.to_read.size();
        // Analysing is one half of the work, writing the other; both count bytes of text.
        progress.bytes_total = bytes_to_read_ + bytes_kept_ / 2;
        progress.bytes_done = std::min<std::uint64_t>(
            (meter_.analysed_bytes + meter_.written_bytes) / 2, progress.bytes_total);
        progress_(progress);
    }

    void finish_report(std::chrono::steady_clock::time_point start) {
        report_.index_bytes = bytes_under(generation_path(directory_, current_->generation));
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        report_.seconds = passed.count();
    }

    const BuildOptions& options_;
    const std::function<void(const BuildProgress&)>& progress_;
    fs::path directory_;
    unsigned jobs_ = 1;
    std::vector<corpus::SourceFile> files_;
    std::optional<Manifest> current_;
    bool fresh_ = false;
    Delta delta_;
    CorpusState corpus_;
    std::vector<FileRecord> file_records_;  ///< of the new generation
    Meter meter_;
    std::uint64_t bytes_to_read_ = 0;
    std::uint64_t bytes_kept_ = 0;  ///< of texts that need no analysis
    const std::function<void()> tick_ = [this] { show_progress(); };
    BuildReport report_;
};

}  // namespace

BuildReport build_index(const BuildOptions& options,
                        const std::function<void(const BuildProgress&)>& progress) {
    return Build(options, progress).run();
}

}  // namespace tracuu::indexer
