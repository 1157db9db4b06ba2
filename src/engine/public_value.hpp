// Between the values of the public API and those of the language. Both own what they hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/fluxi/value.hpp"
#include "value/value.hpp"

namespace fluxi::engine {

/// Throws RuntimeError for a duration whose months and nanoseconds have different signs.
value::Value to_internal(const Value& value);
/// What Value has of a Flux type, such as "int"; Nature::none for types that it cannot hold.
value::Nature nature_of(std::string_view type);
/// Nothing for values that the public API has no type for, such as records.
std::optional<Value> to_public(const value::Value& value);
/// The text from which a parameter of any type is read. Throws as `to_internal` does.
std::string text_of(const Value& value);

}  // namespace fluxi::engine
