// The threads of one execution. Operators post jobs, the threads do them in the order in which they
// were posted, and so does whoever waits for one: with one thread there is none but the caller's.
// Nothing is started before the first job. A job belongs to the operator that posted it and must
// live until it is done or the Workers are gone; jobs know nothing of values and the evaluator.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/budget.hpp"

namespace fluxi::flow::exec {

class Workers {
  public:
    class Job {
      public:
        Job() = default;
        Job(const Job&) = delete;
        Job& operator=(const Job&) = delete;
        virtual ~Job() = default;

      private:
        friend Workers;
        enum class State : std::uint8_t { waiting, running, done };
        /// Called once, on any thread.
        virtual void work() noexcept = 0;
        State state_ = State::waiting;  ///< guarded by the mutex of the Workers
    };

    /// `threads`: how many work, that of the caller among them.
    explicit Workers(std::size_t threads);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    /// Waits for running jobs; those that nobody has begun are not done.
    ~Workers();

    void post(Job& job);
    /// Whether it is done.
    [[nodiscard]] bool done(const Job& job);
    /// Returns when the job is done; this thread does waiting jobs meanwhile.
    void finish(Job& job);
    /// How many jobs of one operator may be under way, so that all threads have work.
    [[nodiscard]] std::size_t most_ahead() const noexcept { return 2 * threads_; }

  private:
    using Lock = std::unique_lock<std::mutex>;
    void start();
    /// Does the first waiting job; the lock is held at the beginning and at the end.
    void work_one(Lock& lock);
    void run_worker();

    std::size_t threads_;
    std::shared_ptr<base::MemoryBudget> budget_;
    std::mutex mutex_{};
    std::condition_variable posted_{};
    std::condition_variable finished_{};
    std::deque<Job*> waiting_{};
    bool started_ = false;  ///< only the thread of the run asks
    bool stop_ = false;
    std::vector<std::thread> helpers_{};
};

}  // namespace fluxi::flow::exec
