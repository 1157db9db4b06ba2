// Small tools of operators: a view of a column's values for kernels, finding a column by its label
// (or failing with a message that helps), and building a table from another one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/spilling_vector.hpp"
#include "table/batch.hpp"
#include "table/group_key.hpp"

namespace fluxi::flow::exec {

/// Values of a column row by row without asking for its encoding each time: a constant column is
/// read with a step of zero. Keeps the column alive.
template <typename T>
class View {
  public:
    explicit View(const table::Column& column)
        : column_(column.simple()),
          values_(column_.values<T>()),
          validity_(column_.validity()),
          step_(column_.encoding() == table::Encoding::constant ? 0 : 1) {}
    [[nodiscard]] const T& operator[](std::uint32_t row) const noexcept {
        return values_[row * step_];
    }
    [[nodiscard]] bool valid(std::uint32_t row) const noexcept {
        return validity_ == nullptr || validity_[row * step_] != 0;
    }
    [[nodiscard]] bool all_valid() const noexcept { return validity_ == nullptr; }
    [[nodiscard]] const table::Column& column() const noexcept { return column_; }

  private:
    table::Column column_;
    const T* values_;
    const std::uint8_t* validity_;
    std::size_t step_;
};

/// A numeric column (bool, int, uint, float, time) as floats; null rows hold anything.
base::SpillingVector<double> as_floats(const table::Column& column);

/// An error about a column that is not there. Its help lists those there are and the nearest one.
base::RuntimeError missing_column_error(const table::Schema& schema, std::string_view wanted,
                                        std::string message);
/// Throws missing_column_error with a formatted message.
template <typename... Args>
[[noreturn]] void fail_missing_column(const table::Schema& schema, std::string_view wanted,
                                      fmt::format_string<Args...> format, Args&&... args) {
    throw missing_column_error(schema, wanted, fmt::format(format, std::forward<Args>(args)...));
}

/// Position of a column. Throws `USER: no column "x" exists`.
std::size_t require_column(const table::Schema& schema, std::string_view label,
                           std::string_view user);
/// As require_column, for a time column.
std::size_t require_time_column(const table::Schema& schema, std::string_view label,
                                std::string_view user);

/// The values of the key columns of a run, in key order.
std::vector<value::Value> key_values(const table::Batch& batch, std::size_t run);

/// A table under construction from a whole table (a batch with one run): columns are replaced,
/// appended, dropped, key columns change; then it is a batch again.
class TableEdit {
  public:
    /// Starts with the columns and the key of `whole`.
    explicit TableEdit(const table::Batch& whole);
    /// Starts with its key columns only, in key order, for a table of `rows` rows.
    static TableEdit key_only(const table::Batch& whole, std::uint32_t rows);
    /// Starts without columns, for a table of `rows` rows.
    static TableEdit empty(std::uint32_t rows);

    /// Replaces the column of that label, in its place, or appends it. A key column that is
    /// replaced stays in the key and takes the first value of `column`; see set_key.
    void set(std::string_view label, const table::Column& column);
    /// Makes a column with one value, part of the key; appends it if it is not there.
    void set_key(std::string_view label, table::ColumnType type, const value::Value& v);
    void remove(std::string_view label);
    /// Only these rows of every column that is not in the key.
    void take(std::span<const std::uint32_t> rows);
    void slice(std::uint32_t begin, std::uint32_t length);
    [[nodiscard]] table::Batch finish() const;
    [[nodiscard]] std::uint32_t rows() const noexcept { return rows_; }

  private:
    TableEdit() = default;
    [[nodiscard]] std::size_t find(std::string_view label) const;

    std::vector<table::Field> fields_{};
    std::vector<table::Column> columns_{};  ///< one value for key columns
    std::vector<std::string> key_{};
    std::uint32_t rows_ = 0;
    table::SchemaRef schema_{};  ///< as long as nothing about it was changed
};

}  // namespace fluxi::flow::exec
