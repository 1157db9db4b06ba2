// Calls: arguments by name are matched to parameters once per call site and callee, then go by
// position.
#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "base/nearest.hpp"
#include "eval/blame.hpp"
#include "eval/evaluator.hpp"

namespace fluxi::eval {

using value::Nature;
using value::Parameter;
using value::Value;

namespace {

bool same_but_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return std::tolower(static_cast<unsigned char>(x)) ==
                      std::tolower(static_cast<unsigned char>(y));
           });
}

const Callable& callable(const Value& function) {
    if (!function.is(Nature::function)) {
        base::fail("cannot call {}: it is not a function",
                   function.is_null()
                       ? "null"
                       : fmt::format("a value of type {}", value::nature_name(function.nature())));
    }
    return static_cast<const Callable&>(function.as_function());
}

void check_required(const Callable& callee, std::span<const Value> arguments) {
    const auto& parameters = callee.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (arguments[i].is_absent() && !parameters[i].optional) {
            base::fail_with(base::Code::missing_argument, "missing required argument {}",
                            parameters[i].name.empty() ? "<-" : parameters[i].name);
        }
    }
}

}  // namespace

std::string Closure::type_text() const {
    if (std::string inferred = code_->type_text ? code_->type_text() : std::string();
        !inferred.empty()) {
        return inferred;
    }
    std::string text = "(";
    for (const Parameter& parameter : parameters()) {
        if (text.size() > 1) text += ", ";
        text += parameter.pipe ? "<-" : parameter.optional ? "?" : "";
        text += parameter.name;
    }
    return text + ") => ?";
}

Value Closure::call(Evaluator& evaluator, std::span<Value> arguments) const {
    return evaluator.run_closure(*this, arguments);
}

Value Evaluator::run_closure(const Closure& closure, std::span<Value> arguments) {
    const program::FunctionCode& code = closure.code();
    ValueStack::Slots slots(stack_, code.slots);
    Frame frame{slots.data(), &closure};
    for (std::size_t i = 0; i < code.parameters.size(); ++i) {
        if (arguments[i].is_absent() && code.defaults[i]) {
            frame.slots[i] = eval(*code.defaults[i], frame);
        } else {
            frame.slots[i] = std::move(arguments[i]);
        }
    }
    for (const auto& statement : code.statements) {
        Value v = eval(*statement.value, frame);
        if (statement.slot != program::LocalStatement::kNone) {
            frame.slots[statement.slot] = std::move(v);
        } else if (null_mode_ == NullMode::row) {
            base::RuntimeError error(
                base::Code::runtime,
                "this statement does nothing: a function that is applied to rows "
                "or elements cannot have side effects");
            error.set_span(statement.value->span);
            throw error;
        }
    }
    return eval(*code.result, frame);
}

Value Evaluator::invoke(const Callable& callee, std::span<Value> arguments, const std::string& name,
                        base::Span span) {
    constexpr std::uint32_t kStepsPerCheck = 512;
    if (++steps_ % kStepsPerCheck == 0) cancel_.check();
    if (calls_.size() >= settings_.max_depth) {
        base::fail_with(base::Code::limit, "calls are nested more than {} deep",
                        settings_.max_depth);
    }
    calls_.push_back({&name, span});
    try {
        check_required(callee, arguments);
        Value result = callee.call(*this, arguments);
        calls_.pop_back();
        return result;
    } catch (base::RuntimeError& error) {
        calls_.pop_back();
        error.set_span(span);
        const bool on_stack = !name.starts_with('_');
        if (on_stack) error.add_frame(name, span);
        trace(error, [&](TracedError& traced) { traced.leave_call(callee, name, on_stack); });
    }
}

