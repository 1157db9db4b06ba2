// Moving averages and the momentum indicators of traders: each value becomes a number computed from
// the last few (semantics D.11).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

/// The mean of the last n values, nulls left out; the first n - 1 rows go. A table with fewer than
/// n rows gives its last row with the mean of all.
class MovingAverage final : public Operation {
  public:
    explicit MovingAverage(std::int64_t n) : n_(n) {}
    [[nodiscard]] std::string_view name() const override { return "movingAverage"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::int64_t n_;
    std::vector<std::string> columns_{"_value"};
};

/// The indicators that look at the last n rows and give a float; rows before the first result go.
class Indicator final : public Operation {
  public:
    enum class Kind : std::uint8_t {
        exponential_average,  ///< exponentialMovingAverage
        triple_derivative,    ///< tripleExponentialDerivative
        relative_strength,    ///< relativeStrengthIndex
        momentum,             ///< chandeMomentumOscillator
        adaptive_average,     ///< kaufmansAMA
    };
    Indicator(Kind kind, std::int64_t n, std::vector<std::string> columns)
        : kind_(kind), n_(n), columns_(std::move(columns)) {}
    [[nodiscard]] std::string_view name() const override;
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    Kind kind_;
    std::int64_t n_;
    std::vector<std::string> columns_;
};

}  // namespace fluxi::flow::ops
