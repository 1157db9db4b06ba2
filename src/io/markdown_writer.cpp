#include "io/markdown_writer.hpp"

#include <vector>

#include "io/table_text.hpp"

namespace fluxi::io {

namespace {

/// Text between bars: what Markdown or HTML would read as markup is escaped, line ends become <br>.
void append_markdown(std::string& out, std::string_view text) {
    static constexpr std::string_view kMarkup = "\\|*_`<>[]~&";
    for (const char c : text) {
        if (c == '\n') {
            out += "<br>";
        } else if (c != '\r') {
            if (kMarkup.find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
}

}  // namespace

void MarkdownWriter::begin_result(std::string_view name) {
    name_ = name;
    ++results_;
    tables_ = 0;
}

void MarkdownWriter::begin_table(const table::Batch& batch, std::size_t run) {
    const table::Schema& schema = *batch.schema();
    std::string text = written_ ? "\n" : "";
    written_ = true;
    if (!schema.key().empty() || tables_ != 0 || results_ > 1 || name_ != "_result") {
        text += "**";
        append_markdown(text, name_);
        text += "**, table " + std::to_string(tables_);
        const std::string key = key_text(batch, run);
        if (!key.empty()) {
            text += ": ";
            append_markdown(text, key);
        }
        text += "\n\n";
    }
    ++tables_;
    text += '|';
    for (const table::Field& field : schema.fields()) {
        text += ' ';
        append_markdown(text, field.label);
        text += " |";
    }
    text += "\n|";
    for (const table::Field& field : schema.fields()) {
        text += aligns_right(field.type) ? " ---: |" : " --- |";
    }
    text += '\n';
    out_.write(text);
}

void MarkdownWriter::push(const table::Batch& batch) {
    std::vector<Cells> cells;
    for (std::size_t i = 0; i < batch.schema()->size(); ++i) cells.emplace_back(batch.column(i));
    std::string text;
    std::string cell;
    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
        const table::Run& run = batch.runs()[i];
        if (run.opens) begin_table(batch, i);
        for (std::uint32_t row = run.begin; row < run.end; ++row) {
            text = "|";
            for (Cells& column : cells) {
                cell.clear();
                column.append(cell, row);
                text += ' ';
                if (column.type() == table::ColumnType::string) {
                    append_markdown(text, cell);
                } else {
                    text += cell;
                }
                text += " |";
            }
            text += '\n';
            out_.write(text);
        }
    }
}

}  // namespace fluxi::io
