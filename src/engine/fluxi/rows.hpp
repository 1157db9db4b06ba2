// Results column by column, as they are computed: a Program hands over some thousand rows of one
// table at a time. Nothing here owns anything: rows, columns, spans and texts are there until the
// handler that is given them returns, and copies of them refer to the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "value.hpp"

namespace fluxi {

enum class ColumnType { boolean, integer, uinteger, floating, string, time };

/// A column of these rows. The values are in the one span that fits the type; those of rows without
/// a value (see `valid`) mean nothing.
struct Column {
    std::string_view label{};
    ColumnType type = ColumnType::string;
    bool in_group_key = false;                 ///< then all rows of the table have the same value
    std::span<const std::uint8_t> booleans{};  ///< 0 or 1
    std::span<const std::int64_t> integers{};  ///< also times: nanoseconds since 1970
    std::span<const std::uint64_t> uintegers{};
    std::span<const double> floats{};
    std::span<const std::string_view> texts{};
    std::span<const std::uint8_t> valid{};  ///< 0 where a row is null; empty if none is

    /// `row` is less than Rows::size, here and in `at`.
    [[nodiscard]] bool is_null(std::size_t row) const noexcept {
        return !valid.empty() && valid[row] == 0;
    }
    /// A copy of the value, which can be kept.
    [[nodiscard]] Value at(std::size_t row) const;
};

/// Rows of one table. A long table comes in several pieces, one after the other; an empty one comes
/// as a piece without rows. The pieces of results and tables are not mixed.
struct Rows {
    std::string_view result{};  ///< the name of the result, `_result` if the script gives none
    std::uint64_t table = 0;    ///< number of the table within its result
    bool first = false;         ///< the table begins here
    bool last = false;          ///< the table ends here
    std::size_t size = 0;
    std::span<const Column> columns{};

    /// The column with this label, or null.
    [[nodiscard]] const Column* find(std::string_view label) const noexcept;
};

/// Takes rows; false ends the run, whose status is then Status::cancelled. It is called on the
/// thread that called `stream`.
using RowsHandler = std::function<bool(const Rows& rows)>;

}  // namespace fluxi
