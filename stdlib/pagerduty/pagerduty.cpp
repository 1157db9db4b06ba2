#include "flow/ops/dedup_key.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::pagerduty {

namespace {

value::Value dedup_key(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    return native::apply_to<flow::ops::DedupKey>(
        evaluator, arguments, 0, arguments.strings_or(1, {"_start", "_stop", "_level"}));
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("pagerduty").raw("dedupKey", {"<-tables", "?exclude"}, &dedup_key);
}

}  // namespace fluxi::stdlib::pagerduty
