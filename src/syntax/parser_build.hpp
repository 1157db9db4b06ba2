// What each grammar rule of literals, expressions, types and statements does with the stacks once
// it has matched the text `place`. Plain functions, so that the templates of PEGTL around them stay
// small. Private to the parser.
#pragma once

#include "base/span.hpp"
#include "syntax/parser_state.hpp"

namespace fluxi::syntax {

// literals (parser_literals.cpp)
void build_integer(ParserState& state, base::Span place);
void build_float(ParserState& state, base::Span place);
void build_duration(ParserState& state, base::Span place);
void build_date_time(ParserState& state, base::Span place);
void build_string_text(ParserState& state, base::Span place);
void build_interpolation(ParserState& state, base::Span place);
void build_string(ParserState& state, base::Span place);
void build_plain_string(ParserState& state, base::Span place);
void build_regex(ParserState& state, base::Span place);
void build_identifier(ParserState& state, base::Span place);
void build_pipe_literal(ParserState& state, base::Span place);
void build_label(ParserState& state, base::Span place);

// records, lists, functions, postfix (parser_expressions.cpp)
void note_value(ParserState& state, base::Span place);
void build_missing_value(ParserState& state, base::Span place);
void build_property(ParserState& state, base::Span place);
void build_record(ParserState& state, base::Span place);
void build_empty_dict(ParserState& state, base::Span place);
void note_dict(ParserState& state, base::Span place);
void build_list(ParserState& state, base::Span place);
void build_paren(ParserState& state, base::Span place);
void note_pipe(ParserState& state, base::Span place);
void build_parameter(ParserState& state, base::Span place);
void note_parameters_end(ParserState& state, base::Span place);
void wrap_record_body(ParserState& state, base::Span place);
void build_function(ParserState& state, base::Span place);
void build_call(ParserState& state, base::Span place);
void build_index(ParserState& state, base::Span place);
void build_member(ParserState& state, base::Span place);

// operators and conditionals (parser_operators.cpp)
void push_prefix(ParserState& state, base::Span place);
void push_infix(ParserState& state, base::Span place);
void reduce_all(ParserState& state);
void note_condition_end(ParserState& state, base::Span place);
void build_conditional(ParserState& state, base::Span place);

// types (parser_types.cpp)
void build_type_name(ParserState& state, base::Span place);
void build_dynamic_type(ParserState& state, base::Span place);
void build_label_type(ParserState& state, base::Span place);
void build_list_type(ParserState& state, base::Span place);
void build_stream_type(ParserState& state, base::Span place);
void build_vector_type(ParserState& state, base::Span place);
void build_property_type(ParserState& state, base::Span place);
void note_record_type_with(ParserState& state, base::Span place);
void build_record_type(ParserState& state, base::Span place);
void build_required_parameter(ParserState& state, base::Span place);
void build_optional_parameter(ParserState& state, base::Span place);
void build_pipe_parameter(ParserState& state, base::Span place);
void build_function_type(ParserState& state, base::Span place);
void build_constraint(ParserState& state, base::Span place);
void build_constraints(ParserState& state, base::Span place);
void build_constrained_type(ParserState& state, base::Span place);

// statements (parser_statements.cpp)
void build_attribute_name(ParserState& state, base::Span place);
void build_attribute_arguments(ParserState& state, base::Span place);
void build_variable(ParserState& state, base::Span place);
void build_option(ParserState& state, base::Span place);
void build_builtin(ParserState& state, base::Span place);
void build_testcase(ParserState& state, base::Span place);
void build_return(ParserState& state, base::Span place);
void build_expression_statement(ParserState& state, base::Span place);
void build_block(ParserState& state, base::Span place);
void build_package(ParserState& state, base::Span place);
void build_import(ParserState& state, base::Span place);

}  // namespace fluxi::syntax
