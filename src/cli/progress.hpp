// The progress line: while a run takes longer than half a second, one line on the terminal behind
// standard error says how long it has been going on, how many rows were read and how much memory
// its tables take. It is drawn by a thread of its own, wiped before anything else is written, and
// never appears when standard error is no terminal.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/budget.hpp"
#include "base/progress.hpp"
#include "host/notes.hpp"

namespace fluxi::cli {

/// "12.4 M rows read · 3.2 s · 210 MB"; parts that are nothing are left out.
std::string progress_text(std::uint64_t rows, std::chrono::milliseconds time, std::size_t bytes);

class ProgressLine {
  public:
    /// Both outlive the line. Nothing is drawn unless `wanted`.
    ProgressLine(const base::Progress& progress, const base::MemoryBudget& budget, bool wanted);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine() { stop(); }

    /// Wipes the line for good: something else is going to be written.
    void stop();

  private:
    void draw_until_stopped();

    const base::Progress& progress_;
    const base::MemoryBudget& budget_;
    std::mutex mutex_{};
    std::condition_variable stopping_{};
    bool stopped_ = false;
    std::thread thread_{};
};

/// Standard error for notes while a progress line may stand there: the line is wiped first, and
/// drawn again below the note.
class NotesAboveProgress final : public host::Notes {
  public:
    explicit NotesAboveProgress(std::shared_ptr<host::Notes> notes) : notes_(std::move(notes)) {}
    void write(std::string_view text) override;

  private:
    std::shared_ptr<host::Notes> notes_;
};

}  // namespace fluxi::cli
