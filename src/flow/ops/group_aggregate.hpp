// group and an aggregate in one: the rows of a group are never brought together, each goes to the
// state of its group as it passes. The result is the same, floats included: the rows of a group
// come in the same order.
#pragma once

#include <string>

#include "flow/exec/aggregate.hpp"
#include "flow/ops/group.hpp"

namespace fluxi::flow::ops {

class GroupAggregate final : public Operation {
  public:
    GroupAggregate(Group group, exec::Aggregate aggregate)
        : group_(std::move(group)),
          aggregate_(std::move(aggregate)),
          name_("group, " + std::string(aggregate_.name())) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::string describe() const override { return aggregate_.describe(); }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::loose; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const Group& group() const noexcept { return group_; }
    [[nodiscard]] const exec::Aggregate& aggregate() const noexcept { return aggregate_; }

  private:
    Group group_;
    exec::Aggregate aggregate_;
    std::string name_;
};

}  // namespace fluxi::flow::ops
