// How C++ types stand for Flux values in natives: From<T> reads an argument, to_value makes a
// result.
//   bool int64_t uint64_t double string_view Time Duration Bytes Regexp Array List Record Dict
//   Function Dynamic Value
// A List is an array that may come from a column: what only reads its elements takes that.
// Functions that see any value, nulls included, take `const Value&`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "value/composite.hpp"
#include "value/function.hpp"
#include "value/regexp_object.hpp"
#include "value/value.hpp"
#include "vec/stored_form.hpp"

namespace fluxi::native {

/// The content of a `bytes` argument.
struct Bytes {
    std::string_view content;
};
/// A `bytes` result.
struct NewBytes {
    std::string content{};
};
/// A result that is an array, in the stored form that a vec::ListWriter makes.
struct NewTexts {
    std::string stored{};
};
struct NewIntegers {
    std::string stored{};
};

template <typename T>
struct From;

#define FLUXI_NATIVE_SCALAR(type, nature_, name_, expression)             \
    template <>                                                           \
    struct From<type> {                                                   \
        static constexpr value::Nature kNature = value::Nature::nature_;  \
        static constexpr std::string_view kName = name_;                  \
        static bool fits(const value::Value& v) { return v.is(kNature); } \
        static type get(const value::Value& v) { return expression; }     \
    };
FLUXI_NATIVE_SCALAR(bool, boolean, "a bool", v.as_boolean())
FLUXI_NATIVE_SCALAR(std::int64_t, integer, "an int", v.as_integer())
FLUXI_NATIVE_SCALAR(std::uint64_t, uinteger, "a uint", v.as_uinteger())
FLUXI_NATIVE_SCALAR(double, floating, "a float", v.as_floating())
FLUXI_NATIVE_SCALAR(std::string_view, string, "a string", v.as_text())
FLUXI_NATIVE_SCALAR(value::Time, time, "a time", v.as_time())
FLUXI_NATIVE_SCALAR(value::Duration, duration, "a duration", v.as_duration())
FLUXI_NATIVE_SCALAR(Bytes, bytes, "bytes", Bytes{v.as_text()})

#define FLUXI_NATIVE_OBJECT(type, nature_, name_, expression)                \
    template <>                                                              \
    struct From<type> {                                                      \
        static constexpr value::Nature kNature = value::Nature::nature_;     \
        static constexpr std::string_view kName = name_;                     \
        static bool fits(const value::Value& v) { return v.is(kNature); }    \
        static const type& get(const value::Value& v) { return expression; } \
    };
FLUXI_NATIVE_SCALAR(vec::List, array, "an array", vec::List(v.as_array()))
FLUXI_NATIVE_OBJECT(value::Regexp, regexp, "a regexp", v.as_regexp().regexp())
FLUXI_NATIVE_OBJECT(value::Array, array, "an array", v.as_array())
FLUXI_NATIVE_OBJECT(value::Record, record, "a record", v.as_record())
FLUXI_NATIVE_OBJECT(value::Dict, dict, "a dictionary", v.as_dict())
FLUXI_NATIVE_OBJECT(value::Function, function, "a function", v.as_function())
FLUXI_NATIVE_OBJECT(value::Dynamic, dynamic, "a dynamic value", v.as_dynamic())
#undef FLUXI_NATIVE_OBJECT
#undef FLUXI_NATIVE_SCALAR

template <>
struct From<value::Value> {
    static constexpr std::string_view kName = "a value";
    static bool fits(const value::Value&) { return true; }
    static const value::Value& get(const value::Value& v) { return v; }
};

inline value::Value to_value(value::Value v) {
    return v;
}
inline value::Value to_value(bool v) {
    return value::Value::boolean(v);
}
inline value::Value to_value(std::int64_t v) {
    return value::Value::integer(v);
}
inline value::Value to_value(std::uint64_t v) {
    return value::Value::uinteger(v);
}
inline value::Value to_value(double v) {
    return value::Value::floating(v);
}
inline value::Value to_value(std::string_view v) {
    return value::Value::string(v);
}
inline value::Value to_value(const std::string& v) {
    return value::Value::string(v);
}
inline value::Value to_value(value::Time v) {
    return value::Value::time(v);
}
inline value::Value to_value(value::Duration v) {
    return value::Value::duration(v);
}
inline value::Value to_value(const NewBytes& v) {
    return value::Value::bytes(v.content);
}
inline value::Value to_value(const NewTexts& v) {
    return vec::List(v.stored, table::ColumnType::string).boxed();
}
inline value::Value to_value(const NewIntegers& v) {
    return vec::List(v.stored, table::ColumnType::integer).boxed();
}
inline value::Value to_value(std::shared_ptr<const value::Regexp> v) {
    return value::Value::of(value::make<value::RegexpObject>(std::move(v)));
}
inline value::Value to_value(const std::vector<std::string>& texts) {
    std::vector<value::Value> elements;
    elements.reserve(texts.size());
    for (const std::string& text : texts) elements.push_back(value::Value::string(text));
    return value::make_array(std::move(elements));
}

}  // namespace fluxi::native