std::uint32_t Evaluator::place_of(const Callable& callee, const program::Argument& argument,
                                  const program::Call& node) {
    const std::size_t exact = callee.find_parameter(argument.name);
    if (exact != value::Function::npos) return static_cast<std::uint32_t>(exact);
    // One documented leniency: the only parameter of that name in another letter case, not given
    // otherwise.
    const auto& parameters = callee.parameters();
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const bool given = std::any_of(node.arguments.begin(), node.arguments.end(),
                                       [&](const auto& a) { return a.name == parameters[i].name; });
        if (!given && same_but_case(parameters[i].name, argument.name)) {
            near.push_back(static_cast<std::uint32_t>(i));
        }
    }
    if (near.size() == 1 && !settings_.strict) {
        const std::string& name = parameters[near.front()].name;
        const auto& known = warnings_.all();
        const bool told = std::any_of(known.begin(), known.end(), [&](const base::Diagnostic& d) {
            return d.code == base::Code::argument_case && d.span.file == argument.span.file &&
                   d.span.begin >= argument.span.begin && d.span.end <= argument.span.end;
        });
        if (told) return near.front();
        auto& warning = warnings_.warning(
            base::Code::argument_case, argument.span,
            fmt::format("{} has no parameter {}; taken as {}", node.name, argument.name, name));
        base::Span at = argument.span;
        at.end = at.begin + static_cast<std::uint32_t>(argument.name.size());
        warning.fixits.push_back({at, name, fmt::format("write {}", name), true});
        return near.front();
    }
    base::RuntimeError error(base::Code::unexpected_argument,
                             fmt::format("{} has no parameter {}", node.name, argument.name));
    error.set_span(argument.span);
    std::vector<std::string_view> names;
    for (const auto& parameter : parameters) names.emplace_back(parameter.name);
    if (const auto nearest = base::nearest(argument.name, names); !nearest.empty()) {
        error.diagnostic().help.push_back(fmt::format("did you mean `{}`?", nearest));
    }
    throw error;
}

void Evaluator::bind(const program::Call& node, const Callable& callee, base::Span span) {
    std::vector<std::uint32_t> places;
    for (const auto& argument : node.arguments) {
        const std::uint32_t place = place_of(callee, argument, node);
        if (std::find(places.begin(), places.end(), place) != places.end()) {
            base::RuntimeError error(
                base::Code::unexpected_argument,
                fmt::format("duplicate keyword parameter specified: \"{}\"", argument.name));
            error.set_span(argument.span);
            throw error;
        }
        places.push_back(place);
    }
    if (node.pipe) {
        const std::size_t place = callee.pipe_parameter();
        if (place == value::Function::npos) {
            base::RuntimeError error(base::Code::unexpected_argument,
                                     fmt::format("{} takes nothing from a pipe", node.name));
            error.set_span(span);
            throw error;
        }
        if (std::find(places.begin(), places.end(), place) != places.end()) {
            base::RuntimeError error(
                base::Code::unexpected_argument,
                fmt::format("pipe argument also specified as a keyword parameter: \"{}\"",
                            callee.parameters()[place].name));
            error.set_span(span);
            throw error;
        }
        places.push_back(static_cast<std::uint32_t>(place));
    }
    auto binding = value::make<program::Call::Binding>();
    binding->places = std::move(places);
    binding->callee = callee.identity();
    node.binding = std::move(binding);
}

Value Evaluator::eval_call(const program::Expr& expr, const program::Call& node, Frame& frame) {
    const Value function = eval(*node.callee, frame);
    const Callable& callee = callable(function);
    if (!node.binding || node.binding->callee != callee.identity()) bind(node, callee, expr.span);
    // Evaluating the arguments may bind this node to another callee: hold on to this one's.
    const auto binding = node.binding;
    ValueStack::Slots slots(stack_, callee.parameters().size());
    const std::span<Value> arguments(slots.data(), callee.parameters().size());
    for (Value& argument : arguments) argument = Value::absent();
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        arguments[binding->places[i]] = eval(*node.arguments[i].value, frame);
    }
    if (node.pipe) arguments[binding->places.back()] = eval(*node.pipe, frame);
    return invoke(callee, arguments, node.name, expr.span);
}

Value Evaluator::call(const Value& function, std::span<Value> arguments) {
    const Callable& callee = callable(function);
    constexpr std::uint32_t kStepsPerCheck = 512;
    if (++steps_ % kStepsPerCheck == 0) cancel_.check();
    check_required(callee, arguments);
    return callee.call(*this, arguments);
}

Value Evaluator::call_named(const Value& function, std::span<const NamedArgument> given) {
    const Callable& callee = callable(function);
    std::vector<Value> arguments(callee.parameters().size(), Value::absent());
    for (const auto& [name, argument] : given) {
        const std::size_t place = callee.find_parameter(name);
        if (place == value::Function::npos) {
            base::fail_with(base::Code::unexpected_argument, "the function has no parameter {}",
                            name);
        }
        arguments[place] = argument;
    }
    return call(function, arguments);
}

}  // namespace fluxi::eval
