#include "engine/golden.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/error.hpp"
#include "io/annotated_csv_writer.hpp"
#include "syntax/lexis.hpp"
#include "syntax/walk.hpp"
#include "value/display.hpp"

namespace fluxi::engine {

namespace {

using syntax::Expr;
using value::Nature;

template <typename Node>
const Node* as(const Expr& expr) {
    const Expr* inner = &expr;
    while (const auto* paren = std::get_if<syntax::ParenExpr>(&inner->node))
        inner = paren->inner.get();
    return std::get_if<Node>(&inner->node);
}

/// A comparison: where it stands, what it compares.
struct Comparison {
    const Expr* whole = nullptr;
    const Expr* got = nullptr;
    const Expr* want = nullptr;
};

class Finder {
  public:
    Finder(const TestSource& source, const syntax::TestcaseStmt& testcase)
        : source_(source), testcase_(testcase) {}

    Comparison comparison() {
        for (const auto& statement : testcase_.body.body) look(*statement);
        if (found_.empty()) base::fail("it calls neither testing.diff nor testing.assertEquals");
        if (found_.size() > 1) base::fail("it compares {} times", found_.size());
        const Comparison& found = found_.front();
        if (found.got == nullptr || found.want == nullptr)
            base::fail("its comparison does not name both `got` and `want`");
        return found;
    }

    /// What a name stands for, however many names lead there.
    const Expr& resolved(const Expr& expr) const {
        const Expr* current = &expr;
        for (int steps = 0; steps < kMostNames; ++steps) {
            const auto* name = as<syntax::Identifier>(*current);
            if (name == nullptr) break;
            const Expr* value = defined(name->name);
            if (value == nullptr) break;
            current = value;
        }
        return *current;
    }

    /// Whether a call is `package.function(…)` of an imported package.
    [[nodiscard]] bool calls(const syntax::CallExpr& call, std::string_view package,
                             std::string_view function) const {
        const auto* member = as<syntax::MemberExpr>(*call.callee);
        if (member == nullptr || member->property.text != function) return false;
        const auto* object = as<syntax::Identifier>(*member->object);
        return object != nullptr &&
               std::any_of(source_.file->imports.begin(), source_.file->imports.end(),
                           [&](const syntax::ImportDecl& import) {
                               return import.path.text == package &&
                                      (import.alias ? import.alias->text : package) == object->name;
                           });
    }

    static const Expr* argument(const syntax::CallExpr& call, std::string_view name) {
        for (const auto& property : call.arguments) {
            if (property.key.text == name) return property.value.get();
        }
        return nullptr;
    }

  private:
    static constexpr int kMostNames = 20;

    [[nodiscard]] const Expr* defined(const std::string& name) const {
        const Expr* own = defined_in(testcase_.body.body, name);
        return own != nullptr ? own : defined_in(source_.file->body, name);
    }
    static const Expr* defined_in(const std::vector<syntax::StmtPtr>& body,
                                  const std::string& name) {
        for (const auto& statement : body) {
            const auto* variable = std::get_if<syntax::VariableStmt>(&statement->node);
            if (variable != nullptr && variable->name.text == name) return variable->init.get();
        }
        return nullptr;
    }
    [[nodiscard]] bool compares(const syntax::CallExpr& call) const {
        return calls(call, "testing", "diff") || calls(call, "testing", "assertEquals") ||
               calls(call, "experimental", "diff");
    }
    void look(const syntax::Stmt& statement) {
        syntax::walk_children(statement, [&](const auto& child) { look(child); });
    }
    void look(const syntax::Block& block) {
        syntax::walk_children(block, [&](const auto& child) { look(child); });
    }
    void look(const syntax::TypeExpr& /*type*/) {}
    void look(const Expr& expr) {
        if (const auto* pipe = std::get_if<syntax::PipeExpr>(&expr.node)) {
            const auto* call = as<syntax::CallExpr>(*pipe->call);
            if (call != nullptr && compares(*call)) {
                found_.push_back({&expr, pipe->argument.get(), argument(*call, "want")});
                return;
            }
        } else if (const auto* call = std::get_if<syntax::CallExpr>(&expr.node)) {
            if (compares(*call)) {
                found_.push_back({&expr, argument(*call, "got"), argument(*call, "want")});
                return;
            }
        }
        syntax::walk_children(expr, [&](const auto& child) { look(child); });
    }

    const TestSource& source_;
    const syntax::TestcaseStmt& testcase_;
    std::vector<Comparison> found_{};
};

/// A text as a string literal that keeps its lines.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\\' || (c == '$' && text.substr(i).starts_with("${"))) {
            result.push_back('\\');
            result.push_back(c);
        } else if (c == '\r') {
            result += "\\r";
        } else {
            result.push_back(c);
        }
    }
    return result + "\"";
}

