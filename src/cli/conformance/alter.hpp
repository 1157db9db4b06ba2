// The negative control: expected values made wrong, which a comparison has to notice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/conformance/tables.hpp"

namespace fluxi::cli::conformance {

/// Another text than the one of a cell or remark: a different number, the other truth value, a
/// longer text.
std::string altered_text(std::string_view text);
/// Changes one cell of the last table with rows, or a label where no table has rows. False if there
/// is neither.
bool alter(std::vector<Table>& tables);

}  // namespace fluxi::cli::conformance
