#include "program/packages.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "base/error.hpp"
#include "base/overloaded.hpp"
#include "program/embedded.hpp"
#include "syntax/parser.hpp"

namespace fluxi::program {

namespace {

constexpr std::string_view kPreludePaths[] = {"internal/boolean", "internal/location", "universe",
                                              "influxdata/influxdb"};

std::vector<value::Parameter> parameters_of(const syntax::BuiltinStmt& node) {
    std::vector<value::Parameter> parameters;
    if (node.type.type == nullptr) return parameters;
    const auto* function = std::get_if<syntax::FunctionType>(&node.type.type->node);
    if (function == nullptr) return parameters;
    for (const auto& parameter : function->parameters) {
        parameters.push_back({parameter.name.text,
                              parameter.kind == syntax::ParameterKind::optional,
                              parameter.kind == syntax::ParameterKind::pipe});
    }
    return parameters;
}

std::string last_part(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace

Packages::Packages(base::SourceMap& sources) : sources_(sources) {
    base::Diagnostics diagnostics;
    for (const std::string_view path : kPreludePaths) {
        if (const Package* package = load(path, {}, diagnostics)) prelude_.add(*package);
    }
    if (diagnostics.has_errors()) {
        base::fail_with(base::Code::internal, "the prelude does not load: {}",
                        diagnostics.all().front().message);
    }
}

Packages::~Packages() = default;

Packages::Loaded& Packages::add(std::string path, std::string name) {
    const std::size_t index = packages_.size();
    Loaded& loaded = packages_.emplace_back();
    loaded.package =
        std::make_unique<Package>(static_cast<std::uint32_t>(index), path, std::move(name));
    by_path_[std::move(path)] = index;
    return loaded;
}

std::vector<std::string> Packages::embedded_paths() const {
    std::vector<std::string> paths;
    for (const auto& file : embedded_files()) {
        if (paths.empty() || paths.back() != file.package) paths.emplace_back(file.package);
    }
    return paths;
}

const syntax::File& Packages::keep(std::unique_ptr<syntax::File> file) {
    files_.push_back(std::move(file));
    return *files_.back();
}

const Package* Packages::load(std::string_view path, base::Span where,
                              base::Diagnostics& diagnostics) {
    if (const auto known = by_path_.find(std::string(path)); known != by_path_.end()) {
        Loaded& loaded = packages_[known->second];
        if (!loaded.loading) return loaded.package.get();
        diagnostics.error(base::Code::bad_import, where,
                          fmt::format("package \"{}\" depends on itself", path));
        return nullptr;
    }
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& file : embedded_files()) {
        if (file.package == path) found.emplace_back(file.file, file.text);
    }
    if (found.empty() && finder_) found = finder_(path);
    if (found.empty()) {
        diagnostics.error(base::Code::bad_import, where,
                          fmt::format("invalid import path {}", path));
        return nullptr;
    }
    Loaded& loaded = add(std::string(path), last_part(path));
    loaded.loading = true;
    for (auto& [name, text] : found) {
        const base::FileId id = sources_.add(std::move(name), std::move(text));
        declare_file(loaded, keep(syntax::parse_file(sources_, id, diagnostics)), diagnostics);
    }
    loaded.loading = false;
    return loaded.package.get();
}

void Packages::import_all(FileScope& scope, const syntax::File& file,
                          base::Diagnostics& diagnostics) {
    for (const auto& import : file.imports) {
        const Package* package = load(import.path.text, import.span, diagnostics);
        if (package == nullptr) continue;
        scope.imports[import.alias ? import.alias->text : package->name()] = package;
    }
}

void Packages::declare_file(Loaded& loaded, const syntax::File& file,
                            base::Diagnostics& diagnostics) {
    FileScope& scope = loaded.scopes.emplace_back();
    scope.package = loaded.package.get();
    scope.file = &file;
    scope.prelude = &prelude_;
    scope.type_names = &type_names_;
    if (file.package) loaded.package->set_name(file.package->name.text);
    import_all(scope, file, diagnostics);
    for (const auto& statement : file.body) declare(loaded, scope, *statement);
}

void Packages::declare(Loaded& loaded, const FileScope& scope, const syntax::Stmt& statement) {
    Cell cell;
    cell.span = statement.span;
    cell.statement = &statement;
    if (const auto* variable = std::get_if<syntax::VariableStmt>(&statement.node)) {
        cell.name = variable->name.text;
    } else if (const auto* option = std::get_if<syntax::OptionStmt>(&statement.node)) {
        if (option->package) return;
        cell.name = option->name.text;
        cell.kind = CellKind::option;
    } else if (const auto* builtin = std::get_if<syntax::BuiltinStmt>(&statement.node)) {
        cell.name = builtin->name.text;
        cell.kind = CellKind::builtin;
        cell.parameters = parameters_of(*builtin);
        cell.type_text = [this, package = loaded.package.get(), name = cell.name]() {
            return type_names_.builtin ? type_names_.builtin(*package, name) : std::string();
        };
    } else {
        return;
    }
    loaded.package->add(std::move(cell));
    loaded.scope_of.push_back(&scope);
}

void Packages::ensure_lowered(const Package& package, std::uint32_t index) {
    Loaded& loaded = packages_[package.id()];
    Cell& cell = loaded.package->cells()[index];
    if (cell.init || cell.kind == CellKind::builtin || cell.statement == nullptr) return;
    Lowering lowering(*loaded.scope_of[index], nullptr);
    if (const auto* variable = std::get_if<syntax::VariableStmt>(&cell.statement->node)) {
        cell.init = lowering.expression(*variable->init);
    } else if (const auto* option = std::get_if<syntax::OptionStmt>(&cell.statement->node)) {
        cell.init = lowering.expression(*option->init);
    }
}

Package& Packages::make_script() {
    Loaded& loaded = add("", "main");
    by_path_.erase("");
    loaded.script = true;
    return *loaded.package;
}

void Packages::add_file(Package& script, const syntax::File& file, base::Diagnostics& diagnostics) {
    Loaded& loaded = packages_[script.id()];
    FileScope scope;
    scope.package = &script;
    scope.file = &file;
    scope.type_names = &type_names_;
    scope.prelude = &prelude_;
    if (!loaded.scopes.empty()) scope.imports = loaded.scopes.back().imports;
    if (file.package) script.set_name(file.package->name.text);
    import_all(scope, file, diagnostics);
    const FileScope& kept = loaded.scopes.emplace_back(std::move(scope));
    for (const auto& statement : file.body) add_statement(loaded, kept, *statement, diagnostics);
}

std::uint32_t Packages::add_variable(Package& script, std::string name) {
    Loaded& loaded = packages_[script.id()];
    const std::uint32_t cell = script.add({std::move(name), CellKind::variable, {}});
    loaded.scope_of.push_back(&loaded.scopes.back());
    return cell;
}

void Packages::add_statement(Loaded& loaded, const FileScope& scope, const syntax::Stmt& statement,
                             base::Diagnostics& diagnostics) {
    Lowering lowering(scope, &diagnostics);
    Package& package = *loaded.package;
    Statement result;
    result.span = statement.span;
    std::visit(
        base::Overloaded{
            [&](const syntax::VariableStmt& node) {
                result.kind = Statement::Kind::assign;
                result.value = lowering.expression(*node.init);
                result.package = &package;
                result.cell = package.add({node.name.text, CellKind::variable, node.name.span});
                loaded.scope_of.push_back(&scope);
                package.statements().push_back(std::move(result));
            },
            [&](const syntax::OptionStmt& node) {
                add_option(loaded, scope, statement, node, diagnostics);
            },
            [&](const syntax::ExpressionStmt& node) {
                result.kind = Statement::Kind::expression;
                result.value = lowering.expression(*node.expression);
                package.statements().push_back(std::move(result));
            },
            [&](const syntax::TestcaseStmt& node) {
                result.kind = Statement::Kind::testcase;
                result.testcase = &node;
                package.statements().push_back(std::move(result));
            },
            [](const syntax::ReturnStmt&) {},
            [](const syntax::BuiltinStmt&) {},
            [](const syntax::BadStmt&) {},
        },
        statement.node);
}

void Packages::add_option(Loaded& loaded, const FileScope& scope, const syntax::Stmt& statement,
                          const syntax::OptionStmt& node, base::Diagnostics& diagnostics) {
    Lowering lowering(scope, &diagnostics);
    Package& package = *loaded.package;
    Statement result;
    result.span = statement.span;
    result.kind = Statement::Kind::set_option;
    result.value = lowering.expression(*node.init);
    if (node.package) {
        const auto import = scope.imports.find(node.package->text);
        if (import == scope.imports.end()) {
            diagnostics.error(base::Code::undefined_name, node.package->span,
                              fmt::format("undefined identifier {}", node.package->text));
            return;
        }
        const std::uint32_t cell = import->second->find(node.name.text);
        if (cell == Package::npos || import->second->cells()[cell].kind != CellKind::option) {
            diagnostics.error(
                base::Code::missing_label, node.name.span,
                fmt::format("package {} has no option {}", import->second->path(), node.name.text));
            return;
        }
        result.package = import->second;
        result.cell = cell;
    } else if (const auto* place = prelude_.find(node.name.text);
               place != nullptr && place->package->cells()[place->cell].kind == CellKind::option) {
        result.package = place->package;
        result.cell = place->cell;
    } else {
        result.package = &package;
        result.cell = package.add({node.name.text, CellKind::option, node.name.span});
        loaded.scope_of.push_back(&scope);
    }
    package.statements().push_back(std::move(result));
}

}  // namespace fluxi::program
