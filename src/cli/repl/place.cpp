#include "cli/repl/place.hpp"

#include <algorithm>

#include "cli/repl/highlight.hpp"
#include "syntax/lexis.hpp"

namespace fluxi::cli::repl {

using syntax::Token;
using syntax::TokenKind;

namespace {

/// One level of brackets.
struct Level {
    OpenCall call{};
    std::size_t begin = 0;                 ///< of the expression that is being read
    std::size_t pipe = std::string::npos;  ///< the last `|>` in it
    std::size_t value = 0;                 ///< where the value of the last argument begins
    std::vector<std::string> names{};      ///< that could be parameters
};

class Scan {
  public:
    Scan(std::string_view text, std::size_t cursor) : text_(text.substr(0, cursor)) {}

    Place run() {
        levels_.emplace_back();
        std::size_t at = 0;
        while (at < text_.size()) {
            const std::size_t next = syntax::skip_blanks(text_, static_cast<std::uint32_t>(at));
            if (next >= text_.size()) {
                place_.in_comment = ends_in_comment(at);
                word_ = {};
                word_begin_ = text_.size();
                return finished();
            }
            at = step(next);
            if (place_.in_text) return finished();
        }
        return finished();
    }

  private:
    bool ends_in_comment(std::size_t from) const {
        const std::size_t line = text_.rfind('\n');
        const std::size_t begin = std::max(line == std::string_view::npos ? 0 : line, from);
        return text_.find("//", begin) != std::string_view::npos;
    }

    /// Takes the token at `at` and gives the place behind it.
    std::size_t step(std::size_t at) {
        const Token token = syntax::token_at(text_, static_cast<std::uint32_t>(at));
        const std::string_view text = text_.substr(at, token.end - at);
        if (token.kind == TokenKind::string && (text.size() == 1 || text.back() != '"')) {
            const std::size_t code = text.rfind("${");
            if (code != std::string_view::npos && text.find('}', code) == std::string_view::npos)
                return interpolated(at + code + 2);
            place_.in_text = true;
            place_.importing = previous_ == "import" || before_previous_ == "import";
            word_begin_ = at + 1;
            word_ = text_.substr(at + 1);
            return text_.size();
        }
        const std::size_t regexp = regexp_end(text_, at, previous_);
        if (regexp > at) {
            remember("/");
            return regexp;
        }
        if (token.kind == TokenKind::name || token.kind == TokenKind::keyword) {
            begin_expression(at);
            name(text, at, token.end);
        } else {
            punctuation(text, at, token);
        }
        remember(text);
        return std::max<std::size_t>(token.end, at + 1);
    }

    /// In `${…}` of a text code is typed, not text.
    std::size_t interpolated(std::size_t at) {
        Level inner;
        inner.begin = at;
        levels_.push_back(std::move(inner));
        chain_.clear();
        remember("(");
        word_ = {};
        word_begin_ = at;
        return at;
    }

    void remember(std::string_view token) {
        before_previous_ = previous_;
        previous_ = token;
    }

    /// Behind two operands in a row another statement begins.
    void begin_expression(std::size_t at) {
        Level& level = levels_.back();
        const bool operand_before =
            !previous_.empty() && !syntax::is_keyword(previous_) &&
            (previous_.back() == ')' || previous_.back() == ']' || previous_.back() == '}' ||
             previous_.back() == '"' || syntax::is_identifier(previous_));
        if (levels_.size() == 1 && operand_before && text_.substr(0, at).ends_with('\n')) {
            level.begin = at;
            level.pipe = std::string::npos;
        }
    }

    void name(std::string_view text, std::size_t at, std::size_t end) {
        if (previous_ == "." && at > 0 && text_[at - 1] == '.') {
            chain_ += chain_.empty() ? "" : ".";
            chain_ += text;
        } else {
            chain_ = text;
        }
        if (previous_ == "(" || previous_ == ",") levels_.back().names.emplace_back(text);
        // Only a word that the cursor touches is being typed.
        word_ = end == text_.size() ? text : std::string_view();
        word_begin_ = end == text_.size() ? at : end;
        dotted_ = previous_ == ".";
    }

    void punctuation(std::string_view text, std::size_t at, const Token& token) {
        Level& level = levels_.back();
        if (text == "(" || text == "[" || text == "{") {
            Level inner;
            inner.call.record = text == "{";
            if (text == "(" && syntax::is_identifier(previous_)) {
                inner.call.callee = chain_;
                if (level.pipe != std::string::npos) {
                    inner.call.source = text_.substr(level.begin, level.pipe - level.begin);
                }
            }
            inner.begin = token.end;
            levels_.push_back(std::move(inner));
        } else if (text == ")" || text == "]" || text == "}") {
            if (levels_.size() > 1) {
                if (text == ")") parameters_ = std::move(level.names);
                levels_.pop_back();
            }
        } else if (text == ":") {
            if (!level.call.callee.empty() && syntax::is_identifier(previous_)) {
                level.call.argument = previous_;
                level.call.given.emplace_back(previous_);
                level.value = token.end;
            }
            next_expression(token.end);
        } else if (text == ",") {
            end_argument(at);
            next_expression(token.end);
        } else if (text == "=>") {
            level.call.functions.push_back(std::move(parameters_));
            parameters_.clear();
            next_expression(token.end);
        } else if (text == "=") {
            next_expression(token.end);
        } else if (text == "|>") {
            level.pipe = at;
        }
        if (text != ".") chain_.clear();
        dotted_ = text == ".";
        word_ = {};
        word_begin_ = text_.size();
    }

    void end_argument(std::size_t at) {
        Level& level = levels_.back();
        if (level.call.given.size() > level.call.values.size())
            level.call.values.emplace_back(text_.substr(level.value, at - level.value));
        level.call.argument.clear();
        level.call.functions.clear();
    }

    void next_expression(std::size_t at) {
        levels_.back().begin = at;
        levels_.back().pipe = std::string::npos;
    }

    Place finished() {
        place_.word = word_;
        place_.word_begin = word_begin_;
        if (dotted_ && !place_.in_text) {
            place_.owner = word_.empty() ? chain_
                           : chain_.size() > word_.size() + 1
                               ? chain_.substr(0, chain_.size() - word_.size() - 1)
                               : std::string();
        }
        for (Level& level : levels_) {
            if (&level != &levels_.front()) place_.calls.push_back(std::move(level.call));
        }
        const std::string_view before = word_.empty() ? previous_ : before_previous_;
        place_.names_argument =
            !place_.in_text && !place_.calls.empty() && !place_.calls.back().callee.empty() &&
            place_.calls.back().argument.empty() && (before == "(" || before == ",");
        place_.names_label = !place_.in_text && !place_.calls.empty() &&
                             place_.calls.back().record && (before == "{" || before == ",");
        return std::move(place_);
    }

    std::string_view text_;
    Place place_{};
    std::vector<Level> levels_{};
    std::string_view previous_{};
    std::string_view before_previous_{};
    std::string chain_{};                    ///< names joined by dots, up to here
    std::vector<std::string> parameters_{};  ///< names in the round brackets that were closed last
    std::string_view word_{};
    std::size_t word_begin_ = 0;
    bool dotted_ = false;
};

}  // namespace

Place place_at(std::string_view text, std::size_t cursor) {
    return Scan(text, std::min(cursor, text.size())).run();
}

}  // namespace fluxi::cli::repl
