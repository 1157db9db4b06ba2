// A Markdown page as the pieces that matter here, in order: headings, lines of text, fenced code,
// tables. Not a Markdown reader for any other purpose: emphasis, links and lists stay as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/conformance/tables.hpp"

namespace fluxi::cli::conformance {

struct Piece {
    enum class Kind : std::uint8_t { heading, text, code, table };
    Kind kind = Kind::text;
    std::size_t line = 0;    ///< in the page, from 1
    std::string text{};      ///< of a heading or a line; the code without its indentation
    std::string language{};  ///< of code
    /// Labels that begin with `*` are the group key; a type in parentheses behind a label is the
    /// column's.
    Table table{};
};

struct Page {
    std::string title{};  ///< from the front matter
    std::vector<Piece> pieces{};
};

Page read_markdown(std::string_view text);

}  // namespace fluxi::cli::conformance
