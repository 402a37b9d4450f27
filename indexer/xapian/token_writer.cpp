#include "indexer/xapian/token_writer.hpp"

#include <algorithm>

namespace tracuu::indexer {

void TokenCounts::add_forms(const TokenStream& stream) {
    distinct_.clear();
    for (const StreamToken token : stream.tokens) distinct_.push_back(form_bits(token));
    std::sort(distinct_.begin(), distinct_.end());
    distinct_.erase(std::unique(distinct_.begin(), distinct_.end()), distinct_.end());
    for (const std::uint32_t form : distinct_) ++forms[form];
}

TokenPart::TokenPart(std::filesystem::path path) : path_(std::move(path)), output_(path_) {}

void TokenPart::add(Xapian::docid record, std::string_view id, const TokenStream& stream) {
    entries_.push_back({tokens_, record, support::offset(stream.tokens.size()), stream.title_end,
                        stream.text_begin, support::offset(ids_.size()),
                        support::offset(id.size())});
    ids_ += id;
    tokens_ += stream.tokens.size();
    output_.put(stream.tokens);
}

// What a part counts from its own begin counts from the whole's.
void TokenJoin::add(TokenPart& part, Xapian::docid records_before) {
    for (TokenFile::Entry& entry : part.entries_) {
        entry.begin += tokens_;
        entry.record += records_before;
        entry.id_begin += static_cast<std::uint32_t>(id_bytes_);
    }
    documents_ += part.entries_.size();
    tokens_ += part.tokens_;
    id_bytes_ += part.ids_.size();
    parts_.push_back(&part);
}

void TokenJoin::add(TokenCounts&& counts) {
    for (const auto& [form, documents] : counts.forms) forms_[form] += documents;
    words_.add(std::move(counts.words));
}

void TokenJoin::write(const std::filesystem::path& to) {
    write_streams(to);
    for (const TokenPart* part : parts_) std::filesystem::remove(part->path_);
    support::OutputFile words(word_path(to));
    words.put(words_.table());
    words.close();
}

void TokenJoin::write_streams(const std::filesystem::path& to) const {
    std::vector<TokenFile::FormCount> forms;
    forms.reserve(forms_.size());
    for (const auto& [form, documents] : forms_) forms.push_back({form, documents});
    std::sort(forms.begin(), forms.end(),
              [](const auto& a, const auto& b) { return a.form < b.form; });
    const TokenFile::Head head{TokenFile::kMagic, documents_, tokens_, forms.size(), id_bytes_};
    support::OutputFile output(to);
    output.put(&head, sizeof head);
    for (const TokenPart* part : parts_) output.put(part->entries_);
    for (const TokenPart* part : parts_) output.append(part->path_);
    output.put(forms);
    for (const TokenPart* part : parts_) output.put(part->ids_);
    output.close();
}

}  // namespace tracuu::indexer
