// `true` and `false` are names of the language, not literals: this tells them from other names.
#pragma once

#include <optional>

#include "program/tree.hpp"

namespace fluxi::program {

/// What an expression that is written `true` or `false` means; none for any other.
[[nodiscard]] std::optional<bool> written_truth(const Expr& expr);

}  // namespace fluxi::program
