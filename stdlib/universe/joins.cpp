// Native of universe: join.
#include <algorithm>

#include "flow/ops/join.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value join(Evaluator& evaluator, const Arguments& arguments) {
    const std::string method = native::text_or(arguments, 1, "inner");
    if (method != "inner") {
        base::fail("join: {} is not a valid join type, only \"inner\" is; package join has others",
                   method);
    }
    if (!arguments.has(2)) base::fail("join: missing required keyword argument \"on\"");
    std::vector<std::string> on = arguments.strings(2);
    if (on.empty()) base::fail("join: at least one column in 'on' column list is required");
    std::sort(on.begin(), on.end());
    const value::Record& tables = arguments.get<value::Record>(0);
    if (tables.size() != 2) {
        base::fail("join: joins currently must only have two parents, found {}", tables.size());
    }
    std::vector<std::string> names;
    std::vector<flow::Node::Ref> inputs;
    for (const std::uint32_t i : tables.shape()->sorted()) {
        if (!tables.values()[i].is(value::Nature::stream))
            arguments.fail(0, "a record of two streams");
        names.push_back(tables.shape()->labels()[i]);
        inputs.push_back(flow::Node::of(tables.values()[i]));
    }
    return native::apply(
        evaluator, std::make_shared<flow::ops::NaturalJoin>(names[0], names[1], std::move(on)),
        std::move(inputs));
}

}  // namespace

void register_joins(native::PackageNatives& package) {
    package.raw("join", {"<-tables", "?method", "?on"}, join);
}

}  // namespace fluxi::stdlib::universe
