// Transformations of the values of a table row by row, each with the rows before it (semantics
// D.11): differences, derivatives, running sums, averages, technical indicators.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"
#include "value/zone.hpp"

namespace fluxi::flow::ops {

using OperationRef = std::shared_ptr<const Operation>;

struct DifferenceSettings {
    std::vector<std::string> columns{"_value"};
    bool non_negative = false;
    bool keep_first = false;
    bool initial_zero = false;
};
OperationRef difference(DifferenceSettings settings);

struct DerivativeSettings {
    std::vector<std::string> columns{"_value"};
    std::int64_t unit = 1;  ///< nanoseconds
    bool non_negative = false;
    bool initial_zero = false;
    std::string time_column = "_time";
};
OperationRef derivative(DerivativeSettings settings);

OperationRef cumulative_sum(std::vector<std::string> columns);

/// The time since the row before, in units of `unit` nanoseconds, in a new column.
OperationRef elapsed(std::int64_t unit, std::string time_column, std::string column);

/// Rows whose hour in the location lies between start and stop, both included; start may lie after
/// stop.
OperationRef hour_selection(std::int64_t start, std::int64_t stop, value::Location location,
                            std::string time_column);

OperationRef moving_average(std::int64_t n);
OperationRef exponential_moving_average(std::int64_t n);
OperationRef triple_exponential_derivative(std::int64_t n);
OperationRef relative_strength_index(std::int64_t n, std::vector<std::string> columns);
OperationRef chande_momentum_oscillator(std::int64_t n, std::vector<std::string> columns);
OperationRef kaufmans_ama(std::int64_t n, std::string column);

}  // namespace fluxi::flow::ops
