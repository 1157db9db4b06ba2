#include "flow/ops/pivot_label.hpp"

#include <fmt/core.h>

#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::flow::ops {

using value::Value;

namespace {

/// The part of a new column's name that a value gives.
std::string name_part(const Value& v) {
    if (v.is_null()) return "null";
    switch (v.nature()) {
        case value::Nature::boolean:
            return v.as_boolean() ? "true" : "false";
        case value::Nature::integer:
            return fmt::format("{}", v.as_integer());
        case value::Nature::uinteger:
            return fmt::format("{}", v.as_uinteger());
        case value::Nature::floating:
            return value::float_to_string(v.as_floating(), value::FloatForm::scientific);
        case value::Nature::time:
            return value::time_to_string(v.as_time().nanoseconds);
        default:
            return std::string(v.as_text());
    }
}

}  // namespace

std::string pivot_label(std::span<const table::Column> keys, std::uint32_t row) {
    std::string label;
    for (const table::Column& key : keys) {
        if (!label.empty()) label += '_';
        label += name_part(key.at(row));
    }
    return label;
}

}  // namespace fluxi::flow::ops
