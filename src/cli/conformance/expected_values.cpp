#include "cli/conformance/expected_values.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "cli/conformance/csv_values.hpp"
#include "engine/test_case.hpp"
#include "syntax/walk.hpp"

namespace fluxi::cli::conformance {

namespace {

/// Each costs a run of the testcase.
constexpr std::size_t kMost = 8;
constexpr std::string_view kWant = "want";

using syntax::Expr;

class Search {
  public:
    Search(const std::string& text, std::string_view testcase) {
        const engine::TestSource source = engine::parse_tests(sources_, "test", text, diagnostics_);
        const syntax::TestcaseStmt* test = source.find(testcase);
        if (test == nullptr || diagnostics_.has_errors()) return;
        define(source.file->body);
        define(test->body.body);
        syntax::for_each_expr(test->body, [&](const Expr& expr) { note_names_of_got(expr); });
        syntax::for_each_expr(test->body, [&](const Expr& expr) {
            const auto* call = std::get_if<syntax::CallExpr>(&expr.node);
            if (call == nullptr) return;
            for (const syntax::Property& argument : call->arguments) {
                if (argument.key.text == kWant) follow(argument);
            }
        });
        // A testcase may also hand what it wants to a function of its file.
        if (found_.empty()) follow_name(std::string(kWant));
    }

    [[nodiscard]] const std::vector<Replacement>& found() const { return found_; }

  private:
    void define(const std::vector<syntax::StmtPtr>& statements) {
        for (const auto& statement : statements) {
            if (const auto* variable = std::get_if<syntax::VariableStmt>(&statement->node))
                definitions_[variable->name.text] = variable->init.get();
        }
    }

    /// What both sides of a comparison are made from is nothing that is expected.
    void note_names_of_got(const Expr& expr) {
        if (const auto* pipe = std::get_if<syntax::PipeExpr>(&expr.node)) {
            const auto& call = std::get<syntax::CallExpr>(pipe->call->node);
            const bool compares = std::any_of(
                call.arguments.begin(), call.arguments.end(),
                [](const syntax::Property& argument) { return argument.key.text == kWant; });
            if (compares) note_names(*pipe->argument);
        }
        const auto* call = std::get_if<syntax::CallExpr>(&expr.node);
        if (call == nullptr) return;
        for (const syntax::Property& argument : call->arguments) {
            if (argument.key.text != "got") continue;
            if (argument.value) {
                note_names(*argument.value);
            } else {
                note_name(argument.key.text);
            }
        }
    }

    void note_names(const Expr& expr) {
        const auto note = [&](const Expr& one) {
            const auto* name = std::get_if<syntax::Identifier>(&one.node);
            if (name != nullptr) note_name(name->name);
        };
        note(expr);
        syntax::for_each_expr(expr, note);
    }

    void note_name(const std::string& name) {
        const auto found = definitions_.find(name);
        if (found != definitions_.end() && of_got_.insert(name).second) note_names(*found->second);
    }

    void follow(const syntax::Property& property) {
        if (property.value) {
            collect(*property.value);
        } else {
            follow_name(property.key.text);
        }
    }

    void follow_name(const std::string& name) {
        const auto found = definitions_.find(name);
        if (found == definitions_.end() || of_got_.contains(name)) return;
        if (seen_.insert(name).second) collect(*found->second);
    }

    /// Values in an expression that gives what is expected: literals, the rows and the CSV that a
    /// stream is made from; other arguments of calls say how, not what.
    void collect(const Expr& expr) {
        if (const auto* call = std::get_if<syntax::CallExpr>(&expr.node)) {
            for (const syntax::Property& argument : call->arguments) {
                const std::string& key = argument.key.text;
                if (key == "rows" || key == "csv" || key == kWant || key == "v") follow(argument);
            }
            return;
        }
        if (const auto* name = std::get_if<syntax::Identifier>(&expr.node)) {
            if (name->name == "true") return replace(expr.span, "false");
            if (name->name == "false") return replace(expr.span, "true");
            return follow_name(name->name);
        }
        if (add_literal(expr)) return;
        if (std::holds_alternative<syntax::FunctionExpr>(expr.node)) return;
        syntax::walk_children(expr, base::Overloaded{
                                        [&](const Expr& child) { collect(child); },
                                        [](const auto&) {},
                                    });
    }

    bool add_literal(const Expr& expr) {
        if (const auto* integer = std::get_if<syntax::IntegerLit>(&expr.node)) {
            constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
            replace(expr.span, std::to_string(integer->value == kLargest ? 0 : integer->value + 1));
            return true;
        }
        if (const auto* real = std::get_if<syntax::FloatLit>(&expr.node)) {
            replace(expr.span, fmt::format("{:.3f}", 2 * real->value + 1));
            return true;
        }
        if (std::holds_alternative<syntax::DateTimeLit>(expr.node)) {
            replace(expr.span, "2001-09-09T01:46:40.123456789Z");
            return true;
        }
        if (std::holds_alternative<syntax::RegexLit>(expr.node)) {
            insert_before_end(expr.span);
            return true;
        }
        if (!std::holds_alternative<syntax::StringLit>(expr.node)) return false;
        const std::string_view text = sources_.text(expr.span);
        if (text.find("#datatype") == std::string_view::npos) {
            insert_before_end(expr.span);
            return true;
        }
        // The text of the literal, without the quotes.
        for (Replacement& one : altered_cells(text.substr(1, text.size() - 2))) {
            one.begin += expr.span.begin + 1;
            one.end += expr.span.begin + 1;
            found_.push_back(std::move(one));
        }
        return true;
    }

    void replace(base::Span span, std::string text) {
        found_.push_back({span.begin, span.end, std::move(text)});
    }
    void insert_before_end(base::Span span) { found_.push_back({span.end - 1, span.end - 1, "7"}); }

    base::SourceMap sources_{};
    base::Diagnostics diagnostics_{};
    std::map<std::string, const Expr*> definitions_{};
    std::set<std::string> of_got_{};  ///< names that what is compared is made from
    std::set<std::string> seen_{};
    std::vector<Replacement> found_{};
};

}  // namespace

std::vector<std::string> altered_tests(const std::string& text, std::string_view testcase) {
    const Search search(text, testcase);
    std::vector<std::string> texts;
    for (const Replacement& one : search.found()) {
        if (texts.size() == kMost) break;
        std::string altered = text;
        altered.replace(one.begin, one.end - one.begin, one.text);
        texts.push_back(std::move(altered));
    }
    return texts;
}

}  // namespace fluxi::cli::conformance
