#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/extraction.hpp"
#include "indexer/model.hpp"

namespace tracuu::indexer {

/// A piece of a document's text that is shown as one hit. The passages of a document follow each
/// other without gaps and make up its whole text.
struct Passage {
    support::ByteRange bytes;
    std::uint32_t code_point = 0;  ///< of its begin
};

/// A citation inside a task or above it.
struct TaskMention {
    std::uint32_t mention = 0;  ///< index into DocumentRecord::mentions
    MandateOrigin origin = MandateOrigin::task;
    std::string quote;  ///< its clause, where the task may implement what it cites
};

/// A task with what resolution needs.
struct StoredTask {
    TaskRecord record;  ///< without `document`, `cites` and `mandates` until resolved
    std::vector<TaskMention> mentions;
};

/// Everything that one document gives to the index, its text excepted.
struct StoredDocument {
    DocumentRecord record;
    std::string file;                  ///< path of the file that holds it
    std::string record_id;             ///< id of a .jsonl record
    std::vector<std::string> numbers;  ///< further own numbers found in the record id
    std::vector<Passage> passages;
    std::vector<std::uint32_t> block_ends;  ///< byte at which each block ends; last = text size
    std::vector<analyzers::Edge> asserted;  ///< evidence and from_citation index record.mentions
    std::vector<StoredTask> tasks;          ///< by position
    std::vector<DocumentId> cites;          ///< targets of its out-edges, after resolution
    std::vector<DocumentId> implements;     ///< targets of its `implements` edges
};

}  // namespace tracuu::indexer
