#include "syntax/check.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "syntax/walk.hpp"

namespace fluxi::syntax {

namespace {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Span;

std::string option_name(const OptionStmt& option) {
    return option.package ? option.package->text + '.' + option.name.text : option.name.text;
}

std::string_view kind_of(const Stmt& statement) {
    return std::visit(base::Overloaded{
                          [](const ExpressionStmt&) { return "expression"; },
                          [](const VariableStmt&) { return "assignment"; },
                          [](const OptionStmt&) { return "option"; },
                          [](const ReturnStmt&) { return "return"; },
                          [](const BuiltinStmt&) { return "builtin"; },
                          [](const TestcaseStmt&) { return "testcase"; },
                          [](const BadStmt&) { return "bad"; },
                      },
                      statement.node);
}

/// The names that one block assigns, with the place of each.
using Scope = std::unordered_map<std::string, Span>;

class Checker {
  public:
    Checker(const base::Features& features, Diagnostics& diagnostics)
        : features_(features), diagnostics_(diagnostics) {}

    void package(std::span<const File* const> files) {
        for (const File* file : files) collect_options(*file);
        scopes_.emplace_back();
        for (const File* file : files) {
            for (const StmtPtr& statement : file->body) outer_statement(*statement);
        }
        scopes_.pop_back();
    }

  private:
    void collect_options(const File& file) {
        for (const StmtPtr& statement : file.body) {
            const auto* option = std::get_if<OptionStmt>(&statement->node);
            if (option == nullptr) continue;
            const auto [first, fresh] = options_.try_emplace(option_name(*option), statement->span);
            if (!fresh) reassigned("option", first->first, statement->span, first->second);
        }
    }

    void reassigned(std::string_view what, const std::string& name, Span again, Span first) {
        Diagnostic& diagnostic = diagnostics_.error(Code::reassigned, again,
                                                    fmt::format("{} `{}` reassigned", what, name),
                                                    "assigned again here");
        diagnostic.secondary.push_back({first, "first assigned here"});
        diagnostic.help.emplace_back(
            "a name is given its value once in a block; choose another name");
    }

    // ---- statements

    /// A statement of a file or of a test case.
    void outer_statement(const Stmt& statement) {
        if (std::holds_alternative<ReturnStmt>(statement.node)) {
            diagnostics_
                .error(Code::bad_statement, statement.span, "`return` stands outside of a function")
                .help.emplace_back("it ends the block of a function: `(x) => { return x }`");
        }
        inside(statement);
    }

    void inside(const Stmt& statement) {
        std::visit(base::Overloaded{
                       [&](const VariableStmt& node) { assign(node, statement.span); },
                       [&](const TestcaseStmt& node) { testcase(node); },
                       [&](const OptionStmt& node) { option(node); },
                       [](const ExpressionStmt&) {},
                       [](const ReturnStmt&) {},
                       [](const BuiltinStmt&) {},
                       [](const BadStmt&) {},
                   },
                   statement.node);
        if (!std::holds_alternative<TestcaseStmt>(statement.node)) descend(statement);
    }

    void assign(const VariableStmt& variable, Span place) {
        const std::string& name = variable.name.text;
        const auto option = options_.find(name);
        if (scopes_.size() == 1 && option != options_.end()) {
            diagnostics_
                .error(
                    Code::reassigned, place,
                    fmt::format("variable `{}` conflicts with the option of the same name", name))
                .secondary.push_back({option->second, "the option"});
            return;
        }
        const auto [first, fresh] = scopes_.back().try_emplace(name, place);
        if (!fresh) reassigned("variable", name, place, first->second);
    }

    void testcase(const TestcaseStmt& node) {
        scopes_.emplace_back();
        for (const StmtPtr& statement : node.body.body) outer_statement(*statement);
        scopes_.pop_back();
    }

    void option(const OptionStmt& node) {
        if (node.package || !options_.contains(node.name.text)) return;
        OptionUses(*this, node).search();
    }

    // ---- expressions

    template <typename Node>
    void descend(const Node& node) {
        walk_children(node, base::Overloaded{
                                [&](const Expr& child) { expression(child); },
                                [&](const Stmt& child) { inside(child); },
                                [&](const Block& child) { descend(child); },
                                [](const TypeExpr&) {},
                            });
    }

    void expression(const Expr& expr) {
        if (std::holds_alternative<PipeLit>(expr.node)) {
            diagnostics_
                .error(Code::syntax, expr.span, "`<-` may only stand as the default of a parameter")
                .help.emplace_back(
                    "a function takes the value piped into it as in `(tables=<-) => …`");
        } else if (std::holds_alternative<LabelLit>(expr.node) && !features_.label_polymorphism) {
            diagnostics_
                .error(Code::syntax, expr.span, "labels are experimental and not switched on")
                .help.emplace_back("see the feature labelPolymorphism");
        } else if (const auto* function = std::get_if<FunctionExpr>(&expr.node)) {
            this->function(*function);
            return;
        }
        descend(expr);
    }

