#include "cli/describe/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "cli/data_options.hpp"
#include "io/table_text.hpp"
#include "value/number.hpp"

namespace fluxi::cli {

using table::ColumnType;

namespace {

constexpr std::size_t kBars = 16;
constexpr std::size_t kWidestValue = 32;  ///< of the least and the greatest, in cells
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

constexpr std::array<std::string_view, 8> kHeads = {
    "column", "", "type", "nulls", "distinct", "minimum", "maximum", "distribution"};
constexpr std::array<bool, 8> kRight = {false, false, false, true, true, true, true, false};
using Line = std::array<std::string, 8>;

std::string_view format_name(FileFormat format) {
    switch (format) {
        case FileFormat::annotated_csv:
            return "annotated CSV";
        case FileFormat::plain_csv:
            return "plain CSV";
        case FileFormat::line_protocol:
            break;
    }
    return "line protocol";
}

std::string_view role_name(Role role) {
    switch (role) {
        case Role::key:
            return "key";
        case Role::tag:
            return "tag";
        case Role::field:
            return "field";
        case Role::plain:
            break;
    }
    return "";
}

std::string value_text(const ColumnSummary& column,
                       const std::optional<ColumnSummary::Value>& value) {
    std::string text;
    if (!value) return column.nans() != 0 ? "NaN" : "";
    if (const auto* truth = std::get_if<bool>(&*value)) return *truth ? "true" : "false";
    if (const auto* number = std::get_if<double>(&*value)) {
        value::append_float(text, *number, value::FloatForm::json);
    } else if (const auto* positive = std::get_if<std::uint64_t>(&*value)) {
        value::append_uint(text, *positive);
    } else if (const auto* words = std::get_if<std::string>(&*value)) {
        if (words->empty()) return "\"\"";
        io::append_visible(text, *words);
        return io::cut_to_width(text, kWidestValue);
    } else if (column.type() == ColumnType::time) {
        value::append_time_trimmed(text, std::get<std::int64_t>(*value));
    } else {
        value::append_int(text, std::get<std::int64_t>(*value));
    }
    return text;
}

/// How many bars show the numbers: one for each whole number where there are few.
std::vector<std::uint64_t> bars(const ColumnSummary& column) {
    const io::Histogram& histogram = column.histogram();
    std::size_t count = kBars;
    if (column.type() == ColumnType::integer || column.type() == ColumnType::uinteger) {
        const double numbers = histogram.greatest() - histogram.least() + 1;
        if (numbers < static_cast<double>(kBars)) count = static_cast<std::size_t>(numbers);
    }
    return histogram.bins(count);
}

std::string distribution_text(const ColumnSummary& column) {
    const auto& frequent = column.frequent();
    if (!frequent || frequent->empty()) {
        std::string text = io::sparkline(bars(column));
        if (column.nans() != 0) {
            text += fmt::format("{}{} NaN", text.empty() ? "" : " ", grouped(column.nans()));
        }
        return text;
    }
    ColumnSummary::Frequent sorted = *frequent;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (const auto& [value, count] : sorted) {
        if (!text.empty()) text += ", ";
        if (value.empty()) text += "\"\"";
        io::append_visible(text, value);
        const double share = static_cast<double>(count) / static_cast<double>(column.values());
        text += share < 0.01 ? " <1 %" : fmt::format(" {:.0f} %", share * 100);
    }
    return text;
}

Line line_of(const DescribedPart& part, const DescribedColumn& column) {
    const ColumnSummary& meant = column.meant();
    Line line;
    io::append_visible(line[0], column.label.empty() ? "\"\"" : column.label);
    line[1] = role_name(column.role);
    line[2] = table::type_name(meant.type());
    line[3] = grouped(part.rows - column.count());
    line[4] = (column.distinct().exact() ? "" : "~") + grouped(column.distinct().count());
    line[5] = value_text(meant, meant.least());
    line[6] = value_text(meant, meant.greatest());
    line[7] = distribution_text(meant);
    return line;
}

class PartText {
  public:
    PartText(const DescribedPart& part, const DescribeLook& look) : look_(look) {
        for (std::size_t i = 0; i < kHeads.size(); ++i) head_[i] = kHeads[i];
        for (const DescribedColumn& column : part.columns) lines_.push_back(line_of(part, column));
        measure();
    }

    void append(std::string& out) {
        append_line(out, head_, kBold);
        for (const Line& line : lines_) append_line(out, line, "");
    }

  private:
    void measure() {
        for (std::size_t i = 0; i < kHeads.size(); ++i) {
            for (const Line& line : lines_)
                widths_[i] = std::max(widths_[i], base::display_width(line[i]));
            if (widths_[i] != 0) widths_[i] = std::max(widths_[i], kHeads[i].size());
        }
        if (look_.width == 0) return;
        // The distribution gives way first, then the values, then the labels.
        std::size_t total = 0;
        for (const std::size_t width : widths_) total += width == 0 ? 0 : width + 2;
        for (const auto& [column, least] :
             {std::pair<std::size_t, std::size_t>{7, kBars}, {6, 12}, {5, 12}, {0, 12}}) {
            const std::size_t over = total > look_.width + 2 ? total - look_.width - 2 : 0;
            const std::size_t room = widths_[column] > least ? widths_[column] - least : 0;
            widths_[column] -= std::min(over, room);
            total -= std::min(over, room);
        }
    }

    void append_line(std::string& out, const Line& line, std::string_view style) const {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (widths_[i] == 0) continue;
            const std::string cell = io::cut_to_width(line[i], widths_[i]);
            const std::string padding(widths_[i] - std::min(widths_[i], base::display_width(cell)),
                                      ' ');
            if (!text.empty()) text += "  ";
            text += kRight[i] ? padding + cell : cell + padding;
        }
        text.resize(text.find_last_not_of(' ') + 1);
        const bool styled = look_.color && !style.empty();
        out += styled ? fmt::format("{}{}{}\n", style, text, kPlain) : text + "\n";
    }

    DescribeLook look_;
    Line head_{};
    std::vector<Line> lines_{};
    std::array<std::size_t, kHeads.size()> widths_{};
};

std::string counted(std::uint64_t count, std::string_view noun) {
    return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

/// `_result · 3,000 rows in 2 tables`, `cpu · 17 points`.
std::string title(const DescribedFile& file, const DescribedPart& part) {
    std::string text;
    io::append_visible(text, part.name);
    if (!part.key.empty()) text += " · " + part.key;
    if (!text.empty()) text += " · ";
    if (file.format == FileFormat::line_protocol) return text + counted(part.rows, "point");
    text += counted(part.rows, "row");
    if (part.tables != 1) text += " in " + counted(part.tables, "table");
    return text;
}

}  // namespace

std::string description_text(const std::string& name, const DescribedFile& file,
                             const DescribeLook& look) {
    std::string out = fmt::format("{} · {}\n", name, format_name(file.format));
    for (const DescribedPart& part : file.parts) {
        out += '\n';
        if (look.color) out += kBold;
        out += title(file, part);
        if (look.color) out += kPlain;
        out += '\n';
        if (!part.columns.empty()) PartText(part, look).append(out);
    }
    if (file.parts.empty()) out += "\nno tables and no points\n";
    if (file.left_out != 0) {
        out += fmt::format(
            "\n{}only the first {} are described; {} belong to others{}\n", look.color ? kDim : "",
            grouped(kMostParts),
            counted(file.left_out, file.format == FileFormat::line_protocol ? "point" : "row"),
            look.color ? kPlain : "");
    }
    return out;
}

}  // namespace fluxi::cli
