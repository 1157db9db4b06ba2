// Comparison of values: the deep equality and the orders of the Flux operators (semantics C.3),
// and the total order of dictionary keys. Nulls are the caller's business: nothing here is given
// one at top level.
#pragma once

#include <compare>

#include "value/value.hpp"

namespace fluxi::value {

/// Whether `a == b` has an implementation for these two natures.
bool equality_exists(Nature a, Nature b);

/// Deep equality. Nulls inside never equal anything; NaN differs from everything; records compare
/// by label.
bool equal(const Value& a, const Value& b);

/// Whether `a < b` has an implementation: numbers of any mix, two strings, two times.
bool order_exists(Nature a, Nature b);

/// `a <=> b` for natures that `order_exists` accepts; unordered when a NaN takes part.
std::partial_ordering compare(const Value& a, const Value& b);

/// Negative, zero or positive: the order of dictionary keys, total, also for NaN.
int compare_keys(const Value& a, const Value& b);

}  // namespace fluxi::value
