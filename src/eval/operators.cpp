#include "eval/operators.hpp"

#include <cmath>
#include <string>

#include "value/compare.hpp"
#include "value/composite.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::eval {

using syntax::BinaryOp;
using syntax::UnaryOp;
using value::Nature;
using value::Value;

namespace {

std::string_view operand_name(Nature nature) {
    return nature == Nature::record ? "object" : value::nature_name(nature);
}

[[noreturn]] void unsupported(BinaryOp op, const Value& left, const Value& right) {
    base::fail("unsupported binary expression {} {} {}", operand_name(left.nature()),
               operator_text(op), operand_name(right.nature()));
}

std::int64_t wrap(std::uint64_t v) {
    return static_cast<std::int64_t>(v);
}

Value integer_arithmetic(BinaryOp op, std::int64_t a, std::int64_t b) {
    const auto ua = static_cast<std::uint64_t>(a);
    const auto ub = static_cast<std::uint64_t>(b);
    switch (op) {
        case BinaryOp::add:
            return Value::integer(wrap(ua + ub));
        case BinaryOp::subtract:
            return Value::integer(wrap(ua - ub));
        case BinaryOp::multiply:
            return Value::integer(wrap(ua * ub));
        case BinaryOp::divide:
            if (b == 0) base::fail_with(base::Code::zero_division, "cannot divide by zero");
            return Value::integer(b == -1 ? wrap(0 - ua) : a / b);
        case BinaryOp::modulo:
            if (b == 0) base::fail_with(base::Code::zero_division, "cannot mod zero");
            return Value::integer(b == -1 ? 0 : a % b);
        default:
            return Value::floating(std::pow(static_cast<double>(a), static_cast<double>(b)));
    }
}

Value uinteger_arithmetic(BinaryOp op, std::uint64_t a, std::uint64_t b) {
    switch (op) {
        case BinaryOp::add:
            return Value::uinteger(a + b);
        case BinaryOp::subtract:
            return Value::uinteger(a - b);
        case BinaryOp::multiply:
            return Value::uinteger(a * b);
        case BinaryOp::divide:
            if (b == 0) base::fail_with(base::Code::zero_division, "cannot divide by zero");
            return Value::uinteger(a / b);
        case BinaryOp::modulo:
            if (b == 0) base::fail_with(base::Code::zero_division, "cannot mod zero");
            return Value::uinteger(a % b);
        default:
            return Value::floating(std::pow(static_cast<double>(a), static_cast<double>(b)));
    }
}

Value floating_arithmetic(BinaryOp op, double a, double b) {
    switch (op) {
        case BinaryOp::add:
            return Value::floating(a + b);
        case BinaryOp::subtract:
            return Value::floating(a - b);
        case BinaryOp::multiply:
            return Value::floating(a * b);
        case BinaryOp::divide:
            return Value::floating(a / b);
        case BinaryOp::modulo:
            return Value::floating(std::fmod(a, b));
        default:
            return Value::floating(std::pow(a, b));
    }
}

Value arithmetic(BinaryOp op, const Value& left, const Value& right) {
    if (left.nature() != right.nature()) unsupported(op, left, right);
    switch (left.nature()) {
        case Nature::integer:
            return integer_arithmetic(op, left.as_integer(), right.as_integer());
        case Nature::uinteger:
            return uinteger_arithmetic(op, left.as_uinteger(), right.as_uinteger());
        case Nature::floating:
            return floating_arithmetic(op, left.as_floating(), right.as_floating());
        case Nature::string:
            if (op == BinaryOp::add) {
                std::string text(left.as_text());
                text += right.as_text();
                return Value::string(text);
            }
            break;
        case Nature::duration:
            if (op == BinaryOp::add) {
                return Value::duration(left.as_duration().plus(right.as_duration()));
            }
            if (op == BinaryOp::subtract) {
                return Value::duration(left.as_duration().plus(right.as_duration().negated()));
            }
            break;
        default:
            break;
    }
    unsupported(op, left, right);
}

Value comparison(BinaryOp op, const Value& left, const Value& right) {
    using Order = std::partial_ordering;
    if (op == BinaryOp::equal || op == BinaryOp::not_equal) {
        if (!value::equality_exists(left.nature(), right.nature())) unsupported(op, left, right);
        return Value::boolean(value::equal(left, right) == (op == BinaryOp::equal));
    }
    if (!value::order_exists(left.nature(), right.nature())) unsupported(op, left, right);
    const Order order = value::compare(left, right);
    const bool same = order == Order::equivalent;
    switch (op) {
        case BinaryOp::less:
            return Value::boolean(order == Order::less);
        case BinaryOp::less_equal:
            return Value::boolean(order == Order::less || same);
        case BinaryOp::greater:
            return Value::boolean(order == Order::greater);
        default:
            return Value::boolean(order == Order::greater || same);
    }
}

bool is_comparison(BinaryOp op) {
    switch (op) {
        case BinaryOp::equal:
        case BinaryOp::not_equal:
        case BinaryOp::less:
        case BinaryOp::less_equal:
        case BinaryOp::greater:
        case BinaryOp::greater_equal:
            return true;
        default:
            return false;
    }
}

Value null_result(BinaryOp op, const Value& left, const Value& right, NullMode mode) {
    const bool no_left = left.nature() == Nature::none;
    const bool no_right = right.nature() == Nature::none;
    if (mode == NullMode::script && (no_left || no_right)) unsupported(op, left, right);
    const Nature nature = no_left ? right.nature() : left.nature();
    // Two columns that are not there: a table may lack both fields that a function asks for.
    if (nature == Nature::none && !is_comparison(op) && op != BinaryOp::match &&
        op != BinaryOp::not_match) {
        return Value::null();
    }
    if (is_comparison(op)) {
        const Nature other = no_right ? nature : right.nature();
        if (nature != Nature::none && !value::equality_exists(nature, other))
            unsupported(op, left, right);
        return Value::null(Nature::boolean);
    }
    if (op == BinaryOp::match || op == BinaryOp::not_match) return Value::null(Nature::boolean);
    if (!no_left && !no_right && left.nature() != right.nature()) unsupported(op, left, right);
    return Value::null(op == BinaryOp::power ? Nature::floating : nature);
}

}  // namespace

