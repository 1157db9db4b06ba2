// Folds the flat list of operands and operators of an operation into a tree, with the operator
// table.
#include <fmt/core.h>

#include "syntax/parser_build.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Span;

namespace {

/// A pipe needs a call to its right; anything else is reported and called without arguments.
Built<ExprPtr> require_call(ParserState& state, Built<ExprPtr> destination) {
    const Expr& expr = *destination.node;
    if (std::holds_alternative<CallExpr>(expr.node)) return destination;
    const Span place = expr.span;
    base::Diagnostic& diagnostic = state.error(
        Code::syntax, place, "`|>` needs a function call on its right side", "this is not a call");
    if (std::holds_alternative<Identifier>(expr.node) ||
        std::holds_alternative<MemberExpr>(expr.node)) {
        diagnostic.fixits.push_back({{place.file, place.end, place.end}, "()", "call it", true});
    } else if (std::holds_alternative<FunctionExpr>(expr.node)) {
        diagnostic.help.emplace_back("give the function a name and call it: `|> f()`");
    }
    const std::uint32_t height = state.height_above(destination.height, place);
    auto call = std::make_unique<Expr>();
    call->id = state.next_id();
    call->span = place;
    call->node = CallExpr{std::move(destination.node), {}, {place.file, place.end, place.end}};
    return {std::move(call), height};
}

void reduce_infix(ParserState& state, const PendingOperator& pending) {
    Built<ExprPtr> right = state.pop();
    Built<ExprPtr> left = state.pop();
    const InfixOperator& op = *pending.infix;
    if (op.kind == InfixKind::pipe) right = require_call(state, std::move(right));
    const Span place = join(left.node->span, right.node->span);
    const std::uint32_t height = std::max(left.height, right.height);
    switch (op.kind) {
        case InfixKind::pipe: {
            const std::uint32_t stages = left.stages + 1;
            const bool new_level = stages % kStagesPerLevel == 1;
            state.push(place, PipeExpr{std::move(left.node), pending.span, std::move(right.node)},
                       new_level ? height : std::max(left.height - 1, right.height));
            state.exprs.back().stages = stages;
            break;
        }
        case InfixKind::logical:
            state.push(
                place,
                LogicalExpr{op.logical, pending.span, std::move(left.node), std::move(right.node)},
                height);
            break;
        case InfixKind::binary:
            state.push(
                place,
                BinaryExpr{op.binary, pending.span, std::move(left.node), std::move(right.node)},
                height);
            break;
    }
}

void reduce_prefix(ParserState& state, const PendingOperator& pending) {
    Built<ExprPtr> operand = state.pop();
    const Span place = join(pending.span, operand.node->span);
    state.push(place, UnaryExpr{pending.prefix->op, pending.span, std::move(operand.node)},
               operand.height);
}

void reduce_while(ParserState& state, Precedence precedence) {
    while (state.operators.size() > state.operator_base &&
           state.operators.back().precedence() >= precedence) {
        const PendingOperator pending = ParserState::take_last(state.operators);
        if (pending.infix != nullptr) {
            reduce_infix(state, pending);
        } else {
            reduce_prefix(state, pending);
        }
    }
}

}  // namespace

void push_prefix(ParserState& state, Span place) {
    const PrefixOperator* op = find_prefix(state.text_of(place));
    const bool inner = state.operators.size() > state.operator_base;
    if (inner && state.operators.back().precedence() > op->precedence) {
        // `a == not b`: the reference refuses it, and whether `not` takes all that follows is a
        // guess.
        const PendingOperator& outer = state.operators.back();
        state
            .error(Code::syntax, place,
                   fmt::format("`{}` binds more loosely than `{}` and needs parentheses here",
                               op->text, state.text_of(outer.span)))
            .secondary.push_back({outer.span, "an operand of this operator"});
    }
    state.operators.push_back({nullptr, op, place});
}

void push_infix(ParserState& state, Span place) {
    const InfixOperator* op = find_infix(state.text_of(place));
    reduce_while(state, op->precedence);
    state.operators.push_back({op, nullptr, place});
}

void reduce_all(ParserState& state) {
    reduce_while(state, Precedence::lowest);
}

void note_condition_end(ParserState& state, Span) {
    state.frame().kind = FrameKind::condition_done;
}

void build_conditional(ParserState& state, Span) {
    // The conditions of this chain lie on top of each other; the last `else` is the operand above
    // them.
    while (!state.frames.empty() && state.frame().kind == FrameKind::condition_done) {
        const Frame frame = state.close();
        Built<ExprPtr> alternate = state.pop();
        Built<ExprPtr> consequent = state.pop();
        Built<ExprPtr> test = state.pop();
        const Span place = join(frame.open, alternate.node->span);
        const std::uint32_t height = std::max({test.height, consequent.height, alternate.height});
        state.push(place,
                   ConditionalExpr{std::move(test.node), std::move(consequent.node),
                                   std::move(alternate.node)},
                   height);
    }
}

}  // namespace fluxi::syntax
