// Compares rows of two tables of the same group key, column by column, as tests do: by name, null
// equals null, NaN equals NaN, floats within 1e-6. Knows the schema that shows both.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/batch.hpp"

namespace fluxi::flow::ops {

class RowComparison {
  public:
    /// Whole tables; either may be missing. A column called `ignored` takes no part.
    /// @throws base::RuntimeError if a column has different types
    RowComparison(const table::Batch* want, const table::Batch* got, std::string_view ignored);

    struct Pair {
        table::Field field;
        std::optional<table::Column> want{};
        std::optional<table::Column> got{};
    };
    /// The columns beside the key: those of want, then those that only got has.
    [[nodiscard]] const std::vector<Pair>& columns() const noexcept { return columns_; }
    [[nodiscard]] std::uint32_t want_rows() const noexcept { return want_rows_; }
    [[nodiscard]] std::uint32_t got_rows() const noexcept { return got_rows_; }
    [[nodiscard]] bool equal(std::uint32_t want_row, std::uint32_t got_row) const;
    /// Whether all rows are equal, one by one.
    [[nodiscard]] bool all_equal() const;

  private:
    std::vector<Pair> columns_{};
    std::uint32_t want_rows_ = 0;
    std::uint32_t got_rows_ = 0;
};

}  // namespace fluxi::flow::ops
