#include "indexer/rank/token_filter.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"

using namespace tracuu::indexer;

namespace {

const StreamToken kWord = stream_token("uy", "u?y", false);

std::vector<std::uint32_t> places(const TokenFilter& filter,
                                  const std::vector<StreamToken>& tokens) {
    std::vector<std::uint32_t> found;
    const std::size_t count = filter.find(tokens, found);
    found.resize(count);
    return found;
}

}  // namespace

TEST_CASE("A filter finds a word wherever it stands in a stream of any length") {
    TokenFilter filter;
    filter.add(kWord);
    const StreamToken other = stream_token("ban", "ban", false);
    for (std::uint32_t size = 1; size < 12; ++size) {
        for (std::uint32_t at = 0; at < size; ++at) {
            std::vector<StreamToken> tokens(size, other);
            tokens[at] = stream_token("uy", "uy", true);  // accents and breaks do not matter
            CHECK(places(filter, tokens) == std::vector<std::uint32_t>{at});
        }
    }
    CHECK(places(filter, {}).empty());
    CHECK(places(filter, {kWord, kWord, kWord, kWord, kWord}).size() == 5);
}

TEST_CASE("A filter lets few other tokens through") {
    TokenFilter filter;
    filter.add(kWord);
    std::mt19937 dice(20180315);
    std::vector<StreamToken> tokens(100'000);
    std::generate(tokens.begin(), tokens.end(),
                  [&dice] { return static_cast<StreamToken>(dice()); });
    CHECK(places(filter, tokens).size() < 100);
    CHECK(places(TokenFilter(), tokens).empty());
}
