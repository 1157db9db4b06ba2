// The function behind the option `now` unless a script sets its own: one instant for the whole run.
#pragma once

#include "value/value.hpp"

namespace fluxi::engine {

/// A Flux function of no parameters that always gives this time.
value::Value fixed_now(std::int64_t nanoseconds);

}  // namespace fluxi::engine
