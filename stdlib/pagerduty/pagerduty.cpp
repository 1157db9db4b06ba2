#include "flow/ops/dedup_key.hpp"
#include "native/registry.hpp"

namespace fluxi::stdlib::pagerduty {

namespace {

value::Value dedup_key(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    if (!arguments.at(0).is(value::Nature::stream)) arguments.fail(0, "a stream of tables");
    auto exclude = arguments.strings_or(1, {"_start", "_stop", "_level"});
    return flow::make_stream(std::make_shared<flow::ops::DedupKey>(std::move(exclude)),
                             {flow::Node::of(arguments.at(0))}, evaluator.script_call());
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("pagerduty").raw("dedupKey", {"<-tables", "?exclude"}, &dedup_key);
}

}  // namespace fluxi::stdlib::pagerduty
