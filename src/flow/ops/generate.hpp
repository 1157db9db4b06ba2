// generate.from: one table whose values a function computes from the number of the row.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

class Generate final : public Operation {
  public:
    /// The rows' times divide [start, stop) into `count` equal parts.
    Generate(std::int64_t start, std::int64_t stop, std::int64_t count, value::Value fn)
        : start_(start), stop_(stop), count_(count), fn_(std::move(fn)) {}
    [[nodiscard]] std::string_view name() const override { return "from"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::int64_t start_;
    std::int64_t stop_;
    std::int64_t count_;
    value::Value fn_;
};

}  // namespace fluxi::flow::ops
