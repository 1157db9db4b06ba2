// The actions of literals, operators and expressions. Private to parser.cpp, the only file that may
// include it.
#pragma once

#include <tao/pegtl.hpp>

#include "grammar/statements.hpp"
#include "syntax/literals.hpp"
#include "syntax/parser_build.hpp"
#include "syntax/parser_state.hpp"

namespace fluxi::syntax {

template <typename Rule>
struct Action : tao::pegtl::nothing<Rule> {};

/// An action that opens a construct.
template <FrameKind kind>
struct OpenFrame {
    template <typename Input>
    static void apply(const Input& in, ParserState& state) {
        state.open(kind, state.span(in));
    }
};

/// Counts the nesting of a rule that contains itself.
struct CountNesting : tao::pegtl::maybe_nothing {
    template <typename Rule, tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M,
              template <typename...> class Act, template <typename...> class Ctl, typename Input>
    static bool match(Input& in, ParserState& state) {
        struct Guard {
            explicit Guard(ParserState& inner, std::uint32_t at) : state(inner) { state.enter(at); }
            ~Guard() { state.leave(); }
            Guard(const Guard&) = delete;
            Guard& operator=(const Guard&) = delete;
            ParserState& state;
        };
        const Guard guard(state, static_cast<std::uint32_t>(in.current() - state.text.data()));
        return tao::pegtl::match<Rule, A, M, Act, Ctl>(in, state);
    }
};

template <>
struct Action<grammar::comment> {
    template <typename Input>
    static void apply(const Input& in, ParserState& state) {
        state.add_comment(state.span(in));
    }
};

template <>
struct Action<grammar::name> {
    template <typename Input>
    static void apply(const Input& in, ParserState& state) {
        state.names.push_back({state.next_id(), state.span(in), in.string(), false});
    }
};

// ---- literals

#define FLUXI_ACTION(rule, function)                             \
    template <>                                                  \
    struct Action<grammar::rule> {                               \
        template <typename Input>                                \
        static void apply(const Input& in, ParserState& state) { \
            function(state, state.span(in));                     \
        }                                                        \
    }

template <>
struct Action<grammar::string_open> : OpenFrame<FrameKind::string> {};
template <>
struct Action<grammar::interpolation_open> : OpenFrame<FrameKind::interpolation> {};
template <>
struct Action<grammar::plain_string_open> : OpenFrame<FrameKind::string> {};
template <>
struct Action<grammar::regex_open> : OpenFrame<FrameKind::regex> {};

FLUXI_ACTION(integer_literal, build_integer);
FLUXI_ACTION(float_literal, build_float);
FLUXI_ACTION(duration_literal, build_duration);
FLUXI_ACTION(date_time_literal, build_date_time);
FLUXI_ACTION(string_text, build_string_text);
FLUXI_ACTION(interpolation, build_interpolation);
FLUXI_ACTION(string_literal, build_string);
FLUXI_ACTION(plain_string, build_plain_string);
FLUXI_ACTION(regex_literal, build_regex);
FLUXI_ACTION(identifier_expression, build_identifier);
FLUXI_ACTION(pipe_literal, build_pipe_literal);
FLUXI_ACTION(label_literal, build_label);

// ---- records, lists, functions

template <>
struct Action<grammar::record_open> : OpenFrame<FrameKind::record> {};
template <>
struct Action<grammar::list_open> : OpenFrame<FrameKind::list> {};
template <>
struct Action<grammar::paren_open> : OpenFrame<FrameKind::paren> {};
template <>
struct Action<grammar::params_open> : OpenFrame<FrameKind::parameters> {};
template <>
struct Action<grammar::call_open> : OpenFrame<FrameKind::call> {};
template <>
struct Action<grammar::index_open> : OpenFrame<FrameKind::index> {};
template <>
struct Action<grammar::block_open> : OpenFrame<FrameKind::block> {};

FLUXI_ACTION(property_value, note_value);
FLUXI_ACTION(property_value_missing, build_missing_value);
FLUXI_ACTION(property, build_property);
FLUXI_ACTION(record_literal, build_record);
FLUXI_ACTION(empty_dict, build_empty_dict);
FLUXI_ACTION(dict_colon, note_dict);
FLUXI_ACTION(list, build_list);
FLUXI_ACTION(paren, build_paren);
FLUXI_ACTION(parameter_pipe, note_pipe);
FLUXI_ACTION(parameter_default, note_value);
FLUXI_ACTION(parameter, build_parameter);
FLUXI_ACTION(params_close, note_parameters_end);
FLUXI_ACTION(record_body, wrap_record_body);
FLUXI_ACTION(function, build_function);
FLUXI_ACTION(call, build_call);
FLUXI_ACTION(index, build_index);
FLUXI_ACTION(member, build_member);

// ---- operators

FLUXI_ACTION(prefix_operator, push_prefix);
FLUXI_ACTION(binary_operator, push_infix);

/// The operators of one operation are those above its base.
template <>
struct Action<grammar::operation> : tao::pegtl::maybe_nothing {
    template <typename Rule, tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M,
              template <typename...> class Act, template <typename...> class Ctl, typename Input>
    static bool match(Input& in, ParserState& state) {
        const std::size_t outer = std::exchange(state.operator_base, state.operators.size());
        const bool matched = tao::pegtl::match<Rule, A, M, Act, Ctl>(in, state);
        if (matched) reduce_all(state);
        state.operator_base = outer;
        return matched;
    }
};

template <>
struct Action<grammar::kw_if> : OpenFrame<FrameKind::condition> {};
FLUXI_ACTION(condition, note_condition_end);
FLUXI_ACTION(conditional, build_conditional);

template <>
struct Action<grammar::expression> : CountNesting {};

}  // namespace fluxi::syntax
