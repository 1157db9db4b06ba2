// What stands between tokens, names, keywords and numbers. No token takes the blanks behind it: the
// rules that use them say `skip`, so that what a rule matched is exactly the text of the node.
#pragma once

#include <cstddef>
#include <cstring>

#include <tao/pegtl.hpp>

#include "grammar/unicode.hpp"

namespace fluxi::grammar {

/// What is left of a line, without its end. Most of the library's text is comments, so they are
/// passed at once.
struct rest_of_line {
    using rule_t = rest_of_line;
    using subs_t = p::empty_list;

    template <typename ParseInput>
    static bool match(ParseInput& in) {
        const std::size_t left = in.size();
        const void* end = left > 0 ? std::memchr(in.current(), '\n', left) : nullptr;
        in.bump_in_this_line(end == nullptr ? left
                                            : static_cast<std::size_t>(
                                                  static_cast<const char*>(end) - in.current()));
        return true;
    }
};
/// SPEC comment = "//" … newline
struct comment : p::seq<p::two<'/'>, rest_of_line> {};
/// Blanks, line ends and comments end nothing in Flux.
struct skip : p::star<p::sor<p::plus<p::space>, comment>> {};

struct ascii_letter : p::ranges<'a', 'z', 'A', 'Z', '_'> {};
struct ascii_continue : p::ranges<'a', 'z', 'A', 'Z', '0', '9', '_'> {};
/// SPEC letter = unicode_letter | "_"
struct letter : p::sor<ascii_letter, unicode_letter> {};
struct letter_or_digit : p::sor<ascii_continue, unicode_letter_or_digit> {};
struct word_end : p::not_at<letter_or_digit> {};

// SPEC keywords
struct kw_and : p::seq<p::string<'a', 'n', 'd'>, word_end> {};
struct kw_or : p::seq<p::string<'o', 'r'>, word_end> {};
struct kw_not : p::seq<p::string<'n', 'o', 't'>, word_end> {};
struct kw_import : p::seq<p::string<'i', 'm', 'p', 'o', 'r', 't'>, word_end> {};
struct kw_package : p::seq<p::string<'p', 'a', 'c', 'k', 'a', 'g', 'e'>, word_end> {};
struct kw_return : p::seq<p::string<'r', 'e', 't', 'u', 'r', 'n'>, word_end> {};
struct kw_option : p::seq<p::string<'o', 'p', 't', 'i', 'o', 'n'>, word_end> {};
struct kw_builtin : p::seq<p::string<'b', 'u', 'i', 'l', 't', 'i', 'n'>, word_end> {};
struct kw_testcase : p::seq<p::string<'t', 'e', 's', 't', 'c', 'a', 's', 'e'>, word_end> {};
struct kw_if : p::seq<p::string<'i', 'f'>, word_end> {};
struct kw_then : p::seq<p::string<'t', 'h', 'e', 'n'>, word_end> {};
struct kw_else : p::seq<p::string<'e', 'l', 's', 'e'>, word_end> {};
struct kw_exists : p::seq<p::string<'e', 'x', 'i', 's', 't', 's'>, word_end> {};
struct keyword : p::sor<kw_and, kw_or, kw_not, kw_import, kw_package, kw_return, kw_option,
                        kw_builtin, kw_testcase, kw_if, kw_then, kw_else, kw_exists> {};

// Words with a meaning in one place only; they are ordinary names elsewhere.
struct word_with : p::seq<p::string<'w', 'i', 't', 'h'>, word_end> {};
struct word_extends : p::seq<p::string<'e', 'x', 't', 'e', 'n', 'd', 's'>, word_end> {};
struct word_where : p::seq<p::string<'w', 'h', 'e', 'r', 'e'>, word_end> {};
struct word_stream : p::seq<p::string<'s', 't', 'r', 'e', 'a', 'm'>, word_end> {};
struct word_vector : p::seq<p::string<'v', 'e', 'c', 't', 'o', 'r'>, word_end> {};
struct word_dynamic : p::seq<p::string<'d', 'y', 'n', 'a', 'm', 'i', 'c'>, word_end> {};

/// No keyword begins with another letter, which spares most names the comparison.
struct keyword_ahead
    : p::seq<p::at<p::one<'a', 'b', 'e', 'i', 'n', 'o', 'p', 'r', 't'>>, p::at<keyword>> {};
/// SPEC identifier = letter { letter | unicode_digit }, but no keyword
struct identifier : p::seq<p::not_at<keyword_ahead>, letter, p::star<letter_or_digit>> {};
/// A name in a place where it declares or selects something.
struct name : p::seq<identifier> {};

struct comma : p::one<','> {};
struct colon : p::one<':'> {};
struct dot : p::seq<p::one<'.'>, p::not_at<p::digit>> {};
struct arrow : p::string<'=', '>'> {};
struct pipe_receive : p::string<'<', '-'> {};
/// `=` and not the beginning of `==`, `=~` or `=>`
struct assign : p::seq<p::one<'='>, p::not_at<p::one<'=', '~', '>'>>> {};

/// SPEC int_lit = "0" | decimal_lit (the rule about leading zeros is checked by the action)
struct integer_literal : p::plus<p::digit> {};
/// SPEC float_lit
struct float_literal : p::sor<p::seq<p::plus<p::digit>, p::one<'.'>, p::star<p::digit>>,
                              p::seq<p::one<'.'>, p::plus<p::digit>>> {};
/// SPEC duration_unit; the longer ones first
struct duration_unit : p::sor<p::string<'m', 'o'>, p::string<'m', 's'>, p::string<'u', 's'>,
                              p::string<'\xC2', '\xB5', 's'>, p::string<'n', 's'>,
                              p::one<'y', 'w', 'd', 'h', 'm', 's'>> {};
/// SPEC duration_lit = { int_lit duration_unit }
struct duration_literal : p::plus<p::seq<p::plus<p::digit>, duration_unit>> {};

struct two_digits : p::rep<2, p::digit> {};
/// SPEC date = year "-" month "-" day
struct date : p::seq<p::rep<4, p::digit>, p::one<'-'>, two_digits, p::one<'-'>, two_digits> {};
/// SPEC time = hour ":" minute ":" second [ fractional_second ]
struct time_of_day : p::seq<p::one<'T'>, two_digits, p::one<':'>, two_digits, p::one<':'>,
                            two_digits, p::opt<p::one<'.'>, p::star<p::digit>>> {};
/// SPEC time_offset = "Z" | ( "+" | "-" ) hour ":" minute
struct time_offset
    : p::sor<p::one<'Z'>, p::seq<p::one<'+', '-'>, two_digits, p::one<':'>, two_digits>> {};
/// SPEC date_time_lit = date [ "T" time time_offset ] (a missing offset is reported by the action)
struct date_time_literal : p::seq<date, p::opt<time_of_day, p::opt<time_offset>>> {};

struct number
    : p::seq<p::at<p::one<'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'>>,
             p::sor<date_time_literal, duration_literal, float_literal, integer_literal>> {};

}  // namespace fluxi::grammar

namespace tao::pegtl {

/// For the analysis of the grammar: it may take nothing.
template <typename Name>
struct analyze_traits<Name, fluxi::grammar::rest_of_line> : analyze_opt_traits<> {};

}  // namespace tao::pegtl
