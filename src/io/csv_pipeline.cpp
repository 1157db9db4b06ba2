#include "io/csv_pipeline.hpp"

#include <utility>

namespace fluxi::io {

CsvPipeline::CsvPipeline(std::unique_ptr<host::InputFile> input, std::size_t threads,
                         std::uint32_t max_rows, std::size_t block)
    : blocks_(std::move(input), block),
      threads_(threads),
      max_rows_(max_rows),
      most_tasks_(threads > 1 ? threads * 2 + 1 : 1),
      budget_(base::BudgetScope::current()) {}

CsvPipeline::~CsvPipeline() {
    {
        const Lock lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
}

bool CsvPipeline::can_work() const {
    return !exhausted_ && !reading_ && queue_.size() < most_tasks_;
}

void CsvPipeline::work(Lock& lock, std::unique_ptr<CsvRowParser>& parser) {
    std::unique_ptr<CsvTask> fresh;
    if (spare_.empty()) {
        fresh = std::make_unique<CsvTask>();
    } else {
        fresh = std::move(spare_.back());
        spare_.pop_back();
        fresh->parsed = {};
        fresh->done = false;
    }
    fresh->layout = layout_;
    CsvTask& task = *fresh;
    reading_ = true;
    queue_.push_back(std::move(fresh));
    lock.unlock();
    bool read = false;
    try {
        read = blocks_.next(task.block);
    } catch (...) {
        task.failure = std::current_exception();
    }
    lock.lock();
    reading_ = false;
    if (!read) {
        exhausted_ = true;
        if (task.failure) {
            task.done = true;
        } else {
            queue_.pop_back();
        }
        changed_.notify_all();
        return;
    }
    if (task.block.last) exhausted_ = true;
    changed_.notify_all();
    if (task.layout) {
        lock.unlock();
        try {
            if (!parser || parser->layout() != task.layout) {
                parser = std::make_unique<CsvRowParser>(task.layout, max_rows_);
            }
            task.parsed = parser->parse(task.block.begin, task.block.end, task.block.added_end);
        } catch (...) {
            parser = nullptr;
            task.failure = std::current_exception();
        }
        lock.lock();
    }
    task.done = true;
    changed_.notify_all();
}

void CsvPipeline::run_worker() {
    const base::BudgetScope scope(budget_);
    std::unique_ptr<CsvRowParser> parser;
    Lock lock(mutex_);
    while (!stop_ && !exhausted_) {
        if (can_work()) {
            work(lock, parser);
        } else {
            changed_.wait(lock);
        }
    }
}

std::unique_ptr<CsvTask> CsvPipeline::take() {
    Lock lock(mutex_);
    for (;;) {
        if (!queue_.empty() && queue_.front()->done) {
            std::unique_ptr<CsvTask> task = std::move(queue_.front());
            queue_.pop_front();
            changed_.notify_all();
            if (task->failure) std::rethrow_exception(task->failure);
            return task;
        }
        if (queue_.empty() && exhausted_) return nullptr;
        if (can_work()) {
            work(lock, parser_);
        } else {
            changed_.wait(lock);
        }
    }
}

void CsvPipeline::recycle(std::unique_ptr<CsvTask> task) {
    const Lock lock(mutex_);
    spare_.push_back(std::move(task));
}

void CsvPipeline::set_layout(const CsvLayoutRef& layout) {
    const Lock lock(mutex_);
    layout_ = layout;
    // Small inputs are read before a thread would have started.
    if (threads_ > 1 && workers_.empty() && !exhausted_) {
        for (std::size_t i = 1; i < threads_; ++i) {
            workers_.emplace_back([this] { run_worker(); });
        }
    }
}

}  // namespace fluxi::io
