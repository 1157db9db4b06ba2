// The column-wise form of contains: a column against an array that is known, or against one array
// for each row.
#pragma once

#include <span>

#include "vec/kernel.hpp"

namespace fluxi::stdlib::universe {

class ContainsKernels final : public vec::KernelFactory {
  public:
    /// Arguments: value, set.
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override;
};

}  // namespace fluxi::stdlib::universe
