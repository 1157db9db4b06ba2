// The walk over expressions. What calls do is in calls.cpp.
#include <iterator>

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "eval/blame.hpp"
#include "eval/evaluator.hpp"
#include "value/composite.hpp"
#include "value/convert.hpp"

namespace fluxi::eval {

using value::Nature;
using value::Value;

namespace {

/// Old labels keep their place, new ones follow in the order they are written.
value::Ref<const program::RecordLiteral::Layout> layout_of(const program::RecordLiteral& node,
                                                           const value::Record& base) {
    auto layout = value::make<program::RecordLiteral::Layout>();
    auto labels = base.shape()->labels();
    for (const auto& label : node.shape->labels()) {
        const std::size_t found = base.shape()->find(label);
        const bool is_new = found == value::Shape::npos;
        layout->places.push_back(static_cast<std::uint32_t>(is_new ? labels.size() : found));
        if (is_new) labels.push_back(label);
    }
    layout->result = value::make<value::Shape>(std::move(labels));
    layout->base = base.shape();
    return layout;
}

}  // namespace

Value Evaluator::eval(const program::Expr& expr, Frame& frame) {
    try {
        return eval_node(expr, frame);
    } catch (base::RuntimeError& error) {
        error.set_span(expr.span);
        if (frame.closure == nullptr) throw;
        const program::FunctionCode& code = frame.closure->code();
        trace(error, [&](TracedError& traced) {
            traced.leave_expression(expr, code, {frame.slots, code.slots});
        });
    }
}

Value Evaluator::eval_node(const program::Expr& expr, Frame& frame) {
    return std::visit(
        base::Overloaded{
            [](const program::Literal& n) { return n.value; },
            [&](const program::LocalRef& n) { return frame.slots[n.slot]; },
            [&](const program::CaptureRef& n) { return frame.closure->captures()[n.index]; },
            [&](const program::GlobalRef& n) { return cell(*n.package, n.cell); },
            [&](const program::PackageRef& n) { return eval_package(*n.package); },
            [&](const program::Interpolation& n) { return eval_interpolation(n, frame); },
            [&](const program::ArrayLiteral& n) { return eval_array(n, frame); },
            [&](const program::DictLiteral& n) { return eval_dict(n, frame); },
            [&](const program::RecordLiteral& n) { return eval_record(n, frame); },
            [&](const program::Unary& n) {
                if (n.op == syntax::UnaryOp::plus && null_mode_ == NullMode::script) {
                    return unary(n.op, eval(*n.operand, frame), NullMode::script);
                }
                return unary(n.op, eval(*n.operand, frame), null_mode_);
            },
            [&](const program::Binary& n) {
                const Value left = eval(*n.left, frame);
                return binary(n.op, left, eval(*n.right, frame), null_mode_);
            },
            [&](const program::Logical& n) { return eval_logical(n, frame); },
            [&](const program::Conditional& n) { return eval_conditional(n, frame); },
            [&](const program::Member& n) { return eval_member(n, frame); },
            [&](const program::Index& n) { return eval_index(n, frame); },
            [&](const program::Call& n) { return eval_call(expr, n, frame); },
            [&](const program::FunctionLiteral& n) { return eval_function(n, frame); },
            [](const program::Invalid& n) -> Value { base::fail("{}", n.message); },
        },
        expr.node);
}

Value Evaluator::eval_interpolation(const program::Interpolation& node, Frame& frame) {
    std::string text;
    for (const auto& part : node.parts) {
        if (!part.expression) {
            text += part.text;
            continue;
        }
        const Value v = eval(*part.expression, frame);
        if (v.is_null()) {
            base::RuntimeError error(base::Code::runtime,
                                     "interpolated expression produced a null value");
            error.set_span(part.expression->span);
            throw error;
        }
        value::append_string(text, v);
    }
    return Value::string(text);
}

Value Evaluator::eval_array(const program::ArrayLiteral& node, Frame& frame) {
    std::vector<Value> elements;
    elements.reserve(node.elements.size());
    for (const auto& element : node.elements) elements.push_back(eval(*element, frame));
    return value::make_array(std::move(elements));
}

Value Evaluator::eval_dict(const program::DictLiteral& node, Frame& frame) {
    std::vector<value::Dict::Entry> entries;
    entries.reserve(node.entries.size());
    for (const auto& [key, content] : node.entries) {
        Value k = eval(*key, frame);
        entries.emplace_back(std::move(k), eval(*content, frame));
    }
    return Value::of(value::make<value::Dict>(std::move(entries)));
}

Value Evaluator::eval_record(const program::RecordLiteral& node, Frame& frame) {
    std::vector<Value> values;
    if (!node.with) {
        values.reserve(node.values.size());
        for (const auto& content : node.values) values.push_back(eval(*content, frame));
        return Value::of(value::make<value::Record>(node.shape, std::move(values)));
    }
    const Value base = eval(*node.with, frame);
    if (!base.is(Nature::record)) {
        base::fail("cannot extend a value of type {} using with: it is not a record",
                   value::nature_name(base.nature()));
    }
    const value::Record& record = base.as_record();
    if (!node.layout || !(node.layout->base == record.shape()))
        node.layout = layout_of(node, record);
    // Evaluating the values may run this node again with another shape: hold on to this one's.
    const auto layout = node.layout;
    values = record.values();
    values.resize(layout->result->size());
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        values[layout->places[i]] = eval(*node.values[i], frame);
    }
    return Value::of(value::make<value::Record>(layout->result, std::move(values)));
}

