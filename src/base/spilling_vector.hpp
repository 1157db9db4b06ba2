// A vector of plain values that counts against the budget in force and lies in the spill file where
// the memory limit has no room for it.
#pragma once

#include <vector>

#include "base/budget_allocator.hpp"

namespace fluxi::base {

template <typename T>
using SpillingVector = std::vector<T, BudgetAllocator<T, true>>;

}  // namespace fluxi::base
