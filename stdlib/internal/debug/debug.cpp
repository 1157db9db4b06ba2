// Natives of package internal/debug.
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "flow/exec/operator.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::internal_debug {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Nature;
using value::Value;

Value null(std::optional<std::string_view> type) {
    static constexpr std::array kTypes = {
        Nature::string,  Nature::bytes, Nature::integer,  Nature::uinteger, Nature::floating,
        Nature::boolean, Nature::time,  Nature::duration, Nature::regexp,
    };
    if (!type) return Value::null();
    for (const Nature nature : kTypes) {
        if (value::nature_name(nature) == *type) return Value::null(nature);
    }
    base::fail("Invalid null type `{}`", *type);
}

/// The switches of the reference with the values they have where nobody sets them, so that a script
/// that asks takes the branch it takes there. Nothing in fluxi depends on them.
Value feature(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, bool>, 12> kSwitches = {{
        {"aggregateTransformationTransport", false},
        {"groupTransformationGroup", true},
        {"labelPolymorphism", false},
        {"narrowTransformationDifference", false},
        {"narrowTransformationFill", false},
        {"optimizeAggregateWindow", true},
        {"optimizeSetTransformation", false},
        {"optimizeUnionTransformation", false},
        {"prettyError", false},
        {"salsaDatabase", false},
        {"strictNullLogicalOps", false},
        {"unusedSymbolWarnings", false},
    }};
    if (key == "queryConcurrencyIncrease") return Value::integer(0);
    for (const auto& [name, on] : kSwitches) {
        if (name == key) return Value::boolean(on);
    }
    return Value::null();
}

Value get_option(Evaluator& evaluator, const Arguments& arguments) {
    return evaluator.member(arguments.get<std::string_view>(0), arguments.get<std::string_view>(1));
}

/// Hands a stream on. A stream that went through a call is one value to whoever uses it.
Value pass(const Value& tables) {
    return tables;
}

/// Reads all of its input and gives a stream without tables.
class Sink final : public flow::Operation {
  public:
    [[nodiscard]] std::string_view name() const override { return "sink"; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(flow::exec::Context&) const override {
        return std::make_unique<Operator>();
    }

  private:
    class Operator final : public flow::exec::UnaryOperator {
      public:
        flow::exec::Demand push(table::Batch) override { return flow::exec::Demand::more; }
    };
};

Value sink(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<Sink>(evaluator, arguments, 0);
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("internal/debug");
    package.function("null", {"?type"}, null);
    package.function("feature", {"key"}, feature);
    package.raw("getOption", {"pkg", "name"}, get_option);
    package.function("pass", {"<-tables"}, pass);
    package.function("opaque", {"<-tables"}, pass);
    package.function("slurp", {"<-tables"}, pass);
    package.raw("sink", {"<-tables"}, sink);
}

}  // namespace fluxi::stdlib::internal_debug
