// Natives of universe: the aggregates with one column and no parameters, stddev.
#include "flow/ops/aggregates.hpp"

#include <memory>
#include <utility>

#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value stddev(Evaluator& evaluator, const Arguments& arguments) {
    const std::string mode = native::text_or(arguments, 2, "sample");
    if (mode != "sample" && mode != "population") {
        base::fail("stddev: mode must be \"sample\" or \"population\", found \"{}\"", mode);
    }
    return native::apply_to<flow::exec::Aggregate>(
        evaluator, arguments, 0, "stddev", native::text_or(arguments, 1, "_value"),
        [sample = mode == "sample"](table::ColumnType type) {
            return flow::ops::stddev_kernel(type, sample);
        });
}

}  // namespace

void register_aggregates(native::PackageNatives& package) {
    using Kernel = std::unique_ptr<flow::exec::AggregateKernel> (*)(table::ColumnType);
    const std::pair<std::string_view, Kernel> simple[] = {
        {"count", flow::ops::count_kernel}, {"sum", flow::ops::sum_kernel},
        {"mean", flow::ops::mean_kernel},   {"spread", flow::ops::spread_kernel},
        {"skew", flow::ops::skew_kernel},
    };
    for (const auto& entry : simple) {
        package.raw(entry.first, {"<-tables", "?column"},
                    [name = std::string(entry.first), kernel = entry.second](
                        Evaluator& evaluator, const Arguments& arguments) {
                        return native::apply_to<flow::exec::Aggregate>(
                            evaluator, arguments, 0, name,
                            native::text_or(arguments, 1, "_value"), kernel);
                    });
    }
    package.raw("stddev", {"<-tables", "?column", "?mode"}, stddev);
}

}  // namespace fluxi::stdlib::universe
