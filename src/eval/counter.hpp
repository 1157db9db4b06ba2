// A counter that coverage has put into a lowered tree: a conditional whose test calls a Counter,
// which gives true. It changes nothing of what the expression inside of it means, so whoever looks
// at the shape of a function looks through it.
#pragma once

#include <cstdint>
#include <string>

#include "eval/callable.hpp"
#include "program/tree.hpp"

namespace fluxi::eval {

/// Counts its calls. What it adds to lives longer than the tree.
class Counter final : public Callable {
  public:
    explicit Counter(std::uint64_t& count)
        : Callable(std::vector<value::Parameter>{}), count_(count) {}
    value::Value call(Evaluator& evaluator, std::span<value::Value> arguments) const override;
    [[nodiscard]] std::string type_text() const override { return "() => bool"; }

  private:
    std::uint64_t& count_;
};

/// `expr` with a counter around it.
[[nodiscard]] program::ExprPtr counted(program::ExprPtr expr, std::uint64_t& count);
/// The expression without the counters around it.
[[nodiscard]] const program::Expr& uncounted(const program::Expr& expr);

}  // namespace fluxi::eval
