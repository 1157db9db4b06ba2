#include "syntax/parser_explainer.hpp"

#include <fmt/core.h>

#include "syntax/lexis.hpp"
#include "syntax/recovery.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Diagnostic;
using base::Severity;
using base::Span;

bool Explainer::foreign_syntax() {
    if (foreign_operator()) return true;
    const bool statement = fault_.expected == Expect::statement;
    if (found_ == "'") return single_quotes();
    if (fault_.expected == Expect::string_close && fault_.text.substr(fault_.at, 2) == "${") {
        know("nothing can be interpolated into this string", "", "write the text itself");
        known_->span.end = known_->span.begin + 2;
        return true;
    }
    if (found_ == ";") {
        know_fix("Flux has no `;`: statements need nothing between them", token_, "", "remove it");
    } else if (found_ == "#") {
        know("`#` does not begin a comment", "", "comments begin with `//`");
    } else if (found_ == "?" && fault_.frame != FrameKind::type) {
        know("Flux has no operator `?`", "", "write `if condition then a else b`");
    } else if (statement) {
        statement_beginning();
    } else if (found_ == "=" && follows("==")) {
        know_fix("Flux has no operator `===`",
                 {TokenKind::punctuation, fault_.at - 2, fault_.at + 1}, "==", "compare with `==`");
    } else if (found_ == ">" && follows("<")) {
        know_fix("Flux has no operator `<>`",
                 {TokenKind::punctuation, fault_.at - 1, fault_.at + 1}, "!=", "compare with `!=`");
    }
    return known_.has_value();
}

bool Explainer::foreign_operator() {
    if (found_ == "&&" || found_ == "&") {
        know_fix(fmt::format("Flux has no operator `{}`", found_), token_, "and", "write `and`");
    } else if (found_ == "||" || found_ == "|") {
        know_fix(fmt::format("Flux has no operator `{}`", found_), token_, "or", "write `or`");
    } else if (found_ == "!") {
        know_fix("Flux has no operator `!`", token_, "not ", "write `not`");
    }
    return known_.has_value();
}

bool Explainer::single_quotes() {
    const std::size_t line_end = std::min(fault_.text.find('\n', fault_.at), fault_.text.size());
    const std::size_t close = fault_.text.find('\'', fault_.at + 1);
    if (close >= line_end) {
        know("strings are written in double quotes", "", "");
        return true;
    }
    const Token whole{TokenKind::string, fault_.at, static_cast<std::uint32_t>(close + 1)};
    const std::string_view inner = text({TokenKind::string, whole.begin + 1, whole.end - 1});
    know_fix("strings are written in double quotes", whole, fmt::format("\"{}\"", inner),
             "use double quotes");
    known_->fixits.back().safe = inner.find_first_of("\"\\$") == std::string_view::npos;
    return true;
}

void Explainer::statement_beginning() {
    if (found_ == "|>") {
        know("`|>` has nothing to its left", "no value to pipe",
             "a script begins with a value, e.g. `from(bucket: \"…\") |> range(start: -1h)`");
    } else if (assigned_name(fault_.text, fault_.at) != fault_.at) {
        unfinished();
    } else if (found_ == "=") {
        know("`=` gives a value to a name only", "not behind a name",
             "records cannot be changed: `{r with a: 2}` makes a copy in which `a` is 2");
    } else if (found_ == "=>") {
        know("`=>` does not stand behind a list of parameters", "",
             "functions are written `(a, b=1) => a + b`");
    } else if (found_ == ")" || found_ == "]" || found_ == "}") {
        know(fmt::format("`{}` closes nothing", found_), "no bracket is open here", "");
    } else if (token_.kind == TokenKind::keyword) {
        statement_keyword();
    } else if (token_.kind == TokenKind::end) {
        know("an attribute stands before nothing", "expected a statement here", "");
    } else if (found_ == ":") {
        know("`:` stands behind nothing that it could belong to", "",
             "records are written `{name: value}`; a function that returns one `(r) => ({name: "
             "value})`");
    } else if (found_ == "@") {
        know("expected the name of an attribute behind `@`", "", "");
    } else {
        know(fmt::format("a statement cannot begin with {}", describe(fault_.text, token_)), "",
             "");
    }
}

/// `a = 1 +` and on the next line `b = 2`.
void Explainer::unfinished() {
    const Token name = token_at(fault_.text, assigned_name(fault_.text, fault_.at));
    know("the statement before this one is not finished", "", "");
    known_->span = span(name);
    known_->label = "a statement begins here";
    std::uint32_t end = name.begin;
    while (end > 0 && static_cast<unsigned char>(fault_.text[end - 1]) <= ' ') --end;
    known_->secondary.push_back({{fault_.file, end, end}, "expected an expression here"});
}

void Explainer::statement_keyword() {
    if (text(next()) == "=") {
        know(fmt::format("`{}` is a keyword and cannot be a name", found_), "", "");
    } else if (found_ == "then" || found_ == "else") {
        know(fmt::format("`{}` has no `if` before it", found_), "",
             "write `if condition then a else b`");
    } else if (found_ == "import" || found_ == "package") {
        know(fmt::format("`{}` cannot stand in a block", found_), "",
             "it belongs to the beginning of the file");
    } else {
        know(fmt::format("a statement cannot begin with {}", describe(fault_.text, token_)), "",
             "");
    }
}

}  // namespace fluxi::syntax
