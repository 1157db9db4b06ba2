// Binds a lambda to a schema: walks its body once with the row symbolic. Calls of Flux functions
// are inlined, captured values and globals become constants, calls of pure natives with constants
// are made at once, and what is left becomes instructions. What cannot be expressed so (a value
// that is no column, a function without a kernel, operand types that do not fit) makes `bind` give
// nothing: the tree walker then evaluates row by row and finds the error, if it is one.
#pragma once

#include <memory>
#include <optional>

#include "eval/evaluator.hpp"
#include "table/schema.hpp"
#include "vec/program.hpp"
#include "vec/symbol.hpp"

namespace fluxi::vec {

struct Bound {
    Program program{};
    Symbol result{};  ///< a constant, a register, or a record of these
};

/// `row_parameter` is the position of the parameter that stands for the row; other parameters take
/// their defaults.
std::optional<Bound> bind(eval::Evaluator& evaluator, const value::Value& function,
                          std::size_t row_parameter, const table::Schema& schema);

}  // namespace fluxi::vec
