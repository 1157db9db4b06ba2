// Hashing and equality of rows over several columns, column by column. Null equals null and has a
// hash of its own; minus zero equals zero; every NaN equals every other here (a caller to whom they
// differ says so to GroupTable). Strings hash by content. The hashes are the same in every
// encoding, run and process, so they may decide partitions.
#pragma once

#include <cstdint>
#include <span>

#include "table/column.hpp"

namespace fluxi::table {

/// Fills `hashes` (one per row) with the hash of each row. All columns have `hashes.size()` rows;
/// without columns every row hashes alike.
void hash_rows(std::span<const Column> columns, std::span<std::uint64_t> hashes);

/// Whether row `i` of `a` equals row `j` of `b`; both have the same types in the same order.
[[nodiscard]] bool rows_equal(std::span<const Column> a, std::uint32_t i, std::span<const Column> b,
                              std::uint32_t j);

/// Whether the columns are equal in these rows.
[[nodiscard]] bool values_equal(const Column& a, std::uint32_t i, const Column& b, std::uint32_t j);

}  // namespace fluxi::table
