#include "value/window.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "value/time.hpp"

namespace fluxi::value {
namespace {

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

/// a + b, kept within the range of times instead of wrapping.
std::int64_t clamped_add(std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) return b < 0 ? kMin : kMax;
    return sum;
}

std::int64_t clamped_mul(std::int64_t a, std::int64_t b) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product)) return (a < 0) == (b < 0) ? kMax : kMin;
    return product;
}

/// add_duration that stops at the first and last time.
std::int64_t clamped_add_duration(std::int64_t time, std::int64_t months, std::int64_t ns) {
    if (months != 0) {
        constexpr std::int64_t kFar = 12 * 600;  // all times lie within 600 years
        if (months > kFar) return kMax;
        if (months < -kFar) return kMin;
        const std::int64_t moved =
            add_duration(time, Duration{0, static_cast<std::int32_t>(months)});
        if (months > 0 && moved < time) return kMax;
        if (months < 0 && moved > time) return kMin;
        time = moved;
    }
    return clamped_add(time, ns);
}

/// Whether `a` lies earlier in its month than `b` in its own.
bool earlier_in_month(std::int64_t a, std::int64_t b) {
    const std::int64_t a_days = days_of_time(a);
    const std::int64_t b_days = days_of_time(b);
    const std::int32_t a_day = date_from_days(a_days).day;
    const std::int32_t b_day = date_from_days(b_days).day;
    if (a_day != b_day) return a_day < b_day;
    return wrap_sub(a, wrap_mul(a_days, kNsPerDay)) < wrap_sub(b, wrap_mul(b_days, kNsPerDay));
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
    if (period.is_negative())
        base::fail("the period of a window cannot be negative, got {}", to_string(period));
}

std::int64_t Window::index_on_clock(std::int64_t wall) const {
    if (every_.months == 0) {
        const std::int64_t index = floor_div(wrap_sub(wall, zero_), every_.nanoseconds);
        // The difference wraps only if the two are more than half of all time apart.
        std::int64_t difference = 0;
        if (!__builtin_sub_overflow(wall, zero_, &difference)) return index;
        return floor_div(wall, every_.nanoseconds) - floor_div(zero_, every_.nanoseconds) -
               static_cast<std::int64_t>(floor_mod(wall, every_.nanoseconds) <
                                         floor_mod(zero_, every_.nanoseconds));
    }
    const std::int64_t months = months_of_time(wall) - zero_months_ -
                                static_cast<std::int64_t>(earlier_in_month(wall, zero_));
    return floor_div(months, every_.months);
}

Bounds Window::bounds_on_clock(std::int64_t index) const {
    std::int64_t start = 0;
    if (every_.months != 0)
        start = clamped_add_duration(zero_, clamped_mul(index, every_.months), 0);
    else
        start = clamped_add(zero_, clamped_mul(index, every_.nanoseconds));
    return {start, clamped_add_duration(start, period_.months, period_.nanoseconds)};
}

std::int64_t Window::index_by_clock(std::int64_t time) const {
    return index_on_clock(zone_ == nullptr ? time : zone_->to_wall(time));
}

std::int64_t Window::index_of(std::int64_t time) const {
    std::int64_t index = index_by_clock(time);
    if (zone_ == nullptr) return index;
    // Where the clock was set, the reading of the clock may lead to a window next to the right one.
    while (bounds(index).start > time) --index;
    for (Bounds next = bounds(index + 1); next.start <= time && next.start != kMin;
         next = bounds(index + 1))
        ++index;
    return index;
}

Bounds Window::bounds(std::int64_t index) const {
    Bounds window = bounds_on_clock(index);
    if (zone_ == nullptr) return window;
    // The far ends of time have no wall clock that fits.
    if (window.start != kMin && window.start != kMax) window.start = zone_->from_wall(window.start);
    if (window.stop != kMin && window.stop != kMax) window.stop = zone_->from_wall(window.stop);
    return window;
}

std::vector<Bounds> Window::overlapping(Bounds range) const {
    std::vector<Bounds> windows;
    if (range.is_empty()) return windows;
    std::int64_t index = index_of(range.stop);
    for (Bounds window = bounds(index); window.stop > range.start; window = bounds(--index)) {
        if (window.overlaps(range)) windows.push_back(window);
        if (window.start == kMin) break;
    }
    std::reverse(windows.begin(), windows.end());
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
