// Natives of package testing.
#include "flow/ops/diff.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::testing {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value assert_equals(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply(evaluator,
                         std::make_shared<flow::ops::AssertEquals>(native::text(arguments, 0)),
                         {native::stream(arguments, 1), native::stream(arguments, 2)});
}

Value assert_empty(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::AssertEmpty>(evaluator, arguments, 0);
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("testing");
    package.raw("assertEquals", {"name", "<-got", "want"}, assert_equals);
    package.raw("assertEmpty", {"<-tables"}, assert_empty);
}

}  // namespace fluxi::stdlib::testing
