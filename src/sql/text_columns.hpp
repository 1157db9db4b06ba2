// The columns of a result under construction, for drivers that give every value as text. Plain
// storage: a row is begun, then each of its values is added in its column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/builder.hpp"
#include "table/schema.hpp"

namespace fluxi::sql {

class TextColumns {
  public:
    /// `driver` and `text_type` (what a query casts to, to get a text) stand in messages.
    TextColumns(std::string driver, std::string text_type)
        : driver_(std::move(driver)), text_type_(std::move(text_type)) {}

    void add_column(std::string label, table::ColumnType type);
    void begin_row() noexcept { ++row_; }
    void add_null(std::size_t column) { columns_[column].builder.append_null(); }
    /// Booleans are `t` or `f`. Throws base::RuntimeError for a text that the column's type does
    /// not have.
    void add(std::size_t column, std::string_view text);
    /// Hands the rows over and begins anew. False when there are none and it is not the first time:
    /// a result has one batch at least.
    bool finish(std::vector<table::Field>& fields, std::vector<table::Column>& columns);

  private:
    struct Target {
        std::string label;
        table::Builder builder;
    };
    [[noreturn]] void fail(const Target& target, std::string_view text) const;

    std::string driver_;
    std::string text_type_;
    std::vector<Target> columns_{};
    std::uint64_t row_ = 0;
    std::uint64_t handed_over_ = 0;
    bool first_ = true;
};

}  // namespace fluxi::sql
