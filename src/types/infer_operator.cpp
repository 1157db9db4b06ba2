#include <fmt/format.h>

#include "syntax/operators.hpp"
#include "types/inferrer.hpp"

namespace fluxi::types {

using syntax::BinaryOp;
using syntax::operator_text;

TypeRef Inferrer::unary(const syntax::UnaryExpr& node) {
    const TypeRef type = expression(*node.operand);
    const auto clash = [&] {
        Clash made;
        made.span = bare(*node.operand).span;
        made.subject = fmt::format("the operand of `{}`", operator_text(node.op));
        made.value = node.operand.get();
        return made;
    };
    switch (node.op) {
        case syntax::UnaryOp::logical_not:
            equal(&kBool, type, clash);
            return &kBool;
        case syntax::UnaryOp::exists:
            return &kBool;
        case syntax::UnaryOp::minus:
        case syntax::UnaryOp::plus:
            demand(type, Kind::negatable, clash);
            return type;
    }
    return &kError;
}

TypeRef Inferrer::binary(const syntax::BinaryExpr& node, const syntax::Expr& expr) {
    switch (node.op) {
        case BinaryOp::add:
            return arithmetic(node, expr, Kind::addable);
        case BinaryOp::subtract:
            return arithmetic(node, expr, Kind::subtractable);
        case BinaryOp::multiply:
        case BinaryOp::divide:
        case BinaryOp::modulo:
        case BinaryOp::power:
            return arithmetic(node, expr, Kind::divisible);
        case BinaryOp::equal:
        case BinaryOp::not_equal:
            return comparison(node, KindSet::of(Kind::equatable));
        case BinaryOp::less:
        case BinaryOp::greater:
            return comparison(node, KindSet::of(Kind::comparable));
        case BinaryOp::less_equal:
        case BinaryOp::greater_equal:
            return comparison(node, KindSet::of(Kind::equatable, Kind::comparable));
        case BinaryOp::match:
        case BinaryOp::not_match:
            return match(node);
        case BinaryOp::invalid:
            expression(*node.left);
            expression(*node.right);
            return &kError;
    }
    return &kError;
}

TypeRef Inferrer::arithmetic(const syntax::BinaryExpr& node, const syntax::Expr& expr, Kind kind) {
    const TypeRef left = expression(*node.left);
    const TypeRef right = expression(*node.right);
    const std::vector<Mismatch> unlike = Unifier(substitution_).unify(left, right);
    const std::vector<Mismatch> unfit = Unifier(substitution_).constrain(left, kind);
    if (unlike.empty() && unfit.empty()) return left;
    Clash clash;
    clash.value = node.right.get();
    clash.other = node.left.get();
    // If the left side cannot be operated on at all, it says nothing that the right one differs.
    if (!unfit.empty()) {
        clash.span = expr.span;
        clash.subject = fmt::format("operator `{}`", operator_text(node.op));
        explain_all(unfit, clash);
    } else {
        clash.span = bare(*node.right).span;
        clash.subject = fmt::format("the right side of `{}`", operator_text(node.op));
        clash.because = bare(*node.left).span;
        explain_all(unlike, clash);
    }
    return &kError;
}

TypeRef Inferrer::comparison(const syntax::BinaryExpr& node, KindSet kinds) {
    const TypeRef left = expression(*node.left);
    const TypeRef right = expression(*node.right);
    const auto check = [&](TypeRef type, const syntax::Expr& operand, std::string_view side) {
        kinds.each([&](Kind kind) {
            demand(type, kind, [&] {
                Clash clash;
                clash.span = bare(operand).span;
                clash.subject = fmt::format("the {} side of `{}`", side, operator_text(node.op));
                return clash;
            });
        });
    };
    check(left, *node.left, "left");
    check(right, *node.right, "right");
    return &kBool;
}

TypeRef Inferrer::match(const syntax::BinaryExpr& node) {
    const TypeRef left = expression(*node.left);
    const TypeRef right = expression(*node.right);
    const auto check = [&](TypeRef wanted, TypeRef type, const syntax::Expr& operand,
                           std::string_view side) {
        equal(wanted, type, [&] {
            Clash clash;
            clash.span = bare(operand).span;
            clash.subject = fmt::format("the {} side of `{}`", side, operator_text(node.op));
            clash.value = &operand;
            return clash;
        });
    };
    check(&kString, left, *node.left, "left");
    check(&kRegexp, right, *node.right, "right");
    return &kBool;
}

TypeRef Inferrer::logical(const syntax::LogicalExpr& node) {
    const TypeRef left = expression(*node.left);
    const TypeRef right = expression(*node.right);
    const std::string_view word = operator_text(node.op);
    const auto check = [&](TypeRef type, const syntax::Expr& operand, std::string_view side) {
        equal(&kBool, type, [&] {
            Clash clash;
            clash.span = bare(operand).span;
            clash.subject = fmt::format("the {} side of `{}`", side, word);
            clash.value = &operand;
            return clash;
        });
    };
    check(left, *node.left, "left");
    check(right, *node.right, "right");
    return &kBool;
}

}  // namespace fluxi::types
