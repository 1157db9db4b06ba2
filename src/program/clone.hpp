// Copies of resolved expressions: to make a new function out of parts of another one. Functions
// inside the copy share their code with the original.
#pragma once

#include "program/tree.hpp"

namespace fluxi::program {

ExprPtr clone(const Expr& expr);

}  // namespace fluxi::program
