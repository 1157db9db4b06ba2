// pagerduty.dedupKey: a column that is one text per group key: the SHA-256 of the
// labels and values of its columns.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class DedupKey final : public Operation {
  public:
    /// `exclude`: labels of key columns that do not count.
    explicit DedupKey(std::vector<std::string> exclude) : exclude_(std::move(exclude)) {}
    [[nodiscard]] std::string_view name() const override { return "dedupKey"; }
    [[nodiscard]] Order order() const override { return Order::loose_by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::vector<std::string> exclude_;
};

}  // namespace fluxi::flow::ops
