// InfluxDB's line protocol in both directions (semantics J.1): points of a measurement, tags,
// fields and a time. The reader takes a whole text and gives one point after the other; the texts
// of a point live in the reader until the next one. Lines that do not parse are passed over and
// noted, so that all of them can be told at once; what is done then is the caller's decision.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fluxi::io {

struct LineTag {
    std::string_view key{};
    std::string_view value{};
};

/// A double is a float, std::int64_t an integer, std::uint64_t an unsigned one, string_view a text.
using LineValue = std::variant<double, std::int64_t, std::uint64_t, bool, std::string_view>;

struct LineField {
    std::string_view key{};
    LineValue value{};
};

struct LinePoint {
    std::string_view measurement{};
    std::vector<LineTag> tags{};      ///< sorted by key, no key twice
    std::vector<LineField> fields{};  ///< at least one, in the order of the line
    std::int64_t time = 0;            ///< nanoseconds since 1970
};

enum class LinePrecision : std::uint8_t { ns, us, ms, s };
/// "ns", "us", "ms" or "s"; nothing for another name.
std::optional<LinePrecision> line_precision(std::string_view name);

struct LineProblem {
    std::uint64_t line = 0;    ///< where it begins, from 1
    std::uint64_t column = 0;  ///< of what is wrong, in bytes from 1
    std::string text{};        ///< of the line, cut if it is long
    std::string reason{};
};

class LineProtocolReader {
  public:
    /// How many problems are kept; more are only counted.
    static constexpr std::size_t kKeptProblems = 100;

    /// `now`: the time of points without one. The text must outlive the reader.
    LineProtocolReader(std::string_view text, LinePrecision precision, std::int64_t now);
    /// The text is a block in a longer one: it begins with line `first_line` and, unless it is the
    /// `last`, a line that has no end in it is left for the next block.
    LineProtocolReader(std::string_view text, LinePrecision precision, std::int64_t now,
                       std::uint64_t first_line, bool last);
    /// The next point that parses; false at the end.
    bool next(LinePoint& point);
    /// How much of the text was read: where the next block begins.
    [[nodiscard]] std::size_t consumed() const noexcept { return at_; }
    /// The number of the line after those read.
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    /// Where the point given last begins.
    [[nodiscard]] std::uint64_t point_line() const noexcept { return point_line_; }
    [[nodiscard]] const std::vector<LineProblem>& problems() const noexcept { return problems_; }
    [[nodiscard]] std::uint64_t problem_count() const noexcept { return problem_count_; }

  private:
    bool at_end() const { return at_ == text_.size() || at_line_end(); }
    bool at_line_end() const;
    void skip_spaces();
    bool parse(LinePoint& point);
    bool parse_tags(LinePoint& point);
    bool parse_fields(LinePoint& point);
    bool parse_field(LinePoint& point);
    bool parse_text(LineValue& value);
    bool parse_bare(LineValue& value);
    bool parse_number(std::string_view token, LineValue& value);
    bool parse_time(LinePoint& point);
    bool check_tags(LinePoint& point);
    std::string_view take(std::uint8_t stops);
    std::string_view unescaped(std::string_view raw, std::string_view escaped);
    bool bad(std::string reason);
    bool bad_from(std::size_t place, std::string reason);
    void note_problem(std::size_t start);

    std::string_view text_;
    LinePrecision precision_;
    std::int64_t now_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t point_line_ = 1;
    std::uint64_t inner_lines_ = 0;  ///< line ends inside the texts of the present point
    bool last_ = true;
    std::string reason_{};
    std::size_t wrong_ = 0;                ///< where what `reason_` says is
    std::deque<std::string> unescaped_{};  ///< texts that stand in the input with escapes
    std::vector<LineProblem> problems_{};
    std::uint64_t problem_count_ = 0;
};

/// Appends the point as one line with its time in nanoseconds. Tags come in the order given; a
/// point's texts must not be empty.
void append_line(std::string& out, const LinePoint& point);

}  // namespace fluxi::io
