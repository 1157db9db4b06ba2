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

/// A lambda of a row and an accumulator that is a record of these fields, for `reduce`: field i of
/// the accumulator is the column `schema.size() + i` of the program. The results are the new
/// fields, in their order and of their types.
struct BoundFold {
    Program program{};
    std::vector<Register> results{};
};
std::optional<BoundFold> bind_fold(eval::Evaluator& evaluator, const value::Value& function,
                                   const table::Schema& schema,
                                   const std::vector<table::Field>& accumulator);

/// The parts of a predicate `a and b and …` over a row `r` that look at key columns only, up to the
/// first part that could fail for a row or cannot be bound. Nothing if there is none.
struct BoundTest {
    Program program{};
    Register result = 0;
};
std::optional<BoundTest> bind_key_test(eval::Evaluator& evaluator, const value::Value& function,
                                       const table::Schema& schema);

/// Switches binding off for a run, so that tests can compare it with the tree walker: an extension
/// of the evaluator, which everything that binds asks.
struct BindingSwitch {
    bool on = true;
};

}  // namespace fluxi::vec
