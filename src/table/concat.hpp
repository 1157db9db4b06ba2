// Putting parts of one table together: columns end to end, and tables whose schemas differ
// (semantics D.2): the columns of the first part, then those seen later, null where a part lacks
// one. Two types for one label are an error.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/counted.hpp"
#include "table/batch.hpp"

namespace fluxi::table {

/// The rows of the parts, one after the other; all have the same type. One part is returned as it
/// is.
[[nodiscard]] Column concat(ColumnType type, std::span<const Column> parts);

/// The columns of `a`, then those of `b` that `a` lacks; the key of `a`. Throws
/// `schema collision detected: column "x" is both of type T and U`.
[[nodiscard]] SchemaRef merged_schema(const SchemaRef& a, const SchemaRef& b);

/// Throws the error of merged_schema.
[[noreturn]] void fail_collision(std::string_view label, ColumnType a, ColumnType b);

/// Collects the parts of one table. All parts have equal group keys; the first decides the order of
/// the key columns. Keeps the storage of the parts until it is finished.
class TableParts {
  public:
    /// Adds one run of a batch.
    void add(const Batch& batch, std::size_t run);
    [[nodiscard]] bool empty() const noexcept { return !schema_; }
    [[nodiscard]] std::uint32_t rows() const noexcept { return rows_; }
    [[nodiscard]] const SchemaRef& schema() const noexcept { return schema_; }
    /// The whole table as one batch with one run; nothing is left in here. Not to be called while
    /// empty.
    [[nodiscard]] Batch finish(std::uint64_t table);

  private:
    SchemaRef schema_{};
    std::vector<base::CountedVector<Column>>
        parts_{};  ///< of each column; one value for key columns
    std::uint32_t rows_ = 0;
};

}  // namespace fluxi::table
