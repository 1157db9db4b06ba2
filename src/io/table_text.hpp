// What the formats for people share: cells made visible (control characters as escapes, null as a
// word), cut and padded by the width a terminal gives them, and the title of a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/cells.hpp"
#include "table/batch.hpp"

namespace fluxi::io {

inline constexpr std::string_view kNullText = "null";

/// Appends the text with control characters as \n, \t, \x1b … and invalid UTF-8 as U+FFFD.
void append_visible(std::string& out, std::string_view text);
/// Appends the cell, visible; `null` for null.
void append_visible_cell(std::string& out, Cells& cells, std::uint32_t row);

/// The front of the text, with … at its end if it is wider than `width` cells of a terminal.
std::string cut_to_width(std::string_view text, std::size_t width);

/// Numbers and times of day line up at the right, texts at the left.
bool aligns_right(table::ColumnType type);

/// The group key of a run, column by column: `tag=a`, `host=b`.
std::vector<std::string> key_parts(const table::Batch& batch, std::size_t run);
/// The same in one text, with commas.
std::string key_text(const table::Batch& batch, std::size_t run);

/// "1 row", "12 rows".
std::string count_text(std::uint64_t count, std::string_view noun);

}  // namespace fluxi::io
