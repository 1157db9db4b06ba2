#include "value/window.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "value/time.hpp"

namespace fluxi::value {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

/// Wide enough for a window's number times its length, and for wall clocks beyond the ends of time.
__extension__ using Wide = __int128;

std::int64_t clamped(Wide number, std::int64_t low = kMin, std::int64_t high = kMax) {
    return number < low ? low : number > high ? high : static_cast<std::int64_t>(number);
}

Wide wide_floor_div(Wide a, Wide b) {
    return a / b - static_cast<Wide>(a % b != 0 && (a < 0) != (b < 0));
}

/// A wall clock: a day and the nanoseconds since its midnight.
struct Reading {
    std::int64_t days;
    std::int64_t in_day;

    explicit Reading(Wide wall)
        : days(static_cast<std::int64_t>(wide_floor_div(wall, kNsPerDay))),
          in_day(static_cast<std::int64_t>(wall - Wide{days} * kNsPerDay)) {}
};

/// Months first, the day clamped to the end of its month, then nanoseconds; never wraps.
Wide later(Wide wall, Wide months, Wide ns) {
    if (months == 0) return wall + ns;
    constexpr std::int64_t kFar = 12 * 2000;  // all times lie within 600 years
    const Reading reading(wall);
    const Date date = date_from_days(reading.days);
    const std::int64_t all = date.year * 12 + (date.month - 1) + clamped(months, -kFar, kFar);
    const std::int64_t year = floor_div(all, 12);
    const auto month = static_cast<std::int32_t>(floor_mod(all, 12)) + 1;
    const std::int64_t target =
        days_from_date(year, month, std::min(date.day, days_in_month(year, month)));
    return Wide{target} * kNsPerDay + reading.in_day + ns;
}

/// The number of the last window that starts at or before a wall clock.
std::int64_t number_at(Wide wall, Duration every, std::int64_t zero, std::int64_t zero_months) {
    if (every.months == 0) return clamped(wide_floor_div(wall - zero, every.nanoseconds));
    const Reading here(wall);
    const Reading first(zero);
    const Date date = date_from_days(here.days);
    const std::int32_t day = date_from_days(first.days).day;
    const bool earlier_in_month = date.day != day ? date.day < day : here.in_day < first.in_day;
    const std::int64_t months = (date.year - 1970) * 12 + date.month - 1 - zero_months -
                                static_cast<std::int64_t>(earlier_in_month);
    return floor_div(months, every.months);
}

struct WideBounds {
    Wide start;
    Wide stop;
};

/// Start and stop of a window on the wall clock.
WideBounds wide_bounds(std::int64_t number, Duration every, Duration period, std::int64_t zero) {
    const Wide start = later(zero, Wide{number} * every.months, Wide{number} * every.nanoseconds);
    const Wide stop = later(start, period.months, period.nanoseconds);
    return stop < start ? WideBounds{stop, start} : WideBounds{start, stop};
}

/// The instant of a wall clock, kept within the range of times. Near its ends, where 64 bits do not
/// hold the clock, the offset is that of the end: no zone sets its clock within these days.
std::int64_t instant(const Zone& zone, Wide wall) {
    constexpr std::int64_t kNear = 2 * kNsPerDay;
    if (wall > kMin + kNear && wall < kMax - kNear)
        return zone.from_wall(static_cast<std::int64_t>(wall));
    const std::int64_t end = (wall < 0 ? kMin : kMax) / kNsPerSecond;
    return clamped(wall - Wide{zone.period_at(end).offset} * kNsPerSecond);
}

}  // namespace

Window::Window(Duration every, Duration period, Duration offset, const Location& location)
    : every_(every),
      period_(period.is_zero() ? every : period),
      zero_(add_duration(add_duration(0, location.offset.negated()), offset)),
      zero_months_(months_of_time(zero_)),
      zone_(location.has_zone() ? location.zone : nullptr) {
    if (every.is_zero()) base::fail("duration used as an interval cannot be zero");
    if (every.is_mixed())
        base::fail("duration used as an interval cannot mix month and nanosecond units");
    if (every.is_negative()) base::fail("duration used as an interval cannot be negative");
    // Counted from the first window after the epoch, all windows have numbers of 64 bits, but for
    // those of a nanosecond on wall clocks beyond the ends of time: they need no wall clock.
    if (every.months == 0) zero_ = floor_mod(zero_, every.nanoseconds);
    if (every == Duration{1, 0}) zone_ = nullptr;
}

std::int64_t Window::index_on_clock(std::int64_t wall) const {
    std::int64_t difference = 0;
    if (every_.months == 0 && !__builtin_sub_overflow(wall, zero_, &difference))
        return std::min(floor_div(difference, every_.nanoseconds), kMax - 1);
    return number_at(wall, every_, zero_, zero_months_);
}

