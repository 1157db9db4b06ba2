#include "cli/line_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

namespace fluxi::cli {

namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        lines.push_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

/// A line of the diff: ' ' in both, '-' before, '+' after.
struct Edit {
    char kind;
    std::string_view line;
};

/// Finds a shortest way from one list of lines to the other, from the ends of both inwards.
class Script {
  public:
    Script(const Lines& before, const Lines& after) : before_(before), after_(after) {}

    std::vector<Edit> edits() {
        const std::size_t least = std::min(before_.size(), after_.size());
        while (head_ < least && before_[head_] == after_[head_]) ++head_;
        while (tail_ < least - head_ &&
               before_[before_.size() - 1 - tail_] == after_[after_.size() - 1 - tail_]) {
            ++tail_;
        }
        rows_ = static_cast<std::ptrdiff_t>(before_.size() - head_ - tail_);
        columns_ = static_cast<std::ptrdiff_t>(after_.size() - head_ - tail_);
        if (search()) {
            walk_back();
        } else {
            for (auto i = columns_; i > 0; --i) add('+', i - 1);
            for (auto i = rows_; i > 0; --i) add('-', i - 1);
        }
        std::reverse(edits_.begin(), edits_.end());
        std::vector<Edit> all;
        for (std::size_t i = 0; i < head_; ++i) all.push_back({' ', before_[i]});
        all.insert(all.end(), edits_.begin(), edits_.end());
        for (std::size_t i = before_.size() - tail_; i < before_.size(); ++i)
            all.push_back({' ', before_[i]});
        return all;
    }

  private:
    static constexpr std::ptrdiff_t kMostSteps = 3000;

    void add(char kind, std::ptrdiff_t line) {
        const Lines& lines = kind == '+' ? after_ : before_;
        edits_.push_back({kind, lines[head_ + static_cast<std::size_t>(line)]});
    }
    [[nodiscard]] bool same(std::ptrdiff_t row, std::ptrdiff_t column) const {
        return before_[head_ + static_cast<std::size_t>(row)] ==
               after_[head_ + static_cast<std::size_t>(column)];
    }
    /// The furthest row that `steps` changes reach on a diagonal, as step `steps - 1` left it.
    [[nodiscard]] static std::ptrdiff_t enter(const std::vector<std::ptrdiff_t>& reached,
                                              std::ptrdiff_t steps, std::ptrdiff_t diagonal) {
        const auto at = [&](std::ptrdiff_t d) {
            return reached[static_cast<std::size_t>(d + steps)];
        };
        const bool down =
            diagonal == -steps || (diagonal != steps && at(diagonal - 1) < at(diagonal + 1));
        return down ? at(diagonal + 1) : at(diagonal - 1) + 1;
    }

    bool search() {
        std::vector<std::ptrdiff_t> reached = {0, 0, 0};
        for (std::ptrdiff_t steps = 0; steps <= std::min(rows_ + columns_, kMostSteps); ++steps) {
            // Entry d + steps + 1 of the new one is diagonal d; one beyond each end stays unused.
            trace_.push_back(reached);
            std::vector<std::ptrdiff_t> next(static_cast<std::size_t>(2 * steps + 3), -1);
            for (std::ptrdiff_t diagonal = -steps; diagonal <= steps; diagonal += 2) {
                std::ptrdiff_t row = steps == 0 ? 0 : enter(reached, steps, diagonal);
                while (row < rows_ && row - diagonal < columns_ && same(row, row - diagonal)) ++row;
                next[static_cast<std::size_t>(diagonal + steps + 1)] = row;
                if (row >= rows_ && row - diagonal >= columns_) return true;
            }
            reached = std::move(next);
        }
        return false;
    }

