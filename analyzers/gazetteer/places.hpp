#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/gazetteer.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// The province whose bodies signed in the town `place` on `date`: Quy Nhơn is the seat of Bình
/// Định until 2025-06-30 and of Gia Lai after. Without a date the province that still exists.
[[nodiscard]] const Province* province_of_place(std::string_view place,
                                                std::optional<support::Date> date);

/// The province of a district ("Phù Cát", "huyện Phù Cát"); nullptr when none or several have one
/// of that name. Source: analyzers/data/districts.tsv.
[[nodiscard]] const Province* province_of_district(std::string_view name);

/// Folded name without `tỉnh`, `thành phố`, `TP.` before it and without outer punctuation.
[[nodiscard]] std::string bare_place_name(std::string_view name);

}  // namespace tracuu::analyzers
