#include "io/pretty_writer.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "io/table_text.hpp"

namespace fluxi::io {

using table::Batch;
using table::ColumnType;

namespace {

constexpr std::uint64_t kRowsThatDecide = 2000;
constexpr std::size_t kNarrowest = 8;  ///< texts are not cut below this
constexpr std::size_t kFrame = 3;      ///< a bar and two spaces of each column
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

std::size_t total_width(std::size_t columns, std::size_t cells) {
    return columns * kFrame + 1 + cells;
}

void append_times(std::string& out, std::string_view text, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) out += text;
}

}  // namespace

std::string_view PrettyWriter::style(std::string_view sequence) const {
    return options_.color ? sequence : std::string_view();
}

void PrettyWriter::begin_result(std::string_view name) {
    name_.clear();
    append_visible(name_, name);
    tables_ = 0;
}

void PrettyWriter::push(const Batch& batch) {
    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
        const table::Run& run = batch.runs()[i];
        if (run.opens) {
            in_table_ = true;
            streaming_ = false;
            waiting_ = rows_ = rows_shown_ = 0;
            ++tables_;
        }
        add(batch.only(i));
        if (run.closes) end_table();
    }
}

void PrettyWriter::add(Batch part) {
    rows_ += part.rows();
    if (streaming_) {
        write_rows(part);
        return;
    }
    waiting_ += part.rows();
    parts_.push_back(std::move(part));
    if (waiting_ >= kRowsThatDecide) begin_table();
}

void PrettyWriter::choose_columns(const table::Schema& schema) {
    shown_.clear();
    left_out_.clear();
    // Key columns are in the title, unless there is nothing else to show.
    const bool all = schema.key().size() == schema.size();
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (!all && schema.is_key(i)) continue;
        shown_.push_back({i, aligns_right(schema.fields()[i].type)});
    }
}

void PrettyWriter::measure() {
    const table::Schema& schema = *parts_.front().schema();
    std::string text;
    for (Shown& shown : shown_) {
        const table::Field& field = schema.fields()[shown.column];
        text.clear();
        append_visible(text, field.label);
        shown.width = std::max(base::display_width(text), table::type_name(field.type).size());
        std::uint64_t left = options_.max_rows == 0 ? waiting_ : options_.max_rows;
        for (const Batch& part : parts_) {
            Cells cells(part.column(shown.column));
            for (std::uint32_t row = 0; row < part.rows() && left != 0; ++row, --left) {
                text.clear();
                append_visible_cell(text, cells, row);
                if (text.size() > shown.width) {
                    shown.width = std::max(shown.width, base::display_width(text));
                }
            }
        }
    }
}

/// Makes the columns fit: long texts get narrower together, then columns go from the right.
void PrettyWriter::fit() {
    if (options_.width == 0) return;
    const table::Schema& schema = *parts_.front().schema();
    const auto is_text = [&](const Shown& shown) {
        return schema.fields()[shown.column].type == ColumnType::string;
    };
    std::size_t widest = kNarrowest;
    for (const Shown& shown : shown_) {
        if (is_text(shown)) widest = std::max(widest, shown.width);
    }
    const auto width_with = [&](std::size_t limit) {
        std::size_t cells = 0;
        for (const Shown& shown : shown_) {
            cells += is_text(shown) ? std::min(shown.width, limit) : shown.width;
        }
        return total_width(shown_.size(), cells);
    };
    // The largest limit that fits, if any does.
    std::size_t low = kNarrowest;
    std::size_t high = widest;
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        if (width_with(middle) <= options_.width) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    for (Shown& shown : shown_) {
        if (is_text(shown)) shown.width = std::min(shown.width, low);
    }
    while (shown_.size() > 1 && width_with(low) > options_.width) {
        left_out_.insert(left_out_.begin(), schema.fields()[shown_.back().column].label);
        shown_.pop_back();
    }
    if (width_with(low) > options_.width && !shown_.empty()) {
        const std::size_t frame = total_width(1, 0);
        shown_[0].width = options_.width > frame ? options_.width - frame : 1;
    }
}

void PrettyWriter::rule(std::string_view left, std::string_view middle, std::string_view right) {
    line_ = left;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        if (i != 0) line_ += middle;
        append_times(line_, "─", shown_[i].width + 2);
    }
    line_ += right;
    line_ += '\n';
    out_.write(line_);
}

