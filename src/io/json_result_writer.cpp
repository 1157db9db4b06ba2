#include "io/json_result_writer.hpp"

#include <cmath>

#include "io/json_text.hpp"

namespace fluxi::io {

using table::ColumnType;

namespace {

void append_cell(std::string& out, Cells& cells, std::uint32_t row) {
    if (cells.is_null(row)) {
        out += "null";
        return;
    }
    switch (cells.type()) {
        case ColumnType::string:
            append_json_string(out, cells.text(row));
            return;
        case ColumnType::floating: {
            const double v = cells.value<double>(row);
            if (std::isfinite(v)) {
                value::append_float(out, v, value::FloatForm::json);
                return;
            }
            break;
        }
        case ColumnType::time:
            break;
        default:
            cells.append(out, row);
            return;
    }
    out += '"';
    cells.append(out, row);
    out += '"';
}

}  // namespace

void JsonResultWriter::begin_result(std::string_view name) {
    name_.clear();
    append_json_string(name_, name);
    tables_ = 0;
    in_result_ = true;
    if (kind_ == Kind::lines) return;
    out_.write(results_++ == 0 ? "{\"results\": [\n" : ",\n");
    out_.write("{\"name\": ");
    out_.write(name_);
    out_.write(", \"tables\": [");
}

void JsonResultWriter::prepare(const table::Schema& schema) {
    members_.clear();
    repeated_.assign(schema.size(), false);
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const std::string& label = schema.fields()[i].label;
        std::string member;
        append_json_string(member, label);
        members_.push_back(member + ": ");
        for (std::size_t j = i + 1; j < schema.size(); ++j) {
            if (schema.fields()[j].label == label) repeated_[i] = true;
        }
    }
    own_result_ = schema.find("result") == table::Schema::npos;
    own_table_ = schema.find("table") == table::Schema::npos;
}

void JsonResultWriter::open_table(const table::Batch& batch, std::size_t run) {
    in_table_ = true;
    rows_ = 0;
    if (tables_++ != 0 && kind_ == Kind::document) out_.write(",");
    if (kind_ == Kind::lines) return;
    const table::Schema& schema = *batch.schema();
    text_ = "\n{\"key\": {";
    for (std::size_t i = 0; i < schema.key().size(); ++i) {
        const std::uint32_t column = schema.key()[i];
        if (i != 0) text_ += ", ";
        text_ += members_[column];
        Cells cells(batch.stored(column));
        append_cell(text_, cells, static_cast<std::uint32_t>(run));
    }
    text_ += "}, \"columns\": [";
    for (std::size_t i = 0; i < schema.size(); ++i) {
        if (i != 0) text_ += ", ";
        text_ += "{\"name\": ";
        append_json_string(text_, schema.fields()[i].label);
        text_ += ", \"type\": \"";
        text_ += table::type_name(schema.fields()[i].type);
        text_ += "\"}";
    }
    text_ += "], \"rows\": [";
    out_.write(text_);
}

void JsonResultWriter::close_table() {
    if (in_table_ && kind_ == Kind::document) out_.write(rows_ == 0 ? "]}" : "\n]}");
    in_table_ = false;
}

void JsonResultWriter::push(const table::Batch& batch) {
    prepare(*batch.schema());
    std::vector<Cells> cells;
    for (std::size_t i = 0; i < batch.schema()->size(); ++i) cells.emplace_back(batch.column(i));
    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
        const table::Run& run = batch.runs()[i];
        if (run.opens) open_table(batch, i);
        write_rows(batch, run, cells);
        if (run.closes) close_table();
    }
}

void JsonResultWriter::write_rows(const table::Batch& batch, const table::Run& run,
                                  std::vector<Cells>& cells) {
    std::string before = "{";
    if (kind_ == Kind::lines) {
        if (own_result_) before += "\"result\": " + name_ + ", ";
        if (own_table_) before += "\"table\": " + std::to_string(tables_ - 1) + ", ";
        if (batch.schema()->size() == 0 && before.size() > 1) before.resize(before.size() - 2);
    }
    for (std::uint32_t row = run.begin; row < run.end; ++row) {
        text_.clear();
        if (kind_ == Kind::document) text_ += rows_ == 0 ? "\n" : ",\n";
        ++rows_;
        text_ += before;
        bool first = true;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (repeated_[i]) continue;
            if (!first) text_ += ", ";
            first = false;
            text_ += members_[i];
            append_cell(text_, cells[i], row);
        }
        text_ += kind_ == Kind::document ? "}" : "}\n";
        out_.write(text_);
    }
}

void JsonResultWriter::end_result() {
    close_table();
    if (kind_ == Kind::document) out_.write(tables_ == 0 ? "]}" : "\n]}");
    in_result_ = false;
}

void JsonResultWriter::finish() {
    if (in_result_) end_result();
    if (kind_ == Kind::document) out_.write(results_ == 0 ? "{\"results\": []}\n" : "\n]}\n");
    out_.flush();
}

}  // namespace fluxi::io
