// What queries of PromQL do with the samples of a range: one value per table of floats and times
// (package internal/promql). A table without enough samples leaves as its key columns without rows.
#pragma once

#include <memory>
#include <string>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops::promql {

using OperationRef = std::shared_ptr<const Operation>;

/// How often the value differs from the one before; NaN equals NaN.
OperationRef changes();
/// How often the value is smaller than the one before.
OperationRef resets();

struct RateSettings {
    bool is_counter = false;  ///< a decrease is a restart from zero
    bool is_rate = false;     ///< per second
};
/// The growth over [_start, _stop), as if the samples went on to its ends unless they are far.
OperationRef extrapolated_rate(RateSettings settings);
/// The difference of the last two values.
OperationRef instant_rate(bool is_rate);

/// Double exponential smoothing; both factors lie strictly between 0 and 1, which the operation
/// checks when it runs.
OperationRef holt_winters(double smoothing_factor, double trend_factor);

/// The slope of the line of least squares per second, or (`predict`) its value `from_now` seconds
/// after _stop.
OperationRef linear_regression(bool predict, double from_now);

struct HistogramQuantileSettings {
    double quantile = 0;
    std::string count_column = "_value";
    std::string upper_bound_column = "le";
    std::string value_column = "_value";
};
/// A quantile of a cumulative histogram whose bounds are texts, the last of them `+Inf`.
OperationRef histogram_quantile(HistogramQuantileSettings settings);

/// _value becomes the time (_time, else _stop) in seconds since 1970, to the millisecond.
OperationRef timestamp();

struct LabelSettings {
    std::string source;
    std::string destination;
    std::string regex;
    std::string replacement;
};
/// Sets a key column to what `replacement` makes of the match of the whole source; what leaves has
/// the key columns and _value only. An empty text removes the column.
OperationRef label_replace(LabelSettings settings);

/// One table without rows, with _start and _stop in its key.
OperationRef empty_table();

}  // namespace fluxi::flow::ops::promql
