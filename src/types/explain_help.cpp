// What to do where a type does not fit: the conversions, literals and functions that make it fit,
// as help and as fixes of the text.
#include <algorithm>

#include <fmt/format.h>

#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

using base::Diagnostic;

bool is_number(TypeRef type) {
    return type->is(Tag::integer) || type->is(Tag::uinteger) || type->is(Tag::floating);
}

template <typename Literal>
bool is_literal(const syntax::Expr* expr) {
    return expr != nullptr && std::holds_alternative<Literal>(bare(*expr).node);
}

void add_conversion(Diagnostic& d, const syntax::Expr& expr, std::string_view function,
                    const base::SourceMap* sources) {
    std::string how = fmt::format("convert it with `{}(v: …)`", function);
    if (sources == nullptr) {
        d.help.push_back(std::move(how));
        return;
    }
    d.fixits.push_back({bare(expr).span,
                        fmt::format("{}(v: {})", function, sources->text(bare(expr).span)),
                        std::move(how), false});
}

void add_float_literal(Diagnostic& d, const syntax::Expr& expr) {
    const std::int64_t value = std::get<syntax::IntegerLit>(bare(expr).node).value;
    const std::string text = fmt::format("{}.0", value);
    d.help.push_back(
        fmt::format("write `{}`: an int is never turned into a float by itself", text));
    d.fixits.push_back({bare(expr).span, text, "write it as a float", true});
}

bool is_numeric(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto digits = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t dots = static_cast<std::size_t>(std::count(text.begin(), text.end(), '.'));
    return !text.empty() && dots <= 1 && digits(text.front()) && digits(text.back()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return digits(c) || c == '.'; });
}

const std::string* string_literal(const syntax::Expr* expr) {
    if (expr == nullptr) return nullptr;
    const auto* literal = std::get_if<syntax::StringLit>(&bare(*expr).node);
    return literal == nullptr ? nullptr : &literal->value;
}

void replace(Diagnostic& d, const syntax::Expr& expr, std::string text, std::string why) {
    d.fixits.push_back({bare(expr).span, std::move(text), std::move(why), false});
}

/// A string where a number is expected: its quotes may be the mistake.
void add_number_help(Diagnostic& d, TypeRef expected, const Clash& clash,
                     const base::SourceMap* sources) {
    const std::string* literal = string_literal(clash.value);
    if (literal == nullptr && clash.other != nullptr) {
        add_conversion(d, *clash.other, "string", sources);
    } else if (literal == nullptr) {
        add_conversion(d, *clash.value, basic_name(expected->tag), sources);
    } else if (is_numeric(*literal)) {
        replace(d, *clash.value, *literal, "write the number without quotes");
    } else if (clash.other != nullptr) {
        add_conversion(d, *clash.other, "string", sources);
    }
}

/// How to get from one basic type to another, where there is an obvious way.
void add_basic_help(Diagnostic& d, TypeRef expected, TypeRef found, const Clash& clash,
                    const base::SourceMap* sources) {
    const bool to_float = expected->is(Tag::floating) && found->is(Tag::integer);
    const bool to_int = expected->is(Tag::integer) && found->is(Tag::floating);
    const std::string* literal = string_literal(clash.value);
    if (to_float && is_literal<syntax::IntegerLit>(clash.value)) {
        add_float_literal(d, *clash.value);
    } else if (to_int && is_literal<syntax::IntegerLit>(clash.other)) {
        add_float_literal(d, *clash.other);
    } else if (to_int && clash.other != nullptr) {
        add_conversion(d, *clash.other, "float", sources);
    } else if (is_number(expected) && found->is(Tag::string)) {
        add_number_help(d, expected, clash, sources);
    } else if (is_number(expected) && is_number(found)) {
        add_conversion(d, *clash.value, basic_name(expected->tag), sources);
    } else if (expected->is(Tag::string) && basic_kinds(found->tag).has(Kind::stringable)) {
        add_conversion(d, *clash.value, "string", sources);
    } else if (expected->is(Tag::regexp) && literal != nullptr &&
               literal->find('/') == std::string::npos) {
        replace(d, *clash.value, fmt::format("/{}/", *literal),
                "a regular expression stands between slashes");
    } else if (expected->is(Tag::time) && found->is(Tag::duration)) {
        d.help.push_back("to move a time use `date.add(d: …, to: …)` or `date.sub(d: …, from: …)`");
    } else if (expected->is(Tag::duration) && is_literal<syntax::IntegerLit>(clash.value)) {
        const auto value = std::get<syntax::IntegerLit>(bare(*clash.value).node).value;
        d.help.push_back(fmt::format("a duration has a unit: `{0}s`, `{0}m`, `{0}h`", value));
    } else if (expected->is(Tag::duration) && is_number(found)) {
        d.help.push_back("a number of nanoseconds becomes a duration with `duration(v: …)`");
    }
}

}  // namespace

void Inferrer::add_type_help(Diagnostic& d, TypeRef expected, TypeRef found, const Clash& clash) {
    const std::string* literal = string_literal(clash.value);
    const TypeRef element =
        expected->is(Tag::array) ? substitution_.shallow(expected->element()) : &kError;
    if (expected->is(Tag::stream) && found->is(Tag::array)) {
        d.help.push_back("an array becomes a stream with `array.from(rows: …)`");
    } else if (element->tag == found->tag && options_.sources != nullptr) {
        replace(d, *clash.value,
                fmt::format("[{}]", options_.sources->text(bare(*clash.value).span)),
                "put it in brackets: an array is expected");
    } else if (expected->is(Tag::array) && found->is(Tag::stream)) {
        d.help.push_back(
            "a column of a stream becomes an array with `findColumn(fn: …, column: …)`");
    } else if (expected->is(Tag::function) && literal != nullptr &&
               (environment_.find(*literal) != nullptr ||
                environment_.prelude_member(*literal) != nullptr)) {
        replace(d, *clash.value, *literal, "write the function's name without quotes");
    } else {
        add_basic_help(d, expected, found, clash, options_.sources);
    }
}

}  // namespace fluxi::types
