// Operators on single values (semantics C.1, C.3). Two settings for nulls without a type: at the
// top level of a script they are refused, in functions applied to rows they propagate (a missing
// column is such a null). Typed nulls propagate everywhere, logic is three-valued everywhere.
#pragma once

#include <string_view>

#include "syntax/ast.hpp"
#include "value/value.hpp"

namespace fluxi::eval {

enum class NullMode : unsigned char { script, row };

/// The operator as it is written.
std::string_view operator_text(syntax::BinaryOp op);

value::Value unary(syntax::UnaryOp op, const value::Value& operand, NullMode mode);
value::Value binary(syntax::BinaryOp op, const value::Value& left, const value::Value& right,
                    NullMode mode);

/// What an operand of `and`, `or`, `not` or a condition means. Throws for another nature.
enum class Truth : unsigned char { no, yes, null };
Truth truth(const value::Value& v, NullMode mode, std::string_view role);
value::Value truth_value(Truth truth);

}  // namespace fluxi::eval
