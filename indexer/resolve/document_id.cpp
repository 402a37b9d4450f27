#include <string>
#include <vector>

#include "analyzers/document_number.hpp"
#include "analyzers/letter.hpp"
#include "indexer/resolver.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kLongestTitle = 60;  // bytes of the slug of a title in an id

// The first words of a slug.
std::string shortened(std::string slug) {
    if (slug.size() <= kLongestTitle) return slug;
    const std::size_t end = slug.rfind('-', kLongestTitle);
    slug.resize(end == std::string::npos ? kLongestTitle : end);
    return slug;
}

bool is_local(const std::string& number) {
    const auto parsed = analyzers::parse_document_number(number);
    return parsed && analyzers::is_local_issuer(parsed->issuer);
}

void add_part(std::string& id, const std::string& part) {
    if (part.empty()) return;
    if (!id.empty()) id += '.';
    id += part;
}

}  // namespace

DocumentId make_document_id(const DocumentMeta& meta, std::string_view district) {
    constexpr std::string_view kCentral = "Trung ương";
    std::string id;
    const bool numbered = !meta.number.empty();
    if (numbered) {
        add_part(id, analyzers::slug(meta.number));
    } else {
        std::string words = analyzers::slug(meta.type);
        const std::string title = shortened(analyzers::slug(meta.title));
        if (!words.empty() && !title.empty() && !title.starts_with(words)) words += '-';
        words = title.starts_with(words) ? title : words + title;
        add_part(id, words.empty() ? "van-ban" : words);
    }
    if (meta.jurisdiction != kCentral && (!numbered || is_local(meta.number))) {
        add_part(id, analyzers::slug(meta.jurisdiction));
        add_part(id, std::string(district));
    }
    if (meta.date) add_part(id, meta.date->iso());
    return id.empty() ? "van-ban" : id;
}

}  // namespace tracuu::indexer
