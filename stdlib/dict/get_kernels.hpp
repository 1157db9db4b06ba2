// The column-wise form of `dict.get` where the dictionary and the default are constants, as in a
// table of names that `map` looks up: the values become one small column, and each row an entry of
// it.
#pragma once

#include "vec/kernel.hpp"

namespace fluxi::stdlib::dict {

class GetKernels final : public vec::KernelFactory {
  public:
    /// Arguments are the dictionary, the key and the default.
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override;
};

}  // namespace fluxi::stdlib::dict