std::string csv_text(const std::vector<table::Batch>& tables) {
    io::StringOutput output;
    io::AnnotatedCsvWriter writer(output);
    writer.begin_result("_result");
    for (const table::Batch& batch : tables) writer.push(batch);
    writer.end_result();
    writer.finish();
    const std::string written = output.take();
    // The lines of the records end as those of the script do; what is within a cell stays.
    std::string lines = "\n";
    bool in_quotes = false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] == '"') in_quotes = !in_quotes;
        if (written[i] == '\r' && !in_quotes && i + 1 < written.size() && written[i + 1] == '\n')
            continue;
        lines.push_back(written[i]);
    }
    while (lines.ends_with("\n\n")) lines.pop_back();
    return quoted(lines);
}

/// A cell as an expression of Flux.
std::string cell_text(const value::Value& cell, std::string_view column) {
    if (cell.is_null())
        base::fail("column {} has nulls, which rows of array.from cannot hold", column);
    switch (cell.nature()) {
        case Nature::string:
            return quoted(value::display(cell));
        case Nature::uinteger:
            return fmt::format("uint(v: {})", value::display(cell));
        case Nature::floating: {
            const double number = cell.as_floating();
            const std::string text = fmt::format("{}", number);
            if (!std::isfinite(number) || text.find('e') != std::string::npos)
                return fmt::format("float(v: \"{}\")", value::display(cell));
            return text.find('.') == std::string::npos ? text + ".0" : text;
        }
        case Nature::integer:
        case Nature::boolean:
        case Nature::time:
        case Nature::duration:
            return value::display(cell);
        default:
            base::fail("column {} has values of type {}, which are not written as a literal",
                       column, value::nature_name(cell.nature()));
    }
}

std::string rows_text(const std::vector<table::Batch>& tables, std::size_t indent) {
    std::vector<std::string> rows;
    std::uint64_t first = 0;
    for (const table::Batch& batch : tables) {
        const table::Schema& schema = *batch.schema();
        if (!schema.key().empty())
            base::fail("the tables have a group key, and array.from makes one table without");
        for (const table::Run& run : batch.runs()) {
            if (rows.empty()) first = run.table;
            if (run.table != first)
                base::fail("there are several tables, and array.from makes one");
        }
        for (std::uint32_t row = 0; row < batch.rows(); ++row) {
            std::string cells;
            for (std::size_t i = 0; i < schema.size(); ++i) {
                const std::string& name = schema.fields()[i].label;
                cells += fmt::format("{}{}: {}", i == 0 ? "" : ", ",
                                     syntax::is_identifier(name) ? name : quoted(name),
                                     cell_text(batch.column(i).at(row), name));
            }
            rows.push_back("{" + cells + "}");
        }
    }
    if (rows.empty()) base::fail("there are no rows, and array.from needs one to know the columns");
    if (rows.size() == 1) return "[" + rows.front() + "]";
    std::string text = "[\n";
    for (const std::string& row : rows) text += fmt::format("{:{}}{},\n", "", indent + 4, row);
    return text + fmt::format("{:{}}]", "", indent);
}

}  // namespace

GoldenPlace golden_place(const TestSource& source, const base::SourceMap& sources,
                         std::string_view testcase) {
    const syntax::TestcaseStmt* statement = source.find(testcase);
    if (statement == nullptr) base::fail("it is not in the file any more");
    if (statement->extends) base::fail("it extends another testcase");
    Finder finder(source, *statement);
    const Comparison comparison = finder.comparison();
    const auto* made = as<syntax::CallExpr>(finder.resolved(*comparison.want));
    GoldenPlace place;
    const Expr* literal = nullptr;
    if (made != nullptr && finder.calls(*made, "csv", "from")) {
        const Expr* text = Finder::argument(*made, "csv");
        if (text == nullptr) base::fail("`want` is read from a file or an address");
        literal = &finder.resolved(*text);
        if (as<syntax::StringLit>(*literal) == nullptr)
            base::fail("the CSV of `want` is not a plain string");
        place.csv = true;
    } else if (made != nullptr && finder.calls(*made, "array", "from")) {
        const Expr* rows = Finder::argument(*made, "rows");
        if (rows != nullptr) literal = &finder.resolved(*rows);
        if (literal == nullptr || as<syntax::ArrayExpr>(*literal) == nullptr)
            base::fail("the rows of `want` are not written down as a list");
    } else {
        base::fail(
            "`want` is computed: only csv.from(csv: \"…\") and array.from(rows: […]) can be "
            "written anew");
    }
    while (const auto* paren = std::get_if<syntax::ParenExpr>(&literal->node))
        literal = paren->inner.get();
    place.literal = literal->span;
    const std::string_view text = sources.file(place.literal.file).text();
    const base::Span whole = comparison.whole->span;
    place.script =
        fmt::format("{}yield(tables: {}, name: \"{}\"){}", text.substr(0, whole.begin),
                    sources.text(comparison.got->span), kGotResult, text.substr(whole.end));
    return place;
}

std::string golden_text(const GoldenPlace& place, const std::vector<table::Batch>& tables,
                        std::size_t indent) {
    return place.csv ? csv_text(tables) : rows_text(tables, indent);
}

}  // namespace fluxi::engine
