// Natives of package contrib/jsternberg/influxdb.
#include <optional>

#include "flow/ops/columns.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::contrib_jsternberg_influxdb {
namespace {

value::Value mask(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    return native::apply_to<flow::ops::Choose>(evaluator, arguments, 0, false,
                                               std::optional(arguments.strings(1)), value::Value());
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("contrib/jsternberg/influxdb").raw("_mask", {"<-tables", "columns"}, mask);
}

}  // namespace fluxi::stdlib::contrib_jsternberg_influxdb
