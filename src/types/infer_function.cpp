#include <fmt/format.h>

#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

Mark mark_of(const syntax::Parameter& parameter) {
    if (parameter.pipe) return Mark::pipe;
    return parameter.default_value ? Mark::optional : Mark::required;
}

bool has_defaults(const syntax::FunctionExpr& node) {
    for (const syntax::Parameter& p : node.parameters) {
        if (p.default_value) return true;
    }
    return false;
}

}  // namespace

TypeRef Inferrer::function(const syntax::FunctionExpr& node, const syntax::Expr& expr) {
    // Defaults are checked against a copy of the type; what belongs to this function alone is known
    // by its deeper level.
    const bool defaults = has_defaults(node);
    if (defaults) substitution_.enter();
    environment_.enter_scope();
    std::vector<Parameter> parameters;
    parameters.reserve(node.parameters.size());
    bool piped = false;
    for (const syntax::Parameter& p : node.parameters) {
        if (p.pipe && std::exchange(piped, true)) continue;
        const TypeRef type = substitution_.fresh();
        note(p.id, type);
        Binding binding;
        binding.kind = Binding::Kind::parameter;
        binding.type.type = type;
        define(p.name, std::move(binding));
        std::erase_if(parameters,
                      [&](const Parameter& known) { return known.name == p.name.text; });
        parameters.push_back({p.name.text, type, mark_of(p)});
    }
    TypeRef result = &kError;
    if (node.expression) {
        result = expression(*node.expression);
    } else if (node.block) {
        result = block(*node.block);
        if (options_.warnings) finish_scope();
    }
    environment_.leave_scope();
    const TypeRef type = store_.function(std::move(parameters), result);
    if (defaults) {
        substitution_.leave();
        check_defaults(node, expr, generalise(substitution_, type));
    }
    return type;
}

/// A default does not determine the type of its parameter, but it must be a value the body can work
/// with.
void Inferrer::check_defaults(const syntax::FunctionExpr& node, const syntax::Expr& expr,
                              const PolyType& type) {
    const TypeRef copy = instantiate(substitution_, type);
    for (const syntax::Parameter& p : node.parameters) {
        if (!p.default_value) continue;
        const TypeRef found = expression(*p.default_value);
        const Parameter* wanted = copy->parameter(p.name.text);
        if (wanted == nullptr) continue;
        equal(wanted->type, found, [&] {
            Clash clash;
            clash.span = expr.span;
            clash.subject = fmt::format("the default of parameter `{}`", p.name.text);
            clash.because = bare(*p.default_value).span;
            clash.because_text = "this is the default";
            clash.value = p.default_value.get();
            return clash;
        });
    }
}

}  // namespace fluxi::types
