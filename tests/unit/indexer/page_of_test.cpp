#include "indexer/page_of.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/catch.hpp"

using tracuu::indexer::PageOf;

TEST_CASE("A page is what stands there in the whole sorted list") {
    std::vector<int> all(5000);
    std::iota(all.begin(), all.end(), 0);
    for (int& item : all) item /= 3;  // equal ones too
    std::vector<int> mixed = all;
    std::vector<int> turned(all.rbegin(), all.rend());
    std::shuffle(mixed.begin(), mixed.end(), std::mt19937(20180315));
    for (const auto& items : {all, mixed, turned}) {
        for (const std::size_t offset : {0U, 1U, 511U, 1024U, 2600U, 4990U, 5000U, 9000U}) {
            for (const std::size_t limit : {0U, 1U, 20U, 700U, 6000U}) {
                PageOf<int> page(offset, limit);
                for (const int item : items) page.add(item);
                const std::size_t begin = std::min(offset, all.size());
                const std::size_t end = std::min(offset + limit, all.size());
                const std::vector<int> wanted(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                              all.begin() + static_cast<std::ptrdiff_t>(end));
                CHECK(page.take() == wanted);
            }
        }
    }
}
