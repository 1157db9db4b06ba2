#include "io/vertical_writer.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "io/table_text.hpp"

namespace fluxi::io {

void VerticalWriter::begin_result(std::string_view name) {
    name_.clear();
    append_visible(name_, name);
    tables_ = 0;
}

void VerticalWriter::push(const table::Batch& batch) {
    const table::Schema& schema = *batch.schema();
    std::vector<std::string> labels;
    std::vector<Cells> cells;
    std::size_t widest = 0;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        append_visible(labels.emplace_back(), schema.fields()[i].label);
        widest = std::max(widest, base::display_width(labels.back()));
        cells.emplace_back(batch.column(i));
    }
    for (std::string& label : labels) {
        label.insert(0, widest - base::display_width(label), ' ');
        label += "  ";
    }
    std::string text;
    for (const table::Run& run : batch.runs()) {
        if (run.opens) {
            ++tables_;
            rows_ = 0;
        }
        for (std::uint32_t row = run.begin; row < run.end; ++row) {
            text = written_ ? "\n" : "";
            written_ = true;
            text += name_ + " · table " + std::to_string(tables_ - 1) + " · row " +
                    std::to_string(++rows_) + "\n";
            for (std::size_t i = 0; i < cells.size(); ++i) {
                text += labels[i];
                append_visible_cell(text, cells[i], row);
                text += '\n';
            }
            out_.write(text);
        }
    }
}

}  // namespace fluxi::io
