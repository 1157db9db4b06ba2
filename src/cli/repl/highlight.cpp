#include "cli/repl/highlight.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "syntax/lexis.hpp"

namespace fluxi::cli::repl {

using lineedit::Style;
using lineedit::StyledSpan;
using syntax::Token;
using syntax::TokenKind;

namespace {

constexpr std::string_view kOpening = "([{";
constexpr std::string_view kClosing = ")]}";

bool is_one_of(std::string_view token, std::string_view set) {
    return token.size() == 1 && set.find(token.front()) != std::string_view::npos;
}

class Highlighter {
  public:
    Highlighter(std::string_view text, std::size_t cursor) : text_(text), cursor_(cursor) {}

    std::vector<StyledSpan> run() {
        std::size_t at = 0;
        std::string_view previous;
        while (at < text_.size()) {
            const std::size_t next = syntax::skip_blanks(text_, static_cast<std::uint32_t>(at));
            comments(at, next);
            at = next;
            if (at >= text_.size()) break;
            const Token token = syntax::token_at(text_, static_cast<std::uint32_t>(at));
            std::size_t end = token.end;
            const std::size_t regexp = regexp_end(text_, at, previous);
            if (regexp > at) {
                end = regexp;
                add(at, end, Style::text);
            } else {
                take(token);
            }
            previous = text_.substr(at, end - at);
            at = std::max(end, at + 1);
        }
        mark_match();
        std::sort(spans_.begin(), spans_.end(),
                  [](const StyledSpan& a, const StyledSpan& b) { return a.begin < b.begin; });
        return std::move(spans_);
    }

  private:
    void add(std::size_t begin, std::size_t end, Style style) {
        if (begin < end) spans_.push_back({begin, end, style});
    }

    void comments(std::size_t begin, std::size_t end) {
        while (begin < end) {
            const std::size_t slash = text_.substr(0, end).find("//", begin);
            if (slash == std::string_view::npos) return;
            const std::size_t line_end = std::min(text_.find('\n', slash), end);
            add(slash, line_end, Style::comment);
            begin = line_end;
        }
    }

    void take(const Token& token) {
        const std::string_view word = text_.substr(token.begin, token.end - token.begin);
        switch (token.kind) {
            case TokenKind::keyword:
                add(token.begin, token.end, Style::keyword);
                break;
            case TokenKind::string:
                add(token.begin, token.end, Style::text);
                break;
            case TokenKind::number:
                number(token);
                break;
            case TokenKind::name: {
                const std::uint32_t behind = syntax::skip_blanks(text_, token.end);
                if (text_.substr(behind, 1) == "(") add(token.begin, token.end, Style::name);
                break;
            }
            case TokenKind::punctuation:
                punctuation(token, word);
                break;
            default:
                break;
        }
    }

    /// With its unit or the rest of a date, which are tokens of their own.
    void number(const Token& token) {
        std::size_t end = token.end;
        while (end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) != 0)) {
            ++end;
        }
        add(token.begin, end, Style::number);
    }

    void punctuation(const Token& token, std::string_view word) {
        if (is_one_of(word, kOpening)) {
            open_.push_back(token.begin);
        } else if (is_one_of(word, kClosing)) {
            const bool fits =
                !open_.empty() && kOpening.find(text_[open_.back()]) == kClosing.find(word.front());
            if (!fits) {
                add(token.begin, token.end, Style::wrong);
                return;
            }
            pairs_.push_back({open_.back(), token.begin});
            open_.pop_back();
        } else if (word == "|>" || word == "=>" || word == "<-") {
            add(token.begin, token.end, Style::operation);
        }
    }

    void mark_match() {
        for (const auto& [open, close] : pairs_) {
            const bool here = cursor_ == close || cursor_ == close + 1 || cursor_ == open;
            if (!here) continue;
            add(open, open + 1, Style::match);
            add(close, close + 1, Style::match);
            return;
        }
    }

    struct Pair {
        std::size_t open;
        std::size_t close;
    };
    std::string_view text_;
    std::size_t cursor_;
    std::vector<StyledSpan> spans_{};
    std::vector<std::size_t> open_{};
    std::vector<Pair> pairs_{};
};

}  // namespace

std::size_t regexp_end(std::string_view text, std::size_t at, std::string_view previous) {
    if (text.substr(at, 1) != "/" || text.substr(at, 2) == "//") return at;
    const bool behind_value =
        !previous.empty() && (is_one_of(previous, kClosing) || previous.back() == '"' ||
                              (!syntax::is_keyword(previous) &&
                               (std::isalnum(static_cast<unsigned char>(previous.back())) != 0 ||
                                previous.back() == '_')));
    if (behind_value) return at;
    for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '/') {
            return i + 1;
        }
    }
    return at;
}

std::vector<StyledSpan> highlight(std::string_view text, std::size_t cursor) {
    return Highlighter(text, cursor).run();
}

}  // namespace fluxi::cli::repl
