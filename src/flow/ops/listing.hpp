// Transformations that list what tables hold: distinct values, unique rows, samples, the names of
// columns and keys; and timeShift (semantics D.7, D.10).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

using OperationRef = std::shared_ptr<const Operation>;

OperationRef distinct(std::string column);
/// The first row of each value of a column.
OperationRef unique(std::string column);
/// Every n-th row from `pos` on; a negative `pos` stands for a random one.
OperationRef sample(std::int64_t n, std::int64_t pos, std::string column);
/// One row per column, or per column of the group key, with its label.
OperationRef columns(std::string column);
OperationRef keys(std::string column);
/// The distinct values of some columns, as pairs of label and value.
OperationRef key_values(std::vector<std::string> key_columns);
/// Columns of times moved by a duration; the bounds of the plan move with them.
OperationRef time_shift(value::Duration duration, std::vector<std::string> columns);

}  // namespace fluxi::flow::ops
