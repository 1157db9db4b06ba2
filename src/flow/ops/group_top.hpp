// group(), sort and limit in one: the first rows of all there are, without keeping the others. The
// result is that of the three: equal rows stay in order of arrival, and the table has the columns
// of all tables that came.
#pragma once

#include "flow/ops/rows.hpp"

namespace fluxi::flow::ops {

class GroupTop final : public Operation {
  public:
    /// `sort` has a limit.
    explicit GroupTop(Sort sort) : sort_(std::move(sort)) {}
    [[nodiscard]] std::string_view name() const override { return "group, sort"; }
    [[nodiscard]] std::string describe() const override { return sort_.describe(); }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::loose; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const Sort& sort() const noexcept { return sort_; }

  private:
    Sort sort_;
};

}  // namespace fluxi::flow::ops
