// Window arithmetic: how `window`, `aggregateWindow` and `date.truncate` cut time into intervals of
// a fixed length or of calendar months, in UTC or on the wall clock of a place (D.4). Plain values;
// a Window borrows its Zone. Windows are numbered; a later window never starts before an earlier
// one. A window that would start before the first time counts only where no other holds an instant.
#pragma once

#include <cstdint>
#include <vector>

#include "value/zone.hpp"

namespace fluxi::value {

/// A half-open stretch of time.
struct Bounds {
    std::int64_t start = 0;
    std::int64_t stop = 0;

    [[nodiscard]] constexpr bool is_empty() const { return start >= stop; }
    [[nodiscard]] constexpr bool contains(std::int64_t time) const {
        return start <= time && time < stop;
    }
    /// Whether an instant lies in both.
    [[nodiscard]] constexpr bool overlaps(Bounds other) const {
        return start < other.stop && other.start < stop && !is_empty() && !other.is_empty();
    }
    friend constexpr bool operator==(Bounds, Bounds) = default;
};

/// The part of `window` inside `range`; all of `range` if they do not overlap (D.4).
constexpr Bounds clip(Bounds window, Bounds range) {
    if (!window.overlaps(range)) return range;
    return {window.start < range.start ? range.start : window.start,
            window.stop < range.stop ? window.stop : range.stop};
}

class Window {
  public:
    /// @param every the distance between two starts: months or nanoseconds, positive
    /// @param period the length of a window; zero means the same as `every`. Where it is negative,
    ///        windows end where they would start, and lie that far to the left.
    /// @throws RuntimeError if `every` is zero, negative or mixed
    Window(Duration every, Duration period, Duration offset, const Location& location);

    /// Whether there is one window only, which the range cuts to its size (`every: inf`).
    [[nodiscard]] bool is_infinite() const { return every_ == kInfiniteDuration; }
    /// Whether windows have a fixed length, lie in UTC, and neither overlap nor leave gaps.
    [[nodiscard]] bool is_simple() const {
        return zone_ == nullptr && every_.months == 0 && period_ == every_;
    }
    [[nodiscard]] Duration every() const { return every_; }
    [[nodiscard]] Duration period() const { return period_; }

    /// The window with the reading of the clock at `time`; on the night when an hour comes twice
    /// this is the window of the first, which need not hold `time` (what `date.truncate` wants).
    [[nodiscard]] std::int64_t index_by_clock(std::int64_t time) const;
    /// The last window that starts at or before `time`.
    [[nodiscard]] std::int64_t index_of(std::int64_t time) const;
    /// The start and stop of a window, kept within the range of times.
    [[nodiscard]] Bounds bounds(std::int64_t index) const;

    /// Calls `visit(Bounds)` for each window that holds `time`, the latest first.
    template <typename Visit>
    void for_each_containing(std::int64_t time, Visit&& visit) const {
        const std::int64_t latest = index_of(time);
        std::int64_t index = latest;
        for (Bounds window = bounds(index); window.stop > time; window = bounds(--index)) {
            if (window.start != kFirstTime || index == latest || starts_in_time(index))
                visit(window);
            if (window.start == kFirstTime) break;
        }
    }
    /// The first window that holds `time` or an instant after it.
    [[nodiscard]] std::int64_t first_reaching(std::int64_t time) const;
    /// Up to when a window holds instants after its start: its stop, but for the window around the
    /// first time, which gives way to the next one.
    [[nodiscard]] std::int64_t holds_until(std::int64_t index) const;
    /// Calls `visit(Bounds)` for each window that overlaps `range`, the earliest first, not
    /// clipped.
    template <typename Visit>
    void for_each_overlapping(Bounds range, Visit&& visit) const {
        if (range.is_empty()) return;
        std::int64_t index = first_reaching(range.start);
        for (Bounds window = bounds(index); window.start < range.stop; window = bounds(++index)) {
            if (window.overlaps(range)) visit(window);
        }
    }
    /// The windows of for_each_overlapping; for ranges that hold few.
    [[nodiscard]] std::vector<Bounds> overlapping(Bounds range) const;

  private:
    static constexpr std::int64_t kFirstTime = std::numeric_limits<std::int64_t>::min();

    /// Whether a window's start is not before the first time.
    [[nodiscard]] bool starts_in_time(std::int64_t index) const;
    [[nodiscard]] std::int64_t index_on_clock(std::int64_t wall) const;
    [[nodiscard]] Bounds bounds_on_clock(std::int64_t index) const;

    Duration every_;
    Duration period_;
    std::int64_t zero_ = 0;  ///< where window 0 starts
    std::int64_t zero_months_ = 0;
    const Zone* zone_ = nullptr;  ///< null for UTC
};

/// The window of a column's times, which mostly is that of the time before: two comparisons then.
class WindowCursor {
  public:
    explicit WindowCursor(const Window& window) : window_(&window) {}

    /// Moves to the last window that starts at or before `time`; tells whether that is another
    /// window than before.
    bool seek(std::int64_t time) {
        if (time >= bounds_.start && time < next_start_) return false;
        return move(time);
    }
    [[nodiscard]] std::int64_t index() const { return index_; }
    [[nodiscard]] Bounds bounds() const { return bounds_; }

  private:
    bool move(std::int64_t time);

    const Window* window_;
    std::int64_t index_ = 0;
    Bounds bounds_;
    std::int64_t next_start_ = 0;  ///< not above the start, so that the first time moves
};

/// `date.truncate`: the start of the interval of length `unit` that a time lies in. Keeps the
/// interval of the time before, which in a column mostly is that of the next.
class Truncation {
  public:
    /// @throws RuntimeError if `unit` is zero, negative or mixed
    Truncation(Duration unit, const Location& location)
        : window_(unit, unit, Duration{}, location),
          index_(window_.index_by_clock(0)),
          start_(window_.bounds(index_).start) {}
    std::int64_t operator()(std::int64_t time) {
        const std::int64_t index = window_.index_by_clock(time);
        if (index != index_) {
            index_ = index;
            start_ = window_.bounds(index).start;
        }
        return start_;
    }

  private:
    Window window_;
    std::int64_t index_;
    std::int64_t start_;
};

/// `date.add` and `date.sub`: adds on the wall clock of the location.
std::int64_t add_in_location(std::int64_t time, Duration duration, const Location& location);

/// `date.time` and the parts of a date: the wall clock of the location, as if it were UTC.
std::int64_t wall_clock(std::int64_t time, const Location& location);

}  // namespace fluxi::value
