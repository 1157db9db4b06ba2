// Visits the direct children of a resolved expression: `visit(const Expr&)`. What is inside a
// function literal belongs to that function and is not visited.
#pragma once

#include <variant>

#include "base/overloaded.hpp"
#include "program/tree.hpp"

namespace fluxi::program {

template <typename F>
void walk_children(const Expr& expr, F&& visit) {
    const auto child = [&](const ExprPtr& inner) {
        if (inner) visit(*inner);
    };
    std::visit(base::Overloaded{
                   [](const Literal&) {},
                   [](const LocalRef&) {},
                   [](const CaptureRef&) {},
                   [](const GlobalRef&) {},
                   [](const PackageRef&) {},
                   [](const FunctionLiteral&) {},
                   [](const Invalid&) {},
                   [&](const Interpolation& n) {
                       for (const InterpolationPart& part : n.parts) child(part.expression);
                   },
                   [&](const ArrayLiteral& n) {
                       for (const ExprPtr& element : n.elements) child(element);
                   },
                   [&](const DictLiteral& n) {
                       for (const auto& entry : n.entries) {
                           child(entry.first);
                           child(entry.second);
                       }
                   },
                   [&](const RecordLiteral& n) {
                       child(n.with);
                       for (const ExprPtr& value : n.values) child(value);
                   },
                   [&](const Unary& n) { child(n.operand); },
                   [&](const Binary& n) {
                       child(n.left);
                       child(n.right);
                   },
                   [&](const Logical& n) {
                       child(n.left);
                       child(n.right);
                   },
                   [&](const Conditional& n) {
                       child(n.test);
                       child(n.consequent);
                       child(n.alternate);
                   },
                   [&](const Member& n) { child(n.object); },
                   [&](const Index& n) {
                       child(n.array);
                       child(n.index);
                   },
                   [&](const Call& n) {
                       child(n.callee);
                       for (const Argument& argument : n.arguments) child(argument.value);
                       child(n.pipe);
                   },
               },
               expr.node);
}

}  // namespace fluxi::program
