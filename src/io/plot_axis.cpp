#include "io/plot_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/core.h>

#include "value/time.hpp"

namespace fluxi::io {

namespace {

using value::Date;
using value::DateTime;

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::size_t kMostTimeMarks = 10;

/// A step between marks of time: so many months, or so many nanoseconds.
struct TimeStep {
    std::int64_t months;
    std::int64_t nanoseconds;
};

constexpr std::array kTimeSteps = {
    TimeStep{0, kSecond},
    TimeStep{0, 2 * kSecond},
    TimeStep{0, 5 * kSecond},
    TimeStep{0, 10 * kSecond},
    TimeStep{0, 15 * kSecond},
    TimeStep{0, 30 * kSecond},
    TimeStep{0, kMinute},
    TimeStep{0, 2 * kMinute},
    TimeStep{0, 5 * kMinute},
    TimeStep{0, 10 * kMinute},
    TimeStep{0, 15 * kMinute},
    TimeStep{0, 30 * kMinute},
    TimeStep{0, kHour},
    TimeStep{0, 2 * kHour},
    TimeStep{0, 3 * kHour},
    TimeStep{0, 6 * kHour},
    TimeStep{0, 12 * kHour},
    TimeStep{0, kDay},
    TimeStep{0, 2 * kDay},
    TimeStep{0, 7 * kDay},
    TimeStep{0, 14 * kDay},
    TimeStep{1, 0},
    TimeStep{2, 0},
    TimeStep{3, 0},
    TimeStep{6, 0},
    TimeStep{12, 0},
    TimeStep{24, 0},
    TimeStep{60, 0},
    TimeStep{120, 0},
    TimeStep{240, 0},
    TimeStep{600, 0},
    TimeStep{1200, 0},
};

/// The first multiple of the step that is not before `time`; nothing past the end of time.
std::optional<std::int64_t> round_up(std::int64_t time, const TimeStep& step) {
    if (step.months == 0) {
        // Weeks begin on Mondays, and the epoch is a Thursday.
        const std::int64_t shift = step.nanoseconds % (7 * kDay) == 0 ? 3 * kDay : 0;
        const std::int64_t rest =
            value::floor_mod(value::floor_mod(time, step.nanoseconds) + shift, step.nanoseconds);
        if (rest == 0) return time;
        const std::int64_t missing = step.nanoseconds - rest;
        if (time > std::numeric_limits<std::int64_t>::max() - missing) return std::nullopt;
        return time + missing;
    }
    const std::int64_t month = value::months_of_time(time);
    for (std::int64_t next = value::floor_div(month, step.months) * step.months;;
         next += step.months) {
        const std::int64_t days =
            value::days_from_date(1970 + value::floor_div(next, 12),
                                  static_cast<std::int32_t>(value::floor_mod(next, 12)) + 1, 1);
        if (days > std::numeric_limits<std::int64_t>::max() / kDay) return std::nullopt;
        // The month of the first time there is begins before it.
        if (days < std::numeric_limits<std::int64_t>::min() / kDay) continue;
        if (days * kDay >= time) return days * kDay;
    }
}

std::string mark_text(std::int64_t time, const TimeStep& step) {
    const DateTime at = value::date_time_of(time);
    if (step.months != 0 && step.months % 12 == 0) return fmt::format("{}", at.date.year);
    if (step.months != 0) return fmt::format("{}-{:02}", at.date.year, at.date.month);
    const bool midnight = value::floor_mod(time, kDay) == 0;
    if (midnight || step.nanoseconds >= kDay) {
        return fmt::format("{:02}-{:02}", at.date.month, at.date.day);
    }
    std::string text = fmt::format("{:02}:{:02}", at.hour, at.minute);
    if (step.nanoseconds >= kMinute) return text;
    text += fmt::format(":{:02}", at.second);
    if (step.nanoseconds >= kSecond) return text;
    text += fmt::format(".{:09}", at.nanosecond);
    const std::int64_t unit = step.nanoseconds >= 1'000'000 ? 3 : step.nanoseconds >= 1000 ? 6 : 9;
    return text.substr(0, text.size() - 9 + static_cast<std::size_t>(unit));
}

/// The marks of a step if there is room for them.
std::optional<std::vector<TimeMark>> marks_of(std::int64_t first, std::int64_t last,
                                              const TimeStep& step, std::size_t room) {
    constexpr std::size_t kBetween = 3;
    std::vector<TimeMark> marks;
    std::size_t used = 0;
    auto at = round_up(first, step);
    while (at && *at <= last) {
        marks.push_back({*at, mark_text(*at, step)});
        used += marks.back().text.size() + kBetween;
        if (used > room || marks.size() > kMostTimeMarks) return std::nullopt;
        if (*at == std::numeric_limits<std::int64_t>::max()) break;
        at = round_up(*at + 1, step);
    }
    return marks;
}

/// A number that is a mark but for the error of a division is that mark.
constexpr long double kError = 1e-9L;
long double mark_below(long double steps) {
    return std::floor(steps + kError);
}
long double mark_above(long double steps) {
    return std::ceil(steps - kError);
}

std::string number_text(double number, double step, double largest) {
    if (number == 0) return "0";
    if (largest < 1e7 && step >= 1e-6) {
        const int digits = std::max(0, static_cast<int>(-std::floor(std::log10(step * 1.0001))));
        return fmt::format("{:.{}f}", number, digits);
    }
    const int digits = static_cast<int>(std::ceil(std::log10(largest / step))) + 1;
    return fmt::format("{:.{}g}", number, std::clamp(digits, 1, 17));
}

}  // namespace

double NumberAxis::place(double number) const {
    const auto bottom = static_cast<long double>(low);
    const long double place =
        (static_cast<long double>(number) - bottom) / (static_cast<long double>(high) - bottom);
    return static_cast<double>(std::clamp(place, 0.0L, 1.0L));
}

NumberAxis number_axis(double least, double greatest, std::size_t most) {
    constexpr double kLargest = std::numeric_limits<double>::max();
    long double low = least;
    long double high = greatest;
    if (least == greatest) {
        const long double around = least == 0 ? 1 : std::abs(static_cast<long double>(least)) / 10;
        low -= around;
        high += around;
    }
    const long double rough = (high - low) / static_cast<long double>(most);
    const long double power = std::pow(10.0L, std::floor(std::log10(rough)));
    long double step = power * 10;
    for (const long double times : {1.0L, 2.0L, 5.0L}) {
        // Both ends move out to a mark, which can take one part more.
        const long double candidate = power * times;
        const long double parts = mark_above(high / candidate) - mark_below(low / candidate);
        if (parts <= static_cast<long double>(most)) {
            step = candidate;
            break;
        }
    }
    NumberAxis axis;
    const long double first = mark_below(low / step);
    const long double last = std::max(mark_above(high / step), first + 1);
    const auto bounded = [](long double number) {
        return static_cast<double>(std::clamp<long double>(number, -kLargest, kLargest));
    };
    axis.low = bounded(first * step);
    axis.high = bounded(last * step);
    const double largest = std::max(std::abs(axis.low), std::abs(axis.high));
    for (long double i = first; i <= last; i += 1) {
        const double at = bounded(i * step);
        axis.marks.push_back({at, number_text(at, static_cast<double>(step), largest)});
    }
    return axis;
}

std::vector<TimeMark> time_marks(std::int64_t first, std::int64_t last, std::size_t room) {
    for (std::int64_t power = 1; power < kSecond; power *= 10) {
        for (const std::int64_t times : {1, 2, 5}) {
            if (auto marks = marks_of(first, last, {0, power * times}, room)) return *marks;
        }
    }
    for (const TimeStep& step : kTimeSteps) {
        if (auto marks = marks_of(first, last, step, room)) return *marks;
    }
    return {};
}

double time_place(std::int64_t time, std::int64_t first, std::int64_t last) {
    if (first == last) return 0.5;
    // Unsigned differences are right even where signed ones overflow.
    const auto from = static_cast<std::uint64_t>(first);
    return static_cast<double>(static_cast<std::uint64_t>(time) - from) /
           static_cast<double>(static_cast<std::uint64_t>(last) - from);
}

}  // namespace fluxi::io
