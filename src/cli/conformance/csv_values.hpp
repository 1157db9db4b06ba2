// Annotated CSV inside a source text, with one of its values altered.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::conformance {

/// A stretch of a text and what to put there.
struct Replacement {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text{};
};

/// A way to alter each cell of the last row, from the right. Cells in quotes are left alone.
std::vector<Replacement> altered_cells(std::string_view csv);

}  // namespace fluxi::cli::conformance
