#include "engine/variables.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "base/error.hpp"
#include "base/overloaded.hpp"
#include "syntax/walk.hpp"
#include "value/convert.hpp"
#include "value/time.hpp"

namespace fluxi::engine {

namespace {

constexpr std::string_view kName = "v";

bool defines(const std::vector<syntax::StmtPtr>& body) {
    return std::any_of(body.begin(), body.end(), [](const syntax::StmtPtr& statement) {
        if (const auto* variable = std::get_if<syntax::VariableStmt>(&statement->node))
            return variable->name.text == kName;
        const auto* option = std::get_if<syntax::OptionStmt>(&statement->node);
        return option != nullptr && !option->package && option->name.text == kName;
    });
}

/// Walks expressions and leaves out what stands below a definition of the name.
class Finder {
  public:
    explicit Finder(std::vector<VariableUse>& uses) : uses_(uses) {}

    void operator()(const syntax::Expr& expr) {
        if (const auto* member = std::get_if<syntax::MemberExpr>(&expr.node)) {
            if (is_v(*member->object)) {
                uses_.push_back({expr.span, member->property.text});
                return;
            }
        } else if (const auto* function = std::get_if<syntax::FunctionExpr>(&expr.node)) {
            const bool hidden = std::any_of(
                function->parameters.begin(), function->parameters.end(),
                [](const syntax::Parameter& parameter) { return parameter.name.text == kName; });
            if (hidden) return;
        } else if (const auto* record = std::get_if<syntax::RecordExpr>(&expr.node)) {
            shorthand(record->properties);
        } else if (const auto* call = std::get_if<syntax::CallExpr>(&expr.node)) {
            shorthand(call->arguments);
        }
        if (is_v(expr)) uses_.push_back({expr.span, {}});
        syntax::walk_children(expr, *this);
    }
    void operator()(const syntax::Stmt& statement) { syntax::walk_children(statement, *this); }
    void operator()(const syntax::Block& block) {
        if (!defines(block.body)) syntax::walk_children(block, *this);
    }
    void operator()(const syntax::TypeExpr&) {}

  private:
    static bool is_v(const syntax::Expr& expr) {
        const auto* identifier = std::get_if<syntax::Identifier>(&expr.node);
        return identifier != nullptr && identifier->name == kName;
    }
    /// `{v}` and `f(v)` stand for `v: v`.
    void shorthand(const std::vector<syntax::Property>& properties) {
        for (const syntax::Property& property : properties) {
            if (!property.value && property.key.text == kName) uses_.push_back({property.span, {}});
        }
    }

    std::vector<VariableUse>& uses_;
};

bool imports_v(const syntax::File& file) {
    return std::any_of(file.imports.begin(), file.imports.end(), [](const auto& declaration) {
        return declaration.alias && declaration.alias->text == kName;
    });
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' || c == '\\' || (c == '$' && i + 1 < text.size() && text[i + 1] == '{'))
            out += '\\';
        out += c;
    }
    return out + "\"";
}

/// The instant that a bound of the range stands for.
std::int64_t instant(const std::string& text, std::int64_t now_ns, std::string_view option) {
    if (text == "now()") return now_ns;
    if (const auto time = value::parse_time_literal(text)) return *time;
    try {
        const auto duration = value::to_duration_value(value::Value::string(text)).as_duration();
        return value::add_duration(now_ns, duration);
    } catch (const base::RuntimeError&) {
        base::fail(
            "{}: \"{}\" is neither a duration such as -1h, nor a time such as "
            "2024-06-01T00:00:00Z, nor now()",
            option, text);
    }
}

std::string period_of(std::int64_t nanoseconds) {
    // What dashboards use: 360 windows over the range, whole milliseconds where that is possible.
    constexpr std::int64_t kWindows = 360;
    constexpr std::int64_t kMillisecond = 1000000;
    std::int64_t period = std::max<std::int64_t>(nanoseconds / kWindows, 1);
    if (period > kMillisecond) period -= period % kMillisecond;
    return value::to_string(value::Duration{period, 0});
}

/// The properties of `v` in the order in which they were added.
class Definition {
  public:
    void add(std::string name, std::string expression, bool made_up) {
        if (!names_.insert(name).second) return;
        if (made_up) made_up_.push_back(fmt::format("{}: {}", name, expression));
        text_ += fmt::format("    {}: {},\n", quoted(name), expression);
    }
    [[nodiscard]] bool has(const std::string& name) const { return names_.contains(name); }
    [[nodiscard]] VariablesText finish() const { return {"v = {\n" + text_ + "}\n", made_up_}; }

  private:
    std::set<std::string> names_{};
    std::string text_{};
    std::vector<std::string> made_up_{};
};

std::pair<std::string, std::string> bounds_of(const std::string& range) {
    const auto comma = range.find(',');
    if (comma == std::string::npos) return {range, "now()"};
    return {range.substr(0, comma), range.substr(comma + 1)};
}

}  // namespace

std::vector<VariableUse> uses_of_v(const syntax::File& file) {
    std::vector<VariableUse> uses;
    if (defines(file.body) || imports_v(file)) return uses;
    Finder finder(uses);
    syntax::walk_children(file, finder);
    return uses;
}

VariablesText define_v(const Variables& variables, const std::vector<VariableUse>& uses,
                       std::int64_t now_ns,
                       const std::function<std::optional<std::string>()>& only_bucket,
                       base::Diagnostics& found) {
    Definition definition;
    std::set<std::string> used;
    for (const VariableUse& use : uses) used.insert(use.member);
    const bool whole = used.contains("");
    const auto wanted = [&](const char* name) {
        return variables.defaults && (whole || used.contains(name));
    };
    for (const auto& [name, text] : variables.values) definition.add(name, quoted(text), false);
    const bool range_given = !variables.time_range.empty();
    const auto [start, stop] = bounds_of(range_given ? variables.time_range : "-1h");
    const std::int64_t first = instant(start, now_ns, "--time-range");
    const std::int64_t last = instant(stop, now_ns, "--time-range");
    if (range_given || wanted("timeRangeStart"))
        definition.add("timeRangeStart", start, !range_given);
    if (range_given || wanted("timeRangeStop")) definition.add("timeRangeStop", stop, !range_given);
    if (!variables.window_period.empty()) {
        value::to_duration_value(value::Value::string(variables.window_period));
        definition.add("windowPeriod", variables.window_period, false);
    } else if (range_given || wanted("windowPeriod")) {
        definition.add("windowPeriod", period_of(last - first),
                       whole || used.contains("windowPeriod"));
    }
    for (const char* name : {"defaultBucket", "bucket"}) {
        if (!wanted(name) || definition.has(name)) continue;
        if (const auto bucket = only_bucket()) definition.add(name, quoted(*bucket), true);
    }
    for (const VariableUse& use : uses) {
        if (use.member.empty() || definition.has(use.member)) continue;
        base::Diagnostic& error =
            found.error(base::Code::undefined_name, use.span,
                        fmt::format("the variable v.{} has no value", use.member));
        error.help.push_back(fmt::format("give it one: --var {}=VALUE", use.member));
    }
    return definition.finish();
}

}  // namespace fluxi::engine
