// The memory that one run may use for table data. Reserving past the limit throws; releasing never
// fails. Several threads of a run share one budget. The budget of the executing thread is set by a
// BudgetScope, which is the only per-thread state in fluxi: it belongs to the run that opened the
// scope.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/spill_file.hpp"

namespace fluxi::base {

class MemoryBudget {
  public:
    static constexpr std::size_t kUnlimited = static_cast<std::size_t>(-1);
    /// `spill` takes blocks that the limit has no room for; may be null.
    explicit MemoryBudget(std::size_t limit = kUnlimited,
                          std::shared_ptr<SpillFile> spill = nullptr)
        : limit_(limit), spill_(std::move(spill)) {}

    /// Throws RuntimeError (Code::limit) naming --memory-limit when the budget would be overdrawn.
    void reserve(std::size_t bytes);
    /// Whether `bytes` more fit; what asks this can spill instead of failing.
    [[nodiscard]] bool fits(std::size_t bytes) const noexcept;
    /// Whether a new block of `bytes` should lie in the spill file: there is one, and the block
    /// would take the memory in use past half of the limit. The other half is for what cannot
    /// spill.
    [[nodiscard]] bool spills(std::size_t bytes) const noexcept {
        return spill_ && bytes >= kSmallestSpilled && used() + bytes > limit_ / 2;
    }
    [[nodiscard]] SpillFile& spill() noexcept { return *spill_; }
    [[nodiscard]] bool has_spill() const noexcept { return spill_ != nullptr; }
    void release(std::size_t bytes) noexcept { used_.fetch_sub(bytes, std::memory_order_relaxed); }
    [[nodiscard]] std::size_t used() const noexcept {
        return used_.load(std::memory_order_relaxed);
    }
    [[nodiscard]] std::size_t peak() const noexcept {
        return peak_.load(std::memory_order_relaxed);
    }
    [[nodiscard]] std::size_t limit() const noexcept { return limit_; }

    /// Smaller blocks always lie in memory.
    static constexpr std::size_t kSmallestSpilled = 2048;

  private:
    std::size_t limit_;
    std::shared_ptr<SpillFile> spill_;
    std::atomic<std::size_t> used_{0};
    std::atomic<std::size_t> peak_{0};
};

/// Puts a budget in force on this thread while it lives.
class BudgetScope {
  public:
    explicit BudgetScope(std::shared_ptr<MemoryBudget> budget);
    BudgetScope(const BudgetScope&) = delete;
    BudgetScope& operator=(const BudgetScope&) = delete;
    ~BudgetScope();
    /// The budget in force; null outside every scope (then memory is not counted).
    static const std::shared_ptr<MemoryBudget>& current() noexcept;

  private:
    std::shared_ptr<MemoryBudget> previous_;
};

/// Memory that lies outside of table::Buffer (hash tables, row lists) but is part of a budget all
/// the same: holds a share of the budget that was in force when it was made.
class Reservation {
  public:
    Reservation() : budget_(BudgetScope::current()) {}
    Reservation(const Reservation&) = delete;
    Reservation& operator=(const Reservation&) = delete;
    ~Reservation() {
        if (budget_) budget_->release(bytes_);
    }
    /// Makes the share `bytes` large. Throws as MemoryBudget::reserve does.
    void resize(std::size_t bytes) {
        if (budget_ && bytes > bytes_) budget_->reserve(bytes - bytes_);
        if (budget_ && bytes < bytes_) budget_->release(bytes_ - bytes);
        bytes_ = bytes;
    }

  private:
    std::shared_ptr<MemoryBudget> budget_;
    std::size_t bytes_ = 0;
};

}  // namespace fluxi::base
