// The words for a syntax fault, found step by step: brackets that are never closed, what other
// languages write, then hints for what was expected. Private to parser_errors.cpp and its parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "syntax/lexis.hpp"
#include "syntax/parser_errors.hpp"

namespace fluxi::syntax {

/// How a message names what is expected.
std::string_view wanted(Expect expected);
/// The bracket that closes what is open; empty if the rule does not close anything.
std::string_view closer(Expect expected);

class Explainer {
  public:
    explicit Explainer(const SyntaxFault& fault)
        : fault_(fault), token_(token_at(fault.text, fault.at)), found_(text(token_)) {}

    base::Diagnostic run();

  private:
    [[nodiscard]] std::string_view text(Token token) const {
        return fault_.text.substr(token.begin, token.end - token.begin);
    }
    [[nodiscard]] base::Span span(Token token) const {
        return {fault_.file, token.begin, token.end};
    }
    [[nodiscard]] base::Span here() const { return span(token_); }
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
    [[nodiscard]] bool on_earlier_line(base::Span place) const {
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

    base::Diagnostic start(std::string message, std::string label = {}) const {
        return {base::Severity::error, base::Code::syntax, std::move(message), here(),
                std::move(label)};
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

    // brackets that are never closed (parser_errors.cpp)
    [[nodiscard]] bool unclosed() const;
    [[nodiscard]] base::Diagnostic explain_unclosed() const;

    // what other languages write (parser_foreign.cpp)
    bool foreign_syntax();
    bool foreign_operator();
    bool single_quotes();
    void statement_beginning();
    void unfinished();
    void statement_keyword();

    // hints for what is expected (parser_hints.cpp)
    void hints(base::Diagnostic& result);
    void expression_hints(base::Diagnostic& result) const;
    void argument_hints(base::Diagnostic& result) const;
    void call_hints(base::Diagnostic& result);
    void record_hints(base::Diagnostic& result);
    void paren_hints(base::Diagnostic& result) const;
    void arrow_hints(base::Diagnostic& result) const;
    void condition_hints(base::Diagnostic& result) const;
    void member_hints(base::Diagnostic& result) const;
    void path_hints(base::Diagnostic& result) const;
    [[nodiscard]] std::optional<Token> import_word() const;
    void name_hints(base::Diagnostic& result) const;
    void missing_comma(base::Diagnostic& result) const;

    const SyntaxFault& fault_;
    Token token_;
    std::string_view found_;
    std::optional<base::Diagnostic> known_;
};

}  // namespace fluxi::syntax
