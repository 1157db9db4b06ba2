// Type expressions: after `builtin name :`.
#pragma once

#include "grammar/literals.hpp"

namespace fluxi::grammar {

struct type;

/// SPEC identifier of a type: one byte is a variable, longer is a basic type
struct type_name : p::seq<identifier> {};
struct dynamic_type : p::seq<word_dynamic> {};
/// A label: `.name` or `."name"`
struct label_type : p::if_must<dot, skip, label_name> {};

struct list_type_open : p::one<'['> {};
struct list_type_close : p::one<']'> {};
struct dict_type_colon : p::one<':'> {};
/// SPEC ArrayType = "[" MonoType "]", DictType = "[" MonoType ":" MonoType "]"
struct list_type
    : p::if_must<list_type_open, skip, type, skip,
                 p::opt<p::if_must<dict_type_colon, skip, type, skip>>, list_type_close> {};
struct stream_type_ahead : p::at<word_stream, skip, p::one<'['>> {};
struct vector_type_ahead : p::at<word_vector, skip, p::one<'['>> {};
/// SPEC StreamType = "stream" "[" MonoType "]"
struct stream_type : p::if_must<stream_type_ahead, word_stream, skip, list_type_open, skip, type,
                                skip, list_type_close> {};
/// SPEC VectorType = "vector" "[" MonoType "]"
struct vector_type : p::if_must<vector_type_ahead, word_vector, skip, list_type_open, skip, type,
                                skip, list_type_close> {};

struct record_type_open : p::one<'{'> {};
struct record_type_close : p::one<'}'> {};
struct type_colon : p::one<':'> {};
/// A property's name: an identifier or a string
struct property_name : p::sor<plain_string, name> {};
/// SPEC Property = Label ":" MonoType
struct property_type : p::if_must<property_name, skip, type_colon, skip, type> {};
struct type_with_ahead : p::at<identifier, skip, word_with> {};
struct record_type_with : p::if_must<type_with_ahead, name, skip, word_with, skip> {};
/// SPEC RecordType = "{" [ Tvar "with" ] Properties "}"
struct record_type
    : p::if_must<record_type_open, skip, p::opt<record_type_with>,
                 p::opt<property_type, skip, p::star<comma, skip, p::opt<property_type, skip>>>,
                 record_type_close> {};

struct optional_mark : p::one<'?'> {};
struct function_type_open : p::one<'('> {};
struct function_type_close : p::one<')'> {};
struct function_type_arrow : p::seq<arrow> {};
struct parameter_name : p::seq<name> {};
struct required_parameter : p::if_must<parameter_name, skip, type_colon, skip, type> {};
struct label_default : p::if_must<assign, skip, label_type> {};
struct optional_parameter : p::if_must<optional_mark, skip, parameter_name, skip, type_colon, skip,
                                       type, skip, p::opt<label_default>> {};
struct pipe_parameter
    : p::if_must<pipe_receive, skip, p::opt<parameter_name, skip>, type_colon, skip, type> {};
/// SPEC Parameter = Required | Optional | Pipe
struct parameter_type : p::sor<required_parameter, optional_parameter, pipe_parameter> {};
/// SPEC FunctionType = "(" Parameters ")" "=>" MonoType
struct function_type
    : p::if_must<function_type_open, skip,
                 p::opt<parameter_type, skip, p::star<comma, skip, p::opt<parameter_type, skip>>>,
                 function_type_close, skip, function_type_arrow, skip, type> {};

/// SPEC MonoType
struct type : p::sor<function_type, record_type, list_type, stream_type, vector_type, dynamic_type,
                     label_type, type_name> {};

struct kind_name : p::seq<name> {};
struct constraint_name : p::seq<name> {};
struct plus_sign : p::one<'+'> {};
/// SPEC Constraint = Tvar ":" Kinds
struct constraint : p::if_must<constraint_name, skip, type_colon, skip, kind_name, skip,
                               p::star<p::if_must<plus_sign, skip, kind_name, skip>>> {};
/// SPEC Constraints = "where" Constraint { "," Constraint }
struct constraints
    : p::if_must<word_where, skip, constraint, p::star<p::if_must<comma, skip, constraint>>> {};
/// SPEC TypeExpression = MonoType [ Constraints ]
struct constrained_type : p::seq<p::must<type>, skip, p::opt<constraints>> {};

}  // namespace fluxi::grammar
