// From what was collected to the chart: what lines and bars are called, and how far they reach.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "io/plot_data.hpp"
#include "io/table_text.hpp"

namespace fluxi::io {

namespace {

using Parts = std::set<std::string, std::less<>>;

/// The parts that all keys have.
Parts shared_parts(const std::vector<std::vector<std::string>>& keys) {
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const auto& key : keys) {
        for (const std::string& part : key) ++counts[part];
    }
    Parts shared;
    for (const auto& [part, count] : counts) {
        if (count == keys.size()) shared.insert(part);
    }
    return shared;
}

/// What tells a key from the others.
std::string own_parts(const std::vector<std::string>& key, const Parts& shared) {
    std::string text;
    for (const std::string& part : key) {
        if (shared.count(part) != 0) continue;
        if (!text.empty()) text += ", ";
        text += part;
    }
    return text;
}

}  // namespace

/// Two tables of one row each are compared; anything else is distributed somehow.
void PlotCollector::finish_numbers(const std::string& label, Numbers& numbers, Chart& chart) {
    if (numbers.histogram.count() == 0) return;
    std::string name;
    append_visible(name, label);
    if (!numbers.bars || numbers.rows != 1 || numbers.values.size() < 2) {
        chart.histograms.emplace_back(std::move(name), std::move(numbers.histogram));
        return;
    }
    PlotBars bars;
    bars.column = std::move(name);
    const Parts shared = shared_parts(numbers.keys);
    for (std::size_t i = 0; i < numbers.values.size(); ++i) {
        bars.bars.emplace_back(own_parts(numbers.keys[i], shared), numbers.values[i]);
    }
    chart.bars.push_back(std::move(bars));
}

/// A line is named by the parts of its key that not all lines share, and by its column if there are
/// several. What the numbers are goes to the axis if it is the same for all.
void PlotCollector::name_lines(Chart& chart) const {
    if (lines_.empty()) return;
    std::vector<std::vector<std::string>> keys;
    for (const Line& line : lines_) keys.push_back(line.parts);
    const Parts shared = shared_parts(keys);
    const bool one_column = std::all_of(lines_.begin(), lines_.end(), [&](const Line& line) {
        return line.column == lines_.front().column;
    });
    if (one_column) {
        append_visible(chart.y_label, lines_.front().column);
        for (const std::string& part : shared) {
            if (part.starts_with("_field=") && chart.y_label == "_value")
                chart.y_label = part.substr(7);
        }
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        std::string& name = chart.lines[i].name;
        if (!one_column) append_visible(name, lines_[i].column);
        // Lines that are left out may differ in what these share.
        const std::string own =
            own_parts(lines_[i].parts, chart.lines_left_out == 0 ? shared : Parts());
        if (!name.empty() && !own.empty()) name += ", ";
        name += own;
        if (name.empty() && lines_.size() > 1) name = "table " + std::to_string(i);
    }
}

void PlotCollector::measure(Chart& chart) {
    for (const PlotLine& line : chart.lines) {
        for (const PlotPoint& point : line.points) {
            if (std::isnan(point.y)) continue;
            if (!chart.has_points) {
                chart.first = chart.last = point.x;
                chart.least = chart.greatest = point.y;
                chart.has_points = true;
            }
            chart.first = std::min(chart.first, point.x);
            chart.last = std::max(chart.last, point.x);
            chart.least = std::min(chart.least, point.y);
            chart.greatest = std::max(chart.greatest, point.y);
        }
    }
}

Chart PlotCollector::finish() {
    Chart chart = std::exchange(chart_, {});
    for (Line& line : lines_) {
        std::stable_sort(line.points.begin(), line.points.end(), is_earlier);
        chart.lines.push_back({{}, std::move(line.points)});
    }
    name_lines(chart);
    measure(chart);
    for (auto& [label, numbers] : numbers_) finish_numbers(label, numbers, chart);
    lines_.clear();
    numbers_.clear();
    targets_.clear();
    return chart;
}

}  // namespace fluxi::io
