// Visits the direct children of a node in source order. `visit` is called with `const Expr&`,
// `const Stmt&`, `const Block&` or `const TypeExpr&`; it decides itself whether to go deeper by
// calling walk_children again. No node kind can be forgotten: the visits have no default branch.
#pragma once

#include <variant>

#include "base/overloaded.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax {

template <typename F>
void walk_children(const Expr& expr, F&& visit) {
    const auto properties = [&](const std::vector<Property>& list) {
        for (const Property& property : list) {
            if (property.value) visit(*property.value);
        }
    };
    std::visit(base::Overloaded{
                   [](const IntegerLit&) {},
                   [](const FloatLit&) {},
                   [](const StringLit&) {},
                   [](const DurationLit&) {},
                   [](const DateTimeLit&) {},
                   [](const RegexLit&) {},
                   [](const PipeLit&) {},
                   [](const LabelLit&) {},
                   [](const Identifier&) {},
                   [](const BadExpr&) {},
                   [&](const StringExpr& node) {
                       for (const StringPart& part : node.parts) {
                           if (part.expression) visit(*part.expression);
                       }
                   },
                   [&](const ArrayExpr& node) {
                       for (const ExprPtr& element : node.elements) visit(*element);
                   },
                   [&](const DictExpr& node) {
                       for (const DictEntry& entry : node.entries) {
                           visit(*entry.key);
                           visit(*entry.value);
                       }
                   },
                   [&](const RecordExpr& node) {
                       if (node.with) visit(*node.with);
                       properties(node.properties);
                   },
                   [&](const FunctionExpr& node) {
                       for (const Parameter& parameter : node.parameters) {
                           if (parameter.default_value) visit(*parameter.default_value);
                       }
                       if (node.expression) visit(*node.expression);
                       if (node.block) visit(*node.block);
                   },
                   [&](const UnaryExpr& node) { visit(*node.operand); },
                   [&](const BinaryExpr& node) {
                       visit(*node.left);
                       visit(*node.right);
                   },
                   [&](const LogicalExpr& node) {
                       visit(*node.left);
                       visit(*node.right);
                   },
                   [&](const MemberExpr& node) { visit(*node.object); },
                   [&](const IndexExpr& node) {
                       visit(*node.array);
                       visit(*node.index);
                   },
                   [&](const CallExpr& node) {
                       visit(*node.callee);
                       properties(node.arguments);
                   },
                   [&](const PipeExpr& node) {
                       visit(*node.argument);
                       visit(*node.call);
                   },
                   [&](const ConditionalExpr& node) {
                       visit(*node.test);
                       visit(*node.consequent);
                       visit(*node.alternate);
                   },
                   [&](const ParenExpr& node) { visit(*node.inner); },
               },
               expr.node);
}

template <typename F>
void walk_children(const Block& block, F&& visit) {
    for (const StmtPtr& statement : block.body) visit(*statement);
}

template <typename F>
void walk_children(const Stmt& statement, F&& visit) {
    for (const Attribute& attribute : statement.attributes) {
        for (const ExprPtr& argument : attribute.arguments) visit(*argument);
    }
    std::visit(base::Overloaded{
                   [&](const ExpressionStmt& node) { visit(*node.expression); },
                   [&](const VariableStmt& node) { visit(*node.init); },
                   [&](const OptionStmt& node) { visit(*node.init); },
                   [&](const ReturnStmt& node) { visit(*node.argument); },
                   [&](const BuiltinStmt& node) { visit(*node.type.type); },
                   [&](const TestcaseStmt& node) { visit(node.body); },
                   [](const BadStmt&) {},
               },
               statement.node);
}

template <typename F>
void walk_children(const File& file, F&& visit) {
    for (const StmtPtr& statement : file.body) visit(*statement);
}

template <typename F>
void walk_children(const TypeExpr& type, F&& visit) {
    std::visit(base::Overloaded{
                   [](const NamedType&) {},
                   [](const TypeVariable&) {},
                   [](const DynamicType&) {},
                   [](const LabelType&) {},
                   [](const BadType&) {},
                   [&](const ArrayType& node) { visit(*node.element); },
                   [&](const StreamType& node) { visit(*node.element); },
                   [&](const VectorType& node) { visit(*node.element); },
                   [&](const DictType& node) {
                       visit(*node.key);
                       visit(*node.value);
                   },
                   [&](const RecordType& node) {
                       for (const PropertyType& property : node.properties) visit(*property.type);
                   },
                   [&](const FunctionType& node) {
                       for (const ParameterType& parameter : node.parameters) {
                           visit(*parameter.type);
                           if (parameter.default_label) visit(*parameter.default_label);
                       }
                       visit(*node.result);
                   },
               },
               type.node);
}

/// Visits every expression below `root` (a File, Stmt, Block or Expr; not `root` itself), parents
/// first.
template <typename Root, typename F>
void for_each_expr(const Root& root, F&& visit) {
    walk_children(root, base::Overloaded{
                            [&](const Expr& child) {
                                visit(child);
                                for_each_expr(child, visit);
                            },
                            [&](const Stmt& child) { for_each_expr(child, visit); },
                            [&](const Block& child) { for_each_expr(child, visit); },
                            [](const TypeExpr&) {},
                        });
}

}  // namespace fluxi::syntax
