// Natives of package contrib/jsternberg/influxdb: _mask takes columns out of tables without merging
// tables whose keys become equal.
#include <algorithm>

#include "flow/ops/per_table.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::contrib_jsternberg_influxdb {

namespace {

value::Value mask(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    const std::vector<std::string> columns = arguments.strings(1);
    const auto function = [columns](const table::Batch& whole, const flow::ops::Emit& emit) {
        flow::exec::TableEdit edit(whole);
        for (const std::string& label : columns) edit.remove(label);
        emit(edit.finish());
    };
    return native::apply(
        evaluator,
        flow::ops::per_table("_mask", flow::ops::PerTable::Leaving::arrival, "", function),
        {native::stream(arguments, 0)});
}

}  // namespace

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    registry.package("contrib/jsternberg/influxdb").raw("_mask", {"<-tables", "columns"}, mask);
}

}  // namespace fluxi::stdlib::contrib_jsternberg_influxdb
