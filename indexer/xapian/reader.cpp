#include "indexer/xapian/reader.hpp"

#include <algorithm>

#include "indexer/node_order.hpp"
#include "indexer/records/facet_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/tasks.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/sources.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

void add(IndexStats& sum, const IndexStats& one) {
    sum.documents += one.documents;
    sum.absent += one.absent;
    sum.passages += one.passages;
    sum.tasks += one.tasks;
    sum.bodies += one.bodies;
    sum.edges += one.edges;
    sum.text_bytes += one.text_bytes;
    sum.snapshot += (sum.snapshot.empty() ? "" : "+") + one.snapshot;
    sum.built_at = std::max(sum.built_at, one.built_at);
    sum.analyzer = one.analyzer;
}

std::string value_of(Slot slot, const DocumentOutline& outline) {
    return slot == Slot::newest ? newest_order(outline.meta)
                                : encode_facets(outline.meta, outline.bodies);
}

}  // namespace

Reader::Reader(const Sources& sources)
    : body_names_([this](const std::string& id) { return body_label(id); }) {
    if (sources.empty()) throw Error(ErrorCode::bad_request, "no index is named", "--index");
    sources_ = sources.size();
    for (const std::string& source : sources) {
        OpenSource open = open_source(source);
        has_remote_ |= remote_address(source).has_value();
        for (std::size_t i = 0; i < open.databases.size(); ++i) {
            database_.add_database(open.databases[i]);
            postings_.add_part(open.databases[i]);
            parts_.push_back(
                {open.databases[i], DataUnpacker(open.databases[i].get_metadata(kDictionaryKey))});
            tokens_.emplace_back();
            if (i < open.tokens.size()) tokens_.back() = std::move(open.tokens[i]);
            ++shards_;
        }
        for (WordFile& file : open.words) words_.push_back(std::move(file));
        if (sources_ == 1) graph_ = std::move(open.graph);
        add(stats_, open.manifest.stats);
    }
}

// Xapian numbers the records of n shards in turn.
std::optional<TokenStream> Reader::stored_stream(Xapian::docid document) const {
    const auto& file = tokens_[(document - 1) % shards_];
    return file ? file->stream((document - 1) / shards_ + 1) : std::nullopt;
}

TokenStream Reader::stream(Xapian::docid document, StreamMaker& maker, std::size_t limit) const {
    if (const auto stored = stored_stream(document)) return *stored;
    const DocumentOutline outline = decode_outline(data(document));
    return maker.make(outline.meta, text(document, outline, limit));
}

std::string_view Reader::quick_id(Xapian::docid document) const {
    const auto& file = tokens_[(document - 1) % shards_];
    return file ? file->id((document - 1) / shards_ + 1) : std::string_view();
}

std::uint64_t Reader::having_form(std::uint32_t form) const {
    std::uint64_t documents = 0;
    for (const auto& file : tokens_) {
        if (file) documents += file->having(form);
    }
    return documents;
}

WordModel Reader::words() const {
    std::vector<const WordTable*> tables;
    for (const WordFile& file : words_) tables.push_back(&file.table());
    return WordModel(std::move(tables));
}

double Reader::average_tokens() const {
    constexpr double kGuess = 500;
    std::size_t documents = 0;
    std::uint64_t tokens = 0;
    for (const auto& file : tokens_) {
        if (!file) continue;
        documents += file->documents();
        tokens += file->tokens();
    }
    return documents == 0 ? kGuess : static_cast<double>(tokens) / static_cast<double>(documents);
}

std::vector<Xapian::docid> Reader::with_term(const std::string& term) const {
    std::vector<Xapian::docid> records;
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
        records.push_back(*at);
    }
    return records;
}

std::vector<Xapian::docid> Reader::find(Kind kind, std::string_view id) const {
    return with_term(unique_term(kind, id));
}

std::string Reader::data(Xapian::docid record, std::size_t block) const {
    Shard& shard = parts_[(record - 1) % shards_];
    const std::string key = data_key((record - 1) / shards_ + 1, block);
    return shard.unpacker.unpack(shard.database.get_metadata(key));
}

// A server of a database without lists of terms sends no values, but they follow from the data.
void Reader::each_value(Slot slot, const std::vector<Xapian::docid>& records,
                        const std::function<void(Xapian::docid, const std::string&)>& visit) const {
    if (has_remote_) {
        for (const Xapian::docid record : records) {
            visit(record, value_of(slot, decode_outline(data(record))));
        }
        return;
    }
    const auto number = static_cast<Xapian::valueno>(slot);
    auto at = database_.valuestream_begin(number);
    const auto end = database_.valuestream_end(number);
    for (const Xapian::docid record : records) {
        at.skip_to(record);
        if (at == end) return;
        if (at.get_docid() == record) visit(record, *at);
    }
}

std::optional<std::string> Reader::data_of(Kind kind, std::string_view id) const {
    const std::string term = unique_term(kind, id);
    const auto first = database_.postlist_begin(term);
    if (first == database_.postlist_end(term)) return std::nullopt;
    return data(*first);
}

std::string Reader::body_label(const std::string& id) const {
    const auto stored = data_of(Kind::body, id);
    return stored ? label_of(decode_body(*stored)) : id;
}

std::string Reader::text(Xapian::docid document, const DocumentOutline& outline,
                         std::size_t limit) const {
    const bool within = has_text_within(outline.block_ends);
    std::string text;
    for (std::size_t i = 0; i < outline.block_ends.size() && text.size() < limit; ++i) {
        text += within ? outline.text : data(document, i + 1);
        if (text.size() != outline.block_ends[i]) {
            throw Error(ErrorCode::index_corrupt, "a part of a text has another length",
                        outline.meta.id);
        }
    }
    return text;
}

float Reader::authority(Xapian::docid document) const {
    if (!graph_) return 0;
    const auto node = graph_->find(quick_id(document));
    return node ? graph_->facts(*node).authority.value_or(0) : 0;
}

}  // namespace tracuu::indexer
