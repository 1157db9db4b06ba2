// The cells of one column as text, as CSV, tables and JSON show them: floats with the fewest digits
// and no exponent, times as trimmed RFC 3339. A Cells keeps the column's storage and, between the
// rows of one column, the text of the day.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "table/column.hpp"
#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::io {

class Cells {
  public:
    /// Room that a cell of any type but string needs.
    static constexpr std::size_t kRoom = value::kFloatTextMax;

    explicit Cells(const table::Column& column);

    [[nodiscard]] table::ColumnType type() const noexcept { return type_; }
    [[nodiscard]] bool is_null(std::uint32_t row) const noexcept {
        return valid_ != nullptr && valid_[row * step_] == 0;
    }
    /// The text of a string cell that is not null; valid while this lives.
    [[nodiscard]] std::string_view text(std::uint32_t row) const noexcept {
        return value<table::StringView>(row).view();
    }
    /// Writes a cell of another type that is not null; returns the end.
    char* write(char* out, std::uint32_t row);
    /// Appends a cell of any type; nothing for null.
    void append(std::string& out, std::uint32_t row);
    template <typename T>
    [[nodiscard]] const T& value(std::uint32_t row) const noexcept {
        return static_cast<const T*>(values_)[row * step_];
    }

  private:
    table::Column column_;
    table::ColumnType type_;
    std::uint32_t step_;  ///< 0 for a constant column, else 1
    const void* values_;
    const std::uint8_t* valid_;
    value::TimeWriter times_{};
};

}  // namespace fluxi::io
