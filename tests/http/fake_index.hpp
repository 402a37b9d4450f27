#pragma once

#include <memory>
#include <string>

#include "indexer/index.hpp"
#include "server/index_pool.hpp"

namespace tracuu::test {

/// Ids of the documents of the small index below.
inline constexpr const char* kResolution = "18-nq-tw.2017-10-25";
inline constexpr const char* kOtherResolution = "18-nq-tw.2022-06-16";
inline constexpr const char* kPlan = "26-kh-tu.binh-dinh.2018-03-15";
inline constexpr const char* kOddId = "57/2020/QH14#1";
inline constexpr const char* kAbsent = "22-nq-tw.2002-03-18";

/// Four present documents and an absent one: the plan implements the resolution of 2017 and
/// mentions the absent one; the record with the odd id is based on the plan. The plan has two
/// tasks, one of them dated.
[[nodiscard]] std::unique_ptr<indexer::Index> make_fake_index(const std::string& snapshot = "s1");

/// A source that opens the small index.
[[nodiscard]] server::IndexSource fake_source();

}  // namespace tracuu::test
