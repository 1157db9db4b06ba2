// The allocator of containers that count against the budget that was in force when they were made.
// A container keeps its budget for life, also once its elements were moved away: what is put into
// it then counts as before. The containers themselves are in base/counted.hpp and
// base/spilling_vector.hpp.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

#include "base/budget.hpp"

namespace fluxi::base {

/// `kSpills`: blocks may lie in the spill file where the memory limit has no room for them.
template <typename T, bool kSpills>
class BudgetAllocator {
    static_assert(!kSpills || std::is_trivially_destructible_v<T>);

  public:
    using value_type = T;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;
    template <typename U>
    struct rebind {
        using other = BudgetAllocator<U, kSpills>;
    };

    BudgetAllocator() : budget_(BudgetScope::current()) {}
    // Written out so that there is no move: it would take the budget away from a container that
    // goes on to be used.
    BudgetAllocator(const BudgetAllocator& other) noexcept = default;
    BudgetAllocator& operator=(const BudgetAllocator& other) noexcept = default;
    ~BudgetAllocator() = default;
    template <typename U>
    explicit BudgetAllocator(const BudgetAllocator<U, kSpills>& other) noexcept
        : budget_(other.budget()) {}

    T* allocate(std::size_t count) {
        static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
        const std::size_t bytes = count * sizeof(T);
        if constexpr (kSpills) {
            if (budget_ && budget_->spills(bytes))
                return reinterpret_cast<T*>(budget_->spill().allocate(bytes));
        }
        if (budget_) budget_->reserve(bytes + kOfSystem);
        try {
            return static_cast<T*>(::operator new(bytes));
        } catch (...) {
            if (budget_) budget_->release(bytes + kOfSystem);
            throw;
        }
    }
    void deallocate(T* block, std::size_t count) noexcept {
        const std::size_t bytes = count * sizeof(T);
        if constexpr (kSpills) {
            const bool may_be_spilled =
                budget_ && budget_->has_spill() && bytes >= MemoryBudget::kSmallestSpilled;
            if (may_be_spilled && budget_->spill().owns(block)) {
                budget_->spill().release(reinterpret_cast<std::byte*>(block), bytes);
                return;
            }
        }
        if (budget_) budget_->release(bytes + kOfSystem);
        ::operator delete(block);
    }
    [[nodiscard]] const std::shared_ptr<MemoryBudget>& budget() const noexcept { return budget_; }
    friend bool operator==(const BudgetAllocator& a, const BudgetAllocator& b) noexcept {
        return a.budget_ == b.budget_;
    }

  private:
    /// What the system's allocator takes for itself, which matters for nodes of a map.
    static constexpr std::size_t kOfSystem = kSpills ? 0 : 16;

    std::shared_ptr<MemoryBudget> budget_;
};

}  // namespace fluxi::base
