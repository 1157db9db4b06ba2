// The axes of a chart: where the marks of a scale stand, at round numbers or round times, and what
// is written beside them. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fluxi::io {

struct NumberMark {
    double at = 0;
    std::string text{};
};

/// A scale of numbers that begins and ends at a mark.
struct NumberAxis {
    double low = 0;
    double high = 1;
    std::vector<NumberMark> marks{};

    /// Where a number of the scale stands: 0 at `low`, 1 at `high`.
    [[nodiscard]] double place(double number) const;
};

/// Marks with the step 1, 2 or 5 times a power of ten that gives at most `most` parts (at least 2).
/// The numbers are finite and `least` is not greater than `greatest`.
NumberAxis number_axis(double least, double greatest, std::size_t most);

struct TimeMark {
    std::int64_t at = 0;
    std::string text{};
};

/// Marks at round times between two times, at most ten, as many as have room side by side in `room`
/// characters. The text is what changes from mark to mark: a year, a month, a day, a reading of the
/// clock; all in UTC.
std::vector<TimeMark> time_marks(std::int64_t first, std::int64_t last, std::size_t room);

/// Where a time stands between two others: 0 at `first`, 1 at `last`; in the middle if they are
/// one.
double time_place(std::int64_t time, std::int64_t first, std::int64_t last);

}  // namespace fluxi::io