    void walk_back() {
        std::ptrdiff_t row = rows_;
        std::ptrdiff_t column = columns_;
        for (auto steps = static_cast<std::ptrdiff_t>(trace_.size()) - 1; steps > 0; --steps) {
            const auto& reached = trace_[static_cast<std::size_t>(steps)];
            const std::ptrdiff_t diagonal = row - column;
            const std::ptrdiff_t entered = enter(reached, steps, diagonal);
            while (row > entered) {
                add(' ', --row);
                --column;
            }
            const auto at = [&](std::ptrdiff_t d) {
                return reached[static_cast<std::size_t>(d + steps)];
            };
            if (diagonal == -steps || (diagonal != steps && at(diagonal - 1) < at(diagonal + 1))) {
                add('+', --column);
            } else {
                add('-', --row);
            }
        }
        while (row > 0) add(' ', --row);
    }

    const Lines& before_;
    const Lines& after_;
    std::size_t head_ = 0;
    std::size_t tail_ = 0;
    std::ptrdiff_t rows_ = 0;
    std::ptrdiff_t columns_ = 0;
    std::vector<std::vector<std::ptrdiff_t>> trace_{};
    std::vector<Edit> edits_{};
};

class DiffWriter {
  public:
    DiffWriter(const std::vector<Edit>& edits, bool color) : edits_(edits), color_(color) {}

    std::string run(const DiffNames& names) {
        line("1", fmt::format("--- {}", names.before));
        line("1", fmt::format("+++ {}", names.after));
        std::size_t at = 0;
        while (at < edits_.size()) {
            if (edits_[at].kind == ' ') {
                count(edits_[at++]);
                continue;
            }
            at = hunk(at);
        }
        return std::move(out_);
    }

  private:
    static constexpr std::size_t kContext = 3;

    void count(const Edit& edit) {
        if (edit.kind != '+') ++before_;
        if (edit.kind != '-') ++after_;
    }
    /// Writes the changes that begin at `first` and all that follow closely, with what is around
    /// them.
    std::size_t hunk(std::size_t first) {
        const std::size_t begin = first - std::min(first, kContext);
        std::size_t last = first;
        for (std::size_t i = first; i < edits_.size() && i <= last + 2 * kContext + 1; ++i) {
            if (edits_[i].kind != ' ') last = i;
        }
        const std::size_t end = std::min(last + kContext + 1, edits_.size());
        const std::size_t before = before_ - (first - begin);
        const std::size_t after = after_ - (first - begin);
        for (std::size_t i = first; i < end; ++i) count(edits_[i]);
        line("36", fmt::format("@@ -{} +{} @@", range(before, before_), range(after, after_)));
        for (std::size_t i = begin; i < end; ++i) edit(edits_[i]);
        return end;
    }
    static std::string range(std::size_t begin, std::size_t end) {
        if (end - begin == 1) return std::to_string(begin + 1);
        return fmt::format("{},{}", end == begin ? begin : begin + 1, end - begin);
    }
    void edit(const Edit& edit) {
        std::string_view text = edit.line;
        const bool ended = text.ends_with('\n');
        if (ended) text.remove_suffix(1);
        const std::string_view color = edit.kind == '-' ? "31" : edit.kind == '+' ? "32" : "";
        line(color, fmt::format("{}{}", edit.kind, text));
        if (!ended) line("", "\\ No newline at end of file");
    }
    void line(std::string_view color, std::string_view text) {
        if (color_ && !color.empty()) {
            out_ += fmt::format("\x1b[{}m{}\x1b[0m\n", color, text);
        } else {
            out_ += fmt::format("{}\n", text);
        }
    }

    const std::vector<Edit>& edits_;
    bool color_;
    std::string out_{};
    std::size_t before_ = 0;  ///< lines of each text that are done
    std::size_t after_ = 0;
};

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, const DiffNames& names,
                         bool color) {
    if (before == after) return {};
    const Lines old_lines = lines_of(before);
    const Lines new_lines = lines_of(after);
    const std::vector<Edit> edits = Script(old_lines, new_lines).edits();
    return DiffWriter(edits, color).run(names);
}

}  // namespace fluxi::cli
