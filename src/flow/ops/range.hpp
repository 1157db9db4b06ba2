// range: the rows of a span of time; its bounds become the columns _start and _stop of the group
// key and the bounds of the plan (semantics D.4).
#pragma once

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Range final : public Operation {
  public:
    explicit Range(Bounds bounds) : bounds_(bounds) {}
    [[nodiscard]] std::string_view name() const override { return "range"; }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] Order order() const override { return Order::loose_by_key; }
    [[nodiscard]] MaybeBounds bounds(const std::vector<MaybeBounds>& inputs) const override;
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    Bounds bounds_;
};

}  // namespace fluxi::flow::ops
