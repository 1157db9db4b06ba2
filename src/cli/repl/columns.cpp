#include "cli/repl/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/source.hpp"
#include "syntax/parser.hpp"

namespace fluxi::cli::repl {

using syntax::CallExpr;
using syntax::Expr;

namespace {

constexpr std::size_t kDeepest = 20;

/// A stage that adds a column: its name is in a parameter, which may be left out.
struct Added {
    std::string_view function;
    std::string_view parameter;
    std::string_view fallback;
};
constexpr std::array kAdded = {
    Added{"duplicate", "as", ""},
    Added{"set", "key", ""},
    Added{"window", "startColumn", "_start"},
    Added{"window", "stopColumn", "_stop"},
    Added{"aggregateWindow", "", "_start"},
    Added{"aggregateWindow", "", "_stop"},
    Added{"aggregateWindow", "timeDst", "_time"},
    Added{"stateCount", "column", "stateCount"},
    Added{"stateDuration", "column", "stateDuration"},
    Added{"stateTracking", "countColumn", ""},
    Added{"stateTracking", "durationColumn", ""},
    Added{"elapsed", "columnName", "elapsed"},
    Added{"histogram", "upperBoundColumn", "le"},
    Added{"histogram", "countColumn", "_value"},
    Added{"distinct", "", "_value"},
    Added{"unroll", "", "_value"},
    Added{"columns", "column", "_value"},
    Added{"keys", "column", "_value"},
    Added{"keyValues", "", "_key"},
    Added{"keyValues", "", "_value"},
    Added{"range", "", "_start"},
    Added{"range", "", "_stop"},
};

void add(Columns& columns, std::string_view name) {
    if (!name.empty() && std::find(columns.begin(), columns.end(), name) == columns.end())
        columns.emplace_back(name);
}
void add_all(Columns& columns, const Columns& more) {
    for (const std::string& name : more) add(columns, name);
}
void remove(Columns& columns, std::string_view name) {
    columns.erase(std::remove(columns.begin(), columns.end(), name), columns.end());
}

template <typename Node>
const Node* as(const Expr* expression) {
    while (expression != nullptr) {
        if (const auto* inner = std::get_if<syntax::ParenExpr>(&expression->node)) {
            expression = inner->inner.get();
        } else {
            return std::get_if<Node>(&expression->node);
        }
    }
    return nullptr;
}

const Expr* argument(const CallExpr& call, std::string_view name) {
    for (const syntax::Property& given : call.arguments) {
        if (given.key.text == name) return given.value.get();
    }
    return nullptr;
}

std::string text_argument(const CallExpr& call, std::string_view name) {
    const auto* literal = as<syntax::StringLit>(argument(call, name));
    return literal == nullptr ? std::string() : literal->value;
}

/// The texts of an array, or of an argument that is one text.
Columns texts_of(const Expr* expression) {
    Columns texts;
    if (const auto* one = as<syntax::StringLit>(expression)) texts.push_back(one->value);
    if (const auto* array = as<syntax::ArrayExpr>(expression)) {
        for (const syntax::ExprPtr& element : array->elements) {
            if (const auto* text = as<syntax::StringLit>(element.get()))
                texts.push_back(text->value);
        }
    }
    return texts;
}

/// The last part of what is called: `keep`, also of `experimental.keep`.
std::string called(const CallExpr& call) {
    if (const auto* name = as<syntax::Identifier>(call.callee.get())) return name->name;
    const auto* member = as<syntax::MemberExpr>(call.callee.get());
    return member == nullptr ? std::string() : member->property.text;
}

/// The record that a function gives back, if it is written as one.
const syntax::RecordExpr* record_of(const Expr* function) {
    const auto* literal = as<syntax::FunctionExpr>(function);
    if (literal == nullptr) return nullptr;
    if (literal->expression) return as<syntax::RecordExpr>(literal->expression.get());
    if (!literal->block || literal->block->body.empty()) return nullptr;
    const auto* last = std::get_if<syntax::ReturnStmt>(&literal->block->body.back()->node);
    return last == nullptr ? nullptr : as<syntax::RecordExpr>(last->argument.get());
}

void rename(Columns& columns, const CallExpr& call) {
    const auto* names = as<syntax::RecordExpr>(argument(call, "columns"));
    if (names == nullptr) return;
    for (const syntax::Property& entry : names->properties) {
        const auto* next = as<syntax::StringLit>(entry.value.get());
        if (next != nullptr)
            std::replace(columns.begin(), columns.end(), entry.key.text, next->value);
    }
}

Columns mapped(Columns columns, const syntax::RecordExpr& record) {
    if (!record.with) columns.clear();
    for (const syntax::Property& entry : record.properties) add(columns, entry.key.text);
    return columns;
}

/// What a stage of the standard library makes of the columns that come in.
Columns behind(const std::string& stage, const CallExpr& call, Columns columns) {
    if (stage == "keep") {
        const Columns kept = texts_of(argument(call, "columns"));
        if (kept.empty()) return columns;
        return kept;
    }
    if (stage == "drop") {
        for (const std::string& name : texts_of(argument(call, "columns"))) remove(columns, name);
    } else if (stage == "rename") {
        rename(columns, call);
    } else if (stage == "map") {
        const auto* record = record_of(argument(call, "fn"));
        return record == nullptr ? columns : mapped(std::move(columns), *record);
    } else if (stage == "reduce") {
        if (const auto* record = as<syntax::RecordExpr>(argument(call, "identity")))
            for (const syntax::Property& entry : record->properties) add(columns, entry.key.text);
    } else if (stage == "pivot") {
        for (const std::string& name : texts_of(argument(call, "columnKey"))) remove(columns, name);
        remove(columns, text_argument(call, "valueColumn"));
    }
    for (const Added& added : kAdded) {
        if (added.function != stage) continue;
        const std::string given = text_argument(call, added.parameter);
        add(columns, given.empty() ? added.fallback : std::string_view(given));
    }
    return columns;
}

}  // namespace

/// A text and its tree.
struct ColumnFinder::Text {
    explicit Text(std::string_view text) {
        id = sources.add("<columns>", std::string(text));
        base::Diagnostics ignored;
        file = syntax::parse(sources, id, ignored).file;
    }
    /// The value of the last statement; null if it has none.
    [[nodiscard]] const Expr* last() const {
        if (file->body.empty()) return nullptr;
        const auto& node = file->body.back()->node;
        if (const auto* shown = std::get_if<syntax::ExpressionStmt>(&node))
            return shown->expression.get();
        const auto* defined = std::get_if<syntax::VariableStmt>(&node);
        return defined == nullptr ? nullptr : defined->init.get();
    }

