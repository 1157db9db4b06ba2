// Which grammar rule, when it must match and does not, means what to the person who reads the
// error. Private to parser.cpp.
#pragma once

#include "grammar/statements.hpp"
#include "syntax/parser_errors.hpp"

namespace fluxi::syntax {

template <typename Rule>
inline constexpr Expect kExpected = Expect::nothing;

#define FLUXI_EXPECT(rule, what) \
    template <>                  \
    inline constexpr Expect kExpected<grammar::rule> = Expect::what

FLUXI_EXPECT(string_close, string_close);
FLUXI_EXPECT(plain_string_close, string_close);
FLUXI_EXPECT(interpolation_close, interpolation_close);
FLUXI_EXPECT(regex_text, regex_text);
FLUXI_EXPECT(regex_close, regex_close);
FLUXI_EXPECT(label_name, label);

FLUXI_EXPECT(expression, expression);
FLUXI_EXPECT(operation, expression);
FLUXI_EXPECT(operand, expression);
FLUXI_EXPECT(postfix, expression);
FLUXI_EXPECT(condition_test, expression);
FLUXI_EXPECT(parameter_default, expression);
FLUXI_EXPECT(index_value, index);
FLUXI_EXPECT(index_close, index_close);
FLUXI_EXPECT(record_key, property);
FLUXI_EXPECT(record_close, record_close);
FLUXI_EXPECT(list_close, list_close);
FLUXI_EXPECT(dict_close, dict_close);
FLUXI_EXPECT(dict_entry_colon, colon);
FLUXI_EXPECT(paren_close, paren_close);
FLUXI_EXPECT(parameter, parameter);
FLUXI_EXPECT(params_close, parameters_close);
FLUXI_EXPECT(function_arrow, arrow);
FLUXI_EXPECT(argument, argument);
FLUXI_EXPECT(call_close, call_close);
FLUXI_EXPECT(member_name, member);
FLUXI_EXPECT(kw_then, kw_then);
FLUXI_EXPECT(kw_else, kw_else);

FLUXI_EXPECT(type, type);
FLUXI_EXPECT(constrained_type, type);
FLUXI_EXPECT(label_type, label);
FLUXI_EXPECT(type_colon, colon);
FLUXI_EXPECT(list_type_open, type);
FLUXI_EXPECT(list_type_close, type_list_close);
FLUXI_EXPECT(record_type_close, type_record_close);
FLUXI_EXPECT(parameter_name, parameter);
FLUXI_EXPECT(function_type_close, type_function_close);
FLUXI_EXPECT(function_type_arrow, arrow);
FLUXI_EXPECT(constraint, name);
FLUXI_EXPECT(kind_name, kind);

FLUXI_EXPECT(name, name);
FLUXI_EXPECT(assign, assign);
FLUXI_EXPECT(plain_string, path);
FLUXI_EXPECT(block, block);
FLUXI_EXPECT(block_close, block_close);
FLUXI_EXPECT(statement_body, statement);
FLUXI_EXPECT(attribute_name, attribute_name);
FLUXI_EXPECT(attribute_close, attribute_close);
FLUXI_EXPECT(end_of_expression, end_of_expression);
FLUXI_EXPECT(end_of_type, end_of_type);

#undef FLUXI_EXPECT

}  // namespace fluxi::syntax
