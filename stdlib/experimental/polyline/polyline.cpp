// Natives of package experimental/polyline.
#include "flow/ops/polyline.hpp"

#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::experimental_polyline {
namespace {

value::Value rdp(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    flow::ops::Thinning thinning;
    if (arguments.has(3)) thinning.epsilon = arguments.get<double>(3);
    if (arguments.has(4)) thinning.retention = arguments.get<double>(4);
    if (thinning.epsilon && !(*thinning.epsilon > 0)) {
        base::fail("Epsilon values need to be greater than 0.0");
    }
    if (thinning.retention && !(*thinning.retention > 0 && *thinning.retention < 100)) {
        base::fail("Retention percentage should be between 0.0 and 100.0");
    }
    if (thinning.epsilon && thinning.retention) {
        base::fail("Please provide either epsilon or retention rate and not both");
    }
    return native::apply_to<flow::ops::Polyline>(evaluator, arguments, 0,
                                                 native::text_or(arguments, 1, "_value"),
                                                 native::text_or(arguments, 2, "_time"), thinning);
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("experimental/polyline")
        .raw("rdp", {"<-tables", "?valColumn", "?timeColumn", "?epsilon", "?retention"}, rdp);
}

}  // namespace fluxi::stdlib::experimental_polyline
