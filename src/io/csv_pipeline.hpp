// Reads blocks of a CSV input and parses them ahead on several threads; hands them out in order.
// Whoever waits for a block parses too, so one thread is no special case. Blocks are parsed by the
// layout last set; one that was parsed by another, or before there was any, is parsed again by the
// receiver, who alone knows where headers begin.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/budget.hpp"
#include "io/csv_blocks.hpp"
#include "io/csv_rows.hpp"

namespace fluxi::io {

struct CsvTask {
    CsvBlock block{};
    CsvLayoutRef layout{};  ///< by which `parsed` was made; null if nothing was parsed
    CsvParsed parsed{};
    std::exception_ptr failure{};  ///< reading or parsing threw; the last block
    bool done = false;
};

class CsvPipeline {
  public:
    CsvPipeline(std::unique_ptr<host::InputFile> input, std::size_t threads, std::uint32_t max_rows,
                std::size_t block);
    CsvPipeline(const CsvPipeline&) = delete;
    CsvPipeline& operator=(const CsvPipeline&) = delete;
    /// Stops the threads, whatever is left to read.
    ~CsvPipeline();

    /// The next block in order; null at the end. Throws what reading it threw.
    std::unique_ptr<CsvTask> take();
    /// Gives a block's memory back.
    void recycle(std::unique_ptr<CsvTask> task);
    /// By which blocks are parsed from now on.
    void set_layout(const CsvLayoutRef& layout);

  private:
    using Lock = std::unique_lock<std::mutex>;
    [[nodiscard]] bool can_work() const;
    /// Reads and parses one block; the lock is held at the beginning and at the end.
    void work(Lock& lock, std::unique_ptr<CsvRowParser>& parser);
    void run_worker();

    CsvBlocks blocks_;
    std::size_t threads_;
    std::uint32_t max_rows_;
    std::size_t most_tasks_;
    std::shared_ptr<base::MemoryBudget> budget_;

    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::deque<std::unique_ptr<CsvTask>> queue_{};  ///< in the order of the input
    std::vector<std::unique_ptr<CsvTask>> spare_{};
    CsvLayoutRef layout_{};
    bool reading_ = false;    ///< some thread is reading a block
    bool exhausted_ = false;  ///< nothing is left to read
    bool stop_ = false;
    std::unique_ptr<CsvRowParser> parser_{};  ///< of the receiver's thread
    std::vector<std::thread> workers_{};
};

}  // namespace fluxi::io
