#include "syntax/recovery.hpp"

#include <algorithm>
#include <string>

#include "syntax/lexis.hpp"

namespace fluxi::syntax {

namespace {

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
    const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1);
}

bool is_horizontal_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

std::uint32_t first_on_line(std::string_view text, std::uint32_t begin) {
    while (begin < text.size() && is_horizontal_blank(text[begin])) ++begin;
    return begin;
}

bool is_assign(std::string_view text, std::uint32_t at) {
    return text.substr(at, 1) == "=" && text.substr(at, 2) != "==" && text.substr(at, 2) != "=~" &&
           text.substr(at, 2) != "=>";
}

bool begins_statement(std::string_view text, std::uint32_t at) {
    const Token token = token_at(text, at);
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::keyword) {
        return word == "import" || word == "package" || word == "return" || word == "option" ||
               word == "builtin" || word == "testcase";
    }
    if (token.kind == TokenKind::name) return is_assign(text, skip_blanks(text, token.end));
    return word == "@";
}

char opener_of(char closer) {
    if (closer == ')') return '(';
    return closer == ']' ? '[' : '{';
}

/// The brackets that are open behind the beginning of the broken statement.
class Brackets {
  public:
    void open(char bracket) { open_.push_back(bracket); }
    /// False if `closer` closes nothing that was opened here.
    bool close(char closer) {
        const std::size_t at = open_.rfind(opener_of(closer));
        if (at == std::string::npos) return false;
        open_.resize(at);
        return true;
    }
    [[nodiscard]] bool outside() const { return open_.empty(); }

  private:
    std::string open_;
};

class Search {
  public:
    Search(std::string_view text, const BrokenStatement& statement)
        : text_(text),
          statement_(statement),
          fault_line_(line_begin(text, statement.fault)),
          margin_(indentation(text, statement.begin)),
          // Nothing of the statement could be used: it is one stray token, what follows on the next
          // line is another statement, whatever it is.
          stray_(statement.begin == statement.fault),
          // The text ended inside of the statement: some bracket or string was not closed, so the
          // place to go on lies before the fault.
          ended_(statement.fault >= text.size()) {}

    std::uint32_t run() {
        auto at = statement_.begin;
        bool first = true;
        while (at < text_.size()) {
            const char c = text_[at];
            if (c == '\n') {
                if (good_line(at + 1)) return first_on_line(text_, at + 1);
                ++at;
            } else if (text_.substr(at, 2) == "//") {
                at = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
            } else if (is_horizontal_blank(c)) {
                ++at;
            } else if (c == '}' && statement_.in_block && !first && at >= statement_.fault &&
                       !brackets_.close(c)) {
                return at;
            } else {
                at = take(at);
            }
            first = false;
        }
        return static_cast<std::uint32_t>(text_.size());
    }

  private:
    std::uint32_t take(std::uint32_t at) {
        const char c = text_[at];
        if (c == '(' || c == '[' || c == '{') {
            brackets_.open(c);
        } else if (c == ')' || c == ']' || c == '}') {
            brackets_.close(c);
        }
        return std::max(token_at(text_, at).end, at + 1);
    }

    bool good_line(std::uint32_t line) {
        const std::uint32_t at = first_on_line(text_, line);
        const bool aligned = at - line <= margin_;
        if (ended_) return aligned && begins_statement(text_, at);
        if (line < fault_line_ || (line == fault_line_ && statement_.begin >= line)) return false;
        if (!brackets_.outside() && !aligned) return false;
        if (begins_statement(text_, at)) return true;
        if (aligned && begins_paragraph(text_, at)) return true;
        return stray_ && brackets_.outside() && token_at(text_, at).kind == TokenKind::name;
    }

    std::string_view text_;
    const BrokenStatement& statement_;
    std::uint32_t fault_line_;
    std::uint32_t margin_;
    bool stray_;
    bool ended_;
    Brackets brackets_;
};

}  // namespace

std::uint32_t indentation(std::string_view text, std::uint32_t at) {
    const std::uint32_t line = line_begin(text, at);
    return std::min(first_on_line(text, line), at) - line;
}

bool begins_statement_line(std::string_view text, std::uint32_t at) {
    const std::uint32_t line = line_begin(text, at);
    return line > 0 && first_on_line(text, line) == at && begins_statement(text, at);
}

bool begins_paragraph(std::string_view text, std::uint32_t at) {
    const std::uint32_t line = line_begin(text, at);
    if (line < 2 || first_on_line(text, line) != at) return false;
    return token_at(text, at).kind == TokenKind::name &&
           first_on_line(text, line_begin(text, line - 1)) == line - 1;
}

std::uint32_t assigned_name(std::string_view text, std::uint32_t at) {
    if (at >= text.size() || !is_assign(text, at)) return at;
    const std::uint32_t name = first_on_line(text, line_begin(text, at));
    if (name >= at || !begins_statement_line(text, name)) return at;
    const Token token = token_at(text, name);
    return token.kind == TokenKind::name && skip_blanks(text, token.end) == at ? name : at;
}

std::uint32_t find_resume_point(std::string_view text, const BrokenStatement& statement) {
    return Search(text, statement).run();
}

}  // namespace fluxi::syntax
