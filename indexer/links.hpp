#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model.hpp"

namespace tracuu::indexer {

enum class Direction { cites, cited_by };

/// Number of a document, present or absent, in one `Links` object: dense from 0, below kMostNodes.
using Node = std::uint32_t;
inline constexpr Node kMostNodes = Node{1} << 29U;

/// One edge as its end sees it: the other end and the relation, in 32 bits. Orders by node.
class Link {
  public:
    constexpr Link() = default;
    constexpr Link(Node node, Relation relation)
        : bits_(node << 3U | static_cast<std::uint32_t>(relation)) {}
    [[nodiscard]] constexpr Node node() const noexcept { return bits_ >> 3U; }
    [[nodiscard]] constexpr Relation relation() const noexcept {
        return static_cast<Relation>(bits_ & 7U);
    }
    friend constexpr auto operator<=>(Link, Link) noexcept = default;

  private:
    std::uint32_t bits_ = 0;
};
static_assert(sizeof(Link) == 4);

/// What filters and rankings need of a document. The views live as long as the `Links`.
struct NodeFacts {
    bool present = false;
    std::optional<Date> date;
    std::string_view type;
    std::string_view jurisdiction;
    std::optional<float> authority;  ///< 0..1, see authority.hpp; nullopt where it is not known
};

/// The citation graph without its evidence: what walks through it need. Cheap to make, used by
/// one thread. Errors of any member: index_corrupt, unavailable.
class Links {
  public:
    virtual ~Links() = default;
    /// How many documents there are, when all are numbered from the start and in the order of
    /// their ids; nullopt when numbers are given as documents are met.
    [[nodiscard]] virtual std::optional<Node> size() const noexcept = 0;
    [[nodiscard]] virtual std::optional<Node> find(std::string_view id) = 0;
    [[nodiscard]] virtual DocumentId id(Node node) = 0;
    /// Every pair of documents has one link, with its strongest relation; ordered by the other
    /// end's id. Valid until the next call of a member.
    [[nodiscard]] virtual std::span<const Link> of(Node node, Direction direction) = 0;
    [[nodiscard]] virtual std::uint32_t count(Node node, Direction direction) = 0;
    [[nodiscard]] virtual NodeFacts facts(Node node) = 0;
    /// Orders by id.
    virtual void order(std::vector<Node>& nodes) = 0;
    /// Documents that one question may visit: reading them must not take minutes.
    [[nodiscard]] virtual std::uint32_t budget() const noexcept = 0;
};

class CitationGraph;

/// Links read from the records of `graph` as they are asked for, which must outlive them. Slow,
/// but works for any graph: remote sources, several sources together, tests.
[[nodiscard]] std::unique_ptr<Links> record_links(const CitationGraph& graph);

}  // namespace tracuu::indexer
