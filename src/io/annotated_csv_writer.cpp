#include "io/annotated_csv_writer.hpp"

#include <algorithm>
#include <cstring>

#include "base/error.hpp"
#include "io/cells.hpp"

namespace fluxi::io {

using table::Batch;
using table::ColumnType;

namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string_view annotation_name(Annotation annotation) {
    switch (annotation) {
        case Annotation::datatype:
            return "datatype";
        case Annotation::group:
            return "group";
        case Annotation::default_value:
            break;
    }
    return "default";
}

std::vector<Cells> cells_of(const Batch& batch) {
    std::vector<Cells> cells;
    cells.reserve(batch.stored().size());
    for (const table::Column& column : batch.stored()) cells.emplace_back(column);
    return cells;
}

}  // namespace

Annotation annotation_of(std::string_view name) {
    for (const Annotation annotation :
         {Annotation::datatype, Annotation::group, Annotation::default_value}) {
        if (annotation_name(annotation) == name) return annotation;
    }
    base::fail_with(base::Code::format, "unsupported annotation \"{}\"", name);
}

std::string_view datatype_name(ColumnType type) {
    switch (type) {
        case ColumnType::boolean:
            return "boolean";
        case ColumnType::integer:
            return "long";
        case ColumnType::uinteger:
            return "unsignedLong";
        case ColumnType::floating:
            return "double";
        case ColumnType::string:
            return "string";
        case ColumnType::time:
            break;
    }
    return "dateTime:RFC3339";
}

AnnotatedCsvWriter::AnnotatedCsvWriter(Output& output, const CsvDialect& dialect)
    : out_(output),
      quote_(dialect.delimiter),
      dialect_(dialect),
      default_configured_(std::find(dialect.annotations.begin(), dialect.annotations.end(),
                                    Annotation::default_value) != dialect.annotations.end()) {}

void AnnotatedCsvWriter::begin_result(std::string_view name) {
    result_ = name;
    tables_ = 0;
    waiting_ = false;
    previous_ = nullptr;
}

void AnnotatedCsvWriter::end_result() {
    out_.write(kLineEnd);
}

void AnnotatedCsvWriter::finish() {
    out_.flush();
}

void AnnotatedCsvWriter::push(const Batch& batch) {
    std::vector<Cells> cells = cells_of(batch);
    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
        const table::Run& run = batch.runs()[i];
        if (run.opens) {
            waiting_ = true;
            ++tables_;
        }
        if (run.size() != 0 && waiting_) {
            waiting_ = false;
            if (!previous_ || previous_empty_ || !table::same(previous_, batch.schema())) {
                write_header(batch, i, false);
            }
        }
        if (run.size() != 0) {
            prepare_pieces(batch, i, cells);
            write_rows(batch, i, cells);
        }
        if (run.closes && waiting_) {
            waiting_ = false;
            write_header(batch, i, true);
        }
    }
}

void AnnotatedCsvWriter::field(std::string_view text) {
    out_.write(quote_.delimiter());
    out_.commit(quote_.write(out_.reserve(CsvQuote::room(text)), text));
}

void AnnotatedCsvWriter::write_header(const Batch& batch, std::size_t run, bool empty) {
    if (previous_) out_.write(kLineEnd);
    previous_ = batch.schema();
    previous_empty_ = empty;
    for (const Annotation annotation : dialect_.annotations) {
        write_annotation(annotation, batch, run, empty);
    }
    if (!dialect_.header) return;
    field("result");
    field("table");
    for (const table::Field& column : previous_->fields()) field(column.label);
    out_.write(kLineEnd);
}

void AnnotatedCsvWriter::write_annotation(Annotation annotation, const Batch& batch,
                                          std::size_t run, bool empty) {
    out_.write('#');
    out_.write(annotation_name(annotation));
    const table::Schema& schema = *batch.schema();
    switch (annotation) {
        case Annotation::datatype:
            field(datatype_name(ColumnType::string));
            field(datatype_name(ColumnType::integer));
            for (const table::Field& column : schema.fields()) field(datatype_name(column.type));
            break;
        case Annotation::group:
            field("false");
            field("false");
            for (std::size_t i = 0; i < schema.size(); ++i) {
                field(schema.is_key(i) ? "true" : "false");
            }
            break;
        case Annotation::default_value:
            field(result_);
            field(empty ? std::to_string(tables_ - 1) : "");
            for (std::size_t i = 0; i < schema.size(); ++i) {
                std::string text;
                if (empty && schema.is_key(i)) {
                    Cells(batch.stored(i)).append(text, static_cast<std::uint32_t>(run));
                }
                field(text);
            }
            break;
    }
    out_.write(kLineEnd);
}

void AnnotatedCsvWriter::prepare_pieces(const Batch& batch, std::size_t run,
                                        std::vector<Cells>& cells) {
    const table::Schema& schema = *batch.schema();
    pieces_.clear();
    tail_ = quote_.delimiter();
    if (!default_configured_) quote_.append(tail_, result_);
    tail_ += quote_.delimiter();
    tail_ += std::to_string(tables_ - 1);
    const auto key_row = static_cast<std::uint32_t>(run);
    for (std::size_t i = 0; i < schema.size(); ++i) {
        tail_ += quote_.delimiter();
        if (!schema.is_key(i)) {
            pieces_.push_back({std::move(tail_), i});
            tail_.clear();
        } else if (cells[i].type() != ColumnType::string) {
            cells[i].append(tail_, key_row);
        } else if (!cells[i].is_null(key_row)) {
            quote_.append(tail_, cells[i].text(key_row));
        }
    }
    tail_ += kLineEnd;
}

void AnnotatedCsvWriter::write_rows(const Batch& batch, std::size_t run,
                                    std::vector<Cells>& cells) {
    std::size_t fixed = tail_.size();
    for (const Piece& piece : pieces_) fixed += piece.before.size() + Cells::kRoom;
    const auto put = [](char* place, const std::string& text) {
        std::memcpy(place, text.data(), text.size());
        return place + text.size();
    };
    for (std::uint32_t row = batch.runs()[run].begin; row < batch.runs()[run].end; ++row) {
        std::size_t room = fixed;
        for (const Piece& piece : pieces_) {
            const Cells& cell = cells[piece.column];
            if (cell.type() == ColumnType::string && !cell.is_null(row)) {
                room += CsvQuote::room(cell.text(row));
            }
        }
        char* place = out_.reserve(room);
        for (const Piece& piece : pieces_) {
            place = put(place, piece.before);
            Cells& cell = cells[piece.column];
            if (cell.is_null(row)) continue;
            place = cell.type() == ColumnType::string ? quote_.write(place, cell.text(row))
                                                      : cell.write(place, row);
        }
        out_.commit(put(place, tail_));
    }
}

}  // namespace fluxi::io
