// What a native whose result is an array or a record also is when one part of it can be computed
// column by column: `strings.split(v: r.path, t: "/")[1]`, `math.modf(f: r.x).frac`. The array or
// record is then never made. A kernel fails where the whole would: the tree walker says why.
#pragma once

#include <cstdint>
#include <string_view>

#include "vec/kernel.hpp"

namespace fluxi::vec {

class PartKernels {
  public:
    virtual ~PartKernels() = default;
    /// The element at `index` of the array; null when there is no kernel for these arguments.
    [[nodiscard]] virtual KernelRef bind_element(std::span<const KernelArgument>,
                                                 std::int64_t) const {
        return nullptr;
    }
    /// The field `label` of the record; null when there is no kernel for these arguments.
    [[nodiscard]] virtual KernelRef bind_field(std::span<const KernelArgument>,
                                               std::string_view) const {
        return nullptr;
    }
};

}  // namespace fluxi::vec
