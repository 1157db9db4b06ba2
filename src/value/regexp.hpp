// Regular expressions with Go's syntax and behaviour, run by RE2 in time linear in the text. A
// Regexp is compiled once, never changes, and is shared: by values, by constants of column
// programs, by threads. Known difference from Go: `.` does not match a byte that is no UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/text.hpp"

namespace re2 {
class RE2;
}

namespace fluxi::value {

class Regexp {
  public:
    /// A match as byte positions.
    struct Match {
        std::size_t start = 0;
        std::size_t end = 0;
    };

    /// @throws RuntimeError with Go's words, e.g. "error parsing regexp: missing closing ): `(`"
    static std::shared_ptr<const Regexp> compile(std::string_view source);
    ~Regexp();
    Regexp(const Regexp&) = delete;
    Regexp& operator=(const Regexp&) = delete;

    /// The text it was compiled from, `a/b\d` for the literal `/a\/b\d/`.
    [[nodiscard]] const std::string& source() const { return source_; }

    /// Whether it matches anywhere in `text`.
    [[nodiscard]] bool match(std::string_view text) const;
    /// The leftmost match.
    [[nodiscard]] std::optional<Match> find(std::string_view text) const {
        return find_from(text, 0);
    }
    /// The leftmost match that starts at `position` or later; what stands before still counts for
    /// `^` and `\b`.
    [[nodiscard]] std::optional<Match> find_from(std::string_view text, std::size_t position) const;

    /// A template of what takes the place of a match, taken apart once: `$1`, `${1}`, `$name` and
    /// `${name}` are groups and `$$` is a dollar. Unknown groups are empty.
    class Replacement;
    /// Appends `text` with every match replaced; `replacement` was made for this expression.
    void append_replaced(std::string& out, std::string_view text,
                         const Replacement& replacement) const;

    /// Calls `visit(Match)` for the matches from left to right, at most `limit` (all if negative);
    /// no empty match right after another match.
    template <typename Visit>
    void for_each_match(std::string_view text, std::int64_t limit, Visit&& visit) const {
        std::size_t position = 0;
        std::optional<std::size_t> last_end;
        for (std::int64_t done = 0; done != limit && position <= text.size();) {
            const auto match = find_from(text, position);
            if (!match) return;
            const bool accept = match->end != position || match->start != last_end;
            position = match->end != position ? match->end : next_position(text, position);
            last_end = match->end;
            if (!accept) continue;
            visit(*match);
            ++done;
        }
    }

    /// Calls `visit(std::string_view)` for the parts between matches: none if `limit` is 0, at most
    /// `limit` if it is positive, all if it is negative.
    template <typename Visit>
    void split(std::string_view text, std::int64_t limit, Visit&& visit) const {
        if (limit == 0) return;
        if (!source_.empty() && text.empty()) return visit(text);
        std::size_t begin = 0;
        std::size_t end = 0;
        std::int64_t parts = 0;
        for_each_match(text, limit, [&](Match match) {
            if (limit > 0 && parts == limit - 1) return;
            end = match.start;
            if (match.end != 0) {
                visit(text.substr(begin, end - begin));
                ++parts;
            }
            begin = match.end;
        });
        if (end != text.size()) visit(text.substr(begin));
    }

  private:
    /// A pattern without operators needs no automaton.
    enum class Literal : std::uint8_t { none, anywhere, at_start, at_end, whole };

    Regexp(std::string source, std::unique_ptr<re2::RE2> program);
    static std::size_t next_position(std::string_view text, std::size_t position) {
        return position < text.size() ? position + text::first_rune(text.substr(position)).size
                                      : text.size() + 1;
    }

    std::string source_;
    std::unique_ptr<re2::RE2> program_;
    std::string literal_;
    Literal literal_kind_ = Literal::none;
};

class Regexp::Replacement {
  public:
    Replacement(const Regexp& regexp, std::string_view text);

  private:
    friend class Regexp;
    /// A text, then the first of these groups that took part in the match.
    struct Piece {
        std::string text{};
        std::vector<int> groups{};
    };
    std::vector<Piece> pieces_{};
    int groups_ = 1;  ///< that are asked for, with the whole match
};

/// Appends `text` with a backslash before each character that means something in a pattern.
void append_quoted_pattern(std::string& out, std::string_view text);

}  // namespace fluxi::value
