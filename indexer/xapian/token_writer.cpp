// Writes the files of token streams and words of a shard.
#include <algorithm>
#include <fstream>
#include <map>
#include <unordered_map>

#include "indexer/records/document_codec.hpp"
#include "indexer/schema.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/token_file.hpp"
#include "indexer/xapian/workers.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;
using Path = std::filesystem::path;

// A file that is written once, from its begin to its end.
class Output {
  public:
    explicit Output(Path path) : path_(std::move(path)), stream_(path_, std::ios::binary) {
        check();
    }
    void put(const void* bytes, std::size_t size) {
        stream_.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    }
    template <typename T>
    void put(const std::vector<T>& list) {
        put(list.data(), list.size() * sizeof(T));
    }
    void append(const Path& part) {
        std::ifstream in(part, std::ios::binary);
        if (in.peek() != std::ifstream::traits_type::eof()) stream_ << in.rdbuf();
        if (!in) throw Error(ErrorCode::cannot_write, "a part cannot be read", part.string());
    }
    void close() {
        stream_.close();
        check();
    }

  private:
    void check() const {
        if (!stream_) throw Error(ErrorCode::cannot_write, "the disk may be full", path_.string());
    }
    Path path_;
    std::ofstream stream_;
};

// What one thread makes of its share of the documents.
struct Part {
    std::vector<TokenFile::Entry> entries;
    std::string ids;
    std::uint64_t tokens = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> forms;  // in how many documents
    WordCounter words;
};

class PartWriter {
  public:
    PartWriter(const Path& shard, const Path& to) : database_(shard.string()), output_(to) {}

    void add(Xapian::docid record) {
        const std::string data = database_.get_document(record).get_data();
        const DocumentOutline outline = decode_outline(data);
        const TokenStream stream = maker_.make(outline.meta, text_of(outline));
        const std::string& id = outline.meta.id;
        part_.entries.push_back({part_.tokens, record, support::offset(stream.tokens.size()),
                                 stream.title_end, stream.text_begin,
                                 support::offset(part_.ids.size()), support::offset(id.size())});
        part_.ids += id;
        part_.tokens += stream.tokens.size();
        output_.put(stream.tokens.data(), stream.tokens.size_bytes());
        count_forms(stream);
    }
    Part finish() {
        output_.close();
        return std::move(part_);
    }

  private:
    void count_forms(const TokenStream& stream) {
        distinct_.clear();
        for (const StreamToken token : stream.tokens) distinct_.push_back(form_bits(token));
        std::sort(distinct_.begin(), distinct_.end());
        distinct_.erase(std::unique(distinct_.begin(), distinct_.end()), distinct_.end());
        for (const std::uint32_t form : distinct_) ++part_.forms[form];
    }

    std::string text_of(const DocumentOutline& outline) {
        std::string text;
        for (std::size_t i = 0; i < outline.block_ends.size(); ++i) {
            const std::string block = unique_term(Kind::block, block_id(outline.meta.id, i));
            const auto at = database_.postlist_begin(block);
            if (at == database_.postlist_end(block)) {
                throw Error(ErrorCode::index_corrupt, "a part of a text is missing",
                            outline.meta.id);
            }
            text += database_.get_document(*at).get_data();
        }
        return text;
    }

    Xapian::Database database_;
    Output output_;
    std::vector<std::uint32_t> distinct_;
    Part part_;
    StreamMaker maker_{&part_.words};
};

std::vector<Xapian::docid> documents_in(const Path& shard) {
    const Xapian::Database database(shard.string());
    const std::string kind = kind_term(Kind::document);
    std::vector<Xapian::docid> records;
    for (auto at = database.postlist_begin(kind); at != database.postlist_end(kind); ++at) {
        records.push_back(*at);
    }
    return records;
}

Path part_path(const Path& to, unsigned number) {
    return to.string() + "-part-" + std::to_string(number);
}

std::vector<TokenFile::FormCount> all_forms(const std::vector<Part>& parts) {
    std::map<std::uint32_t, std::uint32_t> sums;
    for (const Part& part : parts) {
        for (const auto& [form, documents] : part.forms) sums[form] += documents;
    }
    std::vector<TokenFile::FormCount> forms;
    for (const auto& [form, documents] : sums) forms.push_back({form, documents});
    return forms;
}

// Puts the parts together; what they count from their own begin counts from the whole's.
void join(std::vector<Part>& parts, const Path& to) {
    TokenFile::Head head{TokenFile::kMagic, 0, 0, 0, 0};
    const std::vector<TokenFile::FormCount> forms = all_forms(parts);
    head.forms = forms.size();
    for (Part& part : parts) {
        for (TokenFile::Entry& entry : part.entries) {
            entry.begin += head.tokens;
            entry.id_begin += static_cast<std::uint32_t>(head.id_bytes);
        }
        head.documents += part.entries.size();
        head.tokens += part.tokens;
        head.id_bytes += part.ids.size();
    }
    Output output(to);
    output.put(&head, sizeof head);
    for (const Part& part : parts) output.put(part.entries);
    for (unsigned i = 0; i < parts.size(); ++i) {
        output.append(part_path(to, i));
        std::filesystem::remove(part_path(to, i));
    }
    output.put(forms);
    for (const Part& part : parts) output.put(part.ids.data(), part.ids.size());
    output.close();
}

void write_words(std::vector<Part>& parts, const Path& to) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
        parts.front().words.add(std::move(parts[i].words));
    }
    const std::string table = parts.front().words.table();
    Output output(to);
    output.put(table.data(), table.size());
    output.close();
}

}  // namespace

void write_tokens(const Path& shard, const Path& to, unsigned jobs) {
    guarded(Access::write, shard.string(), [&] {
        const std::vector<Xapian::docid> records = documents_in(shard);
        std::vector<Part> parts(std::max(1U, jobs));
        run_workers(
            static_cast<unsigned>(parts.size()),
            [&](unsigned number) {
                guarded(Access::write, shard.string(), [&] {
                    PartWriter writer(shard, part_path(to, number));
                    const std::size_t end = records.size() * (number + 1) / parts.size();
                    for (std::size_t i = records.size() * number / parts.size(); i < end; ++i) {
                        writer.add(records[i]);
                    }
                    parts[number] = writer.finish();
                });
            },
            [] {}, [] {});
        write_words(parts, word_path(to));
        join(parts, to);
    });
}

}  // namespace tracuu::indexer