    base::SourceMap sources{};
    base::FileId id{};
    std::unique_ptr<syntax::File> file{};
};

ColumnFinder::Found ColumnFinder::of_text(std::string_view text) {
    if (text.empty() || depth_ == kDeepest) return {};
    ++depth_;
    const Text parsed(text);
    const Expr* last = parsed.last();
    Found found = last == nullptr ? Found() : of(*last, parsed);
    --depth_;
    return found;
}

ColumnFinder::Found ColumnFinder::of(const Expr& expression, const Text& text) {
    const auto type = type_of_(text.sources.text(expression.span));
    // Streams of a union have one type, and may have columns that it does not tell.
    const auto* call = as<CallExpr>(&expression);
    const bool exact = call == nullptr || called(*call) != "union";
    if (type && type->closed && exact) return type->columns;
    Found found = of_node(expression, text);
    if (!type || type->columns.empty()) return found;
    // A row with more columns than its type names.
    Columns columns = type->columns;
    if (found) add_all(columns, *found);
    return columns;
}

ColumnFinder::Found ColumnFinder::of_node(const Expr& expression, const Text& text) {
    if (const auto* name = as<syntax::Identifier>(&expression)) return of_name(name->name);
    if (const auto* pipe = as<syntax::PipeExpr>(&expression)) {
        const auto* call = as<CallExpr>(pipe->call.get());
        Found piped = of(*pipe->argument, text);
        return call == nullptr ? piped : of_call(*call, std::move(piped));
    }
    if (const auto* call = as<CallExpr>(&expression)) {
        const Expr* tables = argument(*call, "tables");
        const auto* joined = as<syntax::RecordExpr>(tables);
        if (joined != nullptr && called(*call) == "join") return of_join(*call, *joined, text);
        return of_call(*call, tables == nullptr ? Found() : of(*tables, text));
    }
    // Streams that become one: union(tables: [a, b]), join(tables: {a: a, b: b}).
    Columns columns;
    if (const auto* array = as<syntax::ArrayExpr>(&expression)) {
        for (const syntax::ExprPtr& element : array->elements)
            add_all(columns, of(*element, text).value_or(Columns{}));
    } else if (const auto* record = as<syntax::RecordExpr>(&expression)) {
        for (const syntax::Property& entry : record->properties) {
            const Found of_entry =
                entry.value == nullptr ? of_name(entry.key.text) : of(*entry.value, text);
            add_all(columns, of_entry.value_or(Columns{}));
        }
    }
    return columns.empty() ? Found() : Found(std::move(columns));
}

/// join(tables: {a: a, b: b}, on: ["id"]): what both have and is not joined on gets their names.
ColumnFinder::Found ColumnFinder::of_join(const CallExpr& call, const syntax::RecordExpr& sides,
                                          const Text& text) {
    const Columns on = texts_of(argument(call, "on"));
    std::vector<Columns> columns;
    for (const syntax::Property& side : sides.properties) {
        const Found of_side =
            side.value == nullptr ? of_name(side.key.text) : of(*side.value, text);
        columns.push_back(of_side.value_or(Columns{}));
    }
    Columns all;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const std::string& name : columns[i]) {
            const bool twice = std::count_if(columns.begin(), columns.end(), [&](const Columns& c) {
                                   return std::find(c.begin(), c.end(), name) != c.end();
                               }) > 1;
            const bool shared = std::find(on.begin(), on.end(), name) != on.end();
            add(all, twice && !shared ? name + "_" + sides.properties[i].key.text : name);
        }
    }
    return all.empty() ? Found() : Found(std::move(all));
}

ColumnFinder::Found ColumnFinder::of_name(const std::string& name) {
    const std::string text = definition_(name);
    Found found = of_text(text);
    if (found) return found;
    const auto type = type_of_(name);
    return type ? Found(type->columns) : Found();
}

ColumnFinder::Found ColumnFinder::of_call(const CallExpr& call, Found piped) {
    if (!piped) {
        // These say themselves what they leave.
        const Columns kept =
            called(call) == "keep" ? texts_of(argument(call, "columns")) : Columns();
        return kept.empty() ? Found() : Found(kept);
    }
    return behind(called(call), call, std::move(*piped));
}

}  // namespace fluxi::cli::repl
