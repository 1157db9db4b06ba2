#include "syntax/parser_errors.hpp"

#include <array>
#include <optional>
#include <string>

#include <fmt/core.h>

#include "syntax/lexis.hpp"
#include "syntax/recovery.hpp"

namespace fluxi::syntax {

namespace {

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

/// The bracket that closes what is open; empty if the rule does not close anything.
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

class Explainer {
  public:
    explicit Explainer(const SyntaxFault& fault)
        : fault_(fault), token_(token_at(fault.text, fault.at)), found_(text(token_)) {}

    Diagnostic run() {
        if (unclosed()) return explain_unclosed();
        Diagnostic result =
            foreign_syntax() ? std::move(*known_)
                             : start(fmt::format("expected {}, found {}", wanted(fault_.expected),
                                                 describe(fault_.text, token_)));
        if (known_) return result;
        hints(result);
        // A bracket on the same line is seen anyway.
        if (!closer(fault_.expected).empty() && fault_.open.known() &&
            on_earlier_line(fault_.open)) {
            result.secondary.push_back({fault_.open, fmt::format("`{}` opens here", opening())});
        }
        return result;
    }

  private:
    [[nodiscard]] std::string_view text(Token token) const {
        return fault_.text.substr(token.begin, token.end - token.begin);
    }
    [[nodiscard]] Span span(Token token) const { return {fault_.file, token.begin, token.end}; }
    [[nodiscard]] Span here() const { return span(token_); }
    [[nodiscard]] std::string_view opening() const {
        return fault_.text.substr(fault_.open.begin, fault_.open.end - fault_.open.begin);
    }
    [[nodiscard]] Token next() const {
        return token_at(fault_.text, skip_blanks(fault_.text, token_.end));
    }
    /// The bytes just before the fault.
    [[nodiscard]] bool follows(std::string_view before) const {
        return fault_.text.substr(0, fault_.at).ends_with(before);
    }
    [[nodiscard]] bool on_earlier_line(Span place) const {
        return fault_.text.substr(place.end, fault_.at - place.end).find('\n') !=
               std::string_view::npos;
    }
    [[nodiscard]] bool found_value() const {
        return token_.kind == TokenKind::number || token_.kind == TokenKind::string ||
               found_ == "[" || found_ == "{" || found_ == "(" || found_ == "-" || found_ == "/";
    }
    [[nodiscard]] bool found_word() const {
        return token_.kind == TokenKind::name || token_.kind == TokenKind::keyword;
    }

    /// The word before the fault, on its line.
    [[nodiscard]] std::string_view word_before() const {
        std::string_view before = fault_.text.substr(0, fault_.at);
        while (before.ends_with(' ')) before.remove_suffix(1);
        std::size_t size = 0;
        while (size < before.size() && before[before.size() - 1 - size] >= 'a' &&
               before[before.size() - 1 - size] <= 'z') {
            ++size;
        }
        return before.substr(before.size() - size);
    }

    Diagnostic start(std::string message, std::string label = {}) const {
        return {Severity::error, Code::syntax, std::move(message), here(), std::move(label)};
    }

    void know(std::string message, std::string label, std::string help) {
        known_ = start(std::move(message), std::move(label));
        if (!help.empty()) known_->help.push_back(std::move(help));
    }
    void know_fix(std::string message, Token replace, std::string replacement,
                  std::string description) {
        known_ = start(std::move(message));
        known_->span = span(replace);
        known_->fixits.push_back(
            {span(replace), std::move(replacement), std::move(description), true});
    }

    // ---- brackets that are never closed

    [[nodiscard]] bool unclosed() const {
        if (closer(fault_.expected).empty() || !fault_.open.known()) return false;
        if (token_.kind == TokenKind::end) return true;
        // The quote that was to end the string begins another one inside of `${`.
        if (fault_.expected == Expect::interpolation_close) return token_.kind == TokenKind::string;
        const std::uint32_t next = assigned_name(fault_.text, fault_.at);
        return (begins_statement_line(fault_.text, next) || begins_paragraph(fault_.text, next)) &&
               indentation(fault_.text, next) <= indentation(fault_.text, fault_.statement);
    }

