#include "io/plot_data.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "io/plot_axis.hpp"
#include "io/table_text.hpp"

namespace fluxi::io {

using table::Column;
using table::ColumnType;

namespace {

/// A line is thinned when it has more points; so many stretches keep four points each, which no
/// drawing of less than that many columns can tell from all of them.
constexpr std::size_t kMostPoints = 65536;
constexpr std::size_t kStretches = 4096;

bool is_number(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::uinteger ||
           type == ColumnType::floating;
}

/// `_time`, else the first time that is not part of the group key.
std::size_t time_column(const table::Schema& schema) {
    const std::size_t usual = schema.find("_time");
    if (usual != table::Schema::npos && schema.fields()[usual].type == ColumnType::time)
        return usual;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (schema.fields()[i].type == ColumnType::time && !schema.is_key(i)) return i;
    }
    return table::Schema::npos;
}

/// `_value` if it is a number, else all numbers that are not part of the group key.
std::vector<std::size_t> number_columns(const table::Schema& schema) {
    const std::size_t usual = schema.find("_value");
    if (usual != table::Schema::npos && is_number(schema.fields()[usual].type)) return {usual};
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (is_number(schema.fields()[i].type) && !schema.is_key(i)) columns.push_back(i);
    }
    return columns;
}

/// The numbers of a column as floats, null as NaN.
class NumberColumn {
  public:
    explicit NumberColumn(const Column& column) : column_(column.flattened()) {}

    [[nodiscard]] bool is_null(std::uint32_t row) const {
        return column_.validity() != nullptr && column_.validity()[row] == 0;
    }
    [[nodiscard]] double at(std::uint32_t row) const {
        switch (column_.type()) {
            case ColumnType::integer:
                return static_cast<double>(column_.values<std::int64_t>()[row]);
            case ColumnType::uinteger:
                return static_cast<double>(column_.values<std::uint64_t>()[row]);
            default:
                return column_.values<double>()[row];
        }
    }

  private:
    Column column_;
};

}  // namespace

void PlotCollector::begin(std::string_view result) {
    chart_ = {};
    append_visible(chart_.title, result);
    lines_.clear();
    numbers_.clear();
}

void PlotCollector::push(const table::Batch& batch) {
    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
        if (batch.runs()[i].opens) open_table(batch, i);
        add(batch.only(i));
    }
}

void PlotCollector::open_table(const table::Batch& batch, std::size_t run) {
    const table::Schema& schema = *batch.schema();
    chart_.has_tables = true;
    targets_.clear();
    time_ = time_column(schema);
    for (const std::size_t column : number_columns(schema)) {
        const std::string& label = schema.fields()[column].label;
        Target target;
        target.column = column;
        if (time_ == table::Schema::npos) {
            const auto found = numbers_.find(label);
            if (found != numbers_.end()) {
                target.numbers = &found->second;
            } else if (numbers_.size() < kMostHistograms) {
                target.numbers = &numbers_[label];
            } else {
                ++chart_.histograms_left_out;
            }
            if (target.numbers != nullptr) open_bar(*target.numbers, key_parts(batch, run));
        } else if (lines_.size() < kMostLines) {
            target.line = lines_.size();
            lines_.push_back({key_parts(batch, run), label, {}});
            if (chart_.x_label.empty()) chart_.x_label = schema.fields()[time_].label;
        } else {
            ++chart_.lines_left_out;
        }
        targets_.push_back(target);
    }
}

void PlotCollector::add(const table::Batch& part) {
    if (part.rows() == 0) return;
    for (const Target& target : targets_) {
        if (target.line != npos) add_points(part, target);
        if (target.numbers != nullptr) add_numbers(part, target);
    }
}

void PlotCollector::add_points(const table::Batch& part, const Target& target) {
    const Column times = part.column(time_).flattened();
    const auto* at = times.values<std::int64_t>();
    const std::uint8_t* valid = times.validity();
    const NumberColumn numbers(part.column(target.column));
    std::vector<PlotPoint>& points = lines_[target.line].points;
    for (std::uint32_t row = 0; row < part.rows(); ++row) {
        if (valid != nullptr && valid[row] == 0) {
            ++chart_.without_time;
            continue;
        }
        double y = std::numeric_limits<double>::quiet_NaN();
        if (!numbers.is_null(row)) {
            y = numbers.at(row);
            if (!std::isfinite(y)) {
                ++chart_.not_finite;
                y = std::numeric_limits<double>::quiet_NaN();
            }
        }
        points.push_back({at[row], y});
    }
    if (points.size() > kMostPoints) thin(points, kStretches);
}

/// Another table, of which one row may come.
void PlotCollector::open_bar(Numbers& numbers, std::vector<std::string> key) {
    if (!numbers.values.empty() && numbers.rows != 1) numbers.bars = false;
    numbers.rows = 0;
    if (key.empty() || numbers.values.size() == kMostBars) numbers.bars = false;
    if (!numbers.bars) return;
    numbers.keys.push_back(std::move(key));
    numbers.values.push_back(std::numeric_limits<double>::quiet_NaN());
}

void PlotCollector::add_numbers(const table::Batch& part, const Target& target) {
    const NumberColumn column(part.column(target.column));
    Numbers& numbers = *target.numbers;
    numbers.rows += part.rows();
    if (numbers.rows > 1) numbers.bars = false;
    for (std::uint32_t row = 0; row < part.rows(); ++row) {
        if (column.is_null(row)) continue;
        const double number = column.at(row);
        if (!std::isfinite(number)) {
            ++chart_.not_finite;
            continue;
        }
        numbers.histogram.add(number);
        if (numbers.bars) numbers.values.back() = number;
    }
}

/// Keeps of each stretch of time the first and the last point, the least, the greatest and a gap.
void PlotCollector::thin(std::vector<PlotPoint>& points, std::size_t stretches) {
    std::stable_sort(points.begin(), points.end(), is_earlier);
    const std::int64_t first = points.front().x;
    const std::int64_t last = points.back().x;
    std::vector<PlotPoint> kept;
    std::size_t begin = 0;
    while (begin < points.size()) {
        const auto stretch_of = [&](std::size_t i) {
            return static_cast<std::size_t>(time_place(points[i].x, first, last) *
                                            static_cast<double>(stretches));
        };
        const std::size_t stretch = stretch_of(begin);
        std::size_t least = begin;
        std::size_t greatest = begin;
        std::size_t gap = begin;
        std::size_t end = begin;
        for (; end < points.size() && stretch_of(end) == stretch; ++end) {
            const double y = points[end].y;
            if (std::isnan(y)) gap = end;
            if (y < points[least].y || std::isnan(points[least].y)) least = end;
            if (y > points[greatest].y || std::isnan(points[greatest].y)) greatest = end;
        }
        std::size_t chosen[] = {begin, least, greatest, gap, end - 1};
        std::sort(std::begin(chosen), std::end(chosen));
        const auto* chosen_end = std::unique(std::begin(chosen), std::end(chosen));
        for (const auto* i = std::begin(chosen); i != chosen_end; ++i) kept.push_back(points[*i]);
        begin = end;
    }
    points = std::move(kept);
}

}  // namespace fluxi::io
