#include "syntax/parser_explainer.hpp"

#include <fmt/core.h>

#include "syntax/lexis.hpp"
#include "syntax/recovery.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Diagnostic;
using base::Severity;
using base::Span;

void Explainer::hints(Diagnostic& result) {
    switch (fault_.expected) {
        case Expect::expression:
        case Expect::index:
            expression_hints(result);
            break;
        case Expect::argument:
            argument_hints(result);
            break;
        case Expect::call_close:
            call_hints(result);
            break;
        case Expect::property:
        case Expect::record_close:
            record_hints(result);
            break;
        case Expect::paren_close:
            paren_hints(result);
            break;
        case Expect::arrow:
            arrow_hints(result);
            break;
        case Expect::kw_then:
        case Expect::kw_else:
            condition_hints(result);
            break;
        case Expect::member:
            member_hints(result);
            break;
        case Expect::path:
            path_hints(result);
            break;
        case Expect::list_close:
        case Expect::dict_close:
        case Expect::attribute_close:
        case Expect::parameters_close:
        case Expect::type_function_close:
        case Expect::type_record_close:
            missing_comma(result);
            break;
        case Expect::name:
        case Expect::parameter:
            name_hints(result);
            break;
        default:
            break;
    }
}

void Explainer::expression_hints(Diagnostic& result) const {
    if (found_ == "if") {
        result.message = "`if` as an operand needs parentheses";
        result.help.emplace_back("write `(if condition then a else b)`");
    } else if (found_ == "not" || found_ == "exists") {
        result.help.push_back(fmt::format("put `({} …)` in parentheses", found_));
    } else if (found_ == "=" && is_keyword(word_before())) {
        result.message = fmt::format("`{}` is a keyword and cannot be a name", word_before());
    } else if (fault_.expected == Expect::index) {
        result.message = found_ == "]" ? "there is no index between `[` and `]`" : result.message;
    }
}

void Explainer::argument_hints(Diagnostic& result) const {
    if (found_value()) {
        result.label = "a value without a name";
        result.help.emplace_back("arguments are given by name: `f(name: value)`");
    } else {
        name_hints(result);
    }
}

void Explainer::call_hints(Diagnostic& result) {
    if (found_ == "=") {
        result.message = "an argument is given with `:`, not with `=`";
        result.fixits.push_back({here(), ":", "write `:`", true});
    } else if (token_.kind == TokenKind::punctuation && found_ != ")" && found_ != ":") {
        result.message =
            fmt::format("expected `:`, `,` or `)`, found {}", describe(fault_.text, token_));
        result.help.emplace_back("arguments are given by name: `f(name: value)`");
    } else {
        missing_comma(result);
    }
}

void Explainer::record_hints(Diagnostic& result) {
    if (found_ == "=") {
        result.message = "a property is given with `:`, not with `=`";
        result.fixits.push_back({here(), ":", "write `:`", true});
    } else if (found_ == "." || (found_ == "(" && fault_.expected == Expect::record_close)) {
        result.help.emplace_back(
            "only a name may stand before `with`: give the record a name of its own first");
    } else if (token_.kind == TokenKind::number && fault_.expected == Expect::property) {
        result.help.push_back(
            fmt::format("other names than identifiers are quoted: `\"{}\": …`", found_));
        result.help.emplace_back("a dictionary is written `[1: \"a\", 2: \"b\"]`");
    } else if (fault_.expected == Expect::property) {
        name_hints(result);
    } else {
        missing_comma(result);
    }
}

void Explainer::paren_hints(Diagnostic& result) const {
    if (found_ == ":") {
        result.help.emplace_back("a default value is written with `=`: `(x=1) => x`");
    } else if (found_ == ",") {
        result.help.emplace_back("several values are written `[1, 2]`");
    } else if (found_ == "=") {
        result.help.emplace_back("values are compared with `==`");
    }
}

void Explainer::arrow_hints(Diagnostic& result) const {
    if (found_ == "-" || found_ == "->" || found_ == ":") {
        result.help.emplace_back("functions are written `(a, b=1) => a + b`");
    } else if (token_.kind != TokenKind::end) {
        result.fixits.push_back({{fault_.file, fault_.at, fault_.at}, "=> ", "insert `=>`"});
    }
}

void Explainer::condition_hints(Diagnostic& result) const {
    if (fault_.open.known()) result.secondary.push_back({fault_.open, "of this `if`"});
    if (found_ == "elif" || found_ == "elseif" || found_ == "elsif") {
        result.fixits.push_back({here(), "else if", "write `else if`", true});
    } else if (fault_.expected == Expect::kw_then) {
        result.help.emplace_back("write `if condition then a else b`");
    } else {
        result.help.emplace_back("`if` is an expression: it always needs an `else`");
    }
}

void Explainer::member_hints(Diagnostic& result) const {
    if (token_.kind == TokenKind::keyword) {
        result.help.push_back(fmt::format("a keyword is selected with `[\"{}\"]`", found_));
    } else if (token_.kind == TokenKind::string) {
        result.help.push_back(fmt::format("write `[{}]`", found_));
    }
}

void Explainer::path_hints(Diagnostic& result) const {
    if (const std::optional<Token> word = import_word()) {
        result.secondary.push_back({span(*word), "taken for another name of the package"});
        result.fixits.push_back(
            {span(*word), fmt::format("\"{}\"", text(*word)), "put it in quotes", true});
    } else {
        result.help.emplace_back(
            "an import is written `import \"math\"`, with another name `import m \"math\"`");
    }
}

/// The word of `import word` if the fault stands behind that.
std::optional<Token> Explainer::import_word() const {
    const std::string_view statement =
        fault_.text.substr(fault_.statement, fault_.at - fault_.statement);
    const std::size_t keyword = statement.rfind("import");
    if (keyword == std::string_view::npos) return std::nullopt;
    const auto behind = static_cast<std::uint32_t>(fault_.statement + keyword + 6);
    const Token word = token_at(fault_.text, skip_blanks(fault_.text, behind));
    if (word.kind != TokenKind::name || word.begin >= fault_.at) return std::nullopt;
    return word;
}

void Explainer::name_hints(Diagnostic& result) const {
    if (token_.kind != TokenKind::keyword) return;
    result.message =
        fmt::format("expected {}, but `{}` is a keyword", wanted(fault_.expected), found_);
    if (fault_.expected == Expect::property) {
        result.help.push_back(fmt::format("keywords are quoted: `\"{}\": …`", found_));
    }
}

void Explainer::missing_comma(Diagnostic& result) const {
    if (!found_word() && !found_value()) return;
    std::uint32_t end = fault_.at;
    while (end > 0 && (fault_.text[end - 1] == ' ' || fault_.text[end - 1] == '\t')) --end;
    // Behind a line end there may be a comment, so there is no safe place to insert.
    if (end == 0 || fault_.text[end - 1] == '\n') {
        result.help.emplace_back("a comma may be missing");
    } else {
        result.fixits.push_back({{fault_.file, end, end}, ",", "a comma may be missing"});
    }
}

}  // namespace fluxi::syntax
