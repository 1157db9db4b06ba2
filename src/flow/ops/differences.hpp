// Operators that compare each row with the one before it or sum rows up: difference, derivative,
// cumulativeSum, elapsed (semantics D.11).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

/// Value minus the value before; a null keeps the one before it for the next row.
class Difference final : public Operation {
  public:
    struct Settings {
        std::vector<std::string> columns{};
        bool non_negative = false;  ///< a decrease gives null
        bool keep_first = false;    ///< the first row stays
        bool initial_zero = false;  ///< a decrease counts from zero; a first row that stays gives 0
    };
    explicit Difference(Settings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "difference"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    Settings settings_;
};

/// Change per unit of time since the last row with a value. The first row goes, and so do rows of
/// the same time as the row before.
class Derivative final : public Operation {
  public:
    struct Settings {
        std::vector<std::string> columns{};
        std::string time_column = "_time";
        double unit = 1;            ///< nanoseconds
        bool non_negative = false;  ///< a decrease gives null
        bool initial_zero = false;  ///< a decrease gives 0
    };
    explicit Derivative(Settings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "derivative"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    Settings settings_;
};

/// The sum of all values so far; a null repeats it. Columns that are not numbers stay as they are.
class CumulativeSum final : public Operation {
  public:
    explicit CumulativeSum(std::vector<std::string> columns) : columns_(std::move(columns)) {}
    [[nodiscard]] std::string_view name() const override { return "cumulativeSum"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::vector<std::string> columns_;
};

/// The time since the row before, in whole units.
class Elapsed final : public Operation {
  public:
    /// `unit` in nanoseconds, positive.
    Elapsed(std::int64_t unit, std::string time_column, std::string column_name)
        : unit_(unit), time_column_(std::move(time_column)), column_name_(std::move(column_name)) {}
    [[nodiscard]] std::string_view name() const override { return "elapsed"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::int64_t unit_;
    std::string time_column_;
    std::string column_name_;
};

}  // namespace fluxi::flow::ops
