// Which functions of `map` the reference evaluates a column at a time (semantics C.6). fluxi binds
// far more of them to columns; this is only to count, for tests that state what they expect of the
// reference's rule `vectorizeMapRule`.
#pragma once

#include "value/value.hpp"

namespace fluxi::flow::rules {

/// Whether a function is `(r) => ({…})` with values made only of columns, literals, operators,
/// conditions and `float(v:)`.
[[nodiscard]] bool is_vectorizable(const value::Value& fn);

}  // namespace fluxi::flow::rules
