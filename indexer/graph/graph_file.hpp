#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/links.hpp"
#include "indexer/resolver.hpp"
#include "support/mapped_file.hpp"

namespace tracuu::indexer {

/// The links of one generation in a file beside its shards, mapped when it is opened: what walks
/// through the graph read instead of the records, which alone have the evidence. Documents are
/// numbered in the order of their ids. A source without it (a remote one, several together) is
/// answered from posting lists.
///
/// Layout, in the byte order of the machine: Head; begins of ids, of out-links, of in-links, of
/// strings (one more than there are); a Fact for each node; out-links; in-links; ids; strings.
class GraphFile {
  public:
    static constexpr std::uint64_t kMagic = 0x3130485052435254;  ///< also tells the byte order
    struct Head {
        std::uint64_t magic;
        std::uint64_t snapshot;  ///< fingerprint
        std::uint64_t checksum;  ///< fingerprint of what follows the head
        std::uint64_t nodes;
        std::uint64_t links;
        std::uint64_t strings;
        std::uint64_t id_bytes;
        std::uint64_t string_bytes;
    };
    static constexpr std::uint32_t kPresent = std::uint32_t{1} << 31U;
    struct Fact {
        std::uint32_t date;  ///< YYYYMMDD, 0 unknown; with kPresent
        std::uint32_t type;  ///< index into the strings
        std::uint32_t place;
        float authority;
    };

    /// Opens the file once for all threads that ask while it is open: a page that is mapped eight
    /// times counts eight times as memory of the process. `snapshot` is the identity of the
    /// generation. Errors: index_corrupt when it is none of ours or of another generation,
    /// unreadable_input.
    [[nodiscard]] static std::shared_ptr<const GraphFile> open(const std::filesystem::path& path,
                                                               std::string_view snapshot);

    [[nodiscard]] Node nodes() const noexcept { return static_cast<Node>(facts_.size()); }
    [[nodiscard]] std::optional<Node> find(std::string_view id) const;
    /// Errors of these: index_corrupt where the file is damaged or has no such document.
    void check(Node node) const;
    [[nodiscard]] std::string_view id(Node node) const;
    [[nodiscard]] std::span<const Link> links(Node node, Direction direction) const;
    [[nodiscard]] NodeFacts facts(Node node) const;
    /// What is stored of every node, in the order of nodes: for selections among all of them.
    [[nodiscard]] std::span<const Fact> all_facts() const noexcept { return facts_; }
    /// The texts that facts name by number, from 0 to below `strings`. Errors: index_corrupt.
    [[nodiscard]] std::uint32_t strings() const noexcept {
        return static_cast<std::uint32_t>(head_.strings);
    }
    [[nodiscard]] std::string_view string(std::uint32_t index) const;
    /// Reads all of it: whether nothing has changed since it was written.
    [[nodiscard]] bool is_sound() const;

  private:
    GraphFile(support::MappedFile file, const std::filesystem::path& path);
    [[noreturn]] void damaged() const;
    support::MappedFile file_;
    std::filesystem::path path_;
    Head head_{};
    std::span<const std::uint64_t> id_begin_;
    std::span<const std::uint64_t> begin_[2];  ///< by Direction
    std::span<const std::uint64_t> string_begin_;
    std::span<const Fact> facts_;
    std::span<const Link> links_[2];  ///< by Direction
    std::string_view ids_;
    std::string_view strings_;
};

[[nodiscard]] std::unique_ptr<Links> mapped_links(std::shared_ptr<const GraphFile> file);

/// A document for the writer.
struct GraphNode {
    std::string_view id;
    bool present = true;
    std::optional<Date> date;
    std::string_view type;
    std::string_view jurisdiction;
};

/// A whole graph for the writer.
struct GraphInput {
    std::vector<GraphNode> nodes;      ///< by id, each once
    std::vector<std::uint64_t> begin;  ///< one more than nodes: where each one's links begin
    std::vector<Link> out;             ///< of each node ascending, one for each pair
};

/// `graph` must outlive the result.
[[nodiscard]] GraphInput graph_input(const ResolvedGraph& graph);

/// Computes in-links and authority, and writes the file. Errors: cannot_write.
void write_graph(const std::filesystem::path& path, std::string_view snapshot,
                 const GraphInput& graph);

/// Where the graph of a generation stands.
[[nodiscard]] std::filesystem::path graph_path(const std::filesystem::path& generation);

}  // namespace tracuu::indexer
