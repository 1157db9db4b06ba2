#include "program/clone.hpp"

#include <utility>

#include "base/overloaded.hpp"

namespace fluxi::program {

namespace {

ExprPtr copied(const ExprPtr& expr) {
    return expr ? clone(*expr) : nullptr;
}

std::vector<ExprPtr> copied(const std::vector<ExprPtr>& all) {
    std::vector<ExprPtr> copies;
    copies.reserve(all.size());
    for (const ExprPtr& expr : all) copies.push_back(copied(expr));
    return copies;
}

}  // namespace

ExprPtr clone(const Expr& expr) {
    auto result = std::make_unique<Expr>();
    result->span = expr.span;
    result->id = expr.id;
    const auto set = [&](auto node) { result->node = std::move(node); };
    std::visit(base::Overloaded{
                   [&](const Literal& n) { set(n); },
                   [&](const LocalRef& n) { set(n); },
                   [&](const CaptureRef& n) { set(n); },
                   [&](const GlobalRef& n) { set(n); },
                   [&](const PackageRef& n) { set(n); },
                   [&](const Interpolation& n) {
                       Interpolation copy;
                       for (const InterpolationPart& part : n.parts)
                           copy.parts.push_back({part.text, copied(part.expression)});
                       set(std::move(copy));
                   },
                   [&](const ArrayLiteral& n) { set(ArrayLiteral{copied(n.elements)}); },
                   [&](const DictLiteral& n) {
                       DictLiteral copy;
                       for (const auto& [key, value] : n.entries)
                           copy.entries.emplace_back(copied(key), copied(value));
                       set(std::move(copy));
                   },
                   [&](const RecordLiteral& n) {
                       RecordLiteral copy;
                       copy.with = copied(n.with);
                       copy.shape = n.shape;
                       copy.values = copied(n.values);
                       set(std::move(copy));
                   },
                   [&](const Unary& n) {
                       set(Unary{n.op, copied(n.operand)});
                   },
                   [&](const Binary& n) {
                       set(Binary{n.op, copied(n.left), copied(n.right)});
                   },
                   [&](const Logical& n) {
                       set(Logical{n.op, copied(n.left), copied(n.right)});
                   },
                   [&](const Conditional& n) {
                       set(Conditional{copied(n.test), copied(n.consequent), copied(n.alternate)});
                   },
                   [&](const Member& n) {
                       Member copy;
                       copy.object = copied(n.object);
                       copy.label = n.label;
                       set(std::move(copy));
                   },
                   [&](const Index& n) {
                       set(Index{copied(n.array), copied(n.index)});
                   },
                   [&](const Call& n) {
                       Call copy;
                       copy.callee = copied(n.callee);
                       for (const Argument& argument : n.arguments)
                           copy.arguments.push_back(
                               {argument.name, copied(argument.value), argument.span});
                       copy.pipe = copied(n.pipe);
                       copy.name = n.name;
                       set(std::move(copy));
                   },
                   [&](const FunctionLiteral& n) { set(n); },
                   [&](const Invalid& n) { set(n); },
               },
               expr.node);
    return result;
}

}  // namespace fluxi::program
