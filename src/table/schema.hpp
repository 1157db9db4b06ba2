// The columns of a table and which of them form its group key. Immutable and shared; two batches of
// one stream usually hold the same Schema object, so equality is asked by pointer first. Every key
// column is also a column of the table.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "table/column.hpp"

namespace fluxi::table {

struct Field {
    std::string label;
    ColumnType type = ColumnType::string;
    friend bool operator==(const Field&, const Field&) = default;
};

class Schema {
  public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

    /// `key`: positions of the key columns, in key order.
    Schema(std::vector<Field> fields, std::vector<std::uint32_t> key);

    [[nodiscard]] const std::vector<Field>& fields() const noexcept { return fields_; }
    [[nodiscard]] std::size_t size() const noexcept { return fields_.size(); }
    /// Position of a column, or npos. Labels can repeat (raw CSV); the first is found.
    [[nodiscard]] std::size_t find(std::string_view label) const noexcept;
    /// Positions of the key columns in key order.
    [[nodiscard]] const std::vector<std::uint32_t>& key() const noexcept { return key_; }
    /// Positions of the key columns in the order of their labels: the order in which keys compare.
    [[nodiscard]] const std::vector<std::uint32_t>& sorted_key() const noexcept {
        return sorted_key_;
    }
    [[nodiscard]] bool is_key(std::size_t column) const noexcept { return in_key_[column] != 0; }
    friend bool operator==(const Schema& a, const Schema& b) {
        return a.fields_ == b.fields_ && a.key_ == b.key_;
    }

  private:
    std::vector<Field> fields_;
    std::vector<std::uint32_t> key_;
    std::vector<std::uint32_t> sorted_key_;
    std::vector<std::uint8_t> in_key_;
};
using SchemaRef = std::shared_ptr<const Schema>;

SchemaRef make_schema(std::vector<Field> fields, std::vector<std::uint32_t> key);
/// Same object or equal content.
bool same(const SchemaRef& a, const SchemaRef& b);

}  // namespace fluxi::table
