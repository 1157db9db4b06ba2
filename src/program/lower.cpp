#include "program/lower.hpp"

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::program {

namespace {

ExprPtr node_at(const syntax::Expr& expr) {
    auto node = std::make_unique<Expr>();
    node->span = expr.span;
    node->id = expr.id;
    return node;
}

template <typename T>
ExprPtr make_node(const syntax::Expr& expr, T&& content) {
    auto node = node_at(expr);
    node->node = std::forward<T>(content);
    return node;
}

value::DurationUnit unit_of(syntax::DurationUnit unit) {
    switch (unit) {
        case syntax::DurationUnit::y:
            return value::DurationUnit::year;
        case syntax::DurationUnit::mo:
            return value::DurationUnit::month;
        case syntax::DurationUnit::w:
            return value::DurationUnit::week;
        case syntax::DurationUnit::d:
            return value::DurationUnit::day;
        case syntax::DurationUnit::h:
            return value::DurationUnit::hour;
        case syntax::DurationUnit::m:
            return value::DurationUnit::minute;
        case syntax::DurationUnit::s:
            return value::DurationUnit::second;
        case syntax::DurationUnit::ms:
            return value::DurationUnit::millisecond;
        case syntax::DurationUnit::us:
            return value::DurationUnit::microsecond;
        case syntax::DurationUnit::ns:
            break;
    }
    return value::DurationUnit::nanosecond;
}

/// The name a call goes by in a call stack.
std::string callee_name(const syntax::Expr& callee) {
    if (const auto* name = std::get_if<syntax::Identifier>(&callee.node)) return name->name;
    if (const auto* member = std::get_if<syntax::MemberExpr>(&callee.node))
        return member->property.text;
    return "<anonymous function>";
}

}  // namespace

value::Value duration_value(const syntax::DurationLit& literal) {
    std::vector<value::DurationPart> parts;
    parts.reserve(literal.parts.size());
    for (const auto& part : literal.parts) parts.push_back({part.magnitude, unit_of(part.unit)});
    return value::Value::duration(value::duration_of(parts));
}

ExprPtr Lowering::invalid(std::string message) {
    auto node = std::make_unique<Expr>();
    node->node = Invalid{std::move(message)};
    return node;
}

ExprPtr Lowering::identifier(const std::string& name, base::Span span, FunctionScope* scope) {
    auto node = std::make_unique<Expr>();
    node->span = span;
    if (scope != nullptr) {
        if (const auto found = scope->resolve(name)) {
            std::visit([&](const auto& reference) { node->node = reference; }, *found);
            return node;
        }
    }
    if (const std::uint32_t cell = file_.package->find(name); cell != Package::npos) {
        node->node = GlobalRef{file_.package, cell};
        return node;
    }
    if (const auto import = file_.imports.find(name); import != file_.imports.end()) {
        node->node = PackageRef{import->second};
        return node;
    }
    if (file_.prelude != nullptr) {
        if (const auto* place = file_.prelude->find(name)) {
            node->node = GlobalRef{place->package, place->cell};
            return node;
        }
    }
    std::string message = fmt::format("undefined identifier {}", name);
    if (diagnostics_ != nullptr) diagnostics_->error(base::Code::undefined_name, span, message);
    node->node = Invalid{std::move(message)};
    return node;
}

ExprPtr Lowering::value_of(const syntax::Property& property, FunctionScope* scope) {
    if (property.value) return lower(*property.value, scope);
    auto node = identifier(property.key.text, property.key.span, scope);
    node->id = property.key.id;
    return node;
}

ExprPtr Lowering::member(const syntax::Expr& expr, const syntax::MemberExpr& node,
                         FunctionScope* scope) {
    auto object = lower(*node.object, scope);
    if (const auto* import = std::get_if<PackageRef>(&object->node)) {
        const std::uint32_t cell = import->package->find(node.property.text);
        if (cell != Package::npos) return make_node(expr, GlobalRef{import->package, cell});
        auto bad = invalid(fmt::format("package \"{}\" has no member {}", import->package->path(),
                                       node.property.text));
        bad->span = expr.span;
        return bad;
    }
    Member member;
    member.object = std::move(object);
    member.label = node.property.text;
    return make_node(expr, std::move(member));
}

ExprPtr Lowering::call(const syntax::Expr& expr, const syntax::CallExpr& node, ExprPtr pipe,
                       FunctionScope* scope) {
    Call call;
    call.callee = lower(*node.callee, scope);
    call.name = callee_name(*node.callee);
    for (const auto& argument : node.arguments) {
        call.arguments.push_back({argument.key.text, value_of(argument, scope), argument.span});
    }
    call.pipe = std::move(pipe);
    return make_node(expr, std::move(call));
}

ExprPtr Lowering::pipe(const syntax::Expr& expr, const syntax::PipeExpr& node,
                       FunctionScope* scope) {
    auto argument = lower(*node.argument, scope);
    const auto* called = std::get_if<syntax::CallExpr>(&node.call->node);
    if (called == nullptr) return invalid("pipe destination must be a function call");
    auto result = call(*node.call, *called, std::move(argument), scope);
    result->id = expr.id;
    return result;
}

ExprPtr Lowering::record(const syntax::Expr& expr, const syntax::RecordExpr& node,
                         FunctionScope* scope) {
    RecordLiteral record;
    if (node.with) record.with = lower(*node.with, scope);
    std::vector<std::string> labels;
    for (const auto& property : node.properties) {
        if (std::find(labels.begin(), labels.end(), property.key.text) != labels.end()) {
            auto bad = invalid(fmt::format("duplicate key in object: \"{}\"", property.key.text));
            bad->span = property.key.span;
            return bad;
        }
        labels.push_back(property.key.text);
        record.values.push_back(value_of(property, scope));
    }
    record.shape = value::make<value::Shape>(std::move(labels));
    return make_node(expr, std::move(record));
}

ExprPtr Lowering::interpolation(const syntax::StringExpr& node, FunctionScope* scope) {
    Interpolation result;
    for (const auto& part : node.parts) {
        result.parts.push_back(
            {part.text, part.expression ? lower(*part.expression, scope) : nullptr});
    }
    auto expr = std::make_unique<Expr>();
    expr->node = std::move(result);
    return expr;
}

ExprPtr Lowering::regexp(const syntax::Expr& expr, const syntax::RegexLit& node) {
    try {
        const auto compiled = value::Regexp::compile(node.pattern);
        return make_node(expr,
                         Literal{value::Value::of(value::make<value::RegexpObject>(compiled))});
    } catch (const base::RuntimeError& error) {
        auto bad = invalid(error.diagnostic().message);
        bad->span = expr.span;
        return bad;
    }
}

void Lowering::block(const syntax::Block& body, FunctionCode& code, FunctionScope& scope) {
    for (const auto& statement : body.body) {
        std::visit(
            base::Overloaded{
                [&](const syntax::VariableStmt& node) {
                    auto value = lower(*node.init, &scope);
                    code.statements.push_back({scope.declare(node.name.text), std::move(value)});
                },
                [&](const syntax::ExpressionStmt& node) {
                    code.statements.push_back(
                        {LocalStatement::kNone, lower(*node.expression, &scope)});
                },
                [&](const syntax::ReturnStmt& node) {
                    if (!code.result) code.result = lower(*node.argument, &scope);
                },
                [](const syntax::OptionStmt&) {},
                [](const syntax::BuiltinStmt&) {},
                [](const syntax::TestcaseStmt&) {},
                [](const syntax::BadStmt&) {},
            },
            statement->node);
    }
    if (!code.result) {
        code.result = invalid("missing return statement in block");
        code.result->span = body.span;
    }
}

ExprPtr Lowering::function(const syntax::Expr& expr, const syntax::FunctionExpr& node,
                           FunctionScope* scope) {
    auto code = std::make_shared<FunctionCode>();
    code->span = expr.span;
    FunctionScope inner(scope, *code);
    for (const auto& parameter : node.parameters) {
        code->parameters.push_back(
            {parameter.name.text, parameter.default_value != nullptr, parameter.pipe});
        inner.declare(parameter.name.text);
    }
    code->type_text = [file = &file_, id = expr.id]() {
        const auto* names = file->type_names;
        if (names == nullptr || !names->function) return std::string();
        return names->function(*file->package, *file->file, id);
    };
    inner.hide_locals(true);
    for (const auto& parameter : node.parameters) {
        code->defaults.push_back(parameter.default_value ? lower(*parameter.default_value, &inner)
                                                         : nullptr);
    }
    inner.hide_locals(false);
    if (node.block) {
        block(*node.block, *code, inner);
    } else {
        code->result = lower(*node.expression, &inner);
    }
    return make_node(expr, FunctionLiteral{std::move(code)});
}

ExprPtr Lowering::lower(const syntax::Expr& expr, FunctionScope* scope) {
    using value::Value;
    auto result = std::visit(
        base::Overloaded{
            [&](const syntax::IntegerLit& n) {
                return make_node(expr, Literal{Value::integer(n.value)});
            },
            [&](const syntax::FloatLit& n) {
                return make_node(expr, Literal{Value::floating(n.value)});
            },
            [&](const syntax::StringLit& n) {
                return make_node(expr, Literal{Value::string(n.value)});
            },
            [&](const syntax::DurationLit& n) {
                return make_node(expr, Literal{duration_value(n)});
            },
            [&](const syntax::DateTimeLit& n) {
                return make_node(expr, Literal{Value::time({n.nanoseconds})});
            },
            [&](const syntax::RegexLit& n) { return regexp(expr, n); },
            [&](const syntax::PipeLit&) {
                return invalid("a pipe literal is only a default of a parameter");
            },
            [&](const syntax::LabelLit& n) {
                return make_node(expr, Literal{Value::label(n.name)});
            },
            [&](const syntax::Identifier& n) { return identifier(n.name, expr.span, scope); },
            [&](const syntax::StringExpr& n) { return interpolation(n, scope); },
            [&](const syntax::ArrayExpr& n) {
                ArrayLiteral array;
                for (const auto& element : n.elements)
                    array.elements.push_back(lower(*element, scope));
                return make_node(expr, std::move(array));
            },
            [&](const syntax::DictExpr& n) {
                DictLiteral dict;
                for (const auto& entry : n.entries) {
                    auto key = lower(*entry.key, scope);
                    dict.entries.emplace_back(std::move(key), lower(*entry.value, scope));
                }
                return make_node(expr, std::move(dict));
            },
            [&](const syntax::RecordExpr& n) { return record(expr, n, scope); },
            [&](const syntax::FunctionExpr& n) { return function(expr, n, scope); },
            [&](const syntax::UnaryExpr& n) {
                return make_node(expr, Unary{n.op, lower(*n.operand, scope)});
            },
            [&](const syntax::BinaryExpr& n) {
                auto left = lower(*n.left, scope);
                return make_node(expr, Binary{n.op, std::move(left), lower(*n.right, scope)});
            },
            [&](const syntax::LogicalExpr& n) {
                auto left = lower(*n.left, scope);
                return make_node(expr, Logical{n.op, std::move(left), lower(*n.right, scope)});
            },
            [&](const syntax::MemberExpr& n) { return member(expr, n, scope); },
            [&](const syntax::IndexExpr& n) {
                auto array = lower(*n.array, scope);
                return make_node(expr, Index{std::move(array), lower(*n.index, scope)});
            },
            [&](const syntax::CallExpr& n) { return call(expr, n, nullptr, scope); },
            [&](const syntax::PipeExpr& n) { return pipe(expr, n, scope); },
            [&](const syntax::ConditionalExpr& n) {
                auto test = lower(*n.test, scope);
                auto consequent = lower(*n.consequent, scope);
                return make_node(expr, Conditional{std::move(test), std::move(consequent),
                                                   lower(*n.alternate, scope)});
            },
            [&](const syntax::ParenExpr& n) { return lower(*n.inner, scope); },
            [&](const syntax::BadExpr& n) {
                return invalid(fmt::format("invalid expression {}", n.text));
            },
        },
        expr.node);
    if (!result->span.known()) result->span = expr.span;
    if (result->id == 0) result->id = expr.id;
    return result;
}

}  // namespace fluxi::program
