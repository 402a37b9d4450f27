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
#include "indexer/xapian/fresh_build.hpp"
#include "indexer/xapian/generation.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/intake.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/token_file.hpp"
#include "indexer/xapian/update_build.hpp"

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
    std::set<std::string> gone;               ///< files that are no longer there
    std::vector<FileRecord> unchanged;

    [[nodiscard]] bool empty() const { return to_read.empty() && gone.empty(); }
};

std::vector<FileRecord> stored_files(const Reader& reader) {
    std::vector<FileRecord> files;
    for (const Xapian::docid record : reader.with_term(kind_term(Kind::file))) {
        files.push_back(decode_file(reader.data(record)));
    }
    return files;
}

// The record that an id belonged to may be gone now.
void read_again(const std::vector<corpus::SourceFile>& files, Delta& delta) {
    for (const corpus::SourceFile& file : files) {
        std::erase_if(delta.unchanged,
                      [&](const FileRecord& known) { return known.path == file.path; });
        delta.changed.insert(file.path.string());
        delta.to_read.push_back(file);
    }
    std::sort(delta.to_read.begin(), delta.to_read.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
}

Delta compare(const std::vector<corpus::SourceFile>& found, std::vector<FileRecord> stored) {
    std::map<std::string, FileRecord> known;
    for (FileRecord& file : stored) known.emplace(file.path, std::move(file));
    Delta delta;
    std::vector<corpus::SourceFile> waiting;
    for (const corpus::SourceFile& file : found) {
        const auto before = known.find(file.path.string());
        if (before == known.end()) {
            delta.to_read.push_back(file);
            continue;
        }
        if (before->second.fingerprint == file.fingerprint) {
            if (has_repeated(before->second)) waiting.push_back(file);
            delta.unchanged.push_back(std::move(before->second));
        } else {
            delta.to_read.push_back(file);
            delta.changed.insert(before->first);
        }
        known.erase(before);
    }
    for (const auto& [path, file] : known) delta.gone.insert(path);
    if (!delta.empty()) read_again(waiting, delta);
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
        for (unsigned i = 0; i <= jobs_; ++i) {
            corpus_.spills.push_back(std::make_unique<SpillFile>(generation.path()));
        }
        const auto tick = [this] { show_progress(); };
        for (const auto& file : delta_.to_read) bytes_to_read_ += file.fingerprint.size;
        Intake intake = take_in(delta_.to_read, jobs_, corpus_.spills, meter_, tick);
        report_.text_bytes = intake.text_bytes;
        const Manifest manifest =
            fresh_ ? write_new(generation, intake) : write_update(generation, intake);
        write_streams(generation, manifest.shards);
        write_graph(graph_path(generation.path()), manifest.stats.snapshot,
                    graph_input(corpus_.graph));
        generation.publish(manifest);
        list_rejections(intake.files);
        report_.stats = manifest.stats;
        current_ = manifest;
        remove_old_generations(directory_, manifest.generation);
        show_progress();
    }

    void write_streams(const NewGeneration& generation, std::uint32_t shards) const {
        for (std::uint32_t shard = 0; shard < shards; ++shard) {
            write_tokens(shard_path(generation.path(), shard), token_path(generation.path(), shard),
                         jobs_);
        }
    }

    void list_rejections(const std::vector<FileRecord>& files) {
        for (const FileRecord& file : files) {
            report_.rejected.insert(report_.rejected.end(), file.rejections.begin(),
                                    file.rejections.end());
        }
    }

    Manifest write_new(const NewGeneration& generation, Intake& intake) {
        reject_repeated({}, intake);
        report_.added = intake.documents.size();
        corpus_.documents = std::move(intake.documents);
        corpus_.graph = resolve_all(corpus_.documents);
        const FreshBuild build{generation.path(), generation.number(), options_.shards, jobs_};
        return write_fresh(build, corpus_, intake.files, meter_, [this] { show_progress(); });
    }

    Manifest write_update(const NewGeneration& generation, Intake& intake) {
        copy_shards(generation);
        ShardUpdate update(generation.path(), current_->shards);
        std::uint64_t in_changed = update.remove_files(delta_.changed);
        report_.removed = update.remove_files(delta_.gone);
        corpus_.documents = update.stored_documents();
        reject_repeated(corpus_.documents, intake);
        for (LightDocument& light : intake.documents) {
            const bool known = delta_.changed.count(intake.files[light.file_order].path) != 0;
            ++(known ? report_.updated : report_.added);
        }
        report_.removed += in_changed - std::min(in_changed, report_.updated);
        std::move(intake.documents.begin(), intake.documents.end(),
                  std::back_inserter(corpus_.documents));
        corpus_.graph = resolve_all(corpus_.documents);
        update.respill_renamed(corpus_, jobs_);
        return update.write(corpus_, intake.files, generation.number(), meter_);
    }

    void copy_shards(const NewGeneration& generation) {
        const fs::path from = generation_path(directory_, current_->generation);
        std::error_code error;
        for (std::uint32_t shard = 0; shard < current_->shards && !error; ++shard) {
            fs::copy(shard_path(from, shard), shard_path(generation.path(), shard),
                     fs::copy_options::recursive, error);
        }
        if (error) throw Error(ErrorCode::cannot_write, error.message(), from.string());
    }

    void show_progress() {
        if (!progress_) return;
        BuildProgress progress;
        progress.files_done = meter_.files;
        progress.files_total = delta_.to_read.size();
        progress.bytes_total = bytes_to_read_;
        // Analysing is one half of the work, writing the other; both count bytes of text.
        progress.bytes_done = std::min<std::uint64_t>(
            (meter_.analysed_bytes + meter_.written_bytes) / 2, bytes_to_read_);
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
    Meter meter_;
    std::uint64_t bytes_to_read_ = 0;
    BuildReport report_;
};

}  // namespace

BuildReport build_index(const BuildOptions& options,
                        const std::function<void(const BuildProgress&)>& progress) {
    return Build(options, progress).run();
}

}  // namespace tracuu::indexer
