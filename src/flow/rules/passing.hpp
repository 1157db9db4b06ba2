// What a filter behind an operation may look at so that a source before it can be told of the
// filter: columns that leave the operation as they came, in the same rows.
#pragma once

#include "flow/plan/node.hpp"
#include "vec/columns_read.hpp"

namespace fluxi::flow::rules {

/// Whether an operation works on columns only (drop, keep, rename, duplicate, set, and a map that
/// only copies columns and adds constants, which cannot fail), and leaves those that a predicate
/// reads as they are. Then rows that the predicate is false for may as well be missing before it.
[[nodiscard]] bool leaves_as_they_are(const Operation& operation, const vec::ColumnsRead& read);

}  // namespace fluxi::flow::rules
