// A vector of plain values that counts against the budget in force and lies in the spill file where
// the memory limit has no room for it.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include "base/budget.hpp"

namespace fluxi::base {

template <typename T>
class SpillingAllocator {
  public:
    using value_type = T;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;

    SpillingAllocator() : budget_(BudgetScope::current()) {}
    template <typename U>
    explicit SpillingAllocator(const SpillingAllocator<U>& other) noexcept
        : budget_(other.budget()) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        if (budget_ && budget_->spills(bytes))
            return reinterpret_cast<T*>(budget_->spill().allocate(bytes));
        if (budget_) budget_->reserve(bytes);
        try {
            return static_cast<T*>(::operator new(bytes));
        } catch (...) {
            if (budget_) budget_->release(bytes);
            throw;
        }
    }
    void deallocate(T* block, std::size_t count) noexcept {
        const std::size_t bytes = count * sizeof(T);
        const bool may_be_spilled =
            budget_ && budget_->has_spill() && bytes >= MemoryBudget::kSmallestSpilled;
        if (may_be_spilled && budget_->spill().owns(block)) {
            budget_->spill().release(reinterpret_cast<std::byte*>(block), bytes);
            return;
        }
        ::operator delete(block);
        if (budget_) budget_->release(bytes);
    }
    [[nodiscard]] const std::shared_ptr<MemoryBudget>& budget() const noexcept { return budget_; }
    friend bool operator==(const SpillingAllocator& a, const SpillingAllocator& b) noexcept {
        return a.budget_ == b.budget_;
    }

  private:
    static_assert(std::is_trivially_destructible_v<T>);
    std::shared_ptr<MemoryBudget> budget_;
};

template <typename T>
using SpillingVector = std::vector<T, SpillingAllocator<T>>;

}  // namespace fluxi::base
