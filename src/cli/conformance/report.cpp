#include "cli/conformance/report.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fluxi::cli::conformance {

namespace {

using Json = nlohmann::ordered_json;

std::string indented(std::string_view text) {
    std::string result;
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        result += "    ";
        result += text.substr(0, end + 1);
        text.remove_prefix(end + 1);
    }
    return result.empty() ? result : result + "\n";
}

std::size_t index_of(Status status) {
    return static_cast<std::size_t>(status);
}

std::string summary_table(const Report& report, const std::string& kind) {
    const Report::Counts total = report.total(kind);
    const auto groups = report.groups(kind);
    std::size_t width = std::max(std::string_view("total").size(), kind.size() + 1);
    for (const auto& entry : groups) width = std::max(width, entry.first.size());
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < kStatuses; ++i) {
        if (total[i] != 0 || i < 2) shown.push_back(i);
    }
    std::string text = fmt::format("{:{}}  {:>6}", kind + "s", width, "cases");
    for (const std::size_t i : shown)
        text += fmt::format("  {:>6}", status_text(static_cast<Status>(i)));
    text += "\n";
    const auto line = [&](const std::string& name, const Report::Counts& counts) {
        std::size_t all = 0;
        for (const std::size_t count : counts) all += count;
        text += fmt::format("{:{}}  {:>6}", name, width, all);
        for (const std::size_t i : shown) {
            text +=
                fmt::format("  {:>{}}", counts[i],
                            std::max<std::size_t>(6, status_text(static_cast<Status>(i)).size()));
        }
        text += "\n";
    };
    for (const auto& [name, counts] : groups) line(name, counts);
    line("total", total);
    return text;
}

Json table_json(const Table& table) {
    Json columns = Json::array();
    for (const Column& column : table.columns) {
        Json one = {{"label", column.label}};
        if (!column.type.empty()) one["type"] = column.type;
        if (column.grouped) one["group"] = true;
        if (!column.default_value.empty()) one["default"] = column.default_value;
        columns.push_back(std::move(one));
    }
    return {{"columns", columns}, {"rows", table.rows}};
}

Json counts_json(const Report::Counts& counts) {
    Json json = Json::object();
    for (std::size_t i = 0; i < kStatuses; ++i)
        json[std::string(status_text(static_cast<Status>(i)))] = counts[i];
    return json;
}

Json case_json(const CaseOutcome& one) {
    constexpr double kThousand = 1000;
    Json json = {{"kind", one.kind},
                 {"name", one.name},
                 {"group", one.group},
                 {"status", status_text(one.status)},
                 {"verdict", one.verdict},
                 {"message", one.message},
                 {"reason", one.reason},
                 {"duration_ms", std::round(one.duration_ms * kThousand) / kThousand}};
    if (one.status != Status::failed && one.status != Status::known) return json;
    if (one.wanted.empty() && one.got.empty()) return json;
    json["expected"] = Json::array();
    for (const Table& table : one.wanted) json["expected"].push_back(table_json(table));
    json["actual"] = Json::array();
    for (const Table& table : one.got) json["actual"].push_back(table_json(table));
    return json;
}

}  // namespace

std::string_view status_text(Status status) {
    switch (status) {
        case Status::passed:
            return "passed";
        case Status::failed:
            return "failed";
        case Status::known:
            return "known";
        case Status::surprising:
            return "surprising";
        case Status::ran:
            return "ran";
        case Status::not_runnable:
            break;
    }
    return "not runnable";
}

std::vector<std::string> Report::kinds() const {
    std::vector<std::string> found;
    for (const CaseOutcome& one : cases) {
        if (std::find(found.begin(), found.end(), one.kind) == found.end())
            found.push_back(one.kind);
    }
    return found;
}

std::map<std::string, Report::Counts> Report::groups(std::string_view kind) const {
    std::map<std::string, Counts> found;
    for (const CaseOutcome& one : cases) {
        if (one.kind == kind) ++found[one.group][index_of(one.status)];
    }
    return found;
}

Report::Counts Report::total(std::string_view kind) const {
    Counts counts{};
    for (const CaseOutcome& one : cases) {
        if (one.kind == kind) ++counts[index_of(one.status)];
    }
    return counts;
}

bool Report::good() const {
    return std::none_of(cases.begin(), cases.end(), [](const CaseOutcome& one) {
        return one.status == Status::failed || one.status == Status::surprising;
    });
}

std::string text_report(const Report& report) {
    std::string text;
    for (const CaseOutcome& one : report.cases) {
        switch (one.status) {
            case Status::failed:
                text += fmt::format("failed: {}{}\n", one.name,
                                    one.verdict.empty() ? "" : " (" + one.verdict + ")");
                text += indented(one.message);
                break;
            case Status::surprising:
                text += fmt::format("passes, but is listed as a deviation: {}\n", one.name);
                break;
            case Status::known:
                text += fmt::format("known: {}: {}\n", one.name, one.reason);
                break;
            case Status::passed:
            case Status::ran:
            case Status::not_runnable:
                if (!report.verbose) break;
                text += fmt::format("{}: {}{}\n", status_text(one.status), one.name,
                                    one.message.empty() ? "" : ": " + one.message);
                break;
        }
    }
    for (const std::string& name : report.unused)
        text += fmt::format("no such case, but it is listed as a deviation: {}\n", name);
    for (const std::string& kind : report.kinds()) text += summary_table(report, kind);
    return text;
}

std::string json_report(const Report& report) {
    Json json = {{"cases", Json::array()}, {"groups", Json::object()}, {"summary", Json::object()}};
    for (const CaseOutcome& one : report.cases) json["cases"].push_back(case_json(one));
    for (const std::string& kind : report.kinds()) {
        for (const auto& [name, counts] : report.groups(kind))
            json["groups"][kind][name] = counts_json(counts);
        json["summary"][kind] = counts_json(report.total(kind));
    }
    json["unused_deviations"] = report.unused;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fluxi::cli::conformance
