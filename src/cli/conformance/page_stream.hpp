// The tables of a page as the text of a script that makes a stream of them. A page shows no types:
// they are told by the cells.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/tables.hpp"

namespace fluxi::cli::conformance {

/// How the cells are read.
struct Reading {
    std::string number = "long";  ///< the type, as annotations call it, of whole numbers
    bool by_table = false;        ///< a column may have another type in each table
};

/// A definition of `name` as the stream that these tables show. Where they have `_start` and
/// `_stop` with one value each, these are the bounds of the stream. Where they mark no group key,
/// it is what has one value in each table, but not in all.
std::string stream_text(const std::string& name, const std::vector<Table>& tables,
                        const Reading& reading);

}  // namespace fluxi::cli::conformance