std::string_view operator_text(BinaryOp op) {
    switch (op) {
        case BinaryOp::power:
            return "^";
        case BinaryOp::multiply:
            return "*";
        case BinaryOp::divide:
            return "/";
        case BinaryOp::modulo:
            return "%";
        case BinaryOp::add:
            return "+";
        case BinaryOp::subtract:
            return "-";
        case BinaryOp::equal:
            return "==";
        case BinaryOp::not_equal:
            return "!=";
        case BinaryOp::less:
            return "<";
        case BinaryOp::less_equal:
            return "<=";
        case BinaryOp::greater:
            return ">";
        case BinaryOp::greater_equal:
            return ">=";
        case BinaryOp::match:
            return "=~";
        case BinaryOp::not_match:
            return "!~";
        case BinaryOp::invalid:
            break;
    }
    return "<INVALID_OP>";
}

namespace {

/// A dynamic value exists if what it holds does.
bool exists(const Value& v) {
    if (v.is(Nature::dynamic)) return !v.as_dynamic().inner().is_null();
    return !v.is_null();
}

}  // namespace

Value unary(UnaryOp op, const Value& operand, NullMode mode) {
    if (op == UnaryOp::exists) return Value::boolean(exists(operand));
    if (op == UnaryOp::logical_not) {
        const Truth t = truth(operand, mode, "operand to unary expression");
        if (t == Truth::null) return Value::null(Nature::boolean);
        return Value::boolean(t == Truth::no);
    }
    if (operand.is_null()) {
        if (operand.nature() == Nature::none && mode == NullMode::script) {
            base::fail("operand to unary expression is not a number value, got null");
        }
        return operand;
    }
    const bool minus = op == UnaryOp::minus;
    switch (operand.nature()) {
        case Nature::integer: {
            const auto bits = static_cast<std::uint64_t>(operand.as_integer());
            return minus ? Value::integer(wrap(0 - bits)) : operand;
        }
        case Nature::floating:
            return minus ? Value::floating(-operand.as_floating()) : operand;
        case Nature::duration:
            return minus ? Value::duration(operand.as_duration().negated()) : operand;
        case Nature::uinteger:
            if (!minus) return operand;
            break;
        default:
            break;
    }
    base::fail("operand to unary expression is not a number value, got {}",
               value::nature_name(operand.nature()));
}

Value binary(BinaryOp op, const Value& left, const Value& right, NullMode mode) {
    if (left.is_null() || right.is_null()) return null_result(op, left, right, mode);
    if (is_comparison(op)) return comparison(op, left, right);
    if (op == BinaryOp::match || op == BinaryOp::not_match) {
        if (left.nature() != Nature::string || right.nature() != Nature::regexp) {
            unsupported(op, left, right);
        }
        const bool found = right.as_regexp().regexp().match(left.as_text());
        return Value::boolean(found == (op == BinaryOp::match));
    }
    if (op == BinaryOp::invalid) unsupported(op, left, right);
    return arithmetic(op, left, right);
}

Truth truth(const Value& v, NullMode mode, std::string_view role) {
    if (v.is_null()) {
        if (v.nature() == Nature::boolean ||
            (v.nature() == Nature::none && mode == NullMode::row)) {
            return Truth::null;
        }
        base::fail("{} is not a boolean value, got null", role);
    }
    if (v.nature() != Nature::boolean) {
        base::fail("{} is not a boolean value, got {}", role, value::nature_name(v.nature()));
    }
    return v.as_boolean() ? Truth::yes : Truth::no;
}

Value truth_value(Truth t) {
    return t == Truth::null ? Value::null(Nature::boolean) : Value::boolean(t == Truth::yes);
}

}  // namespace fluxi::eval
