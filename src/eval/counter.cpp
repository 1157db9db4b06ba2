#include "eval/counter.hpp"

#include <utility>

namespace fluxi::eval {

using program::Expr;
using program::ExprPtr;

namespace {

/// A node at the place of another.
ExprPtr node_like(const Expr& expr, decltype(Expr::node) node) {
    auto result = std::make_unique<Expr>();
    result->span = expr.span;
    result->id = expr.id;
    result->node = std::move(node);
    return result;
}

bool is_counter(const Expr& test) {
    const auto* call = std::get_if<program::Call>(&test.node);
    if (call == nullptr) return false;
    const auto* callee = std::get_if<program::Literal>(&call->callee->node);
    return callee != nullptr && callee->value.is(value::Nature::function) &&
           dynamic_cast<const Counter*>(callee->value.object()) != nullptr;
}

}  // namespace

value::Value Counter::call(Evaluator& /*evaluator*/, std::span<value::Value> /*arguments*/) const {
    ++count_;
    return value::Value::boolean(true);
}

ExprPtr counted(ExprPtr expr, std::uint64_t& count) {
    program::Call call;
    call.callee = node_like(*expr, program::Literal{value::Value::of(value::make<Counter>(count))});
    call.name = "_count";
    const Expr& place = *expr;
    ExprPtr test = node_like(place, std::move(call));
    ExprPtr never = node_like(place, program::Literal{value::Value::null()});
    return node_like(place,
                     program::Conditional{std::move(test), std::move(expr), std::move(never)});
}

const Expr& uncounted(const Expr& expr) {
    const Expr* inner = &expr;
    while (const auto* conditional = std::get_if<program::Conditional>(&inner->node)) {
        if (!is_counter(*conditional->test)) break;
        inner = conditional->consequent.get();
    }
    return *inner;
}

}  // namespace fluxi::eval