    [[nodiscard]] Diagnostic explain_unclosed() const {
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

    // ---- what other languages write

    bool foreign_syntax() {
        if (foreign_operator()) return true;
        const bool statement = fault_.expected == Expect::statement;
        if (found_ == "'") return single_quotes();
        if (fault_.expected == Expect::string_close && fault_.text.substr(fault_.at, 2) == "${") {
            know("nothing can be interpolated into this string", "", "write the text itself");
            known_->span.end = known_->span.begin + 2;
            return true;
        }
        if (found_ == ";") {
            know_fix("Flux has no `;`: statements need nothing between them", token_, "",
                     "remove it");
        } else if (found_ == "#") {
            know("`#` does not begin a comment", "", "comments begin with `//`");
        } else if (found_ == "?" && fault_.frame != FrameKind::type) {
            know("Flux has no operator `?`", "", "write `if condition then a else b`");
        } else if (statement) {
            statement_beginning();
        } else if (found_ == "=" && follows("==")) {
            know_fix("Flux has no operator `===`",
                     {TokenKind::punctuation, fault_.at - 2, fault_.at + 1},
                     "==", "compare with `==`");
        } else if (found_ == ">" && follows("<")) {
            know_fix("Flux has no operator `<>`",
                     {TokenKind::punctuation, fault_.at - 1, fault_.at + 1},
                     "!=", "compare with `!=`");
        }
        return known_.has_value();
    }

    bool foreign_operator() {
        if (found_ == "&&" || found_ == "&") {
            know_fix(fmt::format("Flux has no operator `{}`", found_), token_, "and",
                     "write `and`");
        } else if (found_ == "||" || found_ == "|") {
            know_fix(fmt::format("Flux has no operator `{}`", found_), token_, "or", "write `or`");
        } else if (found_ == "!") {
            know_fix("Flux has no operator `!`", token_, "not ", "write `not`");
        }
        return known_.has_value();
    }

    bool single_quotes() {
        const std::size_t line_end =
            std::min(fault_.text.find('\n', fault_.at), fault_.text.size());
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

    void statement_beginning() {
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
    void unfinished() {
        const Token name = token_at(fault_.text, assigned_name(fault_.text, fault_.at));
        know("the statement before this one is not finished", "", "");
        known_->span = span(name);
        known_->label = "a statement begins here";
        std::uint32_t end = name.begin;
        while (end > 0 && static_cast<unsigned char>(fault_.text[end - 1]) <= ' ') --end;
        known_->secondary.push_back({{fault_.file, end, end}, "expected an expression here"});
    }

    void statement_keyword() {
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

    // ---- hints for what is expected

    void hints(Diagnostic& result) {
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

    void expression_hints(Diagnostic& result) const {
        if (found_ == "if") {
            result.message = "`if` as an operand needs parentheses";
            result.help.emplace_back("write `(if condition then a else b)`");
        } else if (found_ == "not" || found_ == "exists") {
            result.help.push_back(fmt::format("put `({} …)` in parentheses", found_));
        } else if (found_ == "=" && is_keyword(word_before())) {
            result.message = fmt::format("`{}` is a keyword and cannot be a name", word_before());
        } else if (fault_.expected == Expect::index) {
            result.message =
                found_ == "]" ? "there is no index between `[` and `]`" : result.message;
        }
    }

    void argument_hints(Diagnostic& result) const {
        if (found_value()) {
            result.label = "a value without a name";
            result.help.emplace_back("arguments are given by name: `f(name: value)`");
        } else {
            name_hints(result);
        }
    }

    void call_hints(Diagnostic& result) {
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

    void record_hints(Diagnostic& result) {
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

    void paren_hints(Diagnostic& result) const {
        if (found_ == ":") {
            result.help.emplace_back("a default value is written with `=`: `(x=1) => x`");
        } else if (found_ == ",") {
            result.help.emplace_back("several values are written `[1, 2]`");
        } else if (found_ == "=") {
            result.help.emplace_back("values are compared with `==`");
        }
    }

    void arrow_hints(Diagnostic& result) const {
        if (found_ == "-" || found_ == "->" || found_ == ":") {
            result.help.emplace_back("functions are written `(a, b=1) => a + b`");
        } else if (token_.kind != TokenKind::end) {
            result.fixits.push_back({{fault_.file, fault_.at, fault_.at}, "=> ", "insert `=>`"});
        }
    }

    void condition_hints(Diagnostic& result) const {
        if (fault_.open.known()) result.secondary.push_back({fault_.open, "of this `if`"});
        if (found_ == "elif" || found_ == "elseif" || found_ == "elsif") {
            result.fixits.push_back({here(), "else if", "write `else if`", true});
        } else if (fault_.expected == Expect::kw_then) {
            result.help.emplace_back("write `if condition then a else b`");
        } else {
            result.help.emplace_back("`if` is an expression: it always needs an `else`");
        }
    }

    void member_hints(Diagnostic& result) const {
        if (token_.kind == TokenKind::keyword) {
            result.help.push_back(fmt::format("a keyword is selected with `[\"{}\"]`", found_));
        } else if (token_.kind == TokenKind::string) {
            result.help.push_back(fmt::format("write `[{}]`", found_));
        }
    }

    void path_hints(Diagnostic& result) const {
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
    [[nodiscard]] std::optional<Token> import_word() const {
        const std::string_view statement =
            fault_.text.substr(fault_.statement, fault_.at - fault_.statement);
        const std::size_t keyword = statement.rfind("import");
        if (keyword == std::string_view::npos) return std::nullopt;
        const auto behind = static_cast<std::uint32_t>(fault_.statement + keyword + 6);
        const Token word = token_at(fault_.text, skip_blanks(fault_.text, behind));
        if (word.kind != TokenKind::name || word.begin >= fault_.at) return std::nullopt;
        return word;
    }

    void name_hints(Diagnostic& result) const {
        if (token_.kind != TokenKind::keyword) return;
        result.message =
            fmt::format("expected {}, but `{}` is a keyword", wanted(fault_.expected), found_);
        if (fault_.expected == Expect::property) {
            result.help.push_back(fmt::format("keywords are quoted: `\"{}\": …`", found_));
        }
    }

    void missing_comma(Diagnostic& result) const {
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

    const SyntaxFault& fault_;
    Token token_;
    std::string_view found_;
    std::optional<Diagnostic> known_;
};

}  // namespace

Diagnostic explain_fault(const SyntaxFault& fault) {
    return Explainer(fault).run();
}

}  // namespace fluxi::syntax
