// The column-wise form of `json.encode`: of a column, or of a record or array that is written out
// with columns in it. Labels and what is known stand in texts that are made once.
#pragma once

#include "vec/kernel.hpp"

namespace fluxi::stdlib::json {

class EncodeKernels final : public vec::KernelFactory {
  public:
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override;
};

}  // namespace fluxi::stdlib::json
