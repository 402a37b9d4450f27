#include <xapian.h>
#include <algorithm>
#include <sstream>

#include "indexer/index.hpp"
#include "indexer/records/document_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/schema.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/manifest.hpp"
#include "indexer/xapian/nodes.hpp"
#include "indexer/xapian/pair_lists.hpp"
#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kMostProblems = 100;  // beyond that the list says nothing new

class Verifier {
  public:
    explicit Verifier(const std::string& directory) : directory_(directory) {}

    VerifyReport run() {
        const Manifest manifest = read_manifest(directory_);
        report_.stats = manifest.stats;
        check_files(manifest);
        if (report_.problems.empty()) check_records();
        return std::move(report_);
    }

  private:
    void problem(std::string what) {
        if (report_.problems.size() < kMostProblems) report_.problems.push_back(std::move(what));
    }

    // Turns what goes wrong into a line of the report.
    template <typename Check>
    void attempt(const std::string& what, Check&& check) {
        try {
            check();
        } catch (const support::Error& error) {
            problem(what + ": " + error.message() + " (" + error.context() + ")");
        } catch (const Xapian::Error& error) {
            problem(what + ": " + error.get_msg());
        }
    }

    void check_files(const Manifest& manifest) {
        for (std::uint32_t shard = 0; shard < manifest.shards; ++shard) {
            const std::string path =
                shard_path(generation_path(directory_, manifest.generation), shard).string();
            attempt(path, [&] {
                std::ostringstream output;
                const std::size_t errors = Xapian::Database::check(path, 0, &output);
                if (errors > 0) {
                    problem(path + ": " + std::to_string(errors) + " damaged places");
                } else {
                    check_pairs(path);
                }
            });
        }
    }

    static void check_pairs(const std::string& path) {
        const Xapian::Database database(path);
        const std::string every = pair_key({});
        for (auto at = database.metadata_keys_begin(every); at != database.metadata_keys_end(every);
             ++at) {
            static_cast<void>(pair_records(database.get_metadata(*at)));
        }
    }

    void check_records() {
        attempt("index", [&] {
            reader_ = std::make_unique<Reader>(Sources{directory_});
            check_documents();
            check_edges();
            check_graph();
            check_tasks();
            check_counts();
        });
    }

    void check_documents() {
        for (const Xapian::docid record : reader_->with_term(kind_term(Kind::document))) {
            attempt("document record " + std::to_string(record), [&] {
                const std::string data = reader_->data(record);
                const StoredDocument document = decode_document(data);
                const std::string text = reader_->text(record, decode_outline(data));
                if (text.size() != document.record.bytes) {
                    problem(document.record.meta.id + ": its text has another length");
                }
                if (!reader_->stored_stream(record)) {
                    problem(document.record.meta.id + ": its tokens are missing");
                }
                ++documents_;
            });
        }
    }

    void check_edges() {
        for (const Xapian::docid record : reader_->with_term(kind_term(Kind::edges))) {
            attempt("edges record " + std::to_string(record), [&] {
                for (const GraphEdge& edge : decode_edges(reader_->data(record))) {
                    check_edge(edge);
                    ++edges_;
                }
            });
        }
    }

    void check_graph() {
        if (!reader_->graph()->is_sound())
            problem("the graph file has changed since it was written");
        std::uint64_t links = 0;
        for (Node node = 0; node < reader_->graph()->nodes(); ++node) {
            links += reader_->graph()->links(node, Direction::cites).size();
        }
        if (links != edges_) problem("the graph file has another number of edges");
    }

    [[nodiscard]] bool is_linked(const GraphEdge& edge) const {
        const GraphFile& graph = *reader_->graph();
        const auto from = graph.find(edge.from);
        const auto to = graph.find(edge.to);
        if (!from || !to) return false;
        const auto out = graph.links(*from, Direction::cites);
        const auto in = graph.links(*to, Direction::cited_by);
        return std::binary_search(out.begin(), out.end(), Link(*to, edge.relation)) &&
               std::binary_search(in.begin(), in.end(), Link(*from, edge.relation));
    }

    void check_edge(const GraphEdge& edge) {
        if (!is_linked(edge)) problem("not in the graph file: " + edge.from + " -> " + edge.to);
        for (const std::string* end : {&edge.from, &edge.to}) {
            if (!find_node(*reader_, *end)) problem("an edge leads to no document: " + *end);
        }
        if (edge.from == edge.to) problem("an edge of a document to itself: " + edge.from);
        if (edge.evidence.empty()) problem("no evidence: " + edge.from + " -> " + edge.to);
        for (const Evidence& evidence : edge.evidence) {
            if (reader_->find(Kind::document, evidence.document).empty()) {
                problem("evidence in no document: " + evidence.document);
            }
        }
    }

    void check_tasks() {
        for (const Xapian::docid record : reader_->with_term(kind_term(Kind::task))) {
            attempt("task record " + std::to_string(record), [&] {
                const TaskRecord task = decode_task(reader_->data(record)).record;
                if (reader_->find(Kind::document, task.document.id).empty()) {
                    problem("a task of no document: " + task.id);
                }
                for (const TaskBodyRecord& body : task.bodies) {
                    if (reader_->find(Kind::body, body.id).empty()) {
                        problem("a task of an unknown body: " + task.id + ", " + body.id);
                    }
                }
                ++tasks_;
            });
        }
    }

    void check_counts() {
        const IndexStats& stats = report_.stats;
        if (documents_ != stats.documents) problem("the number of documents is another");
        if (edges_ != stats.edges) problem("the number of edges is another");
        if (tasks_ != stats.tasks) problem("the number of tasks is another");
    }

    std::string directory_;
    std::unique_ptr<Reader> reader_;
    VerifyReport report_;
    std::uint64_t documents_ = 0;
    std::uint64_t edges_ = 0;
    std::uint64_t tasks_ = 0;
};

}  // namespace

VerifyReport verify_index(const std::string& directory) {
    return Verifier(directory).run();
}

}  // namespace tracuu::indexer
