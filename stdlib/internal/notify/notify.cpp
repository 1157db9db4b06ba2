#include <fmt/core.h>

#include "eval/evaluator.hpp"
#include "native/registry.hpp"
#include "value/display.hpp"

namespace fluxi::stdlib::internal_notify {

namespace {

constexpr std::size_t kShownRow = 500;

/// The row as text, cut where it gets too long for a note.
std::string row_text(const value::Value& row) {
    std::string text = value::display(row);
    if (text.size() <= kShownRow) return text;
    std::size_t end = kShownRow;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

value::Value report(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    const auto service = arguments.get<std::string_view>(0);
    const bool accepted = arguments.get<bool>(1);
    const auto status = arguments.get<std::int64_t>(2);
    if (!accepted) {
        base::Diagnostic note;
        note.severity = base::Severity::warning;
        note.code = base::Code::not_accepted;
        // No place: the call stands in a package, and one line for each row is enough.
        note.message = fmt::format("{}: status {}, the request was not accepted; row {}", service,
                                   status, row_text(arguments.at(3)));
        evaluator.warnings().add(std::move(note));
    }
    // In a dry run the answer is made up: whoever reads `_sent` later must not take the message for
    // sent.
    const bool shown_only = evaluator.host().network.http == host::HttpMode::dry_run;
    return value::Value::string(accepted && !shown_only ? "true" : "false");
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("internal/notify")
        .effect("report", {"service", "accepted", "status", "row"}, &report);
}

}  // namespace fluxi::stdlib::internal_notify
