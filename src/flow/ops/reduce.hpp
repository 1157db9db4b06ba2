// reduce: the rows of each table folded into a record (semantics D.9). One accumulator per group
// key, updated as the rows pass; no table is kept. With a Group the rows are also given to their
// groups here, as GroupAggregate does it.
#pragma once

#include <optional>

#include "flow/ops/group.hpp"
#include "value/value.hpp"

namespace fluxi::flow::ops {

class Reduce final : public Operation {
  public:
    /// `identity` is a record; `fn` takes `r` and `accumulator`.
    Reduce(value::Value fn, value::Value identity, std::optional<Group> group = {})
        : fn_(std::move(fn)), identity_(std::move(identity)), group_(std::move(group)) {}
    [[nodiscard]] std::string_view name() const override {
        return group_ ? "group, reduce" : "reduce";
    }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] Accepts accepts() const override {
        return group_ ? Accepts::loose : Accepts::any;
    }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

    [[nodiscard]] const value::Value& fn() const noexcept { return fn_; }
    [[nodiscard]] const value::Value& identity() const noexcept { return identity_; }
    [[nodiscard]] const std::optional<Group>& group() const noexcept { return group_; }

  private:
    value::Value fn_;
    value::Value identity_;
    std::optional<Group> group_;
};

}  // namespace fluxi::flow::ops
