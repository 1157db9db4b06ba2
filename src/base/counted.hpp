// Containers of anything that count against the budget in force: what an operator keeps for each
// key, window or batch beside its columns. Plain values that may lie in the spill file belong into
// a SpillingVector (base/spilling_vector.hpp). Memory that the elements hold themselves is theirs
// to count.
#pragma once

#include <functional>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/budget_allocator.hpp"

namespace fluxi::base {

template <typename T>
using CountedVector = std::vector<T, BudgetAllocator<T, false>>;
template <typename Key, typename T>
using CountedMap =
    std::map<Key, T, std::less<Key>, BudgetAllocator<std::pair<const Key, T>, false>>;
template <typename Key, typename T>
using CountedHashMap = std::unordered_map<Key, T, std::hash<Key>, std::equal_to<Key>,
                                          BudgetAllocator<std::pair<const Key, T>, false>>;

}  // namespace fluxi::base
