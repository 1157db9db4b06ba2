// Aggregates beyond one pass over one column: quantiles, mode, covariance, integral, histograms,
// the forecast of Holt and Winters (semantics D.9, D.11).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "flow/exec/aggregate.hpp"
#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

using OperationRef = std::shared_ptr<const Operation>;

/// Estimates by a t-digest.
std::unique_ptr<exec::AggregateKernel> tdigest_kernel(table::ColumnType type, double q,
                                                      double compression);
/// Interpolates between the two nearest values; floats only.
std::unique_ptr<exec::AggregateKernel> exact_mean_kernel(table::ColumnType type, double q);
/// The row whose value is the quantile.
OperationRef quantile_selector(double q, std::string column);
/// The most frequent values.
OperationRef mode(std::string column);
OperationRef covariance(std::string x, std::string y, bool pearson, std::string destination);
/// The area under the curve; `unit` in nanoseconds.
OperationRef integral(std::int64_t unit, std::string column, std::string time_column,
                      bool interpolate);

struct HistogramSettings {
    std::string column = "_value";
    std::string bound_column = "le";
    std::string count_column = "_value";
    std::vector<double> bins{};
    bool normalize = false;
};
OperationRef histogram(HistogramSettings settings);

struct HistogramQuantileSettings {
    double quantile = 0;
    std::string count_column = "_value";
    std::string bound_column = "le";
    std::string value_column = "_value";
    double min_value = 0;
    std::string on_nonmonotonic = "error";
};
OperationRef histogram_quantile(HistogramQuantileSettings settings);

}  // namespace fluxi::flow::ops
