// Strings with interpolation, and regular expressions. `/` begins a regular expression only where
// an operand may begin, so these rules need no help to tell it from a division.
#pragma once

#include "grammar/tokens.hpp"

namespace fluxi::grammar {

struct expression;

/// A backslash pair that means something in a string. SPEC escaped_char, byte_value
struct good_escape : p::sor<p::one<'n', 'r', 't', '\\', '"'>,
                            p::seq<p::one<'x'>, p::rep<2, p::xdigit>>, p::string<'$', '{'>> {};
struct bad_escape : p::any {};
struct escape : p::seq<p::one<'\\'>, p::sor<good_escape, bad_escape, p::eof>> {};
/// `$` is an ordinary character unless `{` follows.
struct dollar : p::seq<p::one<'$'>, p::not_at<p::one<'{'>>> {};
/// SPEC string_lit: a run of characters and escapes, possibly over several lines
struct string_text : p::plus<p::sor<p::plus<p::not_one<'"', '\\', '$'>>, escape, dollar>> {};

struct string_open : p::one<'"'> {};
struct string_close : p::one<'"'> {};
struct interpolation_open : p::string<'$', '{'> {};
struct interpolation_close : p::one<'}'> {};
/// SPEC StringExpressionPart = "${" Expression "}"
struct interpolation : p::if_must<interpolation_open, skip, expression, skip, interpolation_close> {
};
/// SPEC StringExpression, string_lit
struct string_literal
    : p::seq<string_open, p::star<p::sor<string_text, interpolation>>, p::must<string_close>> {};

/// The text of a string in which nothing is interpolated: a path, a key.
struct plain_text : p::seq<string_text> {};
struct plain_string_open : p::one<'"'> {};
struct plain_string_close : p::one<'"'> {};
struct plain_string : p::seq<plain_string_open, p::opt<plain_text>, p::must<plain_string_close>> {};

/// What follows the dot of a label.
struct label_name : p::sor<plain_string, name> {};

/// The same without a meaning, for look-aheads: any string on which nothing depends.
struct quoted_ahead
    : p::seq<p::one<'"'>, p::star<p::sor<p::not_one<'"', '\\'>, p::seq<p::one<'\\'>, p::any>>>,
             p::one<'"'>> {};

struct regex_open : p::one<'/'> {};
struct regex_close : p::one<'/'> {};
/// SPEC regexp_char; `\/` is a slash, every other pair is left to the regular expression engine
struct regex_text
    : p::plus<
          p::sor<p::plus<p::not_one<'/', '\\'>>, p::seq<p::one<'\\'>, p::sor<p::any, p::eof>>>> {};
/// SPEC regexp_lit = "/" regexp_char { regexp_char } "/"
struct regex_literal : p::if_must<regex_open, regex_text, regex_close> {};

}  // namespace fluxi::grammar
