#include "io/delimited_writer.hpp"

#include <vector>

#include "io/cells.hpp"

namespace fluxi::io {

using table::ColumnType;

DelimitedWriter::DelimitedWriter(Output& output, Kind kind)
    : out_(output), kind_(kind), quote_(",", CsvQuote::LineEnd::lf) {}

void DelimitedWriter::begin_result(std::string_view) {
    schema_ = nullptr;
}

void DelimitedWriter::append_text(std::string_view text) {
    if (kind_ == Kind::csv) {
        if (text.empty()) line_ += "\"\"";
        quote_.append(line_, text);
        return;
    }
    for (const char c : text) {
        if (c == '\t') {
            line_ += "\\t";
        } else if (c == '\n') {
            line_ += "\\n";
        } else if (c == '\r') {
            line_ += "\\r";
        } else if (c == '\\') {
            line_ += "\\\\";
        } else {
            line_ += c;
        }
    }
}

void DelimitedWriter::write_labels(const table::Schema& schema) {
    line_.clear();
    if (begun_) line_ += '\n';
    begun_ = true;
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (i != 0) line_ += kind_ == Kind::csv ? ',' : '\t';
        append_text(schema.fields()[i].label);
    }
    line_ += '\n';
    out_.write(line_);
}

void DelimitedWriter::push(const table::Batch& batch) {
    const table::Schema& schema = *batch.schema();
    if (!schema_ || (schema_ != batch.schema() && schema_->fields() != schema.fields())) {
        write_labels(schema);
    }
    schema_ = batch.schema();
    std::vector<Cells> cells;
    for (std::size_t i = 0; i < schema.size(); ++i) cells.emplace_back(batch.column(i));
    const char delimiter = kind_ == Kind::csv ? ',' : '\t';
    for (std::uint32_t row = 0; row < batch.rows(); ++row) {
        line_.clear();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i != 0) line_ += delimiter;
            if (cells[i].is_null(row)) continue;
            if (cells[i].type() == ColumnType::string) {
                append_text(cells[i].text(row));
            } else {
                cells[i].append(line_, row);
            }
        }
        line_ += '\n';
        out_.write(line_);
    }
}

}  // namespace fluxi::io
