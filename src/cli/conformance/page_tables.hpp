// Compares the results of an example with the tables of its page. A page tells less than a result:
// no types, no result names, an empty cell for null, and people arrange its columns. So columns are
// matched by label, in any order; the group key counts where the page marks one; tables may come in
// another order, rows may not. `_start` and `_stop` may be left out of a page, and tables without
// rows do not count: the generator of the official pages shows some that are not there and leaves
// out some that are.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/compare.hpp"

namespace fluxi::cli::conformance {

/// The tables with rows of all results, in order, without the columns that the page leaves out.
std::vector<Table> shown_tables(const std::vector<Result>& results,
                                const std::vector<Table>& wanted);

/// Tables without their empty ones.
std::vector<Table> with_rows(std::vector<Table> tables);

/// `got` as `shown_tables` gives it, `wanted` as `with_rows` does.
Comparison compare_page(const std::vector<Table>& got, const std::vector<Table>& wanted);

}  // namespace fluxi::cli::conformance
