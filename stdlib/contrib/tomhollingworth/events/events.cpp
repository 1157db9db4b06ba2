// Natives of package contrib/tomhollingworth/events.
#include <utility>

#include "base/error.hpp"
#include "flow/ops/event_duration.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "value/duration.hpp"

namespace fluxi::stdlib::contrib_tomhollingworth_events {
namespace {

value::Value duration(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    flow::ops::EventDuration::Settings settings;
    if (arguments.has(1)) {
        const auto unit = arguments.get<value::Duration>(1);
        if (!unit.is_positive()) {
            base::fail("duration: `unit` must be greater than zero, but it is {}",
                       value::to_string(unit));
        }
        settings.unit = unit.approximate_ns();
    }
    settings.column_name = native::text_or(arguments, 2, settings.column_name);
    settings.time_column = native::text_or(arguments, 3, settings.time_column);
    settings.stop_column = native::text_or(arguments, 4, settings.stop_column);
    if (arguments.has(5)) settings.stop = arguments.get<value::Time>(5).nanoseconds;
    return native::apply_to<flow::ops::EventDuration>(evaluator, arguments, 0, std::move(settings));
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("contrib/tomhollingworth/events")
        .raw("duration",
             {"<-tables", "?unit", "?columnName", "?timeColumn", "?stopColumn", "?stop"}, duration);
}

}  // namespace fluxi::stdlib::contrib_tomhollingworth_events
