#include <algorithm>

#include <fmt/format.h>

#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

bool is_given(const std::vector<Parameter>& given, std::string_view name) {
    return std::any_of(given.begin(), given.end(),
                       [&](const Parameter& p) { return p.mark != Mark::pipe && p.name == name; });
}

}  // namespace

Callee Inferrer::callee_of(const syntax::Expr& callee) {
    const syntax::Expr& expr = bare(callee);
    Callee made{"the function", {}, {}, nullptr};
    if (const auto* id = std::get_if<syntax::Identifier>(&expr.node)) {
        made.name = id->name;
        made.text = fmt::format("`{}`", id->name);
        if (const Binding* binding = environment_.find(id->name))
            made.parameters = binding->parameters;
    } else if (const auto* member = std::get_if<syntax::MemberExpr>(&expr.node)) {
        made.name = member->property.text;
        const auto* object = std::get_if<syntax::Identifier>(&bare(*member->object).node);
        if (object != nullptr) made.object = object->name;
        made.text = object != nullptr ? fmt::format("`{}.{}`", object->name, made.name)
                                      : fmt::format("`{}`", made.name);
    } else if (const auto* function = std::get_if<syntax::FunctionExpr>(&expr.node)) {
        auto declared = std::make_shared<std::vector<Declared>>();
        for (const syntax::Parameter& p : function->parameters) {
            declared->push_back({p.name.text, p.name.span});
        }
        made.parameters = std::move(declared);
    }
    return made;
}

/// The documented leniency: an argument that no parameter has the name of, but exactly one not
/// given yet in another letter case, is taken as that one.
void Inferrer::accept_other_case(const syntax::CallExpr& node, TypeRef function,
                                 const Callee& callee, std::vector<Parameter>& given) {
    for (const syntax::Property& argument : node.arguments) {
        const std::string& name = argument.key.text;
        if (function->parameter(name) != nullptr) continue;
        const Parameter* meant = nullptr;
        std::size_t alike = 0;
        for (const Parameter& p : function->parameters) {
            if (!same_but_for_case(p.name, name) || is_given(given, p.name)) continue;
            meant = &p;
            ++alike;
        }
        if (alike != 1) continue;
        const auto at = std::find_if(given.begin(), given.end(), [&](const Parameter& p) {
            return p.mark != Mark::pipe && p.name == name;
        });
        if (at == given.end()) continue;
        at->name = meant->name;
        inferred_.argument_names_[argument.id] = std::string(meant->name);
        base::Diagnostic& d = diagnostics_.warning(
            base::Code::argument_case, argument.key.span,
            fmt::format("{} calls this argument `{}`", callee.text, meant->name),
            "accepted, but the letter case differs");
        const std::string with_value = fmt::format("{}: {}", meant->name, name);
        d.fixits.push_back({argument.key.span,
                            argument.value ? std::string(meant->name) : with_value,
                            "write the name of the parameter", true});
    }
}

TypeRef Inferrer::call(const syntax::CallExpr& node, const syntax::Expr& expr, TypeRef piped,
                       const syntax::Expr* source) {
    const TypeRef callee_type = expression(*node.callee);
    std::vector<Parameter> given;
    given.reserve(node.arguments.size() + 1);
    for (const syntax::Property& argument : node.arguments) {
        const TypeRef type = argument.value ? expression(*argument.value)
                                            : identifier(argument.key.text, argument.key.span);
        note(argument.id, type);
        // Of an argument given twice the last counts here; that it is given twice is found by the
        // call.
        std::erase_if(given, [&](const Parameter& p) { return p.name == argument.key.text; });
        given.push_back({argument.key.text, type});
    }
    if (piped != nullptr) given.push_back({{}, piped, Mark::pipe});
    const TypeRef known = substitution_.shallow(callee_type);
    if (known->is(Tag::error)) return &kError;
    const Callee callee = callee_of(*node.callee);
    if (known->is(Tag::function) && !options_.strict) accept_other_case(node, known, callee, given);
    const TypeRef result = substitution_.fresh();
    const TypeRef wanted = store_.function(std::move(given), result);
    const std::vector<Mismatch> wrong = Unifier(substitution_).unify(known, wanted);
    if (wrong.empty()) return substitution_.shallow(result);
    if (known->is(Tag::function)) {
        explain_call(wrong, node, expr, callee, source);
        return substitution_.shallow(result);
    }
    TypePrinter printer(PrintStyle::checker, &substitution_);
    if (known->is(Tag::variable)) {
        Clash clash;
        clash.span = expr.span;
        clash.subject = "the call of " + callee.text;
        explain_all(wrong, clash);
    } else {
        diagnostics_.error(
            base::Code::not_a_function, expr.span,
            fmt::format("{} cannot be called: it is `{}`, not a function",
                        callee.name.empty() ? "this" : callee.text, text(printer, known)));
    }
    return &kError;
}

/// A pipeline, however long, is walked in a loop from its source on.
TypeRef Inferrer::pipe(const syntax::Expr& expr) {
    std::vector<const syntax::Expr*> stages;
    const syntax::Expr* source = &expr;
    while (const auto* node = std::get_if<syntax::PipeExpr>(&source->node)) {
        stages.push_back(source);
        source = node->argument.get();
    }
    TypeRef type = expression(*source);
    for (auto at = stages.rbegin(); at != stages.rend(); ++at) {
        const auto& node = std::get<syntax::PipeExpr>((*at)->node);
        const syntax::Expr& target = *node.call;
        if (const auto* called = std::get_if<syntax::CallExpr>(&target.node)) {
            type = call(*called, target, type, node.argument.get());
        } else {
            expression(target);
            type = &kError;
        }
        note(target.id, type);
        note((*at)->id, type);
    }
    return type;
}

}  // namespace fluxi::types
