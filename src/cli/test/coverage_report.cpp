#include "cli/test/coverage_report.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace fluxi::cli {

namespace {

using engine::CoverageKind;
using engine::CoveragePoint;
using engine::CoveredFile;

bool is_branch(CoverageKind kind) {
    return kind == CoverageKind::way || kind == CoverageKind::operand ||
           kind == CoverageKind::shortcut;
}

struct Share {
    std::size_t ran = 0;
    std::size_t all = 0;

    void add(const CoveragePoint& point) {
        ++all;
        if (point.count > 0) ++ran;
    }
    void add(const Share& other) {
        ran += other.ran;
        all += other.all;
    }
    [[nodiscard]] std::string text(std::string_view what) const {
        constexpr std::size_t kHundred = 100;
        if (all == 0) return fmt::format("no {}", what);
        // Rounded down: 100 % is all of it.
        return fmt::format("{} of {} {} ({} %)", ran, all, what, ran * kHundred / all);
    }
};

struct Shares {
    Share statements{};
    Share branches{};
    Share functions{};

    void add(const CoveragePoint& point) {
        if (point.kind == CoverageKind::statement) statements.add(point);
        if (point.kind == CoverageKind::function) functions.add(point);
        if (is_branch(point.kind)) branches.add(point);
    }
    void add(const Shares& other) {
        statements.add(other.statements);
        branches.add(other.branches);
        functions.add(other.functions);
    }
    [[nodiscard]] std::string text() const {
        return fmt::format("{}, {}, {}", statements.text("statements"), branches.text("branches"),
                           functions.text("functions"));
    }
};

/// A file by lines, counted from 0.
class Lines {
  public:
    explicit Lines(const CoveredFile& file) : text_(file.text) {
        for (std::size_t at = 0; at != std::string_view::npos && at < text_.size();) {
            begins_.push_back(at);
            at = text_.find('\n', at);
            if (at != std::string_view::npos) ++at;
        }
        counts_.resize(begins_.size());
        // What encloses others comes first, so a line keeps the count of the innermost part.
        for (const CoveragePoint& point : file.points) {
            if (point.kind != CoverageKind::shortcut && point.end > point.begin) put(point);
        }
    }

    [[nodiscard]] std::size_t line_of(std::size_t offset) const {
        const auto next = std::upper_bound(begins_.begin(), begins_.end(), offset);
        return static_cast<std::size_t>(next - begins_.begin()) - (next == begins_.begin() ? 0 : 1);
    }
    [[nodiscard]] std::string place(std::uint32_t offset) const {
        const std::size_t line = line_of(offset);
        return fmt::format("{}:{}", line + 1, offset - begins_[line] + 1);
    }
    /// How often a line ran; nothing for one that holds no measured code.
    [[nodiscard]] const std::vector<std::optional<std::uint64_t>>& counts() const {
        return counts_;
    }

    /// The lines that did not run, as `3, 7-9`.
    [[nodiscard]] std::string missed() const {
        std::string result;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            if (counts_[i] != 0U) continue;
            std::size_t last = i;
            // Empty lines and comments between two of them are no gap.
            for (std::size_t j = i + 1; j < counts_.size() && counts_[j].value_or(0) == 0; ++j) {
                if (counts_[j]) last = j;
            }
            result += fmt::format("{}{}", result.empty() ? "" : ", ", i + 1);
            if (last > i) result += fmt::format("-{}", last + 1);
            i = last;
        }
        return result;
    }

  private:
    [[nodiscard]] std::string_view line(std::size_t number) const {
        return text_.substr(begins_[number], text_.find('\n', begins_[number]) - begins_[number]);
    }
    /// Whether nothing stands before a part on its line but what belongs to it.
    [[nodiscard]] bool begins_line(const CoveragePoint& point) const {
        std::string_view before = text_.substr(begins_[line_of(point.begin)],
                                               point.begin - begins_[line_of(point.begin)]);
        const auto blank = [](char c) { return c == ' ' || c == '\t'; };
        while (!before.empty() && blank(before.front())) before.remove_prefix(1);
        while (!before.empty() && blank(before.back())) before.remove_suffix(1);
        if (before.empty()) return true;
        if (point.kind == CoverageKind::way) return before == "else";
        if (point.kind != CoverageKind::statement) return false;
        if (before == "return") return true;
        if (before.back() != '=') return false;
        before.remove_suffix(1);
        return std::all_of(before.begin(), before.end(), [&](char c) {
            return blank(c) || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
        });
    }
    void put(const CoveragePoint& point) {
        const std::size_t first = line_of(point.begin) + (begins_line(point) ? 0 : 1);
        for (std::size_t i = first; i <= line_of(point.end - 1); ++i) {
            const std::string_view code = line(i);
            const auto begin = code.find_first_not_of(" \t\r");
            if (begin == std::string_view::npos || code.substr(begin).starts_with("//")) continue;
            counts_[i] = point.count;
        }
    }

