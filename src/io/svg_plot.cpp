#include "io/svg_plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/core.h>

#include "base/markup.hpp"
#include "base/utf8.hpp"
#include "io/plot_axis.hpp"
#include "io/table_text.hpp"
#include "io/text_plot.hpp"
#include "value/number.hpp"
#include "value/time.hpp"

namespace fluxi::io {

namespace {

constexpr double kPlotHeight = 300;
constexpr double kRight = 40;      ///< from the right edge to the drawing
constexpr double kCharacter = 7;   ///< how wide one is at 12 px, roughly
constexpr double kLine = 18;       ///< from a line of text to the next
constexpr std::size_t kMarks = 6;  ///< parts of the axis of numbers, at most
constexpr std::size_t kBars = 24;
constexpr std::size_t kTimeRoom = 100;  ///< characters beside each other below the drawing

struct Pen {
    std::string_view color;
    std::string_view dashes;
};
/// From dark to light in turn, so that neighbours differ in grey, too.
constexpr std::array<Pen, PlotCollector::kMostLines> kPens = {{{"#0072b2", ""},
                                                               {"#e69f00", ""},
                                                               {"#004d40", "7 3"},
                                                               {"#56b4e9", "7 3"},
                                                               {"#882255", "2 3"},
                                                               {"#d55e00", "2 3"},
                                                               {"#332288", "9 3 2 3"},
                                                               {"#009e73", "9 3 2 3"},
                                                               {"#444444", "4 2"},
                                                               {"#cc79a7", "4 2"},
                                                               {"#661100", "12 4"},
                                                               {"#999933", "12 4"}}};

std::string label(double x, double y, std::string_view anchor, std::string_view text,
                  std::string_view more = "") {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>\n", x, y,
                       anchor, more, base::escape_markup(text));
}

std::string stroke(double x1, double y1, double x2, double y2, std::string_view color) {
    return fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\"/>\n", x1, y1,
        x2, y2, color);
}

constexpr std::string_view kGridColor = "#dddddd";
constexpr std::string_view kAxisColor = "#333333";

/// The area of a drawing with its scale of numbers on the left.
class Frame {
  public:
    Frame(double top, NumberAxis axis) : top_(top), axis_(std::move(axis)) {
        std::size_t widest = 0;
        for (const NumberMark& mark : axis_.marks) widest = std::max(widest, mark.text.size());
        left_ = 24 + static_cast<double>(widest) * kCharacter;
    }

    [[nodiscard]] double left() const { return left_; }
    [[nodiscard]] double right() const { return static_cast<double>(kSvgWidth) - kRight; }
    [[nodiscard]] double top() const { return top_; }
    [[nodiscard]] double bottom() const { return top_ + kPlotHeight; }
    [[nodiscard]] double x(double place) const { return left_ + place * (right() - left_); }
    [[nodiscard]] double y(double number) const {
        return bottom() - axis_.place(number) * kPlotHeight;
    }

    [[nodiscard]] std::string axes() const {
        std::string text;
        for (const NumberMark& mark : axis_.marks) {
            text += stroke(left_, y(mark.at), right(), y(mark.at), kGridColor);
            text += label(left_ - 8, y(mark.at) + 4, "end", mark.text);
        }
        text += stroke(left_, top_, left_, bottom(), kAxisColor);
        text += stroke(left_, bottom(), right(), bottom(), kAxisColor);
        return text;
    }

    [[nodiscard]] std::string mark_below(double place, std::string_view text) const {
        return stroke(x(place), bottom(), x(place), bottom() + 5, kAxisColor) +
               label(x(place), bottom() + 19, "middle", text);
    }

  private:
    double top_;
    double left_;
    NumberAxis axis_;
};

