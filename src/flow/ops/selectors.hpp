// The selectors that keep one row per table: min, max, first, last (semantics D.10).
#pragma once

#include "flow/exec/selector.hpp"

namespace fluxi::flow::ops {

std::shared_ptr<const exec::SelectorKernel> min_kernel();
std::shared_ptr<const exec::SelectorKernel> max_kernel();
/// The first or last row whose value is not null.
std::shared_ptr<const exec::SelectorKernel> first_kernel();
std::shared_ptr<const exec::SelectorKernel> last_kernel();

}  // namespace fluxi::flow::ops
