// One token says "stop" to everything that belongs to a run: evaluator, operators, requests.
// It is set from a signal handler or another thread and read often, so it is one relaxed atomic.
#pragma once

#include <atomic>
#include <chrono>

#include "base/error.hpp"

namespace fluxi::base {

class CancelToken {
  public:
    using Clock = std::chrono::steady_clock;

    /// Safe to call from a signal handler.
    void cancel() noexcept { state_.store(State::cancelled, std::memory_order_relaxed); }
    void reset() noexcept { state_.store(State::running, std::memory_order_relaxed); }
    void set_deadline(Clock::time_point deadline) { deadline_ = deadline; }

    [[nodiscard]] bool cancelled() const noexcept {
        return state_.load(std::memory_order_relaxed) == State::cancelled;
    }
    [[nodiscard]] bool expired() const {
        return deadline_ != Clock::time_point{} && Clock::now() >= deadline_;
    }
    /// Throws when the run was cancelled or its time is over.
    void check() const {
        if (cancelled()) fail_with(Code::cancelled, "interrupted");
        if (expired()) fail_with(Code::limit, "the time limit of the run is over (see --timeout)");
    }

  private:
    enum class State : int { running, cancelled };
    static_assert(std::atomic<State>::is_always_lock_free);
    std::atomic<State> state_{State::running};
    Clock::time_point deadline_{};
};

}  // namespace fluxi::base
