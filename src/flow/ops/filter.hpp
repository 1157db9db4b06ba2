// filter: the rows for which a predicate is true (semantics D.7). A table that ends up without rows
// goes too, unless it is to be kept.
#pragma once

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Filter final : public Operation {
  public:
    Filter(value::Value fn, bool keep_empty) : fn_(std::move(fn)), keep_empty_(keep_empty) {}
    [[nodiscard]] std::string_view name() const override { return "filter"; }
    [[nodiscard]] Accepts accepts() const override { return Accepts::any; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const value::Value& fn() const noexcept { return fn_; }
    [[nodiscard]] bool keep_empty() const noexcept { return keep_empty_; }

  private:
    value::Value fn_;
    bool keep_empty_;
};

}  // namespace fluxi::flow::ops
