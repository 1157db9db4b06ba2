// What operators hand on: rows of one or more tables of one schema. A run says which rows belong to
// which table, and whether the table begins or ends here; an empty table is a run without rows that
// does both. A table's identity is its number in the stream, not its key: the same key can come
// twice. Group-key columns hold one value per run, so that many small tables cost what one large
// one does.
//
//   runs     [0: rows 0-3, opens+closes] [1: rows 3-5, opens]        (table 1 goes on in the next
//   batch) keys     tag: "a", "b"                                            (one value per run)
//   columns  _time, _value: 5 rows each
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "table/column.hpp"
#include "table/schema.hpp"

namespace fluxi::table {

struct Run {
    std::uint64_t table = 0;  ///< number of the table in its stream
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool opens = false;   ///< the table has its first row here (or is empty)
    bool closes = false;  ///< the table ends here
    [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

class Batch {
  public:
    Batch() = default;
    /// `columns[i]` is what the schema's field i says: for a key column one value per run, else one
    /// per row.
    Batch(SchemaRef schema, std::vector<Column> columns, std::vector<Run> runs);
    /// One whole table. `columns` all have `rows` rows; key columns are cut down to their first
    /// row, or take `key_values` (key order) when the table is empty.
    static Batch single(SchemaRef schema, std::vector<Column> columns, std::uint32_t rows,
                        std::uint64_t table, const std::vector<value::Value>& key_values = {});

    [[nodiscard]] const SchemaRef& schema() const noexcept { return schema_; }
    [[nodiscard]] std::uint32_t rows() const noexcept {
        return runs_.empty() ? 0 : runs_.back().end;
    }
    [[nodiscard]] const std::vector<Run>& runs() const noexcept { return runs_; }
    [[nodiscard]] std::vector<Run>& runs() noexcept { return runs_; }
    /// As stored: one value per run for a key column.
    [[nodiscard]] const Column& stored(std::size_t i) const noexcept { return columns_[i]; }
    [[nodiscard]] const std::vector<Column>& stored() const noexcept { return columns_; }
    /// One value per row, whatever the column: constant or run_end for a key column.
    [[nodiscard]] Column column(std::size_t i) const;
    /// The value of key column i (position in the schema) for a run.
    [[nodiscard]] value::Value key_value(std::size_t i, std::size_t run) const {
        return columns_[i].at(static_cast<std::uint32_t>(run));
    }
    /// The part of the batch that is one run, as a batch of its own.
    [[nodiscard]] Batch only(std::size_t run) const;
    /// Rows [begin, end); runs are cut accordingly, runs without rows in it are dropped,
    /// opens/closes adjusted.
    [[nodiscard]] Batch slice(std::uint32_t begin, std::uint32_t end) const;
    /// The rows at these ascending positions; every run stays, also when it has no row left.
    [[nodiscard]] Batch take(std::span<const std::uint32_t> rows) const;

  private:
    SchemaRef schema_{};
    std::vector<Column> columns_{};
    std::vector<Run> runs_{};
};

}  // namespace fluxi::table
