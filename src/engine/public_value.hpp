// Between the values of the public API and those of the language. Both own what they hold.
#pragma once

#include <optional>
#include <string>

#include "engine/fluxi/value.hpp"
#include "value/value.hpp"

namespace fluxi::engine {

value::Value to_internal(const Value& value);
/// Nothing for values that the public API has no type for, such as records.
std::optional<Value> to_public(const value::Value& value);
/// The text from which a parameter of any type is read.
std::string text_of(const Value& value);

}  // namespace fluxi::engine
