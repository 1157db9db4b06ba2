#include "flow/exec/workers.hpp"

#include <system_error>
#include <utility>

namespace fluxi::flow::exec {

Workers::Workers(std::size_t threads) : threads_(threads), budget_(base::BudgetScope::current()) {}

Workers::~Workers() {
    {
        const Lock lock(mutex_);
        stop_ = true;
    }
    posted_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
}

void Workers::post(Job& job) {
    if (!std::exchange(started_, true)) start();
    {
        const Lock lock(mutex_);
        waiting_.push_back(&job);
    }
    posted_.notify_one();
}

void Workers::start() {
    try {
        for (std::size_t i = 1; i < threads_; ++i) helpers_.emplace_back([this] { run_worker(); });
    } catch (const std::system_error&) {
        // The system gives no more threads: those there are, or the caller's, do the work.
    }
}

bool Workers::done(const Job& job) {
    const Lock lock(mutex_);
    return job.state_ == Job::State::done;
}

void Workers::finish(Job& job) {
    Lock lock(mutex_);
    while (job.state_ != Job::State::done) {
        if (waiting_.empty()) {
            finished_.wait(lock);
        } else {
            work_one(lock);
        }
    }
}

void Workers::work_one(Lock& lock) {
    Job& job = *waiting_.front();
    waiting_.pop_front();
    job.state_ = Job::State::running;
    lock.unlock();
    job.work();
    lock.lock();
    job.state_ = Job::State::done;
    finished_.notify_all();
}

void Workers::run_worker() {
    const base::BudgetScope scope(budget_);
    Lock lock(mutex_);
    while (!stop_) {
        if (waiting_.empty()) {
            posted_.wait(lock);
        } else {
            work_one(lock);
        }
    }
}

}  // namespace fluxi::flow::exec
