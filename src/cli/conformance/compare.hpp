// Compares the results of a script with those on record: types, group flags, defaults, order and
// values, all of them exact but floats. What differs only in order is told apart from what differs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/conformance/tables.hpp"

namespace fluxi::cli::conformance {

enum class Agreement : std::uint8_t {
    same,
    columns,  ///< the same but for the order of columns
    order,    ///< the same but for the order of tables or rows
    differ,
};

struct CompareRules {
    static constexpr double kTolerance = 1e-12;
    double tolerance = kTolerance;  ///< relative, of floats
    bool any_order = false;         ///< of tables and rows
    bool any_columns = false;       ///< order of columns
};

struct Comparison {
    Agreement agreement = Agreement::same;
    std::string text{};  ///< what differs, - expected, + got
};

/// Results are matched by name, in whatever order they come.
Comparison compare(const std::vector<Result>& got, const std::vector<Result>& wanted,
                   const CompareRules& rules);

/// Whether two cells say the same. NaN is the same as NaN.
bool same_cell(std::string_view type, std::string_view got, std::string_view wanted,
               double tolerance);
/// Whether two numbers are as near as that; a coarse tolerance also holds absolutely, so that a
/// result near zero can be compared.
bool same_number(double a, double b, double tolerance);

}  // namespace fluxi::cli::conformance
