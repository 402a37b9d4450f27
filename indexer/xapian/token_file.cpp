#include "indexer/xapian/token_file.hpp"

#include <algorithm>

#include "support/error.hpp"
#include "support/take_values.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;
// Every part has a size that keeps the next one aligned, and the file begins on a page.
using support::take_values;

}  // namespace

TokenFile::TokenFile(const std::filesystem::path& path) : file_(path) {
    std::span<const std::byte> rest = file_.bytes();
    const auto head = take_values<Head>(rest, 1);
    const auto damaged = [&path] {
        throw Error(ErrorCode::index_corrupt, "its tokens are damaged", path.string());
    };
    if (head.empty() || head.front().magic != kMagic) damaged();
    entries_ = take_values<Entry>(rest, head.front().documents);
    tokens_ = take_values<StreamToken>(rest, head.front().tokens);
    forms_ = take_values<FormCount>(rest, head.front().forms);
    const auto ids = take_values<char>(rest, head.front().id_bytes);
    ids_ = {ids.data(), ids.size()};
    if (entries_.size() != head.front().documents || tokens_.size() != head.front().tokens ||
        forms_.size() != head.front().forms || ids_.size() != head.front().id_bytes ||
        !rest.empty()) {
        damaged();
    }
}

const TokenFile::Entry* TokenFile::find(Xapian::docid record) const {
    const auto found = std::lower_bound(
        entries_.begin(), entries_.end(), record,
        [](const Entry& entry, Xapian::docid wanted) { return entry.record < wanted; });
    return found == entries_.end() || found->record != record ? nullptr : &*found;
}

std::optional<TokenStream> TokenFile::stream(Xapian::docid record) const {
    const Entry* const entry = find(record);
    if (entry == nullptr || entry->begin > tokens_.size() ||
        entry->size > tokens_.size() - entry->begin || entry->title_end > entry->text_begin ||
        entry->text_begin > entry->size) {
        return std::nullopt;
    }
    return TokenStream{tokens_.subspan(static_cast<std::size_t>(entry->begin), entry->size),
                       entry->title_end, entry->text_begin};
}

std::string_view TokenFile::id(Xapian::docid record) const {
    const Entry* const entry = find(record);
    if (entry == nullptr || entry->id_begin > ids_.size()) return {};
    return ids_.substr(entry->id_begin, entry->id_size);
}

std::uint32_t TokenFile::having(std::uint32_t form) const {
    const auto found = std::lower_bound(
        forms_.begin(), forms_.end(), form,
        [](const FormCount& count, std::uint32_t wanted) { return count.form < wanted; });
    return found == forms_.end() || found->form != form ? 0 : found->documents;
}

WordFile::WordFile(const std::filesystem::path& path)
    : file_(path), table_(WordTable::of(file_.bytes())) {
    if (!table_) throw Error(ErrorCode::index_corrupt, "its words are damaged", path.string());
}

std::filesystem::path word_path(const std::filesystem::path& tokens) {
    return tokens.string() + "-words";
}

std::filesystem::path token_path(const std::filesystem::path& generation, std::uint32_t shard) {
    return generation / ("tokens-" + std::to_string(shard));
}

}  // namespace tracuu::indexer
