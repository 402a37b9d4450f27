#include "indexer/xapian/token_writer.hpp"

#include <algorithm>

namespace tracuu::indexer {

void FormCounter::add(const TokenStream& document) {
    ++documents_;
    for (const StreamToken token : document.tokens) {
        Slot& slot = slot_of(form_bits(token));
        if (slot.last == documents_) continue;
        slot.last = documents_;
        ++slot.documents;
    }
}

void FormCounter::add(const FormCounter& other) {
    for (const Slot& slot : other.slots_) {
        if (slot.documents > 0) slot_of(slot.form).documents += slot.documents;
    }
}

// The slot of the form, which is counted next.
FormCounter::Slot& FormCounter::slot_of(std::uint32_t form) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (form * 0x9E3779B1U >> 7U) & mask;
    while (slots_[at].documents > 0 && slots_[at].form != form) at = (at + 1) & mask;
    if (slots_[at].documents > 0) return slots_[at];
    if (used_ * 2 >= slots_.size()) {
        grow();
        return slot_of(form);
    }
    ++used_;
    slots_[at].form = form;
    return slots_[at];
}

void FormCounter::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    used_ = 0;
    for (const Slot& slot : old) {
        if (slot.documents > 0) slot_of(slot.form) = slot;
    }
}

std::vector<TokenFile::FormCount> FormCounter::counts() const {
    std::vector<TokenFile::FormCount> counts;
    for (const Slot& slot : slots_) {
        if (slot.documents > 0) counts.push_back({slot.form, slot.documents});
    }
    std::sort(counts.begin(), counts.end(),
              [](const auto& a, const auto& b) { return a.form < b.form; });
    return counts;
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
    forms_.add(counts.forms);
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
    const std::vector<TokenFile::FormCount> forms = forms_.counts();
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
