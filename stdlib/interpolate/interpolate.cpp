// Natives of package interpolate.
#include "flow/ops/interpolate.hpp"

#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::interpolate {
namespace {

value::Value linear(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    return native::apply_to<flow::ops::InterpolateLinear>(evaluator, arguments, 0,
                                                          arguments.get<value::Duration>(1));
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("interpolate").raw("linear", {"<-tables", "every"}, linear);
}

}  // namespace fluxi::stdlib::interpolate
