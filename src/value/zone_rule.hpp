// The rule at the end of a zone file for the years after its last listed change, e.g.
// `EST5EDT,M3.2.0,M11.1.0` (POSIX TZ, with the extensions of RFC 8536). Used only while a Zone is
// read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fluxi::value {

struct ZoneRule {
    /// A day of the year and a time of that day.
    struct Day {
        enum class Kind : std::uint8_t { julian, zero_based, month_week } kind = Kind::julian;
        int day = 0;    ///< of the year; or the weekday, Sunday 0
        int week = 0;   ///< 1..5, 5 is the last
        int month = 0;  ///< 1..12
        int seconds = 2 * 3600;

        /// Local seconds since the epoch of this day in `year`.
        [[nodiscard]] std::int64_t at(std::int64_t year) const;
    };
    struct Change {
        std::int64_t at;      ///< seconds since the epoch
        std::int32_t offset;  ///< in force from then on, seconds east of UTC
    };

    /// Nothing if the text is no rule.
    static std::optional<ZoneRule> parse(std::string_view text);
    /// The changes after `last` within the years given, ascending.
    [[nodiscard]] std::vector<Change> changes(std::int64_t last, std::int64_t first_year,
                                              std::int64_t last_year) const;

    std::int32_t standard = 0;  ///< seconds east of UTC
    std::int32_t daylight = 0;
    bool has_daylight = false;
    Day daylight_start;
    Day daylight_end;
};

}  // namespace fluxi::value
