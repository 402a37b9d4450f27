#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/handlers/handlers.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server::handlers {

Reply resolve(const Call& call) {
    const NumberHints hints{call.arguments.date("date"), call.arguments.text("issuer")};
    const Resolution resolution =
        resolve_number(call.index(), call.arguments.text("number"), hints);
    if (resolution.candidates.empty()) {
        throw support::Error(support::ErrorCode::not_found, "no document with this number",
                             resolution.number);
    }
    const int status = resolution.candidates.size() == 1 ? 200 : 300;
    return {status, "application/json", json_text(resolution)};
}

Reply citations(const Call& call) {
    List<FoundCitation> list;
    list.items = find_citations(call.index(), call.body);
    list.total = list.items.size();
    list.page.limit = support::offset(list.items.size());
    if (call.format() == "csv") return file("csv", "citations", csv(list.items));
    return {200, "application/json", json_text(list)};
}

}  // namespace tracuu::server::handlers
