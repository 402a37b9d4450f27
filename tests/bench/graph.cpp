// bench_graph make DOCUMENTS INDEX   publishes a generated graph as an index
// bench_graph ask  DOCUMENTS INDEX   measures answers from it, and SQLite on the same edges
//
// Prints one JSON line. `page_p50_ms`: first page of 20 rows, with evidence, of those that cite
// the most cited document; `closure_page_ms` the same at depth 3. `memory_mb`: peak of the process
// after these answers. Then both count the documents within three steps, which must be as many:
// SQLite has the edges in a table in memory with a covering index in the order that the question
// needs. The 20 others are spread evenly over all documents, so most of them have few or none.
#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index.hpp"
#include "server/service.hpp"
#include "support/error.hpp"
#include "tests/bench/generated_graph.hpp"

using namespace tracuu;
using Json = nlohmann::ordered_json;
using tests::GeneratedGraph;

namespace {

constexpr int kPages = 200;
constexpr std::uint32_t kDepth = 3;
constexpr std::uint32_t kOrdinary = 20;  // further documents whose closures are compared
constexpr server::Page kFirstPage{0, 20};

template <typename Work>
double milliseconds(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double round3(double value) {
    return static_cast<double>(static_cast<long long>(value * 1000 + 0.5)) / 1000;
}

/// Peak of this process, MB.
double peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1000;
    }
    return 0;
}

std::uint64_t count_reached(const indexer::Index& index, std::uint32_t start, std::uint32_t depth,
                            server::Page page = {0, 0}) {
    server::ReachQuestion question;
    question.depth = depth;
    return server::reached(index, {GeneratedGraph::id(start)}, question, page).total;
}

/// The edges in SQLite.
class Peer {
  public:
    explicit Peer(const GeneratedGraph& graph) {
        sqlite3_open(":memory:", &database_);
        run("CREATE TABLE edges(source INTEGER, target INTEGER)");
        run("BEGIN");
        sqlite3_stmt* insert = prepare("INSERT INTO edges VALUES(?,?)");
        for (std::uint32_t i = 0; i < graph.documents(); ++i) {
            for (const auto* to = graph.begin(i); to != graph.end(i); ++to) {
                sqlite3_bind_int64(insert, 1, i);
                sqlite3_bind_int64(insert, 2, *to);
                sqlite3_step(insert);
                sqlite3_reset(insert);
            }
        }
        sqlite3_finalize(insert);
        run("COMMIT");
        run("CREATE INDEX cited_by ON edges(target, source)");
        run("ANALYZE");
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    ~Peer() { sqlite3_close(database_); }

    std::uint64_t count_reached(std::uint32_t start, std::uint32_t depth) {
        sqlite3_stmt* query = prepare(
            "WITH RECURSIVE reached(id, depth) AS (SELECT ?1, 0 UNION SELECT edges.source, depth + "
            "1 FROM reached JOIN edges ON edges.target = reached.id WHERE depth < ?2) "
            "SELECT count(DISTINCT id) - 1 FROM reached");
        sqlite3_bind_int64(query, 1, start);
        sqlite3_bind_int64(query, 2, depth);
        if (sqlite3_step(query) != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(database_));
        const auto count = static_cast<std::uint64_t>(sqlite3_column_int64(query, 0));
        sqlite3_finalize(query);
        return count;
    }

  private:
    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
        return statement;
    }
    sqlite3* database_ = nullptr;
};

struct Compared {
    double ours_ms = 0;
    double sqlite_ms = 0;
};

Compared compare(const indexer::Index& index, Peer& peer, std::uint32_t start) {
    std::uint64_t ours = 0;
    std::uint64_t theirs = 0;
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        times.push_back(milliseconds([&] { ours = count_reached(index, start, kDepth); }));
    }
    const double sqlite = milliseconds([&] { theirs = peer.count_reached(start, kDepth); });
    if (ours != theirs) throw std::runtime_error("SQLite reaches another number of documents");
    return {median(times), sqlite};
}

Json closures(const indexer::Index& index, const GeneratedGraph& graph) {
    Peer peer(graph);
    const Compared most = compare(index, peer, 0);
    Compared others;
    for (std::uint32_t i = 1; i <= kOrdinary; ++i) {
        const std::uint32_t start = graph.documents() / (kOrdinary + 1) * i;
        const Compared one = compare(index, peer, start);
        others.ours_ms += one.ours_ms;
        others.sqlite_ms += one.sqlite_ms;
    }
    return {{"closure_of_most_cited",
             {{"depth", kDepth},
              {"documents", count_reached(index, 0, kDepth)},
              {"ms", round3(most.ours_ms)},
              {"sqlite_ms", round3(most.sqlite_ms)},
              {"ratio", round3(most.sqlite_ms / most.ours_ms)}}},
            {"closures_of_20_others",
             {{"ms", round3(others.ours_ms)},
              {"sqlite_ms", round3(others.sqlite_ms)},
              {"ratio", round3(others.sqlite_ms / others.ours_ms)}}}};
}

void ask(std::uint32_t documents, const std::string& directory) {
    std::unique_ptr<indexer::Index> index;
    const double open_ms = milliseconds([&] { index = indexer::open_index({directory}); });
    if (index->stats().documents != documents) {
        throw support::Error(support::ErrorCode::index_incompatible,
                             "not a generated graph of " + std::to_string(documents) + " documents",
                             directory);
    }
    const double first_ms = milliseconds([&] { count_reached(*index, 0, 1, kFirstPage); });
    std::vector<double> pages;
    for (int i = 0; i < kPages; ++i) {
        pages.push_back(milliseconds([&] { count_reached(*index, 0, 1, kFirstPage); }));
    }
    const std::uint64_t cited_by = count_reached(*index, 0, 1);
    const double closure_ms = milliseconds([&] { count_reached(*index, 0, kDepth, kFirstPage); });
    const double memory = peak_memory();
    const GeneratedGraph graph(documents);
    Json json{{"bench", "graph"},
              {"documents", documents},
              {"edges", graph.edges()},
              {"open_ms", round3(open_ms)},
              {"most_cited", cited_by},
              {"first_page_ms", round3(first_ms)},
              {"page_p50_ms", round3(median(pages))},
              {"closure_page_ms", round3(closure_ms)},
              {"memory_mb", round3(memory)}};
    json.update(closures(*index, graph));
    std::printf("%s\n", json.dump().c_str());
}

/// nullopt when `text` is no number of documents.
std::optional<std::uint32_t> read_count(std::string_view text) {
    std::uint32_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole && count > 1 ? std::optional(count) : std::nullopt;
}

void run(const std::string& command, std::uint32_t documents, const std::string& directory) {
    if (command == "make") return tests::write_index(GeneratedGraph(documents), directory);
    ask(documents, directory);
}

}  // namespace

int main(int count, char** arguments) {
    const std::string command = count == 4 ? arguments[1] : "";
    const auto documents = count == 4 ? read_count(arguments[2]) : std::nullopt;
    if ((command != "make" && command != "ask") || !documents) {
        std::fprintf(stderr, "bench_graph make|ask DOCUMENTS INDEX\n");
        return 2;
    }
    try {
        run(command, *documents, arguments[3]);
        return 0;
    } catch (const support::Error& error) {  // names the index
        std::fprintf(stderr, "bench_graph: %s. Make it: bench_graph make %s INDEX\n", error.what(),
                     arguments[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_graph: %s: %s\n", arguments[3], error.what());
    }
    return 2;
}
