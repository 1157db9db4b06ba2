// Natives of package array: concat, filter, map. Functions are applied to elements as they are to
// rows: a null without type propagates.
#include <utility>
#include <vector>

#include "array/array_from.hpp"
#include "base/error.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::array {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Array;
using value::Nature;
using value::Value;

Value concat(const Array& arr, const Array& v) {
    if (v.size() == 0) return Value::object(Nature::array, &arr);
    if (arr.size() == 0) return Value::object(Nature::array, &v);
    std::vector<Value> elements;
    elements.reserve(arr.size() + v.size());
    elements.insert(elements.end(), arr.elements().begin(), arr.elements().end());
    elements.insert(elements.end(), v.elements().begin(), v.elements().end());
    return value::make_array(std::move(elements));
}

void check_function(const Arguments& arguments) {
    if (!arguments.at(1).is(Nature::function)) arguments.fail(1, "a function");
}

Value apply(Evaluator& evaluator, const Value& function, const Value& element) {
    const eval::NamedArgument argument("x", element);
    return evaluator.call_named(function, {&argument, 1});
}

Value map(Evaluator& evaluator, const Arguments& arguments) {
    const Array& arr = arguments.get<Array>(0);
    check_function(arguments);
    if (arr.size() == 0) return arguments.at(0);
    const Evaluator::RowScope scope(evaluator);
    std::vector<Value> elements;
    elements.reserve(arr.size());
    for (const Value& element : arr.elements()) {
        elements.push_back(apply(evaluator, arguments.at(1), element));
    }
    return value::make_array(std::move(elements));
}

Value filter(Evaluator& evaluator, const Arguments& arguments) {
    const Array& arr = arguments.get<Array>(0);
    check_function(arguments);
    const Evaluator::RowScope scope(evaluator);
    std::vector<Value> elements;
    for (const Value& element : arr.elements()) {
        const Value keep = apply(evaluator, arguments.at(1), element);
        if (keep.is_null()) continue;
        if (!keep.is(Nature::boolean)) {
            base::fail("filter: the predicate `fn` must return a bool, but it returned {}",
                       value::nature_name(keep.nature()));
        }
        if (keep.as_boolean()) elements.push_back(element);
    }
    return value::make_array(std::move(elements));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("array");
    package.function("concat", {"<-arr", "v"}, concat);
    package.raw("map", {"<-arr", "fn"}, map);
    package.raw("filter", {"<-arr", "fn"}, filter);
    package.raw("from", {"<-rows"}, from);
}

}  // namespace fluxi::stdlib::array
