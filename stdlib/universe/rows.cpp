// Natives of universe: filter, map, limit, tail, sort.
#include "flow/ops/rows.hpp"

#include "flow/ops/filter.hpp"
#include "flow/ops/map.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value filter(Evaluator& evaluator, const Arguments& arguments) {
    const std::string on_empty = native::text_or(arguments, 2, "drop");
    if (on_empty != "drop" && on_empty != "keep") {
        base::fail("filter: onEmpty must be keep or drop, was \"{}\"", on_empty);
    }
    return native::apply_to<flow::ops::Filter>(evaluator, arguments, 0,
                                               native::function(arguments, 1), on_empty == "keep");
}

Value map(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::Map>(evaluator, arguments, 0,
                                            native::function(arguments, 1));
}

/// n and offset of limit and tail.
template <typename Op>
Value rows(Evaluator& evaluator, const Arguments& arguments) {
    const auto n = arguments.get<std::int64_t>(1);
    const auto offset = arguments.get_or<std::int64_t>(2, 0);
    if (offset < 0) {
        base::fail("{}: {} offset cannot be negative ({})", arguments.function(),
                   arguments.function(), offset);
    }
    return native::apply_to<Op>(evaluator, arguments, 0, n, offset);
}

Value sort(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::Sort>(evaluator, arguments, 0,
                                             arguments.strings_or(1, {"_value"}),
                                             arguments.get_or<bool>(2, false));
}

}  // namespace

void register_rows(native::PackageNatives& package) {
    package.raw("filter", {"<-tables", "fn", "?onEmpty"}, filter);
    package.raw("map", {"<-tables", "fn", "?mergeKey"}, map);
    package.raw("limit", {"<-tables", "n", "?offset"}, rows<flow::ops::Limit>);
    package.raw("tail", {"<-tables", "n", "?offset"}, rows<flow::ops::Tail>);
    package.raw("sort", {"<-tables", "?columns", "?desc"}, sort);
}

}  // namespace fluxi::stdlib::universe