Value Evaluator::eval_logical(const program::Logical& node, Frame& frame) {
    const bool is_and = node.op == syntax::LogicalOp::logical_and;
    const Truth left =
        truth(eval(*node.left, frame), null_mode_, "left operand to logical expression");
    if (left == (is_and ? Truth::no : Truth::yes)) return truth_value(left);
    const Truth right =
        truth(eval(*node.right, frame), null_mode_, "right operand to logical expression");
    if (right == (is_and ? Truth::no : Truth::yes)) return truth_value(right);
    return truth_value(left == Truth::null ? left : right);
}

Value Evaluator::eval_conditional(const program::Conditional& node, Frame& frame) {
    const Truth test = truth(eval(*node.test, frame), null_mode_, "conditional test expression");
    return eval(test == Truth::yes ? *node.consequent : *node.alternate, frame);
}

Value Evaluator::eval_member(const program::Member& node, Frame& frame) {
    const Value object = eval(*node.object, frame);
    if (object.is(Nature::record)) {
        const value::Record& record = object.as_record();
        if (!(node.shape == record.shape())) {
            node.position = record.shape()->find(node.label);
            node.shape = record.shape();
        }
        if (node.position == value::Shape::npos) return Value::null();
        return record.values()[node.position];
    }
    if (object.is(Nature::dynamic)) {
        const Value& inner = object.as_dynamic().inner();
        const Value* found =
            inner.is(Nature::record) ? inner.as_record().find(node.label) : nullptr;
        if (found == nullptr && (inner.is_null() || !inner.is(Nature::record))) {
            base::fail("cannot access property \"{}\" on a dynamic value of type {}", node.label,
                       inner.is_null() ? "null" : value::nature_name(inner.nature()));
        }
        if (found != nullptr && found->nature() == Nature::dynamic) return *found;
        return Value::of(value::make<value::Dynamic>(found == nullptr ? Value::null() : *found));
    }
    base::fail("cannot access property \"{}\" on value of type {}", node.label,
               value::nature_name(object.nature()));
}

Value Evaluator::eval_index(const program::Index& node, Frame& frame) {
    Value array = eval(*node.array, frame);
    const Value index = eval(*node.index, frame);
    const bool dynamic = array.is(Nature::dynamic);
    if (dynamic) array = Value(array.as_dynamic().inner());
    if (!array.is(Nature::array)) {
        base::fail("cannot index a value of type {}: only arrays have elements",
                   value::nature_name(array.nature()));
    }
    if (!index.is(Nature::integer)) {
        base::fail("an array index must be an int, found {}", value::nature_name(index.nature()));
    }
    const auto& elements = array.as_array().elements();
    const std::int64_t i = index.as_integer();
    if (i < 0 || static_cast<std::uint64_t>(i) >= elements.size()) {
        base::fail("cannot access element {} of array of length {}", i, elements.size());
    }
    const Value& element = elements[static_cast<std::size_t>(i)];
    if (!dynamic || element.nature() == Nature::dynamic) return element;
    return Value::of(value::make<value::Dynamic>(element));
}

Value Evaluator::eval_function(const program::FunctionLiteral& node, Frame& frame) {
    std::vector<Value> captures;
    captures.reserve(node.code->captures.size());
    for (const auto& capture : node.code->captures) {
        captures.push_back(capture.from_local ? frame.slots[capture.index]
                                              : frame.closure->captures()[capture.index]);
    }
    return Value::of(value::make<Closure>(node.code, std::move(captures)));
}

Value Evaluator::eval_package(const program::Package& package) {
    std::vector<std::pair<std::string, Value>> fields;
    for (std::uint32_t i = 0; i < package.cells().size(); ++i) {
        fields.emplace_back(package.cells()[i].name, cell(package, i));
    }
    return value::make_record(std::move(fields));
}

}  // namespace fluxi::eval
