#include "io/text_bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "io/plot_axis.hpp"
#include "io/table_text.hpp"
#include "value/number.hpp"

namespace fluxi::io {

namespace {

constexpr std::size_t kBars = 12;  ///< of a histogram, at most
constexpr std::string_view kColor = "\x1b[38;5;33m";
constexpr std::string_view kPlain = "\x1b[0m";

std::string number_text(double number) {
    return value::float_to_string(number, value::FloatForm::json);
}

std::string bar(double share, std::size_t cells) {
    static constexpr std::array<std::string_view, 8> kParts = {"",  "▏", "▎", "▍",
                                                               "▌", "▋", "▊", "▉"};
    auto eighths = static_cast<std::size_t>(share * static_cast<double>(cells) * 8 + 0.5);
    if (share > 0) eighths = std::max<std::size_t>(eighths, 1);
    std::string text;
    for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
    text += kParts[eighths % 8];
    return text;
}

}  // namespace

void append_bars(std::string& out, const PlotBars& bars, std::size_t width, bool color) {
    double low = 0;
    double high = 0;
    std::size_t wide = 0;
    std::size_t longest = 4;
    for (const auto& [name, number] : bars.bars) {
        wide = std::max(wide, base::display_width(name));
        if (std::isnan(number)) continue;
        low = std::min(low, number);
        high = std::max(high, number);
        longest = std::max(longest, number_text(number).size());
    }
    wide = std::min(wide, width / 2);
    const std::size_t taken = wide + 3 + longest;
    const std::size_t cells = width > taken + 10 ? width - taken : 10;
    // Halves, so that the largest numbers do not overflow.
    const double span = high / 2 - low / 2;
    const double left = span > 0 ? -(low / 2) / span : 0;
    const auto before = static_cast<std::size_t>(left * static_cast<double>(cells) + 0.5);
    for (const auto& [name, number] : bars.bars) {
        const std::string label = cut_to_width(name, wide);
        out += std::string(wide - base::display_width(label), ' ') + label + " ┤";
        if (std::isnan(number)) {
            out += std::string(before, ' ') + " null\n";
            continue;
        }
        const double share = span > 0 ? std::abs(number / 2) / span : 0;
        std::string drawn;
        if (number < 0) {
            const auto length = std::min(
                before, static_cast<std::size_t>(share * static_cast<double>(cells) + 0.5));
            drawn = std::string(before - length, ' ') + bar(1, length);
        } else {
            drawn = std::string(before, ' ') + bar(share, cells);
        }
        out += color ? std::string(kColor) + drawn + std::string(kPlain) : drawn;
        out += " " + number_text(number) + "\n";
    }
}

void append_histogram(std::string& out, const Histogram& histogram, std::size_t width, bool color) {
    const NumberAxis axis = number_axis(histogram.least(), histogram.greatest(), kBars);
    const auto counts = histogram.bins(axis.low, axis.high, axis.marks.size() - 1);
    std::size_t wide = 0;
    for (const NumberMark& mark : axis.marks) wide = std::max(wide, mark.text.size());
    const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
    const std::size_t taken = 2 * wide + 6 + std::to_string(most).size();
    const std::size_t cells = width > taken + 10 ? width - taken : 10;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        out += fmt::format("{:>{}} – {:>{}} ┤", axis.marks[i].text, wide, axis.marks[i + 1].text,
                           wide);
        if (counts[i] != 0) {
            if (color) out += std::string(kColor);
            out += bar(static_cast<double>(counts[i]) / static_cast<double>(most), cells);
            if (color) out += kPlain;
            out += fmt::format(" {}", counts[i]);
        }
        out += '\n';
    }
}

}  // namespace fluxi::io
