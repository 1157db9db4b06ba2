#include "store/delete_predicate.hpp"

#include <cctype>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace fluxi::store {

namespace {

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The longest nesting of parentheses; more is no predicate that somebody wrote.
constexpr int kDeepest = 100;

class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    TagPredicate parse() {
        skip();
        if (at_ == text_.size()) return TagPredicate::everything();
        TagPredicate predicate = all_of(0);
        if (at_ == text_.size()) return predicate;
        if (text_[at_] == ')') fail("extra ) seen");
        fail("AND expected between two terms");
    }

  private:
    void skip() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
            ++at_;
        }
    }

    [[noreturn]] void fail(std::string_view what) const {
        base::fail("the predicate `{}` is not valid: {}, at position {}", text_, what, at_ + 1);
    }

    /// Takes a word, whatever its case, if it stands here as a whole.
    bool take_word(std::string_view word) {
        if (text_.size() - at_ < word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (std::toupper(static_cast<unsigned char>(text_[at_ + i])) != word[i]) return false;
        }
        const std::size_t end = at_ + word.size();
        if (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) return false;
        at_ = end;
        skip();
        return true;
    }

    TagPredicate all_of(int depth) {
        std::vector<TagPredicate> parts;
        do {
            parts.push_back(term(depth));
            const std::size_t before = at_;
            if (take_word("OR")) {
                at_ = before;
                fail("the logical operator OR is not supported yet; delete in several steps");
            }
        } while (take_word("AND"));
        return parts.size() == 1 ? std::move(parts[0]) : TagPredicate::all_of(std::move(parts));
    }

    TagPredicate term(int depth) {
        if (at_ < text_.size() && text_[at_] == '(') {
            if (depth == kDeepest) fail("parentheses are nested too deeply");
            ++at_;
            skip();
            TagPredicate inner = all_of(depth + 1);
            if (at_ == text_.size()) fail("extra ( seen");
            if (text_[at_] != ')') fail("AND or ) expected");
            ++at_;
            skip();
            return inner;
        }
        const std::size_t start = at_;
        std::string key = name("a tag or _measurement");
        if (key == "_field") {
            at_ = start;
            fail("delete by field is not supported");
        }
        const bool negated = comparison();
        std::string value = value_text();
        if (!negated) {
            // An empty value is not that of a missing tag here: nothing has it.
            return value.empty() ? TagPredicate::nothing()
                                 : TagPredicate::equal(std::move(key), std::move(value));
        }
        return TagPredicate::all_of(
            {TagPredicate::exists(key), TagPredicate::not_equal(key, std::move(value))});
    }

    /// Whether the operator is `!=`.
    bool comparison() {
        static constexpr std::string_view kOperators = "=!<>~";
        const std::size_t start = at_;
        while (at_ < text_.size() && kOperators.find(text_[at_]) != std::string_view::npos) ++at_;
        const std::string_view found = text_.substr(start, at_ - start);
        if (found == "=" || found == "!=") {
            skip();
            return found == "!=";
        }
        at_ = start;
        if (found.empty()) fail("= or != expected after the key");
        fail("the operator " + std::string(found) + " is not supported; there are = and !=");
    }

    std::string quoted() {
        const std::size_t start = at_++;
        std::string text;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            text += text_[at_++];
        }
        if (at_ == text_.size()) {
            at_ = start;
            fail("the quote is not closed");
        }
        ++at_;
        skip();
        return text;
    }

    std::string name(std::string_view what) {
        if (at_ < text_.size() && text_[at_] == '"') return quoted();
        const std::size_t start = at_;
        while (at_ < text_.size() &&
               (is_letter(text_[at_]) || (at_ > start && is_digit(text_[at_])))) {
            ++at_;
        }
        if (at_ == start) fail(std::string(what) + " expected");
        std::string found(text_.substr(start, at_ - start));
        skip();
        return found;
    }

    /// A name, a text, or a number or duration, all of them as they are written.
    std::string value_text() {
        const std::size_t start = at_;
        if (at_ < text_.size() && text_[at_] == '-') ++at_;
        if (at_ == text_.size() || !is_digit(text_[at_])) {
            at_ = start;
            return name("a value: a word, a number or a text in double quotes");
        }
        while (at_ < text_.size() &&
               (is_digit(text_[at_]) || is_letter(text_[at_]) || text_[at_] == '.')) {
            ++at_;
        }
        std::string found(text_.substr(start, at_ - start));
        skip();
        return found;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

TagPredicate parse_delete_predicate(std::string_view text) {
    return Parser(text).parse();
}

}  // namespace fluxi::store
