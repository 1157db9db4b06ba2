#include "value/convert.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "value/composite.hpp"
#include "value/function.hpp"
#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::value {

namespace {

[[noreturn]] void refuse(const Value& v, std::string_view target) {
    base::fail("cannot convert {} to {}",
               v.is_null() && v.nature() == Nature::none ? "null" : type_text(v), target);
}

/// What is to be converted: the content of a dynamic value.
const Value& content(const Value& v) {
    return v.is(Nature::dynamic) ? v.as_dynamic().inner() : v;
}

bool bool_of_number(const Value& v, bool zero, bool one, std::string_view text) {
    if (!zero && !one) {
        base::fail("cannot convert {} {} to bool, must be 0 or 1", nature_name(v.nature()), text);
    }
    return one;
}

bool bool_of(const Value& v) {
    switch (v.nature()) {
        case Nature::boolean:
            return v.as_boolean();
        case Nature::string:
            return bool_from_text(v.as_text());
        case Nature::integer:
            return bool_of_number(v, v.as_integer() == 0, v.as_integer() == 1,
                                  std::to_string(v.as_integer()));
        case Nature::uinteger:
            return bool_of_number(v, v.as_uinteger() == 0, v.as_uinteger() == 1,
                                  std::to_string(v.as_uinteger()));
        case Nature::floating:
            return bool_of_number(v, v.as_floating() == 0, v.as_floating() == 1,
                                  float_to_string(v.as_floating(), FloatForm::percent_f));
        default:
            refuse(v, "bool");
    }
}

std::int64_t int_of(const Value& v) {
    switch (v.nature()) {
        case Nature::boolean:
            return v.as_boolean() ? 1 : 0;
        case Nature::integer:
            return v.as_integer();
        case Nature::uinteger:
            return static_cast<std::int64_t>(v.as_uinteger());
        case Nature::floating:
            return float_to_int(v.as_floating());
        case Nature::string:
            return int_from_text(v.as_text());
        case Nature::time:
            return v.as_time().nanoseconds;
        case Nature::duration:
            return v.as_duration().approximate_ns();
        default:
            refuse(v, "int");
    }
}

std::uint64_t uint_of(const Value& v) {
    switch (v.nature()) {
        case Nature::uinteger:
            return v.as_uinteger();
        case Nature::floating:
            return float_to_uint(v.as_floating());
        case Nature::string:
            return uint_from_text(v.as_text());
        case Nature::boolean:
        case Nature::integer:
        case Nature::time:
        case Nature::duration:
            return static_cast<std::uint64_t>(int_of(v));
        default:
            refuse(v, "uint");
    }
}

double float_of(const Value& v) {
    switch (v.nature()) {
        case Nature::boolean:
            return v.as_boolean() ? 1 : 0;
        case Nature::integer:
            return static_cast<double>(v.as_integer());
        case Nature::uinteger:
            return static_cast<double>(v.as_uinteger());
        case Nature::floating:
            return v.as_floating();
        case Nature::string:
            return float_from_text(v.as_text());
        default:
            refuse(v, "float");
    }
}

Time time_of_value(const Value& v) {
    switch (v.nature()) {
        case Nature::time:
            return v.as_time();
        case Nature::integer:
            return {v.as_integer()};
        case Nature::uinteger:
            return {static_cast<std::int64_t>(v.as_uinteger())};
        case Nature::string:
            return {time_from_text(v.as_text())};
        default:
            refuse(v, "time");
    }
}

Duration duration_of_value(const Value& v) {
    switch (v.nature()) {
        case Nature::duration:
            return v.as_duration();
        case Nature::integer:
            return {v.as_integer(), 0};
        case Nature::uinteger:
            return {static_cast<std::int64_t>(v.as_uinteger()), 0};
        case Nature::string:
            return duration_from_text(v.as_text());
        default:
            refuse(v, "duration");
    }
}

}  // namespace

std::string type_text(const Value& v) {
    if (v.is_null()) return std::string(nature_name(v.nature()));
    switch (v.nature()) {
        case Nature::array: {
            const auto& elements = v.as_array().elements();
            return "[" + (elements.empty() ? std::string("A") : type_text(elements.front())) + "]";
        }
        case Nature::record: {
            const Record& record = v.as_record();
            std::string text = "{";
            for (const std::uint32_t i : record.shape()->sorted()) {
                if (text.size() > 1) text += ", ";
                text += record.shape()->labels()[i] + ": " + type_text(record.values()[i]);
            }
            return text + "}";
        }
        case Nature::dict: {
            const auto& entries = v.as_dict().entries();
            if (entries.empty()) return "[A: B]";
            return "[" + type_text(entries.front().first) + ": " +
                   type_text(entries.front().second) + "]";
        }
        case Nature::function:
            return v.as_function().type_text();
        default:
            return std::string(nature_name(v.nature()));
    }
}

void append_string(std::string& text, const Value& given) {
    const Value& v = content(given);
    switch (v.nature()) {
        case Nature::string:
        case Nature::label:
            text += v.as_text();
            return;
        case Nature::boolean:
            text += v.as_boolean() ? "true" : "false";
            return;
        case Nature::integer:
            append_int(text, v.as_integer());
            return;
        case Nature::uinteger:
            append_uint(text, v.as_uinteger());
            return;
        case Nature::floating:
            append_float(text, v.as_floating());
            return;
        case Nature::time:
            append_time(text, v.as_time().nanoseconds);
            return;
        case Nature::duration:
            append_duration(text, v.as_duration());
            return;
        case Nature::bytes:
            append_decoded(text, v.as_text());
            return;
        default:
            refuse(v, "string");
    }
}

void append_decoded(std::string& text, std::string_view bytes) {
    if (!base::is_valid_utf8(bytes))
        base::fail("bytes contained non utf8 bytes, cannot be converted into a string");
    text += bytes;
}

Value to_string_value(const Value& given) {
    const Value& v = content(given);
    if (v.is_null()) return Value::null(Nature::string);
    if (v.nature() == Nature::string) return v;
    std::string text;
    append_string(text, v);
    return Value::string(text);
}

Value to_int_value(const Value& given) {
    const Value& v = content(given);
    return v.is_null() ? Value::null(Nature::integer) : Value::integer(int_of(v));
}

Value to_uint_value(const Value& given) {
    const Value& v = content(given);
    return v.is_null() ? Value::null(Nature::uinteger) : Value::uinteger(uint_of(v));
}

Value to_float_value(const Value& given) {
    const Value& v = content(given);
    return v.is_null() ? Value::null(Nature::floating) : Value::floating(float_of(v));
}

Value to_bool_value(const Value& given) {
    const Value& v = content(given);
    return v.is_null() ? Value::null(Nature::boolean) : Value::boolean(bool_of(v));
}

Value to_time_value(const Value& given) {
    const Value& v = content(given);
    return v.is_null() ? Value::null(Nature::time) : Value::time(time_of_value(v));
}

Value to_duration_value(const Value& given) {
    const Value& v = content(given);
    return v.is_null() ? Value::null(Nature::duration) : Value::duration(duration_of_value(v));
}

Value to_bytes_value(const Value& given) {
    const Value& v = content(given);
    if (v.is_null() || v.nature() != Nature::string) refuse(v, "bytes");
    return Value::bytes(v.as_text());
}

}  // namespace fluxi::value
