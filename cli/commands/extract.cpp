#include <CLI/CLI.hpp>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "analyzers/extraction.hpp"
#include "cli/commands/command.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "corpus/reader.hpp"
#include "server/codec.hpp"
#include "support/file.hpp"

namespace tracuu::cli {
namespace {

namespace fs = std::filesystem;
using support::Error;
using support::ErrorCode;

struct Options {
    std::vector<std::string> files;
    std::string output;
    unsigned jobs = 0;
    bool quiet = false;
};

analyzers::Hints hints_of(const corpus::Document& document) {
    const auto field = [&](const char* name) {
        const auto found = document.metadata.find(name);
        return found == document.metadata.end() ? std::string() : found->second;
    };
    analyzers::Hints hints;
    hints.title = document.title;
    hints.number = field("number");
    hints.type = field("type");
    hints.issuer = field("issuer");
    hints.signer = field("signer");
    hints.date = support::Date::parse_iso(field("date"));
    return hints;
}

/// Where the JSON of `document` goes: named after the file, or after the record of a container.
fs::path output_path(const Options& options, const fs::path& file,
                     const corpus::Document& document) {
    if (document.record_id.empty())
        return fs::path(options.output) / (file.stem().string() + ".json");
    std::string name = document.record_id;
    for (char& byte : name) {
        if (byte == '/' || byte == '\0') byte = '_';
    }
    if (name.front() == '.') name.front() = '_';
    return fs::path(options.output) / (name + ".json");
}

/// Extracts the files of one command line; several threads may call `run`.
class Extractor {
  public:
    explicit Extractor(const Options& options) : options_(options), progress_(options.quiet) {}

    void run() {
        for (std::size_t at = next_++; at < options_.files.size(); at = next_++) {
            extract_file(options_.files[at]);
            const std::lock_guard lock(mutex_);
            ++done_.files;
            done_.files_total = options_.files.size();
            progress_.show(done_);
        }
    }
    [[nodiscard]] bool failed() const { return failed_; }

  private:
    void extract_file(const fs::path& file) {
        const corpus::Reader* reader = corpus::reader_for(file);
        if (reader == nullptr) {
            const Error error(ErrorCode::unsupported_input, "not a kind of file we read",
                              file.string());
            return fail(error);
        }
        const corpus::ReadSink sink{
            [&](corpus::Document&& document) { write(file, document); },
            [&](corpus::Rejection&& rejection) {
                fail(Error(ErrorCode::unsupported_input, rejection.reason, rejection.source));
            }};
        reader->read(file, sink);
    }

    void write(const fs::path& file, const corpus::Document& document) {
        const analyzers::Extraction found = analyzers::extract(document.text, hints_of(document));
        const std::string name =
            document.record_id.empty() ? file.filename().string() : document.record_id;
        const server::ExtractedText extracted{name, document.text, &found};
        if (options_.output.empty()) {
            const std::lock_guard lock(mutex_);
            server::write_extraction(extracted, print);
            return;
        }
        try {
            write_file(output_path(options_, file, document), extracted);
        } catch (const Error& error) {
            fail(error);
        }
        const std::lock_guard lock(mutex_);
        done_.bytes += document.text.size();
    }

    void write_file(const fs::path& path, const server::ExtractedText& extracted) {
        {
            const std::lock_guard lock(mutex_);
            if (!written_.insert(path.string()).second) {
                throw Error(ErrorCode::cannot_write,
                            "two inputs have the same name and would overwrite each other",
                            path.string());
            }
        }
        const auto close = [](std::FILE* stream) { std::fclose(stream); };
        std::unique_ptr<std::FILE, decltype(close)> stream(std::fopen(path.c_str(), "wb"), close);
        bool good = stream != nullptr;
        const auto put = [&](std::string_view piece) {
            good = good && std::fwrite(piece.data(), 1, piece.size(), stream.get()) == piece.size();
        };
        if (good) server::write_extraction(extracted, put);
        good = good && std::fflush(stream.get()) == 0;
        if (!good) throw Error(ErrorCode::cannot_write, "cannot write", path.string());
    }

    void fail(const Error& error) {
        const std::lock_guard lock(mutex_);
        failed_ = true;
        report(error);
    }

    const Options& options_;
    Progress progress_;
    Done done_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::set<std::string> written_;
    bool failed_ = false;
};

void make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (fs::is_directory(path)) return;
    throw Error(ErrorCode::cannot_write, "cannot make the folder", path);
}

int extract(const Options& options) {
    if (options.output.empty() && options.files.size() > 1) {
        throw Error(ErrorCode::bad_request, "several files need a folder for their output",
                    "--output");
    }
    if (!options.output.empty()) make_folder(options.output);
    Extractor extractor(options);
    {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const unsigned jobs = options.jobs == 0 ? cores : options.jobs;
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < jobs && i < options.files.size(); ++i) {
            workers.emplace_back([&] { extractor.run(); });
        }
        extractor.run();
    }
    flush();
    return extractor.failed() ? kError : 0;
}

}  // namespace

void declare_extract(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand(
        "extract", "Write what a text says: citations, relations, tasks, deadlines (JSON)");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE", options->files, "Files to read")->required();
    command->add_option("--output", options->output, "Folder for one .json per file");
    command->add_option("--jobs", options->jobs, "Threads (0: one per core)")
        ->check(CLI::Range(0, 256));
    command->add_flag("--quiet", options->quiet, "No progress");
    command->callback([options, &run] { run = [options] { return extract(*options); }; });
}

}  // namespace tracuu::cli
