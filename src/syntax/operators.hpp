// The one table of Flux's operators: spelling, precedence, meaning. Parser, formatter, JSON and
// documentation all read it. Higher precedence binds tighter; every binary operator associates to
// the left, every prefix operator to the right.
#pragma once

#include <span>
#include <string_view>

#include "syntax/ast.hpp"

namespace fluxi::syntax {

/// Precedence levels (SPEC "Operators"), from the loosest to the tightest.
enum class Precedence : unsigned char {
    lowest,  ///< `if … else`, function bodies
    logical_or,
    logical_and,
    logical_unary,  ///< `not`, `exists`
    comparison,
    additive,
    multiplicative,
    power,
    pipe,
    unary,    ///< prefix `-`, `+`
    postfix,  ///< calls, members, everything that needs no parentheses
};

enum class InfixKind : unsigned char { binary, logical, pipe };

struct InfixOperator {
    std::string_view text;
    Precedence precedence;
    InfixKind kind;
    BinaryOp binary = BinaryOp::invalid;         ///< for InfixKind::binary
    LogicalOp logical = LogicalOp::logical_and;  ///< for InfixKind::logical
};

struct PrefixOperator {
    std::string_view text;
    Precedence precedence;
    UnaryOp op;
};

std::span<const InfixOperator> infix_operators();
std::span<const PrefixOperator> prefix_operators();

/// The operator spelled `text`, or nullptr.
const InfixOperator* find_infix(std::string_view text);
const PrefixOperator* find_prefix(std::string_view text);

/// The spelling; `<INVALID_OP>` for BinaryOp::invalid.
std::string_view operator_text(BinaryOp op);
std::string_view operator_text(LogicalOp op);
std::string_view operator_text(UnaryOp op);

/// How tightly the outermost construct of an expression binds.
Precedence precedence_of(const Expr& expr);

}  // namespace fluxi::syntax
