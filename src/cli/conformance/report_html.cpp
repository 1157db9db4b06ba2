// The HTML page: a summary, then each case that did not pass with the tables side by side.
#include <algorithm>

#include <fmt/format.h>

#include "base/markup.hpp"
#include "cli/conformance/report.hpp"

namespace fluxi::cli::conformance {

namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>fluxi conformance</title><style>
body{font:14px/1.4 sans-serif;margin:2em;color:#222}
table{border-collapse:collapse;margin:.5em 0}
th,td{border:1px solid #ccc;padding:.15em .5em;text-align:left;vertical-align:top}
td.n{text-align:right}
pre{background:#f5f5f5;padding:.5em;overflow-x:auto}
.sides{display:flex;gap:2em;overflow-x:auto}
.differs{background:#ffd7d7}
.key{font-weight:bold}
details{margin:.5em 0}
summary{cursor:pointer}
</style></head><body>
)";
constexpr std::size_t kRows = 200;

/// A table with the cells marked that the other one does not have in the same place.
std::string table_html(const Table& table, const Table* other) {
    std::string text = "<table><tr>";
    for (const Column& column : table.columns) {
        text += fmt::format("<th class=\"{}\">{}<br><small>{}</small></th>",
                            column.grouped ? "key" : "", base::escape_markup(column.label),
                            base::escape_markup(column.type));
    }
    text += "</tr>\n";
    const auto place_in_other = [&](const std::string& label) {
        const auto& columns = other->columns;
        return static_cast<std::size_t>(
            std::find_if(columns.begin(), columns.end(),
                         [&](const Column& c) { return c.label == label; }) -
            columns.begin());
    };
    for (std::size_t r = 0; r < std::min(table.rows.size(), kRows); ++r) {
        text += "<tr>";
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            bool differs = other == nullptr || r >= other->rows.size();
            if (!differs) {
                const std::size_t at = place_in_other(table.columns[c].label);
                differs = at >= other->rows[r].size() || other->rows[r][at] != table.rows[r][c];
            }
            text += fmt::format("<td{}>{}</td>", differs ? " class=\"differs\"" : "",
                                base::escape_markup(table.rows[r][c]));
        }
        text += "</tr>\n";
    }
    text += "</table>";
    if (table.rows.size() > kRows)
        text += fmt::format("<p>and {} more rows</p>", table.rows.size() - kRows);
    return text;
}

std::string sides_html(const CaseOutcome& one) {
    std::string text;
    for (std::size_t i = 0; i < std::max(one.wanted.size(), one.got.size()); ++i) {
        const Table* wanted = i < one.wanted.size() ? &one.wanted[i] : nullptr;
        const Table* got = i < one.got.size() ? &one.got[i] : nullptr;
        text += fmt::format("<div class=\"sides\"><div>expected{}</div><div>got{}</div></div>\n",
                            wanted != nullptr ? table_html(*wanted, got) : ": no such table",
                            got != nullptr ? table_html(*got, wanted) : ": no such table");
    }
    return text;
}

std::string case_html(const CaseOutcome& one) {
    std::string text = fmt::format(
        "<details{}><summary>{}: {}{}</summary>\n", one.status == Status::failed ? " open" : "",
        status_text(one.status), base::escape_markup(one.name),
        one.verdict.empty() ? "" : " (" + base::escape_markup(one.verdict) + ")");
    if (!one.reason.empty()) text += fmt::format("<p>{}</p>\n", base::escape_markup(one.reason));
    if (!one.script.empty())
        text += fmt::format("<pre>{}</pre>\n", base::escape_markup(one.script));
    if (!one.message.empty())
        text += fmt::format("<pre>{}</pre>\n", base::escape_markup(one.message));
    return text + sides_html(one) + "</details>\n";
}

std::string summary_html(const Report& report, const std::string& kind) {
    std::string text = fmt::format("<table><tr><th>{}s</th>", base::escape_markup(kind));
    for (std::size_t i = 0; i < kStatuses; ++i)
        text += fmt::format("<th>{}</th>", status_text(static_cast<Status>(i)));
    text += "</tr>\n";
    const auto line = [&](const std::string& name, const Report::Counts& counts) {
        text += fmt::format("<tr><td>{}</td>", base::escape_markup(name));
        for (const std::size_t count : counts)
            text += fmt::format("<td class=\"n\">{}</td>", count);
        text += "</tr>\n";
    };
    for (const auto& [name, counts] : report.groups(kind)) line(name, counts);
    line("total", report.total(kind));
    return text + "</table>\n";
}

}  // namespace

std::string html_report(const Report& report) {
    std::string text(kHead);
    text +=
        "<h1>fluxi conformance</h1>\n<p>Columns in bold are the group key; cells in red are not in "
        "the other table.</p>\n";
    for (const std::string& kind : report.kinds()) text += summary_html(report, kind);
    for (const Status status :
         {Status::failed, Status::surprising, Status::known, Status::not_runnable}) {
        for (const CaseOutcome& one : report.cases) {
            if (one.status == status) text += case_html(one);
        }
    }
    return text + "</body></html>\n";
}

}  // namespace fluxi::cli::conformance