void PrettyWriter::append_padded(std::string_view text, const Shown& shown,
                                 std::string_view sequence) {
    const std::size_t size = base::display_width(text);
    const std::string cut =
        size > shown.width ? cut_to_width(text, shown.width) : std::string(text);
    const std::size_t used = size > shown.width ? base::display_width(cut) : size;
    const std::size_t padding = shown.width > used ? shown.width - used : 0;
    line_ += "│ ";
    if (shown.right) line_.append(padding, ' ');
    line_ += style(sequence);
    line_ += cut;
    if (!sequence.empty()) line_ += style(kPlain);
    if (!shown.right) line_.append(padding, ' ');
    line_ += ' ';
}

/// `_result · table 0 · tag=a, host=b`; a long key goes on in further lines, broken between
/// columns.
void PrettyWriter::write_title(const Batch& first) {
    line_ = name_ + " · table " + std::to_string(tables_ - 1);
    std::size_t used = base::display_width(line_);
    const std::vector<std::string> parts = key_parts(first, 0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string part = i + 1 < parts.size() ? parts[i] + "," : parts[i];
        const std::size_t width = base::display_width(part);
        const std::string_view between = i == 0 ? " · " : " ";
        if (options_.width != 0 && used + 3 + width > options_.width) {
            line_ += "\n  ";
            used = 2;
        } else {
            line_ += between;
            used += base::display_width(between);
        }
        line_ += part;
        used += width;
    }
    out_.write(line_);
}

void PrettyWriter::begin_table() {
    streaming_ = true;
    const Batch& first = parts_.front();
    const table::Schema& schema = *first.schema();
    choose_columns(schema);
    measure();
    fit();
    if (written_) out_.write('\n');
    written_ = true;
    out_.write(style(kBold));
    write_title(first);
    out_.write(style(kPlain));
    out_.write('\n');
    if (!shown_.empty()) {
        rule("┌", "┬", "┐");
        line_.clear();
        std::string label;
        for (const Shown& shown : shown_) {
            label.clear();
            append_visible(label, schema.fields()[shown.column].label);
            append_padded(label, shown, kBold);
        }
        line_ += "│\n";
        for (const Shown& shown : shown_) {
            append_padded(table::type_name(schema.fields()[shown.column].type), shown, kDim);
        }
        line_ += "│\n";
        out_.write(line_);
        rule("├", "┼", "┤");
    }
    for (const Batch& part : std::exchange(parts_, {})) write_rows(part);
}

void PrettyWriter::write_rows(const Batch& part) {
    if (shown_.empty()) return;
    std::vector<Cells> cells;
    for (const Shown& shown : shown_) cells.emplace_back(part.column(shown.column));
    std::string text;
    for (std::uint32_t row = 0; row < part.rows(); ++row) {
        if (options_.max_rows != 0 && rows_shown_ == options_.max_rows) return;
        ++rows_shown_;
        line_.clear();
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            text.clear();
            append_visible_cell(text, cells[i], row);
            append_padded(text, shown_[i], cells[i].is_null(row) ? kDim : std::string_view());
        }
        line_ += "│\n";
        out_.write(line_);
    }
}

void PrettyWriter::end_table() {
    if (!in_table_) return;
    if (!streaming_) begin_table();
    in_table_ = false;
    if (!shown_.empty()) rule("└", "┴", "┘");
    std::string text = count_text(rows_, "row");
    if (!shown_.empty() && rows_shown_ != rows_) {
        text += ", the first " + std::to_string(rows_shown_) + " shown";
    }
    if (!left_out_.empty()) {
        text += ", " + count_text(left_out_.size(), "column") + " left out: ";
        for (std::size_t i = 0; i < left_out_.size(); ++i) {
            if (i != 0) text += ", ";
            append_visible(text, left_out_[i]);
        }
    }
    out_.write(style(kDim));
    out_.write(text);
    out_.write(style(kPlain));
    out_.write('\n');
}

void PrettyWriter::end_result() {
    end_table();
    // Who looks at a terminal sees each result when it is there.
    if (tables_ != 0) return out_.flush();
    if (written_) out_.write('\n');
    written_ = true;
    out_.write(style(kBold));
    out_.write(name_);
    out_.write(style(kPlain));
    out_.write(" · no tables\n");
}

void PrettyWriter::finish() {
    end_table();
    out_.flush();
}

}  // namespace fluxi::io
