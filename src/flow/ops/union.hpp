// union: the tables of several streams; rows of the same key form one table, in the order of the
// arguments (semantics D.7).
#pragma once

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Union final : public Operation {
  public:
    [[nodiscard]] std::string_view name() const override { return "union"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::any; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
};

}  // namespace fluxi::flow::ops
