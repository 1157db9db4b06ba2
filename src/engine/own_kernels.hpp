// The column-wise form of a C++ function of a program (NativePackage): where all arguments are
// columns or known, the function's `rows` gets them as arrays. The function is shared with the
// native that calls it for single rows, so what it keeps is kept once.
#pragma once

#include <memory>

#include "engine/fluxi/native_package.hpp"
#include "vec/kernel.hpp"

namespace fluxi::engine {

/// Null if the function has no `rows`.
std::shared_ptr<const vec::KernelFactory> own_kernels(
    std::shared_ptr<NativePackage::Function> function);

}  // namespace fluxi::engine
