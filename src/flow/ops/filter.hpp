// filter: the rows for which a predicate is true (semantics D.7). A table that ends up without rows
// goes too, unless it is to be kept. Filters one after the other are one operation with several
// predicates, each asked about the rows that those before it let through.
#pragma once

#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Filter final : public Operation {
  public:
    struct Predicate {
        value::Value fn{};
        base::CallFrame call{};  ///< where its errors point, if it is one of several
    };

    Filter(value::Value fn, bool keep_empty) : Filter({Predicate{std::move(fn)}}, keep_empty) {}
    Filter(std::vector<Predicate> predicates, bool keep_empty)
        : predicates_(std::move(predicates)), keep_empty_(keep_empty) {}
    [[nodiscard]] std::string_view name() const override { return "filter"; }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] Accepts accepts() const override { return Accepts::any; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::vector<Predicate>& predicates() const noexcept { return predicates_; }
    [[nodiscard]] bool keep_empty() const noexcept { return keep_empty_; }

  private:
    std::vector<Predicate> predicates_;
    bool keep_empty_;
};

}  // namespace fluxi::flow::ops
