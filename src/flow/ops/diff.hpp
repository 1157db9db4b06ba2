// experimental.diff and the assertions of package testing: two streams compared table by table.
// Tables belong together if their group keys are equal.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

/// Inputs: want, got. Tables that are equal give nothing; of others come all rows, with the column
/// `_diff`: empty for a row of both, "-" of want only, "+" of got only (a longest common
/// subsequence). Floats are equal within 1e-6; a column that one side lacks equals null.
class Diff final : public Operation {
  public:
    [[nodiscard]] std::string_view name() const override { return "diff"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
};

/// Inputs: got, want. Hands got on, or fails if the two differ.
class AssertEquals final : public Operation {
  public:
    explicit AssertEquals(std::string test) : test_(std::move(test)) {}
    [[nodiscard]] std::string_view name() const override { return "assertEquals"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::string test_;
};

/// Fails if a table has rows; gives nothing.
class AssertEmpty final : public Operation {
  public:
    [[nodiscard]] std::string_view name() const override { return "assertEmpty"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
};

}  // namespace fluxi::flow::ops
