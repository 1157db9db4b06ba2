// For loops that can be long without making a batch: `steps()` once per turn asks every few
// thousand turns whether the run was interrupted or its time is over, and throws then. What pushes
// batches need not, each push asks.
#pragma once

#include <cstdint>

#include "flow/exec/context.hpp"

namespace fluxi::flow::exec {

class Steps {
  public:
    explicit Steps(const Context& context) : context_(&context) {}
    void operator()(std::uint32_t turns = 1) {
        done_ += turns;
        if (done_ < kTurns) return;
        done_ = 0;
        context_->check_cancelled();
    }
    /// For loops over the rows of a table, which may be all there are: asks once in 65,536 rows.
    void row(std::uint32_t at) const {
        if (at % kRows == kRows - 1) context_->check_cancelled();
    }
    void now() const { context_->check_cancelled(); }

  private:
    static constexpr std::uint32_t kRows = 1U << 16;
    static constexpr std::uint32_t kTurns = 8192;
    const Context* context_;
    std::uint32_t done_ = 0;
};

}  // namespace fluxi::flow::exec
