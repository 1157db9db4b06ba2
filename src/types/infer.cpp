#include "types/infer.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "base/overloaded.hpp"
#include "syntax/walk.hpp"
#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

using base::Code;

std::string last_part(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace

void Inferrer::collect_names(const syntax::File& file) {
    for (const syntax::StmtPtr& statement : file.body) {
        if (const auto* v = std::get_if<syntax::VariableStmt>(&statement->node)) {
            later_.insert(v->name.text);
        } else if (const auto* o = std::get_if<syntax::OptionStmt>(&statement->node)) {
            if (!o->package) later_.insert(o->name.text);
        }
    }
}

void Inferrer::file(const syntax::File& file) {
    file_ = &file;
    collect_names(file);
    if (!file.imports.empty()) {
        import_place_ = file.imports.back().span;
    } else if (file.package) {
        import_place_ = file.package->span;
    }
    import_after_ = import_place_.known();
    if (!import_after_) {
        const std::uint32_t start =
            file.body.empty() ? file.span.begin : file.body.front()->span.begin;
        import_place_ = {file.span.file, start, start};
    }
    for (const syntax::ImportDecl& declaration : file.imports) import(declaration);
    for (const syntax::StmtPtr& s : file.body) {
        if (const auto* v = std::get_if<syntax::VariableStmt>(&s->node)) later_.erase(v->name.text);
        substitution_.refill();
        statement(*s, true);
        if (substitution_.spent()) {
            diagnostics_.error(Code::nesting, s->span,
                               "the types in this statement are too large to be checked");
        }
    }
    if (options_.warnings && environment_.depth() == 0) finish_scope();
    if (options_.keep_imports) return;
    for (const syntax::ImportDecl& declaration : file.imports) {
        if (declaration.alias) environment_.forget(declaration.alias->text);
        std::string reason;
        PackageTypes* package =
            environment_.importer() == nullptr
                ? nullptr
                : environment_.importer()->import(declaration.path.text, reason);
        environment_.forget(package != nullptr ? std::string(package->name())
                                               : last_part(declaration.path.text));
    }
}

PolyType Inferrer::member(const syntax::File& file, const syntax::Stmt& statement) {
    file_ = &file;
    for (const syntax::ImportDecl& declaration : file.imports) import(declaration);
    this->statement(statement, true);
    return inferred_.definitions_.empty() ? PolyType{} : inferred_.definitions_.back().second;
}

void Inferrer::import(const syntax::ImportDecl& declaration) {
    Binding binding;
    binding.kind = Binding::Kind::import;
    binding.definition = declaration.span;
    std::string reason;
    if (Importer* importer = environment_.importer()) {
        binding.package = importer->import(declaration.path.text, reason);
    }
    if (binding.package == nullptr) {
        const std::string& path = declaration.path.text;
        base::Diagnostic& d = diagnostics_.error(
            Code::bad_import, declaration.span,
            reason.empty() ? fmt::format("there is no package `{}`", path) : reason);
        if (reason.empty() && environment_.importer() != nullptr) {
            const std::vector<std::string_view> paths = environment_.importer()->paths();
            const std::string_view near = base::nearest(path, paths);
            if (!near.empty()) {
                d.help.push_back(fmt::format("did you mean `{}`?", near));
                d.fixits.push_back({declaration.path.span, fmt::format("\"{}\"", near),
                                    "import the package with the nearest path", false});
            }
        }
    }
    const std::string name = declaration.alias            ? declaration.alias->text
                             : binding.package != nullptr ? std::string(binding.package->name())
                                                          : last_part(declaration.path.text);
    environment_.define(name, std::move(binding));
}

void Inferrer::statement(const syntax::Stmt& statement, bool exported) {
    std::visit(
        base::Overloaded{
            [&](const syntax::ExpressionStmt& node) { expression_statement(*node.expression); },
            [&](const syntax::VariableStmt& node) { variable(node, exported); },
            [&](const syntax::OptionStmt& node) { option(node, exported); },
            [&](const syntax::ReturnStmt& node) { expression(*node.argument); },
            [&](const syntax::BuiltinStmt& node) { builtin(node, statement, exported); },
            [&](const syntax::TestcaseStmt& node) { testcase(node); },
            [](const syntax::BadStmt&) {},
        },
        statement.node);
}

namespace {

/// Whether evaluating the expression can do something beside giving a value.
bool calls(const syntax::Expr& expr) {
    bool found = std::holds_alternative<syntax::CallExpr>(expr.node);
    syntax::for_each_expr(expr, [&](const syntax::Expr& e) {
        found = found || std::holds_alternative<syntax::CallExpr>(e.node);
    });
    return found;
}

/// Whether the expression stands last in the file: a run without streams prints its value.
bool ends_file(const syntax::Expr& expr, const syntax::File* file) {
    if (file == nullptr || file->body.empty()) return false;
    const auto* last = std::get_if<syntax::ExpressionStmt>(&file->body.back()->node);
    return last != nullptr && last->expression.get() == &expr;
}

}  // namespace

void Inferrer::expression_statement(const syntax::Expr& expr) {
    substitution_.enter();  // so that a REPL can generalise what it calls `_`
    const TypeRef type = substitution_.shallow(expression(expr));
    substitution_.leave();
    if (!options_.warnings || type->is(Tag::stream) || type->is(Tag::error)) return;
    if (type->is(Tag::variable) || calls(expr) || ends_file(expr, file_)) return;
    TypePrinter printer(PrintStyle::checker, &substitution_);
    diagnostics_.warning(
        Code::no_effect, expr.span,
        fmt::format("this does nothing: its value (`{}`) is not used and is no stream",
                    text(printer, type)));
}

void Inferrer::testcase(const syntax::TestcaseStmt& node) {
    environment_.enter_scope();
    if (node.extends) {
        // The test case that is extended runs where `super()` is called.
        Binding binding;
        binding.type.type = store_.function({}, &kError);
        binding.used = true;
        environment_.define("super", std::move(binding));
    }
    for (const syntax::StmtPtr& s : node.body.body) statement(*s, false);
    if (options_.warnings) finish_scope();
    environment_.leave_scope();
}

/// What may stand in a block and that it ends with `return` was checked before (syntax/check.hpp).
TypeRef Inferrer::block(const syntax::Block& block) {
    TypeRef result = &kError;
    for (const syntax::StmtPtr& s : block.body) {
        if (const auto* give = std::get_if<syntax::ReturnStmt>(&s->node)) {
            result = expression(*give->argument);
        } else if (!std::holds_alternative<syntax::OptionStmt>(s->node)) {
            statement(*s, false);
        }
    }
    return result;
}

void Inferrer::finish_scope() {
    const bool in_file = environment_.depth() == 0;
    environment_.each_here([&](std::string_view name, const Binding& binding) {
        if (binding.used || !binding.definition.known() || name.starts_with('_')) return;
        if (binding.kind == Binding::Kind::import) {
            base::Diagnostic& d = diagnostics_.warning(
                Code::unused, binding.definition, fmt::format("package `{}` is not used", name));
            base::Span whole = binding.definition;
            if (options_.sources != nullptr &&
                options_.sources->text({whole.file, whole.end, whole.end + 1}) == "\n") {
                ++whole.end;
            }
            d.fixits.push_back({whole, "", "remove the import", true});
        } else if (binding.kind == Binding::Kind::variable && !in_file) {
            diagnostics_.warning(Code::unused, binding.definition,
                                 fmt::format("`{}` is not used", name));
        }
    });
}

Inferred infer(const syntax::File& file, Environment& environment, const InferOptions& options,
               base::Diagnostics& diagnostics) {
    Inferred inferred(environment.substitution(), file.node_count);
    Inferrer(environment, options, diagnostics, inferred).file(file);
    diagnostics.sort();
    return inferred;
}

PolyType infer_member(const syntax::File& file, const syntax::Stmt& statement,
                      Environment& environment, const InferOptions& options,
                      base::Diagnostics& diagnostics, Inferred& inferred) {
    return Inferrer(environment, options, diagnostics, inferred).member(file, statement);
}

}  // namespace fluxi::types
