#include "cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>

#include "cli/report.hpp"

namespace fluxi::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto kFirst = 500ms;
constexpr auto kEvery = 200ms;
/// To the beginning of the line, and away with what stands there.
constexpr std::string_view kWipe = "\r\033[K";

std::string count_text(std::uint64_t count) {
    const auto value = static_cast<double>(count);
    if (count < 10'000) return fmt::format("{}", count);
    if (count < 1'000'000) return fmt::format("{:.0f} k", value / 1e3);
    if (count < 1'000'000'000) return fmt::format("{:.1f} M", value / 1e6);
    return fmt::format("{:.2f} G", value / 1e9);
}

std::string time_text(std::chrono::milliseconds time) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    if (seconds < 60) return fmt::format("{:.1f} s", static_cast<double>(time.count()) / 1e3);
    return fmt::format("{}:{:02} min", seconds / 60, seconds % 60);
}

}  // namespace

std::string progress_text(std::uint64_t rows, std::chrono::milliseconds time, std::size_t bytes) {
    std::string text = rows == 0 ? "running" : fmt::format("{} rows read", count_text(rows));
    text += fmt::format(" · {}", time_text(time));
    if (const std::size_t megabytes = bytes >> 20; megabytes > 0) {
        text += fmt::format(" · {} MB", megabytes);
    }
    return text;
}

ProgressLine::ProgressLine(const base::Progress& progress, const base::MemoryBudget& budget,
                           bool wanted)
    : progress_(progress), budget_(budget) {
    if (wanted) thread_ = std::thread([this] { draw_until_stopped(); });
}

void ProgressLine::stop() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_one();
    thread_.join();
}

void ProgressLine::draw_until_stopped() {
    const auto begin = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    bool drawn = false;
    auto wait = kFirst;
    while (!stopping_.wait_for(lock, wait, [this] { return stopped_; })) {
        wait = kEvery;
        const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - begin);
        const std::string text = progress_text(progress_.rows_read.load(std::memory_order_relaxed),
                                               time, budget_.used());
        fmt::print(stderr, "{}{}", kWipe, text);
        std::fflush(stderr);
        drawn = true;
    }
    if (drawn) {
        fmt::print(stderr, "{}", kWipe);
        std::fflush(stderr);
    }
}

void NotesAboveProgress::write(std::string_view text) {
    notes_->write(std::string(kWipe) + std::string(text));
}

}  // namespace fluxi::cli
