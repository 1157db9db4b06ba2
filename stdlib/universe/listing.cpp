// Natives of universe that list what tables hold, and pivot.
#include "flow/ops/listing.hpp"

#include "flow/ops/pivot.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value sample(Evaluator& evaluator, const Arguments& arguments) {
    const auto n = arguments.get<std::int64_t>(1);
    const auto pos = arguments.get_or<std::int64_t>(3, -1);
    if (n <= 0) base::fail("sample: n must be a positive integer, but was {}", n);
    if (pos >= n) base::fail("sample: pos must be less than n, but {} >= {}", pos, n);
    return native::apply(evaluator, flow::ops::sample(n, pos, selected_column(arguments, 2)),
                         {native::stream(arguments, 0)});
}

Value key_values(Evaluator& evaluator, const Arguments& arguments) {
    if (!arguments.has(1)) {
        base::fail(
            "keyValues: neither column list nor predicate function provided; give `keyColumns`");
    }
    return native::apply(evaluator, flow::ops::key_values(arguments.strings(1)),
                         {native::stream(arguments, 0)});
}

Value pivot(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::PivotSettings settings;
    settings.column_key = arguments.strings(1);
    settings.row_key = arguments.strings(2);
    settings.value_column = native::text(arguments, 3);
    for (const std::string& label : settings.row_key) {
        for (const std::string& other : settings.column_key) {
            if (label == other)
                base::fail("pivot: column name found in both rowKey and colKey: {}", label);
        }
    }
    return native::apply_to<flow::ops::Pivot>(evaluator, arguments, 0, std::move(settings));
}

}  // namespace

void register_listing(native::PackageNatives& package) {
    using Maker = flow::ops::OperationRef (*)(std::string);
    const std::pair<std::string_view, Maker> by_column[] = {
        {"distinct", flow::ops::distinct},
        {"unique", flow::ops::unique},
        {"columns", flow::ops::columns},
        {"keys", flow::ops::keys},
    };
    for (const auto& entry : by_column) {
        package.raw(entry.first, {"<-tables", "?column"},
                    [maker = entry.second](Evaluator& e, const Arguments& a) {
                        return native::apply(e, maker(native::text_or(a, 1, "_value")),
                                             {native::stream(a, 0)});
                    });
    }
    package.raw("sample", {"<-tables", "n", "?column", "?pos"}, sample);
    package.raw("keyValues", {"<-tables", "?keyColumns"}, key_values);
    package.raw("pivot", {"<-tables", "columnKey", "rowKey", "valueColumn"}, pivot);
}

}  // namespace fluxi::stdlib::universe
