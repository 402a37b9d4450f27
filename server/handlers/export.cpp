// Everything of one kind, streamed: memory does not grow with the index.

#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"

namespace tracuu::server::handlers {
namespace {

/// Bytes that are collected before they are sent.
constexpr std::size_t kChunk = std::size_t{64} << 10U;
constexpr std::uint32_t kTasksPerRead = 5000;

constexpr std::size_t kByteOrderMark = 3;

/// Writes rows in the chosen format: `{"items":[...]}`, one JSON object a line, or CSV.
class RowWriter {
  public:
    RowWriter(std::string format, const ChunkSink& sink) : format_(std::move(format)), sink_(sink) {
        if (format_ == "json") buffer_ = "{\"items\":[\n";
    }

    template <class Row>
    void write(const Row& row) {
        if (!alive_) return;
        if (is_csv()) append_csv(csv(std::vector<Row>{row}));
        if (format_ == "jsonl") buffer_ += json_line(row) + "\n";
        if (format_ == "json") buffer_ += (first_ ? "" : ",\n") + json_line(row);
        first_ = false;
        if (buffer_.size() >= kChunk) flush();
    }
    template <class Row>
    void finish() {
        if (format_ == "json") buffer_ += "\n]}\n";
        if (is_csv() && first_) append_csv(csv(std::vector<Row>{}));
        flush();
    }
    [[nodiscard]] bool alive() const { return alive_; }

  private:
    /// The header line stands before the first row only.
    void append_csv(const std::string& table) {
        const std::string rows = first_ ? table : table.substr(table.find("\r\n") + 2);
        const bool excel = format_ == "excel";
        buffer_ += excel ? spreadsheet(rows).substr(first_ ? 0 : kByteOrderMark) : rows;
    }
    [[nodiscard]] bool is_csv() const { return format_ == "csv" || format_ == "excel"; }
    void flush() {
        if (alive_ && !buffer_.empty()) alive_ = sink_(buffer_);
        buffer_.clear();
    }

    std::string format_;
    const ChunkSink& sink_;
    std::string buffer_;
    bool first_ = true;
    bool alive_ = true;
};

using Rows = void (*)(const indexer::Index&, RowWriter&);

Reply streamed(const Call& call, std::string_view name, Rows rows) {
    const std::string format = call.format();
    Reply reply = file(format, name, {});
    if (format == "json") reply.content_type = "application/json";
    reply.stream = [lent = call.lent, format, rows](const ChunkSink& sink) {
        RowWriter writer(format, sink);
        rows(*lent->index, writer);
    };
    return reply;
}

void write_documents(const indexer::Index& index, RowWriter& writer) {
    index.each_node([&](const indexer::DocumentMeta& meta) {
        writer.write(meta);
        return writer.alive();
    });
    writer.finish<indexer::DocumentMeta>();
}

void write_edges(const indexer::Index& index, RowWriter& writer) {
    index.each_node([&](const indexer::DocumentMeta& meta) {
        for (const indexer::GraphEdge& edge : index.cites(meta.id)) writer.write(edge);
        return writer.alive();
    });
    writer.finish<indexer::GraphEdge>();
}

/// Collects a text and sends it in pieces.
class Pieces {
  public:
    explicit Pieces(const ChunkSink& sink) : sink_(sink) {}
    /// To be appended to.
    std::string& text() { return text_; }
    /// Sends what is enough for a piece; false when nobody reads any more.
    bool send(std::size_t least = kChunk) {
        if (text_.size() < least) return alive_;
        alive_ = alive_ && sink_(text_);
        text_.clear();
        return alive_;
    }

  private:
    const ChunkSink& sink_;
    std::string text_;
    bool alive_ = true;
};

/// The whole graph: readers want all nodes before the first edge, so nodes are visited twice.
void write_graph(const indexer::Index& index, const GraphWriting& writing, const ChunkSink& sink) {
    Pieces pieces(sink);
    pieces.text() = writing.start(false);
    index.each_node([&](const indexer::DocumentMeta& node) {
        writing.append_node(pieces.text(), node);
        return pieces.send();
    });
    index.each_node([&](const indexer::DocumentMeta& node) {
        if (!pieces.send()) return false;
        for (const indexer::GraphEdge& edge : index.cites(node.id)) {
            writing.append_edge(pieces.text(), edge);
        }
        return true;
    });
    pieces.text() += writing.end;
    static_cast<void>(pieces.send(1));
}

/// Gives the tasks that pass `filter` page by page, with the evidence of their mandates, until
/// `take` returns false.
template <class Take>
void each_task_page(const indexer::Index& index, const indexer::TaskFilter& filter, Take take) {
    MandateEvidence evidence(index);
    for (std::uint32_t offset = 0;; offset += kTasksPerRead) {
        auto page = index.tasks(filter, offset, kTasksPerRead);
        for (indexer::TaskRecord& task : page.items) evidence.fill(task);
        if (!take(page.items) || page.items.size() < kTasksPerRead) return;
    }
}

void write_tasks(const indexer::Index& index, const indexer::TaskFilter& filter,
                 const std::string& format, const ChunkSink& sink) {
    if (format == "ics") {
        const std::string stamp = index.stats().built_at;
        if (!sink(ics_start())) return;
        each_task_page(index, filter, [&](const auto& tasks) {
            const std::string events = ics_events(tasks, stamp);
            return events.empty() || sink(events);
        });
        static_cast<void>(sink(ics_end()));
        return;
    }
    RowWriter writer(format, sink);
    each_task_page(index, filter, [&](const auto& tasks) {
        for (const indexer::TaskRecord& task : tasks) writer.write(task);
        return writer.alive();
    });
    writer.finish<indexer::TaskRecord>();
}

}  // namespace

Reply export_documents(const Call& call) {
    return streamed(call, "documents", write_documents);
}
Reply export_edges(const Call& call) {
    const GraphWriting* const writing = graph_writing(call.format());
    if (writing == nullptr) return streamed(call, "edges", write_edges);
    Reply reply = file(call.format(), "graph", {});
    reply.stream = [lent = call.lent, writing](const ChunkSink& sink) {
        write_graph(*lent->index, *writing, sink);
    };
    return reply;
}
Reply export_tasks(const Call& call) {
    const std::string format = call.format();
    std::vector<Meaning> meaning;
    Reply reply = file(format, "tasks", {});
    if (format == "json") reply.content_type = "application/json";
    reply.stream = [lent = call.lent, format, filter = task_filter_of(call, meaning)](
                       const ChunkSink& sink) { write_tasks(*lent->index, filter, format, sink); };
    return reply;
}

}  // namespace tracuu::server::handlers
