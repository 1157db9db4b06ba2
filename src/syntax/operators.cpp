#include "syntax/operators.hpp"

#include <variant>

namespace fluxi::syntax {

namespace {

constexpr InfixOperator binary(std::string_view text, Precedence precedence, BinaryOp op) {
    return {text, precedence, InfixKind::binary, op};
}

constexpr InfixOperator kInfix[] = {
    {"|>", Precedence::pipe, InfixKind::pipe},
    binary("^", Precedence::power, BinaryOp::power),
    binary("*", Precedence::multiplicative, BinaryOp::multiply),
    binary("/", Precedence::multiplicative, BinaryOp::divide),
    binary("%", Precedence::multiplicative, BinaryOp::modulo),
    binary("+", Precedence::additive, BinaryOp::add),
    binary("-", Precedence::additive, BinaryOp::subtract),
    binary("==", Precedence::comparison, BinaryOp::equal),
    binary("!=", Precedence::comparison, BinaryOp::not_equal),
    binary("<", Precedence::comparison, BinaryOp::less),
    binary("<=", Precedence::comparison, BinaryOp::less_equal),
    binary(">", Precedence::comparison, BinaryOp::greater),
    binary(">=", Precedence::comparison, BinaryOp::greater_equal),
    binary("=~", Precedence::comparison, BinaryOp::match),
    binary("!~", Precedence::comparison, BinaryOp::not_match),
    {"and", Precedence::logical_and, InfixKind::logical, BinaryOp::invalid, LogicalOp::logical_and},
    {"or", Precedence::logical_or, InfixKind::logical, BinaryOp::invalid, LogicalOp::logical_or},
};

constexpr PrefixOperator kPrefix[] = {
    {"-", Precedence::unary, UnaryOp::minus},
    {"+", Precedence::unary, UnaryOp::plus},
    {"not", Precedence::logical_unary, UnaryOp::logical_not},
    {"exists", Precedence::logical_unary, UnaryOp::exists},
};

Precedence of(BinaryOp op) {
    for (const InfixOperator& entry : kInfix) {
        if (entry.kind == InfixKind::binary && entry.binary == op) return entry.precedence;
    }
    return Precedence::lowest;
}

}  // namespace

std::span<const InfixOperator> infix_operators() {
    return kInfix;
}
std::span<const PrefixOperator> prefix_operators() {
    return kPrefix;
}

const InfixOperator* find_infix(std::string_view text) {
    for (const InfixOperator& entry : kInfix) {
        if (entry.text == text) return &entry;
    }
    return nullptr;
}

const PrefixOperator* find_prefix(std::string_view text) {
    for (const PrefixOperator& entry : kPrefix) {
        if (entry.text == text) return &entry;
    }
    return nullptr;
}

std::string_view operator_text(BinaryOp op) {
    for (const InfixOperator& entry : kInfix) {
        if (entry.kind == InfixKind::binary && entry.binary == op) return entry.text;
    }
    return "<INVALID_OP>";
}

std::string_view operator_text(LogicalOp op) {
    return op == LogicalOp::logical_and ? "and" : "or";
}

std::string_view operator_text(UnaryOp op) {
    for (const PrefixOperator& entry : kPrefix) {
        if (entry.op == op) return entry.text;
    }
    return {};
}

Precedence precedence_of(const Expr& expr) {
    if (const auto* binary = std::get_if<BinaryExpr>(&expr.node)) return of(binary->op);
    if (const auto* logical = std::get_if<LogicalExpr>(&expr.node)) {
        return find_infix(operator_text(logical->op))->precedence;
    }
    if (const auto* unary = std::get_if<UnaryExpr>(&expr.node)) {
        return find_prefix(operator_text(unary->op))->precedence;
    }
    if (std::holds_alternative<PipeExpr>(expr.node)) return Precedence::pipe;
    const bool takes_all = std::holds_alternative<FunctionExpr>(expr.node) ||
                           std::holds_alternative<ConditionalExpr>(expr.node);
    return takes_all ? Precedence::lowest : Precedence::postfix;
}

}  // namespace fluxi::syntax
