// The column-wise form of `display`: one buffer for the texts of all rows, no value is boxed.
#pragma once

#include "vec/kernel.hpp"

namespace fluxi::stdlib::universe {

class DisplayKernels final : public vec::KernelFactory {
  public:
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override;
};

}  // namespace fluxi::stdlib::universe
