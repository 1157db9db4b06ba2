// Containers of anything that count against the budget in force: what an operator keeps for each
// key, window or batch beside its columns. Plain values that may lie in the spill file belong into
// a SpillingVector (base/spilling_vector.hpp). Memory that the elements hold themselves is theirs
// to count.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <new>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/budget.hpp"

namespace fluxi::base {

template <typename T>
class CountingAllocator {
  public:
    using value_type = T;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;

    CountingAllocator() : budget_(BudgetScope::current()) {}
    template <typename U>
    explicit CountingAllocator(const CountingAllocator<U>& other) noexcept
        : budget_(other.budget()) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = counted(count);
        if (budget_) budget_->reserve(bytes);
        try {
            return std::allocator<T>().allocate(count);
        } catch (...) {
            if (budget_) budget_->release(bytes);
            throw;
        }
    }
    void deallocate(T* block, std::size_t count) noexcept {
        std::allocator<T>().deallocate(block, count);
        if (budget_) budget_->release(counted(count));
    }
    [[nodiscard]] const std::shared_ptr<MemoryBudget>& budget() const noexcept { return budget_; }
    friend bool operator==(const CountingAllocator& a, const CountingAllocator& b) noexcept {
        return a.budget_ == b.budget_;
    }

  private:
    /// With what the system's allocator takes for itself, which matters for nodes of a map.
    static std::size_t counted(std::size_t count) noexcept { return count * sizeof(T) + 16; }

    std::shared_ptr<MemoryBudget> budget_;
};

template <typename T>
using CountedVector = std::vector<T, CountingAllocator<T>>;
template <typename Key, typename T>
using CountedMap = std::map<Key, T, std::less<Key>, CountingAllocator<std::pair<const Key, T>>>;
template <typename Key, typename T>
using CountedHashMap = std::unordered_map<Key, T, std::hash<Key>, std::equal_to<Key>,
                                          CountingAllocator<std::pair<const Key, T>>>;

}  // namespace fluxi::base
