// What the natives of stream functions share: reading a stream argument and returning a new node of
// the plan.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/plan/node.hpp"
#include "native/arguments.hpp"
#include "native/registry.hpp"

namespace fluxi::native {

/// The node behind a stream argument.
inline flow::Node::Ref stream(const Arguments& arguments, std::size_t i) {
    if (!arguments.at(i).is(value::Nature::stream)) arguments.fail(i, "a stream of tables");
    return flow::Node::of(arguments.at(i));
}

/// A function argument, checked to be one.
inline const value::Value& function(const Arguments& arguments, std::size_t i) {
    if (!arguments.at(i).is(value::Nature::function)) arguments.fail(i, "a function");
    return arguments.at(i);
}

/// A string argument.
inline std::string text(const Arguments& arguments, std::size_t i) {
    return std::string(arguments.get<std::string_view>(i));
}

/// An optional string argument.
inline std::string text_or(const Arguments& arguments, std::size_t i, std::string_view fallback) {
    return arguments.has(i) ? text(arguments, i) : std::string(fallback);
}

/// A stream value: a node that applies `operation` to the inputs, placed at the call in the script.
inline value::Value apply(eval::Evaluator& evaluator,
                          std::shared_ptr<const flow::Operation> operation,
                          std::vector<flow::Node::Ref> inputs) {
    return flow::make_stream(std::move(operation), std::move(inputs), evaluator.script_call());
}

/// `apply` for one input, given as argument `i`.
template <typename Op, typename... Args>
value::Value apply_to(eval::Evaluator& evaluator, const Arguments& arguments, std::size_t i,
                      Args&&... args) {
    return apply(evaluator, std::make_shared<Op>(std::forward<Args>(args)...),
                 {stream(arguments, i)});
}

}  // namespace fluxi::native
