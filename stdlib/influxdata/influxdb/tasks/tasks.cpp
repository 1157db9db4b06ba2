// Natives of package influxdata/influxdb/tasks.
#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/timeable.hpp"

namespace fluxi::stdlib::influxdata_influxdb_tasks {
namespace {

using value::Nature;
using value::Value;

/// The time of the last success or, while it is null, the other one.
Value last_success(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    const Value& last = arguments.at(1);
    if (last.is(Nature::time)) return last;
    if (last.is_null()) return Value::time({native::time_of(evaluator, arguments, 0)});
    base::fail("lastSuccess: the option lastSuccessTime must be a time, but it is of type {}",
               value::nature_name(last.nature()));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("influxdata/influxdb/tasks");
    package.constant("_zeroTime", Value::null(Nature::time));
    package.raw("_lastSuccess", {"orTime", "lastSuccessTime"}, last_success);
}

}  // namespace fluxi::stdlib::influxdata_influxdb_tasks
