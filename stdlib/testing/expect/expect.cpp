// Natives of package testing/expect.
#include <fmt/core.h>

#include "flow/rules/applied.hpp"
#include "native/adapter.hpp"
#include "testing/expect/expectations.hpp"

namespace fluxi::stdlib::testing_expect {

std::string Expectations::broken(eval::Evaluator& evaluator) const {
    const auto& applied = evaluator.extension<flow::rules::Applied>();
    std::string text;
    for (const auto& [rule, times] : rules) {
        const std::int64_t count = applied.count(rule);
        if (count == times) continue;
        text +=
            fmt::format("planner rule `{}` is to be applied {} times, but was applied {} times\n",
                        rule, times, count);
    }
    return text;
}

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value planner(Evaluator& evaluator, const Arguments& arguments) {
    auto& expected = evaluator.extension<Expectations>().rules;
    for (const auto& [rule, times] : arguments.get<value::Dict>(0).entries()) {
        expected.insert_or_assign(std::string(rule.as_text()), times.as_integer());
    }
    return value::make_record({});
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("testing/expect").effect("planner", {"rules"}, planner);
}

}  // namespace fluxi::stdlib::testing_expect