    void function(const FunctionExpr& function) {
        Scope scope;
        const Parameter* pipe = nullptr;
        for (const Parameter& parameter : function.parameters) {
            // Two parameters of one name are accepted, as in the reference.
            scope.try_emplace(parameter.name.text, parameter.span);
            if (parameter.pipe) {
                if (pipe != nullptr) second_pipe(parameter, *pipe);
                pipe = &parameter;
            }
            if (parameter.default_value) expression(*parameter.default_value);
        }
        scopes_.push_back(std::move(scope));
        if (function.expression) expression(*function.expression);
        if (function.block) block(*function.block);
        scopes_.pop_back();
    }

    void second_pipe(const Parameter& parameter, const Parameter& first) {
        diagnostics_
            .error(Code::syntax, parameter.pipe_span, "a function has at most one pipe parameter")
            .secondary.push_back({first.pipe_span, "the first one"});
    }

    void block(const Block& block) {
        for (std::size_t i = 0; i < block.body.size(); ++i) {
            const Stmt& statement = *block.body[i];
            const bool last = i + 1 == block.body.size();
            const bool is_return = std::holds_alternative<ReturnStmt>(statement.node);
            if (is_return && !last) {
                diagnostics_
                    .error(Code::bad_statement, statement.span,
                           "`return` is not the last statement of its block")
                    .secondary.push_back({block.body[i + 1]->span, "this can never be reached"});
            } else if (!allowed_in_function(statement)) {
                diagnostics_.error(
                    Code::bad_statement, statement.span,
                    fmt::format("`{}` cannot stand inside of a function", kind_of(statement)));
                continue;
            }
            inside(statement);
        }
        if (!ends_well(block)) missing_return(block);
    }

    static bool allowed_in_function(const Stmt& statement) {
        return !std::holds_alternative<OptionStmt>(statement.node) &&
               !std::holds_alternative<BuiltinStmt>(statement.node) &&
               !std::holds_alternative<TestcaseStmt>(statement.node);
    }

    /// A block whose last statement could not be parsed is not blamed for a missing return as well.
    static bool ends_well(const Block& block) {
        return !block.body.empty() &&
               (std::holds_alternative<ReturnStmt>(block.body.back()->node) ||
                std::holds_alternative<BadStmt>(block.body.back()->node));
    }

    void missing_return(const Block& block) {
        const Span place = block.body.empty() ? block.span : block.body.back()->span;
        Diagnostic& diagnostic = diagnostics_.error(
            Code::bad_statement, place, "the block of a function must end with `return`");
        if (block.body.empty()) {
            diagnostic.help.emplace_back("an empty record is written `({})`");
            return;
        }
        const Stmt& last = *block.body.back();
        if (std::holds_alternative<ExpressionStmt>(last.node)) {
            diagnostic.fixits.push_back(
                {{place.file, place.begin, place.begin}, "return ", "return this value"});
        } else if (const auto* variable = std::get_if<VariableStmt>(&last.node)) {
            diagnostic.help.push_back(fmt::format(
                "add `return {}` to return what was assigned last", variable->name.text));
        }
    }

    /// Looks for the uses of other options of the package in the value of an option.
    class OptionUses {
      public:
        OptionUses(Checker& checker, const OptionStmt& option)
            : checker_(checker), option_(option) {
            hidden_.push_back(option.name.text);
        }
        void search() { expression(*option_.init); }

      private:
        void expression(const Expr& expr) {
            if (const auto* name = std::get_if<Identifier>(&expr.node)) use(name->name, expr.span);
            const std::size_t outer = hidden_.size();
            if (const auto* function = std::get_if<FunctionExpr>(&expr.node)) {
                for (const Parameter& parameter : function->parameters) {
                    hidden_.push_back(parameter.name.text);
                }
            }
            descend(expr);
            hidden_.resize(outer);
        }
        void statement(const Stmt& statement) {
            if (const auto* variable = std::get_if<VariableStmt>(&statement.node)) {
                hidden_.push_back(variable->name.text);
            }
            descend(statement);
        }
        template <typename Node>
        void descend(const Node& node) {
            walk_children(node, base::Overloaded{
                                    [&](const Expr& child) { expression(child); },
                                    [&](const Stmt& child) { statement(child); },
                                    [&](const Block& child) { descend(child); },
                                    [](const TypeExpr&) {},
                                });
        }
        void use(const std::string& name, Span place) {
            const auto other = checker_.options_.find(name);
            if (other == checker_.options_.end()) return;
            if (std::find(hidden_.begin(), hidden_.end(), name) != hidden_.end()) return;
            Diagnostic& diagnostic = checker_.diagnostics_.error(
                Code::reassigned, place,
                fmt::format("option `{}` depends on option `{}` of the same package",
                            option_.name.text, name));
            diagnostic.secondary.push_back({other->second, fmt::format("option `{}`", name)});
            diagnostic.help.emplace_back(
                "options can be set from outside, in any order: they may use variables, not each "
                "other");
        }

        Checker& checker_;
        const OptionStmt& option_;
        std::vector<std::string> hidden_;
    };

    const base::Features& features_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, Span> options_;
    std::vector<Scope> scopes_;
};

}  // namespace

void check(std::span<const File* const> package, const base::Features& features,
           Diagnostics& diagnostics) {
    Checker(features, diagnostics).package(package);
}

void check(const File& file, const base::Features& features, Diagnostics& diagnostics) {
    const File* const files[] = {&file};
    check(files, features, diagnostics);
}

}  // namespace fluxi::syntax
