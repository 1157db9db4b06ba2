// Natives of universe: the aggregates with one column and no parameters.
#include "flow/ops/aggregates.hpp"

#include <memory>
#include <utility>

#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

using eval::Evaluator;
using native::Arguments;

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
                            evaluator, arguments, 0, name, native::text_or(arguments, 1, "_value"),
                            kernel);
                    });
    }
}

}  // namespace fluxi::stdlib::universe
