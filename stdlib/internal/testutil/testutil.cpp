// Natives of package internal/testutil.
#include <string_view>

#include "base/error.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::internal_testutil {
namespace {

using value::Value;

/// A sample value of a type; any other name gives a null.
Value make_any(std::string_view type) {
    if (type == "string") return Value::string("foo");
    if (type == "bytes") return Value::bytes("foo");
    if (type == "int") return Value::integer(10);
    if (type == "uint") return Value::uinteger(10);
    if (type == "float") return Value::floating(10);
    if (type == "bool") return Value::boolean(false);
    if (type == "time") return Value::time({100});
    if (type == "duration") return Value::duration({});
    if (type == "array") return value::make_array({});
    if (type == "object") return value::make_record({});
    if (type == "dictionary") return Value::of(value::make<value::Dict>());
    return Value::null();
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("internal/testutil");
    package.function("fail", {}, []() -> bool { base::fail("fail"); });
    package.function("makeAny", {"typ"}, make_any);
    package.function("makeRecord", {"o"}, [](const Value& o) -> Value { return o; });
    package.effect("yield", {"<-v"}, [](eval::Evaluator&, const native::Arguments& arguments) {
        return arguments.at(0);
    });
}

}  // namespace fluxi::stdlib::internal_testutil
