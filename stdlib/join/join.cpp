// Natives of package join: tables, which the others are made of. What `on` compares is read off its
// code; it is never called.
#include "flow/ops/join.hpp"

#include <utility>

#include "eval/callable.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::join {

namespace {

using eval::Evaluator;
using flow::ops::JoinMethod;
using native::Arguments;
using value::Value;
using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kUnsupported =
    "error in join function - some expressions are not yet supported in the `on` parameter";

/// The operand of a comparison: a column of `l` or `r`.
struct Operand {
    bool left;
    std::string column;
};

Operand operand(const eval::Closure& fn, const program::Expr& expr) {
    const auto* member = std::get_if<program::Member>(&expr.node);
    const auto* row =
        member != nullptr ? std::get_if<program::LocalRef>(&member->object->node) : nullptr;
    if (row != nullptr && row->slot < fn.parameters().size()) {
        const std::string& name = fn.parameters()[row->slot].name;
        if (name == "l" || name == "r") return {name == "l", member->label};
    }
    base::RuntimeError error(
        base::Code::runtime,
        fmt::format("{}: each side of a comparison must be a column of l or r", kUnsupported));
    error.set_span(expr.span);
    throw error;
}

void collect(const eval::Closure& fn, const program::Expr& expr, Pairs& pairs) {
    const auto fail = [&](std::string_view what) {
        base::RuntimeError error(
            base::Code::runtime,
            fmt::format("{}: {}; compare columns of l and r with ==, several with and",
                        kUnsupported, what));
        error.set_span(expr.span);
        throw error;
    };
    if (const auto* logical = std::get_if<program::Logical>(&expr.node)) {
        if (logical->op != program::LogicalOp::logical_and)
            fail("unsupported operator in join predicate: or");
        collect(fn, *logical->left, pairs);
        collect(fn, *logical->right, pairs);
        return;
    }
    const auto* binary = std::get_if<program::Binary>(&expr.node);
    if (binary == nullptr) fail("illegal expression type in join predicate");
    if (binary->op != program::BinaryOp::equal) fail("unsupported operator in join predicate");
    Operand a = operand(fn, *binary->left);
    Operand b = operand(fn, *binary->right);
    if (a.left == b.left) fail("a comparison must be of a column of l with one of r");
    if (!a.left) std::swap(a, b);
    pairs.emplace_back(std::move(a.column), std::move(b.column));
}

Pairs columns_of(const Value& on) {
    const auto* closure = dynamic_cast<const eval::Closure*>(on.object());
    Pairs pairs;
    if (closure == nullptr || !closure->code().statements.empty())
        base::fail("{}: it must be a function of one expression", kUnsupported);
    collect(*closure, *closure->code().result, pairs);
    return pairs;
}

JoinMethod method_of(const std::string& text) {
    if (text == "inner") return JoinMethod::inner;
    if (text == "left") return JoinMethod::left;
    if (text == "right") return JoinMethod::right;
    if (text == "full") return JoinMethod::full;
    base::fail(
        "tables: invalid argument for 'method' - must be \"inner\", \"left\", \"right\", or "
        "\"full\", found \"{}\"",
        text);
}

Value tables(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::JoinSettings settings;
    settings.as = native::function(arguments, 1);
    const std::string method = native::text(arguments, 2);
    settings.method = method_of(method);
    settings.name = "join." + method;
    settings.on = columns_of(native::function(arguments, 3));
    return native::apply(evaluator, std::make_shared<flow::ops::Join>(std::move(settings)),
                         {native::stream(arguments, 0), native::stream(arguments, 4)});
}

}  // namespace

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    registry.package("join").raw("tables", {"<-left", "as", "method", "on", "right"}, tables);
}

}  // namespace fluxi::stdlib::join