std::string line_shapes(const Chart& chart, const Frame& frame, std::size_t line) {
    const Pen& pen = kPens[line];
    const std::string dashes =
        pen.dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", pen.dashes);
    std::string text;
    std::string points;
    std::size_t count = 0;
    const auto end_stretch = [&] {
        // A point between two gaps is a dot: a line of one point would not be seen.
        if (count == 1) {
            const auto comma = points.find(',');
            text += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"2.5\" fill=\"{}\"/>\n",
                                points.substr(0, comma), points.substr(comma + 1), pen.color);
        } else if (count > 1) {
            text += fmt::format(
                "<polyline fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\" "
                "stroke-linejoin=\"round\"{} points=\"{}\"/>\n",
                pen.color, dashes, points);
        }
        points.clear();
        count = 0;
    };
    for (const PlotPoint& point : chart.lines[line].points) {
        if (std::isnan(point.y)) {
            end_stretch();
            continue;
        }
        if (count != 0) points += ' ';
        points +=
            fmt::format("{:.2f},{:.2f}", frame.x(time_place(point.x, chart.first, chart.last)),
                        frame.y(point.y));
        ++count;
    }
    end_stretch();
    return text;
}

/// Returns where the next text stands.
double append_legend(std::string& text, const Chart& chart, const Frame& frame, double y) {
    if (chart.lines.size() == 1 && chart.lines.front().name.empty()) return y;
    double x = frame.left();
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const std::string name = cut_to_width(chart.lines[i].name, 90);
        const double width = 46 + static_cast<double>(base::display_width(name)) * kCharacter;
        if (x > frame.left() && x + width > frame.right()) {
            x = frame.left();
            y += kLine;
        }
        const Pen& pen = kPens[i];
        text += fmt::format(
            "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
            "stroke-width=\"2.5\"{}/>\n",
            x, y - 4, x + 26, y - 4, pen.color,
            pen.dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", pen.dashes));
        text += label(x + 32, y, "start", name);
        x += width;
    }
    return y + kLine;
}

std::string heading(double y, const std::string& text) {
    return label(24, y, "start", text, " font-weight=\"bold\" font-size=\"14\"");
}

double append_lines(std::string& text, const Chart& chart, double top) {
    text += heading(top + 20,
                    chart.y_label.empty() ? chart.title : chart.title + " · " + chart.y_label);
    const Frame frame(top + 38, number_axis(chart.least, chart.greatest, kMarks));
    text += frame.axes();
    for (const TimeMark& mark : time_marks(chart.first, chart.last, kTimeRoom)) {
        text += frame.mark_below(time_place(mark.at, chart.first, chart.last), mark.text);
    }
    std::string range = chart.x_label + " (UTC): ";
    value::append_time_trimmed(range, chart.first);
    if (chart.first != chart.last) {
        range += " to ";
        value::append_time_trimmed(range, chart.last);
    }
    text += label((frame.left() + frame.right()) / 2, frame.bottom() + 38, "middle", range,
                  " fill=\"#555555\"");
    for (std::size_t i = 0; i < chart.lines.size(); ++i) text += line_shapes(chart, frame, i);
    return append_legend(text, chart, frame, frame.bottom() + 62);
}

double append_bars(std::string& text, const std::string& title, const PlotBars& bars, double top) {
    constexpr double kBar = 22;
    text += heading(top + 20, title + " · " + bars.column);
    double low = 0;
    double high = 0;
    std::size_t widest = 0;
    for (const auto& [name, number] : bars.bars) {
        widest = std::max(widest, base::display_width(cut_to_width(name, 40)));
        if (!std::isnan(number)) low = std::min(low, number);
        if (!std::isnan(number)) high = std::max(high, number);
    }
    const NumberAxis axis = number_axis(low, high, 8);
    const double left = 32 + static_cast<double>(widest) * kCharacter;
    const double right = static_cast<double>(kSvgWidth) - 72;
    const auto x = [&](double number) { return left + axis.place(number) * (right - left); };
    const double first = top + 38;
    const double bottom = first + kBar * static_cast<double>(bars.bars.size());
    for (const NumberMark& mark : axis.marks) {
        text += stroke(x(mark.at), first, x(mark.at), bottom, kGridColor);
        text += label(x(mark.at), bottom + 17, "middle", mark.text);
    }
    double y = first;
    for (const auto& [name, number] : bars.bars) {
        text += label(left - 8, y + 15, "end", cut_to_width(name, 40));
        const double end = std::isnan(number) ? x(0) : x(number);
        if (!std::isnan(number)) {
            text += fmt::format(
                "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                "fill=\"{}\"/>\n",
                std::min(x(0), end), y + 3, std::max(std::abs(end - x(0)), 1.0), kBar - 6,
                kPens[0].color);
        }
        text += label(
            std::max(x(0), end) + 6, y + 15, "start",
            std::isnan(number) ? "null" : value::float_to_string(number, value::FloatForm::json));
        y += kBar;
    }
    text += stroke(x(0), first, x(0), bottom, kAxisColor);
    return bottom + 40;
}

