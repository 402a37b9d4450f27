#include "indexer/graph/graph_file.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "indexer/record.hpp"
#include "support/error.hpp"
#include "support/take_values.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;
// Larger values come first, so every part is aligned as the file's first byte is.
using support::take_values;
using Path = std::filesystem::path;

std::string_view text(std::span<const char> bytes) {
    return {bytes.data(), bytes.size()};
}

std::optional<Date> date_of(std::uint32_t number) {
    const auto part = [number](std::uint32_t by, std::uint32_t below) {
        return static_cast<int>(number / by % below);
    };
    return number == 0 ? std::nullopt : Date::of(part(10000, 10000), part(100, 100), part(1, 100));
}

class MappedLinks final : public Links {
  public:
    explicit MappedLinks(std::shared_ptr<const GraphFile> file) : file_(std::move(file)) {}

    std::optional<Node> size() const noexcept override { return file_->nodes(); }
    std::optional<Node> find(std::string_view id) override { return file_->find(id); }
    DocumentId id(Node node) override { return DocumentId(file_->id(node)); }
    std::span<const Link> of(Node node, Direction direction) override {
        return file_->links(node, direction);
    }
    std::uint32_t count(Node node, Direction direction) override {
        return static_cast<std::uint32_t>(file_->links(node, direction).size());
    }
    NodeFacts facts(Node node) override { return file_->facts(node); }

    // Numbers are in the order of the ids. A large part of all of them is sorted by marking.
    void order(std::vector<Node>& nodes) override {
        constexpr std::size_t kShare = 32;
        if (nodes.size() < file_->nodes() / kShare) {
            std::sort(nodes.begin(), nodes.end());
            return;
        }
        std::vector<bool> marked(file_->nodes());
        for (const Node node : nodes) {
            file_->check(node);
            marked[node] = true;
        }
        nodes.clear();
        for (Node node = 0; node < marked.size(); ++node) {
            if (marked[node]) nodes.push_back(node);
        }
    }
    std::uint32_t budget() const noexcept override { return kMostNodes; }

  private:
    std::shared_ptr<const GraphFile> file_;
};

}  // namespace

GraphFile::GraphFile(support::MappedFile file, const Path& path)
    : file_(std::move(file)), path_(path) {
    std::span<const std::byte> rest = file_.bytes();
    const auto head = take_values<Head>(rest, 1);
    if (head.empty() || head.front().magic != kMagic || head.front().nodes > kMostNodes) damaged();
    head_ = head.front();
    id_begin_ = take_values<std::uint64_t>(rest, head_.nodes + 1);
    for (auto& begin : begin_) begin = take_values<std::uint64_t>(rest, head_.nodes + 1);
    if (head_.strings == 0 || head_.strings > rest.size()) damaged();
    string_begin_ = take_values<std::uint64_t>(rest, head_.strings + 1);
    facts_ = take_values<Fact>(rest, head_.nodes);
    for (auto& links : links_) links = take_values<Link>(rest, head_.links);
    ids_ = text(take_values<char>(rest, head_.id_bytes));
    strings_ = text(take_values<char>(rest, head_.string_bytes));
    if (id_begin_.empty() || begin_[0].empty() || begin_[1].empty() || string_begin_.empty() ||
        facts_.size() != head_.nodes || links_[0].size() != head_.links ||
        links_[1].size() != head_.links || ids_.size() != head_.id_bytes ||
        strings_.size() != head_.string_bytes || !rest.empty()) {
        damaged();
    }
}

void GraphFile::damaged() const {
    throw Error(ErrorCode::index_corrupt, "its graph is damaged", path_.string());
}

std::shared_ptr<const GraphFile> GraphFile::open(const Path& path, std::string_view snapshot) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, std::uint64_t>, std::weak_ptr<const GraphFile>> opened;
    std::shared_ptr<const GraphFile> file(new GraphFile(support::MappedFile(path), path));
    if (file->head_.snapshot != fingerprint(snapshot)) {
        throw Error(ErrorCode::index_corrupt, "its graph is of another generation", path.string());
    }
    const std::lock_guard lock(mutex);
    std::erase_if(opened, [](const auto& one) { return one.second.expired(); });
    auto& known = opened[{path.string(), file->head_.snapshot}];
    if (auto same = known.lock()) return same;
    known = file;
    return file;
}

std::optional<Node> GraphFile::find(std::string_view wanted) const {
    Node first = 0;
    Node last = nodes();
    while (first < last) {
        const Node middle = first + (last - first) / 2;
        if (id(middle) < wanted) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    if (first == nodes() || id(first) != wanted) return std::nullopt;
    return first;
}

void GraphFile::check(Node node) const {
    if (node >= nodes()) damaged();
}

std::string_view GraphFile::id(Node node) const {
    check(node);
    const std::uint64_t begin = id_begin_[node];
    const std::uint64_t end = id_begin_[node + 1];
    if (begin > end || end > ids_.size()) damaged();
    return ids_.substr(begin, end - begin);
}

std::span<const Link> GraphFile::links(Node node, Direction direction) const {
    const auto side = static_cast<std::size_t>(direction);
    check(node);
    const std::uint64_t begin = begin_[side][node];
    const std::uint64_t end = begin_[side][node + 1];
    if (begin > end || end > links_[side].size()) damaged();
    const auto links = links_[side].subspan(begin, end - begin);
    // They ascend, so the last one bounds all of a sound file.
    if (!links.empty()) check(links.back().node());
    return links;
}

std::string_view GraphFile::string(std::uint32_t index) const {
    if (index >= head_.strings) damaged();
    const std::uint64_t begin = string_begin_[index];
    const std::uint64_t end = string_begin_[index + 1];
    if (begin > end || end > strings_.size()) damaged();
    return strings_.substr(begin, end - begin);
}

NodeFacts GraphFile::facts(Node node) const {
    check(node);
    const Fact& fact = facts_[node];
    return {(fact.date & kPresent) != 0, date_of(fact.date & ~kPresent), string(fact.type),
            string(fact.place), fact.authority};
}

bool GraphFile::is_sound() const {
    const auto bytes = file_.bytes().subspan(sizeof(Head));
    return fingerprint({reinterpret_cast<const char*>(bytes.data()), bytes.size()}) ==
           head_.checksum;
}

std::unique_ptr<Links> mapped_links(std::shared_ptr<const GraphFile> file) {
    return std::make_unique<MappedLinks>(std::move(file));
}

Path graph_path(const Path& generation) {
    return generation / "graph";
}

}  // namespace tracuu::indexer
