// The order of rows over several columns (semantics D.8): stable, nulls first in both directions,
// false before true, texts bytewise, NaN below every number, minus zero equal to zero.
#pragma once

#include <cstdint>
#include <span>

#include "base/cancel.hpp"
#include "base/spilling_vector.hpp"
#include "table/column.hpp"

namespace fluxi::table {

/// Row numbers of a table. They count against the budget in force, as columns do.
using Rows = base::SpillingVector<std::uint32_t>;

struct SortColumn {
    Column column;
    bool descending = false;
};

/// The row numbers in sorted order, most significant column first. All columns have `rows` rows.
/// Where a token is given it is asked now and then, and throws.
[[nodiscard]] Rows sort_permutation(std::span<const SortColumn> columns, std::uint32_t rows,
                                    const base::CancelToken* cancel = nullptr);

/// The first `count` of what sort_permutation gives, without sorting the rest.
[[nodiscard]] Rows top_permutation(std::span<const SortColumn> columns, std::uint32_t rows,
                                   std::uint32_t count, const base::CancelToken* cancel = nullptr);

/// Appends the rows of [begin, end) that do not stand after row `bound` of `other`, by one column
/// of the same type in both: all that can still be among the first when that row is the last of
/// them.
void append_not_after(const Column& column, std::uint32_t begin, std::uint32_t end,
                      const Column& other, std::uint32_t bound, bool descending, Rows& rows);

/// Negative, zero or positive as row `i` of `a` stands before, with or after row `j` of `b`, which
/// has the same type.
[[nodiscard]] int compare_values(const Column& a, std::uint32_t i, const Column& b, std::uint32_t j,
                                 bool descending = false);

}  // namespace fluxi::table
