#include <variant>

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "syntax/format_writer.hpp"
#include "syntax/literals.hpp"

namespace fluxi::syntax {

namespace {

/// Whether what follows `expr` on its right would become a part of it.
bool open_ended(const Expr& expr) {
    if (is<FunctionExpr>(expr) || is<ConditionalExpr>(expr)) return true;
    if (const auto* binary = std::get_if<BinaryExpr>(&expr.node)) return open_ended(*binary->right);
    if (const auto* logical = std::get_if<LogicalExpr>(&expr.node))
        return open_ended(*logical->right);
    if (const auto* unary = std::get_if<UnaryExpr>(&expr.node)) return open_ended(*unary->operand);
    return false;
}

/// The part of an expression that its text begins with; nullptr if that is a token of its own.
const Expr* first_part(const Expr& expr) {
    if (const auto* paren = std::get_if<ParenExpr>(&expr.node)) return paren->inner.get();
    if (const auto* binary = std::get_if<BinaryExpr>(&expr.node)) return binary->left.get();
    if (const auto* logical = std::get_if<LogicalExpr>(&expr.node)) return logical->left.get();
    if (const auto* pipe = std::get_if<PipeExpr>(&expr.node)) return pipe->argument.get();
    if (const auto* member = std::get_if<MemberExpr>(&expr.node)) return member->object.get();
    if (const auto* index = std::get_if<IndexExpr>(&expr.node)) return index->array.get();
    if (const auto* call = std::get_if<CallExpr>(&expr.node)) return call->callee.get();
    return nullptr;
}

/// Where what binds less tightly than `least` would be taken apart.
bool needs_parens(const Expr& inner, Precedence least) {
    if (least == Precedence::lowest) return false;
    if (is<FunctionExpr>(inner) || is<ConditionalExpr>(inner) || begins_with_record(inner))
        return true;
    // Whether anything follows on the right, only the operations around this one know.
    return precedence_of(inner) < least || open_ended(inner);
}

}  // namespace

bool begins_with_record(const Expr& expr) {
    const Expr* first = &expr;
    while (const Expr* part = first_part(*first)) first = part;
    return is<RecordExpr>(*first);
}

bool FormatWriter::has_comments(base::Span outer, base::Span inner) const {
    for (std::size_t i = next_comment_; i < file_.comments.size(); ++i) {
        const base::Span comment = file_.comments[i].span;
        if (comment.begin >= outer.end) break;
        if (comment.begin >= outer.begin &&
            (comment.begin < inner.begin || comment.begin >= inner.end)) {
            return true;
        }
    }
    return false;
}

/// What is left when the parentheses around an expression are taken away, as far as that loses no
/// comment.
const Expr& FormatWriter::without_parens(const Expr& expr) const {
    const Expr* inner = &expr;
    while (const auto* paren = std::get_if<ParenExpr>(&inner->node)) {
        if (has_comments(inner->span, paren->inner->span)) break;
        inner = paren->inner.get();
    }
    return *inner;
}

/// What begins with a bracket and ends with it can share the lines of the brackets around it.
bool FormatWriter::hugs(const Expr& expr) const {
    const Expr& inner = without_parens(expr);
    if (const auto* function = std::get_if<FunctionExpr>(&inner.node)) {
        return function->block || hugs(*function->expression);
    }
    return is<RecordExpr>(inner) || is<ArrayExpr>(inner) || is<DictExpr>(inner);
}

void FormatWriter::in_parens(const Expr& paren, const Expr& inner) {
    at(paren.span.begin);
    enclosed("(", paren.span, inner.span, [&] { node(inner); });
}

const Expr& FormatWriter::operand_inside(const Expr& expr, Precedence least) const {
    const Expr& inner = without_parens(expr);
    return is<ParenExpr>(inner) || (is<ParenExpr>(expr) && needs_parens(inner, least)) ? expr
                                                                                       : inner;
}

void FormatWriter::operand(const Expr& expr, Precedence least) {
    const Expr& inner = without_parens(expr);
    if (is<ParenExpr>(inner)) {
        in_parens(inner, *std::get<ParenExpr>(inner.node).inner);
    } else if (is<ParenExpr>(expr) && needs_parens(inner, least)) {
        in_parens(expr, inner);
    } else {
        node(inner);
    }
}

/// Only what is a chain of names and calls anyway loses its parentheses before `.`, `[` and `(`.
void FormatWriter::postfix_object(const Expr& object) {
    const Expr& inner = without_parens(object);
    const bool chain = is<Identifier>(inner) || is<MemberExpr>(inner) || is<IndexExpr>(inner) ||
                       is<CallExpr>(inner);
    if (is<ParenExpr>(inner)) {
        in_parens(inner, *std::get<ParenExpr>(inner.node).inner);
    } else if (is<ParenExpr>(object) && (!chain || begins_with_record(inner))) {
        in_parens(object, inner);
    } else {
        node(inner);
    }
}

void FormatWriter::value(const Expr& expr) {
    const Expr& inner = without_parens(expr);
    const bool own_line = is<PipeExpr>(inner) || is<BinaryExpr>(inner) || is<LogicalExpr>(inner) ||
                          is<ConditionalExpr>(inner);
    if (!own_line && !comment_before(inner.span.begin)) {
        layout_.text(" ");
        this->expr(expr);
        return;
    }
    layout_.open_group();
    layout_.open_indent();
    end_comment(inner.span.begin);
    layout_.space_or_line();
    at(expr.span.begin);
    this->expr(expr);
    layout_.close_indent();
    layout_.close_group();
}

void FormatWriter::property(const Property& property) {
    copy(property.key.span);
    if (!property.value) return;
    layout_.text(":");
    value(*property.value);
}

void FormatWriter::duration(const DurationLit& literal, base::Span span) {
    at(span.begin);
    for (const DurationPart& part : literal.parts) {
        layout_.text(fmt::format("{}{}", part.magnitude, unit_text(part.unit)));
    }
}

void FormatWriter::dict(const DictExpr& dict, base::Span span) {
    if (dict.entries.empty()) {
        token(span.begin, "[:");
        token(span.end - 1, "]");
        return;
    }
    list(
        "[", span, dict.entries, [](const DictEntry& entry) { return entry.key->span.begin; },
        [&](const DictEntry& entry) { return hugs(*entry.value); },
        [&](const DictEntry& entry) {
            expr(*entry.key);
            layout_.text(":");
            value(*entry.value);
        });
}

void FormatWriter::unary(const UnaryExpr& unary, Precedence precedence) {
    token(unary.op_span.begin, operator_text(unary.op));
    const bool word = unary.op == UnaryOp::logical_not || unary.op == UnaryOp::exists;
    if (word) layout_.text(" ");
    operand(*unary.operand, precedence);
}

void FormatWriter::member(const MemberExpr& member, base::Span span) {
    postfix_object(*member.object);
    if (!member.property.quoted) {
        layout_.text(".");
        copy(member.property.span);
        return;
    }
    enclosed("[", {span.file, member.object->span.end, span.end}, member.property.span,
             [&] { copy(member.property.span); });
}

void FormatWriter::index(const IndexExpr& index, base::Span span) {
    postfix_object(*index.array);
    const Expr& inner = without_parens(*index.index);
    enclosed("[", {span.file, index.array->span.end, span.end}, inner.span, [&] {
        if (is<StringLit>(inner)) {
            // Without parentheses a string names a member.
            in_parens(*index.index, inner);
        } else {
            expr(*index.index);
        }
    });
}

void FormatWriter::node(const Expr& expr) {
    const auto verbatim = [&] { copy(expr.span); };
    std::visit(base::Overloaded{
                   // Literals keep their text; integers have only one spelling.
                   [&](const IntegerLit&) { verbatim(); },
                   [&](const FloatLit&) { verbatim(); },
                   [&](const StringLit&) { verbatim(); },
                   [&](const DateTimeLit&) { verbatim(); },
                   [&](const RegexLit&) { verbatim(); },
                   [&](const PipeLit&) { verbatim(); },
                   [&](const LabelLit&) { label(expr.span); },
                   [&](const Identifier&) { verbatim(); },
                   [&](const BadExpr&) { verbatim(); },
                   [&](const StringExpr&) {
                       verbatim();
                       // Comments within `${}` are part of the copy.
                       while (comment_before(expr.span.end)) ++next_comment_;
                   },
                   [&](const DurationLit& node) { duration(node, expr.span); },
                   [&](const ArrayExpr& node) {
                       list(
                           "[", expr.span, node.elements,
                           [](const ExprPtr& item) { return item->span.begin; },
                           [&](const ExprPtr& item) { return hugs(*item); },
                           [&](const ExprPtr& item) { this->expr(*item); });
                   },
                   [&](const DictExpr& node) { dict(node, expr.span); },
                   [&](const RecordExpr& node) { record(node, expr.span); },
                   [&](const FunctionExpr& node) { function(node, expr.span); },
                   [&](const UnaryExpr& node) { unary(node, precedence_of(expr)); },
                   [&](const BinaryExpr&) { operation(expr); },
                   [&](const LogicalExpr&) { operation(expr); },
                   [&](const MemberExpr& node) { member(node, expr.span); },
                   [&](const IndexExpr& node) { index(node, expr.span); },
                   [&](const CallExpr& node) {
                       postfix_object(*node.callee);
                       list(
                           "(", node.arguments_span, node.arguments,
                           [](const Property& argument) { return argument.span.begin; },
                           [&](const Property& argument) { return hugs(argument); },
                           [&](const Property& argument) { property(argument); });
                   },
                   [&](const PipeExpr&) { pipes(expr); },
                   [&](const ConditionalExpr&) { conditional(expr); },
                   [&](const ParenExpr& node) { in_parens(expr, *node.inner); },
               },
               expr.node);
}

}  // namespace fluxi::syntax
