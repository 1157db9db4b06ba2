// array.from: rows written in a script as a stream of one table.
#pragma once

#include "native/registry.hpp"

namespace fluxi::stdlib::array {

value::Value from(eval::Evaluator& evaluator, const native::Arguments& arguments);

}  // namespace fluxi::stdlib::array
