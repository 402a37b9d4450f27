#pragma once

#include <string_view>

#include "indexer/index.hpp"
#include "indexer/records/stored_document.hpp"
#include "support/offset_index.hpp"

namespace tracuu::indexer {

/// Turns what the analysers found into what the index stores: byte spans become code points, the
/// two kinds of citations one list, bodies get their ids. Ids of documents are still empty and
/// mentions unresolved.
[[nodiscard]] StoredDocument prepare(const AnalyzedDocument& analyzed);

/// The clause of `mention` as a quote: on one line, at most 400 code points, the part around its
/// span.
[[nodiscard]] std::string quote_of(std::string_view text, const support::OffsetIndex& offsets,
                                   const Mention& mention);

}  // namespace tracuu::indexer
