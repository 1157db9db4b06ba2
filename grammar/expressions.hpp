// Expressions. Operators are not nested by precedence here: an operation is a flat list of operands
// and operators, and the parser's actions fold it with the one operator table
// (src/syntax/operators.hpp). What
// `(` and `{` begin is decided by a look-ahead over a few tokens, never by scanning a list, so that
// deep nesting stays linear.
#pragma once

#include "grammar/literals.hpp"

namespace fluxi::grammar {

struct block;

struct identifier_expression : p::seq<identifier> {};
struct pipe_literal : p::seq<pipe_receive> {};
/// `.name` or `."name"` where an operand may begin
struct label_literal : p::if_must<dot, skip, label_name> {};

// ---- properties: of records and of calls
struct property_colon : p::one<':'> {};
struct property_value_missing : p::at<p::one<',', '}', ')'>> {};
struct property_value : p::sor<property_value_missing, p::must<expression>> {};
struct property_key : p::sor<plain_string, name> {};
/// SPEC Property = identifier [ ":" Expression ] | string_lit ":" Expression
struct property : p::seq<property_key, skip, p::opt<property_colon, skip, property_value, skip>> {};

struct record_open : p::one<'{'> {};
struct record_close : p::one<'}'> {};
struct record_key : p::seq<property> {};
struct record_with_ahead : p::at<identifier, skip, word_with> {};
struct record_with : p::if_must<record_with_ahead, identifier_expression, skip, word_with, skip> {};
/// SPEC RecordLiteral = "{" [ identifier "with" ] PropertyList "}"
struct record_literal
    : p::seq<record_open, skip, p::opt<record_with>,
             p::sor<record_close,
                    p::must<record_key,
                            p::star<comma, skip, p::sor<p::at<record_close>, p::must<record_key>>>,
                            record_close>>> {};

// ---- arrays and dictionaries
struct list_open : p::one<'['> {};
struct list_close : p::one<']'> {};
struct dict_close : p::one<']'> {};
struct dict_colon : p::one<':'> {};
struct empty_dict : p::seq<p::one<'['>, skip, p::one<':'>, skip, p::one<']'>> {};
struct dict_entry_colon : p::one<':'> {};
struct dict_rest
    : p::if_must<dict_colon, skip, expression, skip,
                 p::star<comma, skip,
                         p::sor<p::at<dict_close>, p::must<expression, skip, dict_entry_colon, skip,
                                                           expression, skip>>>,
                 dict_close> {};
struct array_rest
    : p::seq<p::star<comma, skip, p::sor<p::at<list_close>, p::must<expression, skip>>>,
             p::must<list_close>> {};
struct list
    : p::if_must<list_open, skip,
                 p::sor<list_close, p::must<expression, skip, p::sor<dict_rest, array_rest>>>> {};
/// SPEC ArrayLiteral = "[" ExpressionList "]", DictLiteral = "[" ( ":" | DictItems ) "]"
struct list_literal : p::sor<empty_dict, list> {};

// ---- parentheses and functions
struct paren_open : p::one<'('> {};
struct paren_close : p::one<')'> {};
/// SPEC "(" Expression ")"
struct paren : p::if_must<paren_open, skip, expression, skip, paren_close> {};

struct params_open : p::one<'('> {};
struct params_close : p::one<')'> {};
struct function_arrow : p::seq<arrow> {};
/// `()`, `(a,`, `(a=` and `(a) =>` begin a function; everything else in `(` is an expression.
struct function_ahead
    : p::at<p::one<'('>, skip,
            p::sor<p::one<')'>, p::seq<identifier, skip,
                                       p::sor<comma, assign, p::seq<p::one<')'>, skip, arrow>>>>> {
};
struct parameter_pipe : p::seq<pipe_receive> {};
struct parameter_default : p::seq<expression> {};
/// SPEC Parameter = identifier [ "=" Expression ], or "=" "<-"
struct parameter
    : p::seq<name, skip,
             p::opt<assign, skip, p::sor<parameter_pipe, p::must<parameter_default>>, skip>> {};
/// `=> {a: 1}` was meant to be a record.
struct record_body_ahead
    : p::at<p::one<'{'>, skip,
            p::sor<p::seq<identifier, skip,
                          p::sor<p::one<':', ','>, p::seq<word_with, skip, identifier>>>,
                   p::seq<quoted_ahead, skip, p::one<':'>>>> {};
struct record_body : p::seq<record_body_ahead, record_literal> {};
/// SPEC FunctionBody = Expression | Block
struct function_body : p::sor<record_body, block, p::must<expression>> {};
/// SPEC FunctionLiteral = FunctionParameters "=>" FunctionBody
struct function
    : p::if_must<
          function_ahead, params_open, skip,
          p::opt<parameter, p::star<comma, skip, p::sor<p::at<params_close>, p::must<parameter>>>>,
          params_close, skip, function_arrow, skip, function_body> {};

/// SPEC PrimaryExpression
struct primary : p::sor<identifier_expression, string_literal, number, function, paren,
                        record_literal, list_literal, label_literal, pipe_literal, regex_literal> {
};

// ---- postfix
struct call_open : p::one<'('> {};
struct call_close : p::one<')'> {};
struct argument : p::seq<property> {};
/// SPEC CallExpression = "(" PropertyList ")"
struct call
    : p::if_must<call_open, skip,
                 p::sor<p::at<call_close>,
                        p::must<argument, p::star<comma, skip,
                                                  p::sor<p::at<call_close>, p::must<argument>>>>>,
                 call_close> {};
struct index_open : p::one<'['> {};
struct index_close : p::one<']'> {};
struct index_value : p::seq<expression> {};
/// SPEC IndexExpression = "[" Expression "]"
struct index : p::if_must<index_open, skip, index_value, skip, index_close> {};
struct member_name : p::seq<name> {};
/// SPEC MemberExpression = "." identifier
struct member : p::if_must<dot, skip, member_name> {};
/// SPEC PostfixExpression
struct postfix : p::seq<primary, skip, p::star<p::sor<call, index, member>, skip>> {};

// ---- operators
/// SPEC PrefixOperator, LogicalUnaryOperator
struct prefix_operator : p::sor<p::one<'-', '+'>, kw_not, kw_exists> {};
/// SPEC the binary operators; `<-` is another token
struct binary_operator : p::sor<p::string<'|', '>'>, p::string<'=', '='>, p::string<'=', '~'>,
                                p::string<'!', '='>, p::string<'!', '~'>, p::string<'<', '='>,
                                p::string<'>', '='>, p::seq<p::one<'<'>, p::not_at<p::one<'-'>>>,
                                p::one<'>', '+', '-', '*', '/', '%', '^'>, kw_and, kw_or> {};
struct operand : p::sor<p::seq<p::plus<prefix_operator, skip>, p::must<postfix>>, postfix> {};
/// SPEC LogicalOrExpression down to UnaryExpression
struct operation : p::seq<operand, p::star<binary_operator, skip, p::must<operand>>> {};

struct condition_test : p::seq<expression> {};
/// One `if … then … else`; those of an `else if` chain follow each other
struct condition : p::if_must<kw_if, skip, condition_test, skip, kw_then, skip, expression, skip,
                              kw_else, skip> {};
/// SPEC ConditionalExpression = "if" Expression "then" Expression "else" Expression
struct conditional : p::seq<p::plus<condition>, p::must<operation>> {};

/// SPEC Expression
struct expression : p::sor<conditional, operation> {};

}  // namespace fluxi::grammar
