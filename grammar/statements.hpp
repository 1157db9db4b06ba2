// Statements, blocks and the file. Statements need no separator: one ends where the next token
// cannot go on.
#pragma once

#include "grammar/expressions.hpp"
#include "grammar/types.hpp"

namespace fluxi::grammar {

struct attribute_mark : p::one<'@'> {};
struct attribute_name : p::seq<identifier> {};
struct attribute_open : p::one<'('> {};
struct attribute_close : p::one<')'> {};
struct attribute_argument : p::seq<primary, skip> {};
struct attribute_arguments
    : p::if_must<attribute_open, skip,
                 p::opt<attribute_argument, p::star<comma, skip, p::opt<attribute_argument>>>,
                 attribute_close> {};
/// SPEC Attribute = "@" identifier [ AttributeParameters ]
struct attribute : p::if_must<attribute_mark, attribute_name,
                              p::opt<skip, p::at<attribute_open>, attribute_arguments>> {};
struct attributes : p::star<attribute, skip> {};

struct assignment_ahead : p::at<identifier, skip, assign> {};
/// SPEC VariableAssignment = identifier "=" Expression
struct variable_assignment : p::if_must<assignment_ahead, name, skip, assign, skip, expression> {};
struct option_member : p::if_must<dot, skip, name, skip> {};
/// SPEC OptionAssignment = "option" ( VariableAssignment | MemberAssignment )
struct option_statement
    : p::if_must<kw_option, skip, name, skip, p::opt<option_member>, assign, skip, expression> {};
/// SPEC BuiltinStatement = "builtin" identifier ":" TypeExpression
struct builtin_statement
    : p::if_must<kw_builtin, skip, name, skip, type_colon, skip, constrained_type> {};
struct testcase_extends : p::if_must<word_extends, skip, plain_string, skip> {};
/// SPEC TestStatement = "testcase" identifier [ "extends" string_lit ] Block
struct testcase_statement
    : p::if_must<kw_testcase, skip, name, skip, p::opt<testcase_extends>, block> {};
/// SPEC ReturnStatement = "return" Expression
struct return_statement : p::if_must<kw_return, skip, expression> {};
/// SPEC ExpressionStatement
struct expression_statement : p::seq<expression> {};

struct statement_body : p::sor<variable_assignment, option_statement, builtin_statement,
                               testcase_statement, return_statement, expression_statement> {};
/// SPEC Statement, with its attributes
struct statement : p::seq<attributes, p::must<statement_body>> {};

struct block_open : p::one<'{'> {};
struct block_close : p::one<'}'> {};
/// One statement of a block; the parser recovers here.
struct block_item : p::seq<statement> {};
/// SPEC Block = "{" StatementList "}"
struct block
    : p::if_must<block_open, skip,
                 p::star<p::not_at<p::sor<block_close, p::eof>>, block_item, skip>, block_close> {};

/// SPEC PackageClause = "package" identifier
struct package_clause : p::if_must<kw_package, skip, name> {};
struct import_alias : p::seq<name, skip> {};
/// SPEC ImportDeclaration = "import" [ identifier ] string_lit
struct import_declaration : p::if_must<kw_import, skip, p::opt<import_alias>, plain_string> {};
/// One item of a file; the parser recovers here, and checks the order of items.
struct file_item
    : p::seq<attributes, p::sor<package_clause, import_declaration, p::must<statement_body>>> {};

struct byte_order_mark : p::string<'\xEF', '\xBB', '\xBF'> {};
/// SPEC Program = [ PackageClause ] [ ImportList ] StatementList
struct file
    : p::seq<p::opt<byte_order_mark>, skip, p::star<p::not_at<p::eof>, file_item, skip>, p::eof> {};

struct end_of_expression : p::eof {};
struct end_of_type : p::eof {};
/// A text that is one expression.
struct expression_file : p::must<skip, expression, skip, end_of_expression> {};
/// A text that is one type.
struct type_file : p::must<skip, constrained_type, skip, end_of_type> {};

}  // namespace fluxi::grammar
