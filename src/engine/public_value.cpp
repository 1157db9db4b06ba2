#include "engine/public_value.hpp"

#include <type_traits>

#include "base/error.hpp"
#include "value/display.hpp"

namespace fluxi::engine {

value::Value to_internal(const Value& value) {
    return std::visit(
        [](const auto& v) {
            using T = std::remove_cvref_t<decltype(v)>;
            if constexpr (std::is_same_v<T, Null>) {
                return value::Value::null();
            } else if constexpr (std::is_same_v<T, bool>) {
                return value::Value::boolean(v);
            } else if constexpr (std::is_same_v<T, std::int64_t>) {
                return value::Value::integer(v);
            } else if constexpr (std::is_same_v<T, std::uint64_t>) {
                return value::Value::uinteger(v);
            } else if constexpr (std::is_same_v<T, double>) {
                return value::Value::floating(v);
            } else if constexpr (std::is_same_v<T, std::string>) {
                return value::Value::string(v);
            } else if constexpr (std::is_same_v<T, Time>) {
                return value::Value::time({v.nanoseconds});
            } else {
                const bool mixed =
                    (v.nanoseconds < 0 && v.months > 0) || (v.nanoseconds > 0 && v.months < 0);
                if (mixed) {
                    base::fail("a duration of {} months and {} ns: both need the same sign",
                               v.months, v.nanoseconds);
                }
                return value::Value::duration({v.nanoseconds, v.months});
            }
        },
        value);
}

value::Nature nature_of(std::string_view type) {
    using value::Nature;
    for (const Nature nature : {Nature::boolean, Nature::integer, Nature::uinteger,
                                Nature::floating, Nature::string, Nature::time, Nature::duration}) {
        if (value::nature_name(nature) == type) return nature;
    }
    return Nature::none;
}

std::optional<Value> to_public(const value::Value& value) {
    if (value.is_null()) return Value(Null{});
    switch (value.nature()) {
        case value::Nature::boolean:
            return value.as_boolean();
        case value::Nature::integer:
            return value.as_integer();
        case value::Nature::uinteger:
            return value.as_uinteger();
        case value::Nature::floating:
            return value.as_floating();
        case value::Nature::string:
            return std::string(value.as_text());
        case value::Nature::time:
            return Time{value.as_time().nanoseconds};
        case value::Nature::duration:
            return Duration{value.as_duration().nanoseconds, value.as_duration().months};
        default:
            return std::nullopt;
    }
}

std::string text_of(const Value& value) {
    return value::display(to_internal(value));
}

}  // namespace fluxi::engine
