// What natives do with arguments that stand for a time or a place: a duration is a time relative to
// `now()`, a record {zone, offset} is a location. The zones are those of the Registry.
#pragma once

#include <cstddef>
#include <cstdint>

#include "eval/evaluator.hpp"
#include "native/arguments.hpp"
#include "value/zone.hpp"

namespace fluxi::native {

/// What the option `now` gives.
/// @throws RuntimeError if it is not a time
std::int64_t now_of(eval::Evaluator& evaluator);

/// A time as it is, a duration counted from now; nanoseconds since the epoch.
/// @throws RuntimeError "int is not Timeable" for any other type and for null
std::int64_t time_of(eval::Evaluator& evaluator, const value::Value& v);

/// The same for argument `i`: the error names it.
std::int64_t time_of(eval::Evaluator& evaluator, const Arguments& arguments, std::size_t i);

/// The location that a record {zone: string, offset: duration} names; its zone lives as long as the
/// database.
/// @throws RuntimeError if a part is missing or of another type, or the zone is unknown
value::Location location_of(value::ZoneDatabase& zones, const value::Record& record);

}  // namespace fluxi::native
