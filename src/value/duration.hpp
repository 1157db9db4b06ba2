// Flux's duration: calendar months and nanoseconds side by side, because a month has no fixed
// length. A plain value that owns nothing. Both parts carry the sign; they disagree only after an
// overflow.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "value/wrap.hpp"

namespace fluxi::value {

inline constexpr std::int64_t kNsPerUs = 1'000;
inline constexpr std::int64_t kNsPerMs = 1'000'000;
inline constexpr std::int64_t kNsPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNsPerMinute = 60 * kNsPerSecond;
inline constexpr std::int64_t kNsPerHour = 60 * kNsPerMinute;
inline constexpr std::int64_t kNsPerDay = 24 * kNsPerHour;
inline constexpr std::int64_t kNsPerWeek = 7 * kNsPerDay;

struct Duration {
    std::int64_t nanoseconds = 0;
    std::int32_t months = 0;

    [[nodiscard]] constexpr bool is_zero() const { return months == 0 && nanoseconds == 0; }
    [[nodiscard]] constexpr bool is_negative() const {
        return months < 0 || (months == 0 && nanoseconds < 0);
    }
    [[nodiscard]] constexpr bool is_positive() const { return !is_zero() && !is_negative(); }
    /// Whether it has both months and nanoseconds, which is illegal as an interval.
    [[nodiscard]] constexpr bool is_mixed() const { return months != 0 && nanoseconds != 0; }

    [[nodiscard]] Duration negated() const { return scaled(-1); }
    /// Multiplies both parts, wrapping.
    [[nodiscard]] Duration scaled(std::int64_t factor) const;
    /// Both parts added, wrapping.
    [[nodiscard]] Duration plus(Duration other) const;
    /// The length in nanoseconds with a month taken as 365.25 / 12 days (C.4).
    [[nodiscard]] std::int64_t approximate_ns() const;

    friend constexpr bool operator==(Duration, Duration) = default;
};

/// What `inf` is: the longest duration.
inline constexpr Duration kInfiniteDuration{std::numeric_limits<std::int64_t>::max(), 0};

enum class DurationUnit : std::uint8_t {
    year,
    month,
    week,
    day,
    hour,
    minute,
    second,
    millisecond,
    microsecond,
    nanosecond,
};

/// One `magnitude unit` pair of a literal.
struct DurationPart {
    std::int64_t magnitude = 0;
    DurationUnit unit = DurationUnit::nanosecond;
};

/// The unit written `text` (`y mo w d h m s ms us µs ns`), or none.
std::optional<DurationUnit> duration_unit(std::string_view text);
/// How a unit is written.
std::string_view duration_unit_text(DurationUnit unit);

/// One part as a duration; scaling wraps silently as in the reference (A.1).
Duration duration_of(DurationPart part);
/// The sum of the parts of a literal.
Duration duration_of(std::span<const DurationPart> parts);

/// What parse_duration found wrong, as a phrase for the end of a message; empty if nothing.
struct ParsedDuration {
    Duration duration;
    std::string problem;
};
/// Reads a literal with an optional leading '-', e.g. `-1h30m`. The empty text, a lone sign, a
/// missing or unknown unit and a magnitude beyond int64 are problems.
ParsedDuration parse_duration(std::string_view text);
/// The conversion `duration(v: text)`: parse_duration that throws a RuntimeError (C.7).
Duration duration_from_text(std::string_view text);

/// Appends the text form, the largest units first: `1y1mo`, `1h30m`, `-1d`, `0ns`.
void append_duration(std::string& out, Duration duration);
std::string to_string(Duration duration);

}  // namespace fluxi::value