Bounds Window::bounds_on_clock(std::int64_t index) const {
    const WideBounds window = wide_bounds(index, every_, period_, zero_);
    return {clamped(window.start), clamped(window.stop)};
}

std::int64_t Window::index_by_clock(std::int64_t time) const {
    if (zone_ == nullptr) return index_on_clock(time);
    const std::int64_t offset = zone_->period_at(floor_div(time, kNsPerSecond)).offset;
    std::int64_t wall = 0;
    if (!__builtin_add_overflow(time, offset * kNsPerSecond, &wall)) return index_on_clock(wall);
    return number_at(Wide{time} + offset * kNsPerSecond, every_, zero_, zero_months_);
}

std::int64_t Window::index_of(std::int64_t time) const {
    const bool to_the_left = period_.is_negative();
    std::int64_t index = index_by_clock(
        to_the_left ? clamped(Wide{time} + period_.negated().approximate_ns()) : time);
    if (zone_ == nullptr && !to_the_left) return index;
    // Where the clock was set, the reading of the clock may lead to a window next to the right one;
    // and months differ in length.
    while (bounds(index).start > time) --index;
    for (std::int64_t next = bounds(index + 1).start; next <= time && next != kMin && next != kMax;
         next = bounds(index + 1).start)
        ++index;
    return index;
}

Bounds Window::bounds(std::int64_t index) const {
    if (zone_ == nullptr) return bounds_on_clock(index);
    const WideBounds window = wide_bounds(index, every_, period_, zero_);
    return {instant(*zone_, window.start), instant(*zone_, window.stop)};
}

bool Window::starts_in_time(std::int64_t index) const {
    const Wide start = wide_bounds(index, every_, period_, zero_).start;
    if (zone_ == nullptr) return start >= kMin;
    // Some instants before the first time have a reading that is none before it; no clock is set
    // by a day.
    return start >= kMin + kNsPerDay || bounds(index).start > kMin;
}

std::int64_t Window::holds_until(std::int64_t index) const {
    const Bounds window = bounds(index);
    if (window.start != kMin || starts_in_time(index)) return window.stop;
    return std::min(window.stop, bounds(index + 1).start);
}

std::int64_t Window::first_reaching(std::int64_t time) const {
    const std::int64_t latest = index_of(time);
    if (bounds(latest).stop <= time) return latest + 1;
    const std::int64_t first = index_of(kMin);
    // Stops ascend as starts do: look back by doubled steps, then halve the stretch.
    const std::uint64_t room =
        static_cast<std::uint64_t>(latest) - static_cast<std::uint64_t>(first);
    const auto back = [latest](std::uint64_t steps) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(latest) - steps);
    };
    const auto reaches = [&](std::uint64_t steps) { return bounds(back(steps)).stop > time; };
    std::uint64_t reaching = 0;
    std::uint64_t steps = 1;
    while (steps <= room && reaches(steps)) {
        reaching = steps;
        if (steps == room) break;
        steps = steps > room / 2 ? room : steps * 2;
    }
    for (std::uint64_t last = std::min(steps, room); reaching < last;) {
        const std::uint64_t middle = reaching + (last - reaching + 1) / 2;
        if (reaches(middle)) {
            reaching = middle;
        } else {
            last = middle - 1;
        }
    }
    const std::int64_t found = back(reaching);
    const bool too_early = found == first && found != latest && !starts_in_time(found);
    return too_early ? found + 1 : found;
}

std::vector<Bounds> Window::overlapping(Bounds range) const {
    std::vector<Bounds> windows;
    for_each_overlapping(range, [&windows](Bounds window) { windows.push_back(window); });
    return windows;
}

bool WindowCursor::move(std::int64_t time) {
    const std::int64_t before = index_;
    const bool first = next_start_ <= bounds_.start;
    index_ = window_->index_of(time);
    bounds_ = window_->bounds(index_);
    next_start_ = window_->is_simple() ? bounds_.stop : window_->bounds(index_ + 1).start;
    return first || index_ != before;
}

std::int64_t add_in_location(std::int64_t time, Duration duration, const Location& location) {
    time = add_duration(time, location.offset);
    if (location.has_zone())
        time = location.zone->from_wall(add_duration(location.zone->to_wall(time), duration));
    else
        time = add_duration(time, duration);
    return add_duration(time, location.offset.negated());
}

std::int64_t wall_clock(std::int64_t time, const Location& location) {
    if (location.has_zone()) time = location.zone->to_wall(time);
    return add_duration(time, location.offset);
}

}  // namespace fluxi::value