    std::string_view text_;
    std::vector<std::size_t> begins_{};
    std::vector<std::optional<std::uint64_t>> counts_{};
};

std::string_view missed_branch(CoverageKind kind) {
    if (kind == CoverageKind::way) return "never chosen";
    return kind == CoverageKind::operand ? "never evaluated" : "never decided by the left operand";
}

}  // namespace

std::string coverage_summary(const engine::Coverage& coverage) {
    Shares all;
    std::string files;
    for (const auto& [name, file] : coverage.files()) {
        Shares own;
        for (const CoveragePoint& point : file.points) own.add(point);
        all.add(own);
        files += fmt::format("{}: {}\n", name, own.text());
        const Lines lines(file);
        if (const std::string missed = lines.missed(); !missed.empty())
            files += fmt::format("    lines that did not run: {}\n", missed);
        std::vector<const CoveragePoint*> functions;  // around the point
        for (const CoveragePoint& point : file.points) {
            while (!functions.empty() && functions.back()->end <= point.begin) functions.pop_back();
            const bool called = functions.empty() || functions.back()->count > 0;
            if (point.kind == CoverageKind::function) functions.push_back(&point);
            if (point.count > 0) continue;
            // A line without a statement of its own ran if its function did.
            const bool line_ran = lines.counts()[lines.line_of(point.begin)].value_or(1) > 0;
            if (is_branch(point.kind) && called && line_ran) {
                files += fmt::format("    {}: {}\n", lines.place(point.begin),
                                     missed_branch(point.kind));
            } else if (point.kind == CoverageKind::function) {
                files += fmt::format("    {}: {} was never called\n", lines.place(point.owner),
                                     point.name.empty() ? "the function" : point.name);
            }
        }
    }
    if (files.empty()) return "Coverage: no function or package of the tests was measured\n";
    return fmt::format("Coverage: {}\n{}", all.text(), files);
}

std::string coverage_lcov(const engine::Coverage& coverage) {
    std::string out;
    for (const auto& [name, file] : coverage.files()) {
        const Lines lines(file);
        Shares own;
        for (const CoveragePoint& point : file.points) own.add(point);
        out += fmt::format("TN:\nSF:{}\n", name);
        std::string calls;
        for (const CoveragePoint& point : file.points) {
            if (point.kind != CoverageKind::function) continue;
            const std::size_t line = lines.line_of(point.owner) + 1;
            const std::string shown =
                point.name.empty() ? fmt::format("<function at {}>", lines.place(point.owner))
                                   : point.name;
            out += fmt::format("FN:{},{}\n", line, shown);
            calls += fmt::format("FNDA:{},{}\n", point.count, shown);
        }
        out += calls;
        out += fmt::format("FNF:{}\nFNH:{}\n", own.functions.all, own.functions.ran);
        // Both ways of one expression make a block.
        std::map<std::uint32_t, std::vector<const CoveragePoint*>> blocks;
        for (const CoveragePoint& point : file.points) {
            if (is_branch(point.kind)) blocks[point.owner].push_back(&point);
        }
        for (const auto& [owner, ways] : blocks) {
            const bool reached = std::any_of(ways.begin(), ways.end(),
                                             [](const auto* way) { return way->count > 0; });
            for (std::size_t i = 0; i < ways.size(); ++i) {
                out += fmt::format("BRDA:{},{},{},{}\n", lines.line_of(owner) + 1, owner, i,
                                   reached ? std::to_string(ways[i]->count) : "-");
            }
        }
        out += fmt::format("BRF:{}\nBRH:{}\n", own.branches.all, own.branches.ran);
        std::size_t ran = 0;
        std::size_t all = 0;
        for (std::size_t i = 0; i < lines.counts().size(); ++i) {
            const auto& count = lines.counts()[i];
            if (!count) continue;
            ++all;
            if (*count > 0) ++ran;
            out += fmt::format("DA:{},{}\n", i + 1, *count);
        }
        out += fmt::format("LF:{}\nLH:{}\nend_of_record\n", all, ran);
    }
    return out;
}

}  // namespace fluxi::cli
