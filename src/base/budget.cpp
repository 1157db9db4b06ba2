#include "base/budget.hpp"

#include <utility>

#include "base/error.hpp"

namespace fluxi::base {

namespace {

std::shared_ptr<MemoryBudget>& in_force() noexcept {
    thread_local std::shared_ptr<MemoryBudget> budget;
    return budget;
}

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

}  // namespace

void MemoryBudget::reserve(std::size_t bytes) {
    const std::size_t before = used_.fetch_add(bytes, std::memory_order_relaxed);
    if (limit_ != kUnlimited && before + bytes > limit_) {
        used_.fetch_sub(bytes, std::memory_order_relaxed);
        fail_with(Code::limit,
                  "the memory limit of {} MiB is reached ({} MiB in use, {} KiB more wanted); see "
                  "--memory-limit",
                  limit_ / kMebibyte, before / kMebibyte, bytes / 1024);
    }
    std::size_t peak = peak_.load(std::memory_order_relaxed);
    while (before + bytes > peak &&
           !peak_.compare_exchange_weak(peak, before + bytes, std::memory_order_relaxed)) {
    }
}

bool MemoryBudget::fits(std::size_t bytes) const noexcept {
    return limit_ == kUnlimited || used() + bytes <= limit_;
}

BudgetScope::BudgetScope(std::shared_ptr<MemoryBudget> budget)
    : previous_(std::exchange(in_force(), std::move(budget))) {}

BudgetScope::~BudgetScope() {
    in_force() = std::move(previous_);
}

const std::shared_ptr<MemoryBudget>& BudgetScope::current() noexcept {
    return in_force();
}

}  // namespace fluxi::base
