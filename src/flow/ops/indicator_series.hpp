// The arithmetic of the indicators on one column, free of tables. A null is an empty optional.
// Floating point operations come in the order of the reference, so that results agree to the bit.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fluxi::flow::ops {

using Series = std::vector<std::optional<double>>;
using Values = std::span<const std::optional<double>>;

/// A result and the number of rows before its first value. `short_input`: there were not enough
/// rows, and the one value stands for the whole table.
struct Computed {
    Series values{};
    std::uint32_t first_row = 0;
    bool short_input = false;
};

/// n is positive in all of these.
Computed moving_average(Values values, std::uint32_t n);
Computed exponential_average(Values values, std::uint32_t n);
Computed triple_derivative(Values values, std::uint32_t n);
Computed relative_strength(Values values, std::uint32_t n);
Computed momentum(Values values, std::uint32_t n);
Computed adaptive_average(Values values, std::uint32_t n);

}  // namespace fluxi::flow::ops
