#include "experimental/streams.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "flow/exec/execute.hpp"
#include "flow/ops/columns.hpp"
#include "flow/ops/diff.hpp"
#include "flow/ops/group.hpp"
#include "flow/ops/join.hpp"
#include "flow/ops/unpivot.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::experimental {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

/// A function that is the one of that name in the prelude, for streams with the usual columns: it
/// has the same parameters but for those that name columns. `fixed` are given beside the arguments.
native::Implementation as_in_universe(std::string name, std::vector<std::string> parameters,
                                      std::vector<std::pair<std::string, Value>> fixed = {}) {
    return [name = std::move(name), parameters = std::move(parameters), fixed = std::move(fixed)](
               Evaluator& evaluator, const Arguments& arguments) {
        std::vector<eval::NamedArgument> given;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (arguments.has(i)) given.emplace_back(parameters[i], arguments.at(i));
        }
        for (const auto& [parameter, value] : fixed) given.emplace_back(parameter, value);
        return evaluator.call_named(evaluator.member("universe", name), given);
    };
}

Value group(Evaluator& evaluator, const Arguments& arguments) {
    const auto mode = arguments.get<std::string_view>(2);
    if (mode != "extend") {
        base::fail("invalid group mode \"{}\"; experimental.group requires mode \"extend\"", mode);
    }
    auto columns = arguments.strings(1);
    const auto checked =
        native::apply_to<flow::ops::RequireColumns>(evaluator, arguments, 0, "group", columns);
    return native::apply(
        evaluator,
        std::make_shared<flow::ops::Group>(std::move(columns), flow::ops::Group::Mode::extend),
        {flow::Node::of(checked)});
}

Value set(Evaluator& evaluator, const Arguments& arguments) {
    const auto& record = arguments.get<value::Record>(1);
    flow::ops::SetColumns::Values values;
    for (std::size_t i = 0; i < record.size(); ++i) {
        values.emplace_back(record.shape()->labels()[i], record.values()[i]);
    }
    return native::apply_to<flow::ops::SetColumns>(evaluator, arguments, 0, std::move(values),
                                                   false);
}

/// Runs the first stream to its end now; the second runs when its result is asked for.
Value chain(Evaluator& evaluator, const Arguments& arguments) {
    const flow::Node::Ref second = native::stream(arguments, 1);
    flow::exec::collect(native::stream(arguments, 0), evaluator,
                        evaluator.extension<flow::exec::ExecutionSettings>());
    return second->value();
}

Value diff(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply(evaluator, std::make_shared<flow::ops::Diff>(),
                         {native::stream(arguments, 1), native::stream(arguments, 0)});
}

/// Joins rows of the same group key and time.
Value join(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::JoinSettings settings;
    settings.name = "experimental.join";
    settings.on = {{"_time", "_time"}};
    settings.as = native::function(arguments, 0);
    settings.left_parameter = "left";
    settings.right_parameter = "right";
    settings.refuse_empty = false;
    return native::apply(evaluator, std::make_shared<flow::ops::Join>(std::move(settings)),
                         {native::stream(arguments, 1), native::stream(arguments, 2)});
}

Value preview(Evaluator& evaluator, const Arguments& arguments) {
    constexpr std::int64_t kDefault = 5;
    return native::apply_to<flow::ops::Preview>(evaluator, arguments, 0,
                                                arguments.get_or<std::int64_t>(1, kDefault),
                                                arguments.get_or<std::int64_t>(2, kDefault));
}

Value unpivot(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::Unpivot>(evaluator, arguments, 0,
                                                arguments.strings_or(1, {"_time"}));
}

void register_from_universe(native::PackageNatives& package) {
    for (const char* name : {"count", "distinct", "first", "last", "max", "mean", "min", "mode",
                             "skew", "spread", "sum", "unique"}) {
        package.raw(name, {"<-tables"}, as_in_universe(name, {"tables"}));
    }
    package.raw("fill", {"<-tables", "?value", "?usePrevious"},
                as_in_universe("fill", {"tables", "value", "usePrevious"}));
    package.raw("stddev", {"<-tables", "?mode"}, as_in_universe("stddev", {"tables", "mode"}));
    package.raw("quantile", {"<-tables", "q", "?compression", "?method"},
                as_in_universe("quantile", {"tables", "q", "compression", "method"}));
    package.raw("kaufmansAMA", {"<-tables", "n"}, as_in_universe("kaufmansAMA", {"tables", "n"}));
    package.raw("integral", {"<-tables", "?unit", "?interpolate"},
                as_in_universe("integral", {"tables", "unit", "interpolate"}));
    package.raw("histogram", {"<-tables", "bins", "?normalize"},
                as_in_universe("histogram", {"tables", "bins", "normalize"}));
    package.raw("histogramQuantile", {"<-tables", "?quantile", "?minValue"},
                as_in_universe("histogramQuantile", {"tables", "quantile", "minValue"}));
    package.raw("_window", {"<-tables", "every", "period", "offset", "location", "createEmpty"},
                as_in_universe("_window",
                               {"tables", "every", "period", "offset", "location", "createEmpty"},
                               {{"timeColumn", Value::string("_time")},
                                {"startColumn", Value::string("_start")},
                                {"stopColumn", Value::string("_stop")}}));
}

}  // namespace

void register_streams(native::PackageNatives& package) {
    register_from_universe(package);
    package.raw("group", {"<-tables", "columns", "mode"}, group);
    package.raw("set", {"<-tables", "o"}, set);
    package.effect("chain", {"first", "second"}, chain);
    package.raw("join", {"fn", "left", "right"}, join);
    package.raw("diff", {"<-got", "want"}, diff);
    package.raw("preview", {"<-tables", "?nrows", "?ntables"}, preview);
    package.raw("unpivot", {"<-tables", "?otherColumns"}, unpivot);
}

}  // namespace fluxi::stdlib::experimental
