// Statements that define a name: variables, options and builtins.
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "types/inferrer.hpp"
#include "types/type_expr.hpp"

namespace fluxi::types {

namespace {

using base::Code;

/// Whether the comment `@feature labelPolymorphism` stands before the statement.
bool needs_labels(const syntax::File& file, const syntax::Stmt& statement,
                  const base::SourceMap* sources) {
    if (sources == nullptr) return false;
    for (const syntax::Comment& comment : file.comments_before(statement.span.begin)) {
        if (sources->text(comment.span).find("@feature labelPolymorphism") !=
            std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_import(const Binding& binding) {
    return binding.kind == Binding::Kind::import;
}

std::shared_ptr<const std::vector<Declared>> declared_parameters(const syntax::Expr& init) {
    const auto* function = std::get_if<syntax::FunctionExpr>(&bare(init).node);
    if (function == nullptr) return nullptr;
    auto declared = std::make_shared<std::vector<Declared>>();
    for (const syntax::Parameter& p : function->parameters) {
        declared->push_back({p.name.text, p.name.span});
    }
    return declared;
}

}  // namespace

PolyType Inferrer::let(const syntax::Name& name, const syntax::Expr& init) {
    const std::string_view outer = std::exchange(defining_, name.text);
    substitution_.enter();
    TypeRef type = expression(init);
    substitution_.leave();
    defining_ = outer;
    if (substitution_.resolve(type)->depth >= kMaxDepth) {
        diagnostics_.error(Code::nesting, name.span,
                           fmt::format("the type of `{}` is nested too deeply", name.text));
        type = &kError;
    }
    note(name.id, type);
    return generalise(substitution_, type);
}

void Inferrer::define(const syntax::Name& name, Binding binding) {
    binding.definition = name.span;
    if (options_.warnings && environment_.depth() > 0 && name.text != "_") {
        const Binding* hidden = environment_.find(name.text);
        if (hidden != nullptr && environment_.find_here(name.text) == nullptr) {
            base::Diagnostic& d =
                diagnostics_.warning(Code::shadowed, name.span,
                                     fmt::format("`{}` hides another of the same name", name.text));
            d.secondary.push_back({hidden->definition, "which is this one"});
        }
    }
    environment_.define(name.text, std::move(binding));
}

void Inferrer::variable(const syntax::VariableStmt& node, bool exported) {
    Binding binding;
    binding.type = let(node.name, *node.init);
    binding.parameters = declared_parameters(*node.init);
    if (exported) inferred_.definitions_.emplace_back(node.name.text, binding.type);
    define(node.name, std::move(binding));
}

void Inferrer::option(const syntax::OptionStmt& node, bool exported) {
    if (node.package) {
        package_option(node);
        return;
    }
    later_.erase(node.name.text);
    Binding binding;
    binding.kind = Binding::Kind::option;
    binding.type = let(node.name, *node.init);
    binding.parameters = declared_parameters(*node.init);
    const PolyType* wanted = environment_.is_prelude_option(node.name.text)
                                 ? environment_.prelude_member(node.name.text)
                                 : nullptr;
    if (wanted != nullptr) {
        equal(instantiate(substitution_, *wanted), instantiate(substitution_, binding.type), [&] {
            Clash clash;
            clash.span = bare(*node.init).span;
            clash.subject = fmt::format("option `{}`", node.name.text);
            clash.value = node.init.get();
            return clash;
        });
    }
    if (exported) inferred_.definitions_.emplace_back(node.name.text, binding.type);
    define(node.name, std::move(binding));
}

void Inferrer::package_option(const syntax::OptionStmt& node) {
    const TypeRef found = expression(*node.init);
    Binding* binding = environment_.find(node.package->text);
    if (binding == nullptr) {
        explain_undefined(node.package->text, node.package->span);
        return;
    }
    binding->used = true;
    if (!is_import(*binding)) {
        diagnostics_.error(
            Code::bad_statement, node.package->span,
            fmt::format("`{}` is not a package, so it has no options", node.package->text));
        return;
    }
    if (binding->package == nullptr) return;
    const PolyType* wanted = binding->package->member(node.name.text);
    if (wanted == nullptr) {
        base::Diagnostic& d = diagnostics_.error(
            Code::missing_label, node.package->span,
            fmt::format("package `{}` has no option `{}`", node.package->text, node.name.text));
        const std::vector<std::string_view> names = binding->package->members();
        const std::string_view near = base::nearest(node.name.text, names);
        if (!near.empty()) d.help.push_back(fmt::format("did you mean `{}`?", near));
        return;
    }
    equal(instantiate(substitution_, *wanted), found, [&] {
        Clash clash;
        clash.span = bare(*node.init).span;
        clash.subject = fmt::format("option `{}.{}`", node.package->text, node.name.text);
        clash.value = node.init.get();
        return clash;
    });
}

void Inferrer::builtin(const syntax::BuiltinStmt& node, const syntax::Stmt& statement,
                       bool exported) {
    if (needs_labels(*file_, statement, options_.sources) &&
        !options_.features.label_polymorphism) {
        return;
    }
    Binding binding;
    binding.kind = Binding::Kind::builtin;
    binding.type = from_syntax(node.type, store_, diagnostics_);
    if (exported) inferred_.definitions_.emplace_back(node.name.text, binding.type);
    define(node.name, std::move(binding));
}

}  // namespace fluxi::types
