// The label of a column that pivot makes.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "table/column.hpp"

namespace fluxi::flow::ops {

/// The values of a row in the columns of `columnKey`, with `_` between them (semantics D.12).
[[nodiscard]] std::string pivot_label(std::span<const table::Column> keys, std::uint32_t row);

}  // namespace fluxi::flow::ops
