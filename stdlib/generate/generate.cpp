// Natives of package generate.
#include <cstdint>

#include "flow/ops/generate.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "native/timeable.hpp"

namespace fluxi::stdlib::generate {
namespace {

value::Value from(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    return native::apply(
        evaluator,
        std::make_shared<flow::ops::Generate>(
            native::time_of(evaluator, arguments, 0), native::time_of(evaluator, arguments, 1),
            arguments.get<std::int64_t>(2), native::function(arguments, 3)),
        {});
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("generate").raw("from", {"start", "stop", "count", "fn"}, from);
}

}  // namespace fluxi::stdlib::generate
