#include "engine/task.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "syntax/walk.hpp"

namespace fluxi::engine {

namespace {

constexpr std::array<std::string_view, 6> kProperties = {"name",   "every",       "cron",
                                                         "offset", "concurrency", "retry"};

const syntax::RecordExpr* record_of(const syntax::Expr& expr) {
    if (const auto* paren = std::get_if<syntax::ParenExpr>(&expr.node))
        return record_of(*paren->inner);
    return std::get_if<syntax::RecordExpr>(&expr.node);
}

void warn(base::Diagnostics& warnings, base::Span span, std::string message) {
    warnings.warning(base::Code::no_effect, span, std::move(message));
}

}  // namespace

std::optional<std::string> task_of(const syntax::File& file, const base::SourceMap& sources,
                                   base::Diagnostics& warnings) {
    for (const syntax::StmtPtr& statement : file.body) {
        const auto* option = std::get_if<syntax::OptionStmt>(&statement->node);
        if (option == nullptr || option->package || option->name.text != "task") continue;
        const syntax::RecordExpr* record = record_of(*option->init);
        if (record == nullptr || record->with) return "task: computed when the script runs";
        std::map<std::string, std::string, std::less<>> given;
        for (const syntax::Property& property : record->properties) {
            const std::string& name = property.key.text;
            given[name] = property.value ? std::string(sources.text(property.value->span)) : name;
            if (std::find(kProperties.begin(), kProperties.end(), name) != kProperties.end())
                continue;
            const std::vector<std::string_view> known(kProperties.begin(), kProperties.end());
            const std::string_view near = base::nearest(name, known);
            warn(warnings, property.span,
                 fmt::format("option task has no property {}{}", name,
                             near.empty() ? "" : fmt::format("; did you mean {}?", near)));
        }
        const base::Span span = option->name.span;
        if (!given.contains("name")) warn(warnings, span, "option task must have a name");
        if (given.contains("every") == given.contains("cron")) {
            warn(warnings, span,
                 given.contains("every") ? "option task must have either every or cron, not both"
                                         : "option task must have every or cron");
        }
        std::string text = fmt::format("task {}", given.contains("name") ? given["name"] : "?");
        std::string_view separator = ": ";
        for (const char* name : {"every", "cron", "offset", "concurrency", "retry"}) {
            if (!given.contains(name)) continue;
            text += fmt::format("{}{} {}", std::exchange(separator, ", "), name, given[name]);
        }
        return text;
    }
    return std::nullopt;
}

}  // namespace fluxi::engine
