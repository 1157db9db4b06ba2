#include "io/text_plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "io/plot_axis.hpp"
#include "io/table_text.hpp"
#include "io/text_bars.hpp"
#include "value/time.hpp"

namespace fluxi::io {

namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kRows = 15;  ///< of the drawing
constexpr std::size_t kMarks = 5;  ///< parts of the axis of numbers, at most
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

constexpr std::array<std::string_view, PlotCollector::kMostLines> kSigns = {
    "●", "○", "■", "□", "▲", "△", "◆", "◇", "+", "x", "*", "o"};
/// Of the 256 colours of terminals, to be seen on dark and on light ground.
constexpr std::array<int, PlotCollector::kMostLines> kColors = {33,  208, 35,  170, 37,  161,
                                                                136, 99,  107, 203, 244, 67};

std::string paint(std::size_t line) {
    return fmt::format("\x1b[38;5;{}m", kColors[line]);
}

/// A field of dots, several to a cell; each cell belongs to the line that came last.
class Canvas {
  public:
    Canvas(std::size_t columns, std::size_t rows, std::size_t across, std::size_t down)
        : columns_(columns),
          across_(across),
          down_(down),
          dots_(columns * rows, 0),
          lines_(columns * rows, 0) {}

    [[nodiscard]] std::size_t width() const { return columns_ * across_; }
    [[nodiscard]] std::size_t height() const { return dots_.size() / columns_ * down_; }
    [[nodiscard]] std::uint8_t dots(std::size_t column, std::size_t row) const {
        return dots_[row * columns_ + column];
    }
    [[nodiscard]] std::size_t line(std::size_t column, std::size_t row) const {
        return lines_[row * columns_ + column];
    }

    void set(std::size_t x, std::size_t y, std::size_t line) {
        // The bits of U+2800 for a dot, by row and column.
        static constexpr std::uint8_t kBits[4][2] = {{1, 8}, {2, 16}, {4, 32}, {64, 128}};
        const std::size_t cell = y / down_ * columns_ + x / across_;
        dots_[cell] |= kBits[y % down_][x % across_];
        lines_[cell] = static_cast<std::uint8_t>(line);
    }

    /// A straight line of dots, both ends included.
    void draw(std::pair<std::size_t, std::size_t> from, std::pair<std::size_t, std::size_t> to,
              std::size_t line) {
        const double dx = static_cast<double>(to.first) - static_cast<double>(from.first);
        const double dy = static_cast<double>(to.second) - static_cast<double>(from.second);
        const double steps = std::max({std::abs(dx), std::abs(dy), 1.0});
        for (double i = 0; i <= steps; i += 1) {
            set(static_cast<std::size_t>(static_cast<double>(from.first) + dx * i / steps + 0.5),
                static_cast<std::size_t>(static_cast<double>(from.second) + dy * i / steps + 0.5),
                line);
        }
    }

  private:
    std::size_t columns_;
    std::size_t across_;
    std::size_t down_;
    std::vector<std::uint8_t> dots_;
    std::vector<std::uint8_t> lines_;
};

class LinePlot {
  public:
    LinePlot(const Chart& chart, std::size_t width, bool color)
        : chart_(chart),
          color_(color),
          signs_(!color && chart.lines.size() > 1),
          axis_(number_axis(chart.least, chart.greatest, kMarks)),
          margin_(margin()),
          columns_(width - margin_ - 1),
          canvas_(columns_, kRows, signs_ ? 1 : 2, signs_ ? 1 : 4) {
        for (std::size_t i = 0; i < chart.lines.size(); ++i) draw(i);
    }

    void append(std::string& out) const {
        append_rows(out);
        append_time_axis(out);
        append_legend(out);
    }

  private:
    [[nodiscard]] std::size_t margin() const {
        std::size_t widest = 0;
        for (const NumberMark& mark : axis_.marks) widest = std::max(widest, mark.text.size());
        return widest + 1;
    }

    [[nodiscard]] std::size_t dot_row(double number) const {
        return static_cast<std::size_t>(
            (1 - axis_.place(number)) * static_cast<double>(canvas_.height() - 1) + 0.5);
    }

    void draw(std::size_t line) {
        bool joined = false;
        std::pair<std::size_t, std::size_t> before;
        for (const PlotPoint& point : chart_.lines[line].points) {
            if (std::isnan(point.y)) {
                joined = false;
                continue;
            }
            const double place = time_place(point.x, chart_.first, chart_.last);
            const std::pair<std::size_t, std::size_t> dot(
                static_cast<std::size_t>(place * static_cast<double>(canvas_.width() - 1) + 0.5),
                dot_row(point.y));
            canvas_.draw(joined ? before : dot, dot, line);
            before = dot;
            joined = true;
        }
    }

    void append_rows(std::string& out) const {
        std::array<std::string_view, kRows> texts{};
        const std::size_t down = canvas_.height() / kRows;
        for (const NumberMark& mark : axis_.marks) texts[dot_row(mark.at) / down] = mark.text;
        for (std::size_t row = 0; row < kRows; ++row) {
            std::string line(margin_ - 1 - texts[row].size(), ' ');
            line += texts[row];
            line += texts[row].empty() ? " │" : " ┤";
            append_cells(line, row);
            line.resize(line.find_last_not_of(' ') + 1);
            out += line + "\n";
        }
    }