double append_histogram(std::string& text, const std::string& title, const std::string& name,
                        const Histogram& histogram, double top) {
    text += heading(top + 20, fmt::format("{} · distribution of {}, {}", title, name,
                                          count_text(histogram.count(), "number")));
    const NumberAxis across = number_axis(histogram.least(), histogram.greatest(), kBars);
    const auto counts = histogram.bins(across.low, across.high, across.marks.size() - 1);
    const auto most = static_cast<double>(*std::max_element(counts.begin(), counts.end()));
    const Frame frame(top + 38, number_axis(0, most, kMarks));
    text += frame.axes();
    const auto bins = static_cast<double>(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        const double y = frame.y(static_cast<double>(counts[i]));
        text += fmt::format(
            "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n",
            frame.x(static_cast<double>(i) / bins) + 0.5, y,
            (frame.right() - frame.left()) / bins - 1, frame.bottom() - y, kPens[0].color);
    }
    // As many texts as there is room for.
    std::size_t widest = 1;
    for (const NumberMark& mark : across.marks) widest = std::max(widest, mark.text.size());
    const double room = (frame.right() - frame.left()) / bins;
    const auto every =
        static_cast<std::size_t>(std::ceil(static_cast<double>(widest + 1) * kCharacter / room));
    for (std::size_t i = 0; i < across.marks.size(); i += every) {
        text += frame.mark_below(static_cast<double>(i) / bins, across.marks[i].text);
    }
    return frame.bottom() + 44;
}

}  // namespace

SvgPart svg_plot(const Chart& chart) {
    SvgPart part;
    double y = 0;
    if (chart.has_points) y = append_lines(part.text, chart, y);
    for (const PlotBars& bars : chart.bars) y = append_bars(part.text, chart.title, bars, y);
    for (const auto& [name, histogram] : chart.histograms) {
        y = append_histogram(part.text, chart.title, name, histogram, y);
    }
    if (y == 0) {
        part.text += heading(20, chart.title);
        y = 44;
    }
    std::string_view notes;
    const std::string all = plot_notes(chart);
    for (notes = all; !notes.empty(); notes.remove_prefix(notes.find('\n') + 1)) {
        part.text += label(24, y, "start", notes.substr(0, notes.find('\n')), " fill=\"#555555\"");
        y += kLine;
    }
    part.height = y;
    return part;
}

std::string svg_document(const std::vector<SvgPart>& parts) {
    double height = 0;
    for (const SvgPart& part : parts) height += part.height;
    height = std::max(height, kLine);
    std::string text = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0} {1:.0f}\" font-family=\"sans-serif\" font-size=\"12\" "
        "fill=\"#111111\">\n<rect width=\"{0}\" height=\"{1:.0f}\" fill=\"#ffffff\"/>\n",
        kSvgWidth, height);
    double top = 0;
    for (const SvgPart& part : parts) {
        text += fmt::format("<g transform=\"translate(0 {:.0f})\">\n{}</g>\n", top, part.text);
        top += part.height;
    }
    return text + "</svg>\n";
}

}  // namespace fluxi::io
