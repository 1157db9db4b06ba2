// The order of rows over several columns (semantics D.8): stable, nulls first in both directions,
// false before true, texts bytewise, NaN below every number, minus zero equal to zero.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "table/column.hpp"

namespace fluxi::table {

struct SortColumn {
    Column column;
    bool descending = false;
};

/// The row numbers in sorted order, most significant column first. All columns have `rows` rows.
[[nodiscard]] std::vector<std::uint32_t> sort_permutation(std::span<const SortColumn> columns,
                                                          std::uint32_t rows);

/// The first `count` of what sort_permutation gives, without sorting the rest.
[[nodiscard]] std::vector<std::uint32_t> top_permutation(std::span<const SortColumn> columns,
                                                         std::uint32_t rows, std::uint32_t count);

/// Appends the rows of [begin, end) that do not stand after row `bound` of `other`, by one column
/// of the same type in both: all that can still be among the first when that row is the last of
/// them.
void append_not_after(const Column& column, std::uint32_t begin, std::uint32_t end,
                      const Column& other, std::uint32_t bound, bool descending,
                      std::vector<std::uint32_t>& rows);

/// Negative, zero or positive as row `i` of `a` stands before, with or after row `j` of `b`, which
/// has the same type.
[[nodiscard]] int compare_values(const Column& a, std::uint32_t i, const Column& b, std::uint32_t j,
                                 bool descending = false);

}  // namespace fluxi::table
