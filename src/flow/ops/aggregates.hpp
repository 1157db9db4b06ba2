// The aggregates that need no more than one pass over the values of a column (semantics D.9): their
// kernels by column type. Null for a type that an aggregate does not take.
#pragma once

#include "flow/exec/aggregate.hpp"

namespace fluxi::flow::ops {

/// Counts rows, nulls too; of every type but time.
std::unique_ptr<exec::AggregateKernel> count_kernel(table::ColumnType type);
std::unique_ptr<exec::AggregateKernel> sum_kernel(table::ColumnType type);
std::unique_ptr<exec::AggregateKernel> mean_kernel(table::ColumnType type);
/// Largest less smallest value.
std::unique_ptr<exec::AggregateKernel> spread_kernel(table::ColumnType type);
/// `sample` divides by n - 1, otherwise by n.
std::unique_ptr<exec::AggregateKernel> stddev_kernel(table::ColumnType type, bool sample);
std::unique_ptr<exec::AggregateKernel> skew_kernel(table::ColumnType type);

}  // namespace fluxi::flow::ops
