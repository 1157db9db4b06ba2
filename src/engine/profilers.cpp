#include "engine/profilers.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "program/package.hpp"
#include "program/packages.hpp"
#include "table/builder.hpp"
#include "value/composite.hpp"

namespace fluxi::engine {

namespace {

using table::ColumnType;

/// A table whose first column, `_measurement`, is its group key.
class ReportTable {
  public:
    explicit ReportTable(std::string measurement) : measurement_(std::move(measurement)) {}

    table::Builder& column(std::string label, ColumnType type) {
        const auto known =
            std::find_if(fields_.begin(), fields_.end(),
                         [&](const table::Field& field) { return field.label == label; });
        if (known != fields_.end())
            return builders_[static_cast<std::size_t>(known - fields_.begin())];
        fields_.push_back({std::move(label), type});
        return builders_.emplace_back(type);
    }
    void add(std::string label, std::int64_t number) {
        column(std::move(label), ColumnType::integer).append_stored(number);
    }
    void add(std::string label, std::chrono::nanoseconds time) {
        add(std::move(label), std::int64_t{time.count()});
    }
    void add(std::string label, std::string_view text) {
        column(std::move(label), ColumnType::string).append_text(text);
    }

    table::Batch finish(std::uint64_t number) {
        const std::uint32_t rows = builders_.front().size();
        std::vector<table::Field> fields{{"_measurement", ColumnType::string}};
        std::vector<table::Column> columns{
            table::Column::constant(ColumnType::string, rows, value::Value::string(measurement_))};
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            fields.push_back(fields_[i]);
            columns.push_back(builders_[i].finish());
        }
        return table::Batch::single(table::make_schema(std::move(fields), {0}), std::move(columns),
                                    rows, number);
    }

  private:
    std::string measurement_;
    std::vector<table::Field> fields_{};
    std::vector<table::Builder> builders_{};
};

std::string label_of(const flow::exec::OperatorProfile& op) {
    return op.detail.empty() ? op.name : fmt::format("{}({})", op.name, op.detail);
}

table::Batch operator_table(const flow::exec::Profile& profile, std::uint64_t number) {
    ReportTable report("profiler/operator");
    for (const flow::exec::OperatorProfile& op : profile.operators) {
        const auto calls = std::max<std::uint64_t>(op.calls, 1);
        report.add("Type", std::string_view(op.name));
        report.add("Label", label_of(op));
        report.add("Count", static_cast<std::int64_t>(calls));
        report.add("MinDuration", op.shortest);
        report.add("MaxDuration", op.longest);
        report.add("DurationSum", op.time);
        report.column("MeanDuration", ColumnType::floating)
            .append_stored(static_cast<double>(op.time.count()) / static_cast<double>(calls));
    }
    return report.finish(number);
}

table::Batch query_table(const QueryReport& query, const flow::exec::Profile& profile,
                         std::uint64_t number) {
    using std::chrono::nanoseconds;
    ReportTable report("profiler/query");
    report.add("TotalDuration", query.total);
    report.add("CompileDuration", query.compile);
    report.add("QueueDuration", nanoseconds{0});
    report.add("PlanDuration", profile.planning);
    report.add("RequeueDuration", nanoseconds{0});
    report.add("ExecuteDuration", query.execute - profile.planning);
    report.add("Concurrency", static_cast<std::int64_t>(query.threads));
    report.add("MaxAllocated", static_cast<std::int64_t>(query.peak_bytes));
    report.add("TotalAllocated", static_cast<std::int64_t>(query.peak_bytes));
    report.add("RuntimeErrors", std::string_view());
    report.add("flux/query-plan", query.plan);
    return report.finish(number);
}

}  // namespace

Profilers wanted_profilers(eval::Evaluator& evaluator) {
    Profilers wanted;
    const program::Packages& packages = evaluator.packages();
    for (std::size_t i = 0; i < packages.size(); ++i) {
        const program::Package& package = packages.at(i);
        if (package.path() != "profiler") continue;
        const std::uint32_t cell = package.find("enabledProfilers");
        if (cell == program::Package::npos) continue;
        for (const value::Value& name : evaluator.cell(package, cell).as_array().elements()) {
            const std::string_view text = name.is_null() ? std::string_view() : name.as_text();
            if (text == "query") {
                wanted.query = true;
            } else if (text == "operator") {
                wanted.operators = true;
            } else if (!text.empty()) {
                wanted.unknown.emplace_back(text);
            }
        }
    }
    return wanted;
}

void deliver_reports(const Profilers& wanted, const QueryReport& query,
                     const flow::exec::Profile& profile, flow::exec::ResultReceiver& receiver) {
    receiver.begin_result("_profiler");
    std::uint64_t number = 0;
    if (wanted.query) receiver.push(query_table(query, profile, number++));
    if (wanted.operators && !profile.operators.empty())
        receiver.push(operator_table(profile, number));
    receiver.end_result();
}

}  // namespace fluxi::engine
