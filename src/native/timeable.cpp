#include "native/timeable.hpp"

#include "base/error.hpp"
#include "value/composite.hpp"
#include "value/time.hpp"

namespace fluxi::native {

std::int64_t now_of(eval::Evaluator& evaluator) {
    const value::Value now = evaluator.call(evaluator.member("universe", "now"), {});
    if (!now.is(value::Nature::time))
        base::fail("the option now must give a time, got {}", value::nature_name(now.nature()));
    return now.as_time().nanoseconds;
}

std::int64_t time_of(eval::Evaluator& evaluator, const value::Value& v) {
    if (v.is(value::Nature::time)) return v.as_time().nanoseconds;
    if (v.is(value::Nature::duration))
        return value::add_duration(now_of(evaluator), v.as_duration());
    if (v.is_null()) base::fail("null is not Timeable");
    base::fail("{} is not Timeable", value::nature_name(v.nature()));
}

std::int64_t time_of(eval::Evaluator& evaluator, const Arguments& arguments, std::size_t i) {
    const value::Value& v = arguments.at(i);
    if (!v.is(value::Nature::time) && !v.is(value::Nature::duration))
        arguments.fail(i, "Timeable (a time or a duration)");
    return time_of(evaluator, v);
}

value::Location location_of(value::ZoneDatabase& zones, const value::Record& record) {
    value::Location location;
    const value::Value* const zone = record.find("zone");
    if (zone == nullptr) base::fail("zone property missing from location record");
    if (zone->nature() != value::Nature::string)
        base::fail("zone property for location must be of type string, got {}",
                   value::nature_name(zone->nature()));
    if (const value::Value* const offset = record.find("offset"); offset != nullptr) {
        if (offset->nature() != value::Nature::duration)
            base::fail("offset property for location must be of type duration, got {}",
                       value::nature_name(offset->nature()));
        if (!offset->is_null()) location.offset = offset->as_duration();
    }
    if (!zone->is_null()) location.zone = &zones.get(zone->as_text());
    return location;
}

}  // namespace fluxi::native
