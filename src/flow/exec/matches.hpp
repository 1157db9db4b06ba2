// Which rows of two tables belong together: those equal in some columns, in the order of these
// columns, each row of the left with each of the right. Nulls and NaN equal nothing. Rows without a
// partner are listed too where that is asked for, at their place in the order.
#pragma once

#include <cstdint>
#include <span>

#include "base/spilling_vector.hpp"
#include "flow/exec/context.hpp"
#include "table/column.hpp"

namespace fluxi::flow::exec {

struct Matches {
    static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
    base::SpillingVector<std::uint32_t> left{};   ///< a row, or kNone
    base::SpillingVector<std::uint32_t> right{};  ///< a row, or kNone

    /// Makes room for so many more pairs. Throws base::RuntimeError (Code::limit) where the memory
    /// limit or the number of rows that a table can have does not allow them.
    void reserve_more(std::size_t left_rows, std::size_t right_rows);
};

/// The columns of both sides have the same types, pairwise, and `left_rows` and `right_rows` rows.
Matches match_rows(std::span<const table::Column> left, std::uint32_t left_rows,
                   std::span<const table::Column> right, std::uint32_t right_rows, bool keep_left,
                   bool keep_right, const Context& context);

/// The rows of a column at these positions; null for kNone.
table::Column take_or_null(const table::Column& column, std::span<const std::uint32_t> rows);

}  // namespace fluxi::flow::exec