    void append_cells(std::string& text, std::size_t row) const {
        std::size_t painted = chart_.lines.size();
        for (std::size_t column = 0; column < columns_; ++column) {
            const std::uint8_t dots = canvas_.dots(column, row);
            const std::size_t line = canvas_.line(column, row);
            if (dots == 0) {
                text += ' ';
            } else if (signs_) {
                text += kSigns[line];
            } else {
                if (color_ && line != painted) text += paint(painted = line);
                base::append_utf8(text, U'\u2800' + dots);
            }
        }
        if (painted != chart_.lines.size()) {
            text.resize(text.find_last_not_of(' ') + 1);
            text += kPlain;
        }
    }

    void append_time_axis(std::string& out) const {
        const std::vector<TimeMark> marks = time_marks(chart_.first, chart_.last, columns_);
        std::string rule(margin_, ' ');
        std::string texts(margin_ + 1, ' ');
        std::size_t at = 0;
        rule += "└";
        for (const TimeMark& mark : marks) {
            const auto place = static_cast<std::size_t>(
                time_place(mark.at, chart_.first, chart_.last) * static_cast<double>(columns_ - 1) +
                0.5);
            for (; at < place; ++at) rule += "─";
            rule += "┬";
            at = place + 1;
            // In the middle below the mark, but inside of the chart.
            const std::size_t half = mark.text.size() / 2;
            const std::size_t begin =
                std::min(place > half ? place - half : 0, columns_ - mark.text.size());
            const std::size_t used = texts.size() - margin_ - 1;
            if (used != 0 && begin < used + 1) continue;
            texts.append(begin - used, ' ');
            texts += mark.text;
        }
        for (; at < columns_; ++at) rule += "─";
        out += rule + "\n";
        if (!marks.empty()) out += texts + "\n";
        std::string range(margin_ + 1, ' ');
        range += chart_.x_label + " (UTC): ";
        value::append_time_trimmed(range, chart_.first);
        if (chart_.first != chart_.last) {
            range += " to ";
            value::append_time_trimmed(range, chart_.last);
        }
        out += range + "\n";
    }

    void append_legend(std::string& out) const {
        if (chart_.lines.size() == 1 && chart_.lines.front().name.empty()) return;
        std::string line(margin_ + 1, ' ');
        std::size_t used = 0;
        for (std::size_t i = 0; i < chart_.lines.size(); ++i) {
            const std::string name = cut_to_width(chart_.lines[i].name, columns_ - 2);
            const std::size_t size = base::display_width(name) + 2;
            if (used != 0 && used + 3 + size > columns_) {
                out += line + "\n";
                line.assign(margin_ + 1, ' ');
                used = 0;
            }
            if (used != 0) line += "   ";
            used += (used != 0 ? 3 : 0) + size;
            line += color_ ? paint(i) + "━" + std::string(kPlain)
                           : std::string(signs_ ? kSigns[i] : std::string_view("─"));
            line += " " + name;
        }
        out += line + "\n";
    }

    const Chart& chart_;
    bool color_;
    bool signs_;  ///< lines are told apart by signs
    NumberAxis axis_;
    std::size_t margin_;   ///< cells left of the axis
    std::size_t columns_;  ///< cells right of it
    Canvas canvas_;
};

}  // namespace

std::string plot_notes(const Chart& chart) {
    std::string text;
    if (chart.lines_left_out != 0) {
        text += fmt::format(
            "the first {} of {} lines are drawn; filter, group or aggregate for fewer\n",
            chart.lines.size(), chart.lines.size() + chart.lines_left_out);
    }
    if (chart.histograms_left_out != 0) text += "only the first columns of numbers are drawn\n";
    if (chart.not_finite != 0) {
        text +=
            fmt::format("{} NaN or infinite, not drawn\n", count_text(chart.not_finite, "number"));
    }
    if (chart.without_time != 0) {
        text +=
            fmt::format("{} without a time, not drawn\n", count_text(chart.without_time, "row"));
    }
    if (!chart.has_points && chart.histograms.empty() && chart.bars.empty()) {
        text += chart.has_tables ? "there is no number to draw\n" : "no tables\n";
    }
    return text;
}

std::string text_plot(const Chart& chart, std::size_t width, bool color) {
    width = std::max(width, kNarrowest);
    const auto heading = [&](const std::string& text) {
        return fmt::format("{}{}{}\n", color ? kBold : "", cut_to_width(text, width),
                           color ? kPlain : "");
    };
    std::string out;
    if (chart.has_points) {
        out += heading(chart.y_label.empty() ? chart.title : chart.title + " · " + chart.y_label);
        LinePlot(chart, width, color).append(out);
    }
    for (const PlotBars& bars : chart.bars) {
        if (!out.empty()) out += '\n';
        out += heading(chart.title + " · " + bars.column);
        append_bars(out, bars, width, color);
    }
    for (const auto& [label, histogram] : chart.histograms) {
        if (!out.empty()) out += '\n';
        out += heading(fmt::format("{} · distribution of {}, {}", chart.title, label,
                                   count_text(histogram.count(), "number")));
        append_histogram(out, histogram, width, color);
    }
    if (out.empty()) out += heading(chart.title);
    const std::string notes = plot_notes(chart);
    if (!notes.empty()) out += fmt::format("{}{}{}", color ? kDim : "", notes, color ? kPlain : "");
    return out;
}

}  // namespace fluxi::io
