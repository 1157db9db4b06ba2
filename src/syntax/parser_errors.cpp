#include "syntax/parser_errors.hpp"

#include <fmt/core.h>

#include "syntax/lexis.hpp"
#include "syntax/parser_explainer.hpp"
#include "syntax/recovery.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Diagnostic;
using base::Severity;
using base::Span;

std::string_view wanted(Expect expected) {
    switch (expected) {
        case Expect::nothing:
            return "something else";
        case Expect::statement:
            return "a statement";
        case Expect::expression:
            return "an expression";
        case Expect::block:
            return "`{`";
        case Expect::name:
            return "a name";
        case Expect::label:
            return "the name of a label";
        case Expect::arrow:
            return "`=>` behind the parameters";
        case Expect::assign:
            return "`=`";
        case Expect::colon:
            return "`:`";
        case Expect::path:
            return "a string in double quotes";
        case Expect::kw_then:
            return "`then`";
        case Expect::kw_else:
            return "`else`";
        case Expect::parameter:
            return "the name of a parameter";
        case Expect::argument:
            return "the name of an argument";
        case Expect::property:
            return "the name of a property";
        case Expect::member:
            return "the name of a member";
        case Expect::index:
            return "an index";
        case Expect::attribute_name:
            return "the name of an attribute";
        case Expect::type:
            return "a type";
        case Expect::kind:
            return "the name of a kind";
        case Expect::string_close:
            return "the closing `\"`";
        case Expect::interpolation_close:
            return "`}`";
        case Expect::regex_text:
            return "a regular expression";
        case Expect::regex_close:
            return "the closing `/`";
        case Expect::paren_close:
            return "`)`";
        case Expect::parameters_close:
        case Expect::call_close:
        case Expect::attribute_close:
        case Expect::type_function_close:
            return "`,` or `)`";
        case Expect::record_close:
        case Expect::type_record_close:
            return "`,` or `}`";
        case Expect::list_close:
        case Expect::dict_close:
            return "`,` or `]`";
        case Expect::index_close:
        case Expect::type_list_close:
            return "`]`";
        case Expect::block_close:
            return "`}`";
        case Expect::end_of_expression:
            return "the end of the expression";
        case Expect::end_of_type:
            return "the end of the type";
    }
    return {};
}

std::string_view closer(Expect expected) {
    switch (expected) {
        case Expect::string_close:
            return "\"";
        case Expect::regex_text:
        case Expect::regex_close:
            return "/";
        case Expect::paren_close:
        case Expect::parameters_close:
        case Expect::call_close:
        case Expect::attribute_close:
        case Expect::type_function_close:
            return ")";
        case Expect::record_close:
        case Expect::type_record_close:
        case Expect::interpolation_close:
        case Expect::block_close:
            return "}";
        case Expect::list_close:
        case Expect::dict_close:
        case Expect::index_close:
        case Expect::type_list_close:
            return "]";
        default:
            return {};
    }
}

Diagnostic Explainer::run() {
    if (unclosed()) return explain_unclosed();
    Diagnostic result = foreign_syntax()
                            ? std::move(*known_)
                            : start(fmt::format("expected {}, found {}", wanted(fault_.expected),
                                                describe(fault_.text, token_)));
    if (known_) return result;
    hints(result);
    // A bracket on the same line is seen anyway.
    if (!closer(fault_.expected).empty() && fault_.open.known() && on_earlier_line(fault_.open)) {
        result.secondary.push_back({fault_.open, fmt::format("`{}` opens here", opening())});
    }
    return result;
}

bool Explainer::unclosed() const {
    if (closer(fault_.expected).empty() || !fault_.open.known()) return false;
    if (token_.kind == TokenKind::end) return true;
    // The quote that was to end the string begins another one inside of `${`.
    if (fault_.expected == Expect::interpolation_close) return token_.kind == TokenKind::string;
    const std::uint32_t next = assigned_name(fault_.text, fault_.at);
    return (begins_statement_line(fault_.text, next) || begins_paragraph(fault_.text, next)) &&
           indentation(fault_.text, next) <= indentation(fault_.text, fault_.statement);
}

Diagnostic Explainer::explain_unclosed() const {
    std::string what = fmt::format("this `{}` is never closed", opening());
    if (fault_.expected == Expect::string_close) what = "this string is never closed";
    if (closer(fault_.expected) == "/") what = "this regular expression is never closed";
    Diagnostic result = start(what, "opened here");
    result.span = fault_.open;
    if (token_.kind != TokenKind::end) {
        result.secondary.push_back(
            {span(token_at(fault_.text, assigned_name(fault_.text, fault_.at))),
             fmt::format("expected {} before this", wanted(fault_.expected))});
    }
    if (closer(fault_.expected) == "/") {
        result.help.emplace_back("`/` divides only behind a value");
    } else {
        result.help.push_back(fmt::format("close it with `{}`", closer(fault_.expected)));
    }
    return result;
}

Diagnostic explain_fault(const SyntaxFault& fault) {
    return Explainer(fault).run();
}

}  // namespace fluxi::syntax
