// Natives of universe: group, range, union.
#include "flow/ops/group.hpp"

#include "flow/ops/range.hpp"
#include "flow/ops/union.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"
#include "value/time.hpp"
#include "value/window.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Nature;
using value::Value;

Value group(Evaluator& evaluator, const Arguments& arguments) {
    const std::string mode = native::text_or(arguments, 2, "by");
    if (mode != "by" && mode != "except") {
        base::fail("group: invalid group mode: must be \"by\" or \"except\", found \"{}\"", mode);
    }
    return native::apply_to<flow::ops::Group>(
        evaluator, arguments, 0, arguments.strings_or(1, {}),
        mode == "by" ? flow::ops::Group::Mode::by : flow::ops::Group::Mode::except);
}

std::int64_t now(Evaluator& evaluator) {
    const Value time = evaluator.call(evaluator.member("universe", "now"), {});
    if (!time.is(Nature::time)) {
        base::fail("the option now must give a time, it gave a {}",
                   value::nature_name(time.nature()));
    }
    return time.as_time().nanoseconds;
}

/// A bound of range: a time, a duration before or after now, or seconds since 1970. Months of a
/// duration have 30.4375 days each, unlike everywhere else.
std::int64_t bound(Evaluator& evaluator, const Arguments& arguments, std::size_t i) {
    const Value& v = arguments.at(i);
    if (v.is(Nature::time)) return v.as_time().nanoseconds;
    if (v.is(Nature::integer)) return value::wrap_mul(v.as_integer(), value::kNsPerSecond);
    if (v.is(Nature::duration))
        return value::wrap_add(now(evaluator), v.as_duration().approximate_ns());
    arguments.fail(i, "a time, a duration or an int");
}

Value range(Evaluator& evaluator, const Arguments& arguments) {
    const std::int64_t start = bound(evaluator, arguments, 1);
    const std::int64_t stop = arguments.has(2) ? bound(evaluator, arguments, 2) : now(evaluator);
    if (start >= stop) {
        base::fail("range: cannot query an empty range: it would start at {} and stop at {}",
                   value::time_to_string(start), value::time_to_string(stop));
    }
    return native::apply_to<flow::ops::Range>(evaluator, arguments, 0, flow::Bounds{start, stop});
}

Value union_of(Evaluator& evaluator, const Arguments& arguments) {
    std::vector<flow::Node::Ref> inputs;
    for (const Value& stream : arguments.get<value::Array>(0).elements()) {
        if (!stream.is(Nature::stream)) arguments.fail(0, "an array of streams");
        inputs.push_back(flow::Node::of(stream));
    }
    if (inputs.size() < 2) {
        base::fail("union: union must have at least two streams as input, found {}", inputs.size());
    }
    return native::apply(evaluator, std::make_shared<flow::ops::Union>(), std::move(inputs));
}

}  // namespace

void register_grouping(native::PackageNatives& package) {
    package.raw("group", {"<-tables", "?columns", "?mode"}, group);
    package.raw("range", {"<-tables", "start", "?stop"}, range);
    package.raw("union", {"tables"}, union_of);
}

}  // namespace fluxi::stdlib::universe
