// Natives of universe: yield, and those that take values out of a stream, which runs it: tableFind,
// getColumn, getRecord, findColumn, findRecord.
#include <limits>
#include <optional>
#include <utility>

#include "flow/exec/columns.hpp"
#include "flow/exec/execute.hpp"
#include "flow/ops/tables.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "table/concat.hpp"
#include "universe/streams.hpp"
#include "vec/row_function.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using table::Batch;
using value::Nature;
using value::Value;

Value yield(Evaluator& evaluator, const Arguments& arguments) {
    native::stream(arguments, 0);
    evaluator.add_result(native::text_or(arguments, 1, "_result"), arguments.at(0));
    return arguments.at(0);
}

/// Whether a predicate holds for the group key of a run.
bool holds(Evaluator& evaluator, const Value& fn, const Batch& batch, std::size_t run,
           std::string_view user) {
    std::vector<std::pair<std::string, Value>> key;
    for (const std::uint32_t i : batch.schema()->key())
        key.emplace_back(batch.schema()->fields()[i].label, batch.key_value(i, run));
    const eval::NamedArgument argument("key", value::make_record(std::move(key)));
    const Evaluator::RowScope scope(evaluator);
    const Value result = evaluator.call_named(fn, {&argument, 1});
    if (result.is_null()) return false;
    if (!result.is(Nature::boolean)) {
        base::fail("{}: the predicate must give a bool, found {}", user,
                   value::nature_name(result.nature()));
    }
    return result.as_boolean();
}

/// The first table of a stream that `wanted` says yes to for its first run, or as much of it as has
/// `rows` rows; none if there is none. Nothing more of the stream is computed.
template <typename Wanted>
std::optional<Batch> first_table(Evaluator& evaluator, const Arguments& arguments,
                                 std::int64_t rows, Wanted wanted) {
    using flow::exec::Demand;
    table::TableParts parts;
    bool complete = false;
    const auto take = [&](const Batch& batch) {
        for (std::size_t i = 0; i < batch.runs().size(); ++i) {
            const table::Run& run = batch.runs()[i];
            if (parts.empty() && (!run.opens || !wanted(batch, i))) continue;
            parts.add(batch, i);
            complete = run.closes || static_cast<std::int64_t>(parts.rows()) >= rows;
            if (complete) return Demand::enough;
        }
        return Demand::more;
    };
    flow::exec::each_batch(native::stream(arguments, 0), evaluator,
                           evaluator.extension<flow::exec::ExecutionSettings>(), take);
    if (!complete) return std::nullopt;
    return parts.finish(0);
}

constexpr std::int64_t kAllRows = std::numeric_limits<std::int64_t>::max();

/// The first table of a stream whose key fulfils a predicate.
std::optional<Batch> find(Evaluator& evaluator, const Arguments& arguments, std::size_t fn,
                          std::int64_t rows = kAllRows) {
    const Value& predicate = native::function(arguments, fn);
    return first_table(evaluator, arguments, rows, [&](const Batch& batch, std::size_t run) {
        return holds(evaluator, predicate, batch, run, arguments.function());
    });
}

/// The table that tableFind returned.
Batch table_of(Evaluator& evaluator, const Arguments& arguments) {
    auto table =
        first_table(evaluator, arguments, kAllRows, [](const Batch&, std::size_t) { return true; });
    if (table) return std::move(*table);
    base::fail_with(base::Code::table, "{}: there is no table", arguments.function());
}

Value column_values(const Batch& whole, std::size_t column) {
    const table::Column values = whole.column(column);
    std::vector<Value> elements;
    elements.reserve(values.size());
    for (std::uint32_t row = 0; row < values.size(); ++row) elements.push_back(values.at(row));
    return value::make_array(std::move(elements));
}

Value record(const Batch& whole, std::int64_t row) {
    return vec::row_record(whole, static_cast<std::uint32_t>(row), vec::shape_of(*whole.schema()));
}

bool has_row(const Batch& whole, std::int64_t row) {
    return row >= 0 && row < static_cast<std::int64_t>(whole.rows());
}

Value table_find(Evaluator& evaluator, const Arguments& arguments) {
    auto found = find(evaluator, arguments, 1);
    if (!found) {
        base::RuntimeError error(base::Code::table, "tableFind: no table found");
        error.diagnostic().help.emplace_back("none has a group key that fulfils `fn`");
        throw error;
    }
    std::vector<Batch> batches;
    batches.push_back(std::move(*found));
    return native::apply(evaluator,
                         std::make_shared<flow::ops::Tables>("tableFind", std::move(batches)), {});
}

Value get_column(Evaluator& evaluator, const Arguments& arguments) {
    const Batch whole = table_of(evaluator, arguments);
    const std::string label = native::text(arguments, 1);
    const std::size_t column = whole.schema()->find(label);
    if (column == table::Schema::npos) {
        flow::exec::fail_missing_column(*whole.schema(), label, "getColumn: cannot find column {}",
                                        label);
    }
    return column_values(whole, column);
}

Value get_record(Evaluator& evaluator, const Arguments& arguments) {
    const Batch whole = table_of(evaluator, arguments);
    const auto row = arguments.get<std::int64_t>(1);
    if (!has_row(whole, row)) {
        base::fail_with(base::Code::table,
                        "getRecord: index out of bounds: {}; the table has {} rows", row,
                        whole.rows());
    }
    return record(whole, row);
}

Value find_column(Evaluator& evaluator, const Arguments& arguments) {
    const auto found = find(evaluator, arguments, 2);
    const std::string label = native::text(arguments, 1);
    const std::size_t column = found ? found->schema()->find(label) : table::Schema::npos;
    if (column == table::Schema::npos) return value::make_array({});
    return column_values(*found, column);
}

Value find_record(Evaluator& evaluator, const Arguments& arguments) {
    const auto row = arguments.get<std::int64_t>(2);
    const auto found =
        find(evaluator, arguments, 1, row < 0 || row == kAllRows ? kAllRows : row + 1);
    if (!found || !has_row(*found, row)) return value::make_record({});
    return record(*found, row);
}

}  // namespace

void register_find(native::PackageNatives& package) {
    package.effect("yield", {"<-tables", "?name"}, yield);
    package.raw("tableFind", {"<-tables", "fn"}, table_find);
    package.raw("getColumn", {"<-table", "column"}, get_column);
    package.raw("getRecord", {"<-table", "idx"}, get_record);
    package.raw("findColumn", {"<-tables", "column", "fn"}, find_column);
    package.raw("findRecord", {"<-tables", "fn", "idx"}, find_record);
}

}  // namespace fluxi::stdlib::universe
