#include "flow/exec/table_writer.hpp"

#include <utility>

namespace fluxi::flow::exec {

using table::Batch;
using table::Run;

void TableWriter::push(Sink& out, Batch batch) {
    if (demand_ == Demand::more) demand_ = out.push(std::move(batch));
}

void TableWriter::start(const table::SchemaRef& schema) {
    builders_.clear();
    for (const table::Field& field : schema->fields()) builders_.emplace_back(field.type);
    schema_ = schema;
}

void TableWriter::flush(Sink& out) {
    if (runs_.empty()) return;
    std::vector<table::Column> columns;
    columns.reserve(builders_.size());
    for (table::Builder& builder : builders_) columns.push_back(builder.finish());
    rows_ = 0;
    push(out, Batch(schema_, std::move(columns), std::exchange(runs_, {})));
}

void TableWriter::append(Sink& out, const Batch& batch, std::size_t run, std::uint32_t begin,
                         std::uint32_t end, bool opens, bool closes) {
    if (demand_ == Demand::enough) return;
    if (opens) ++tables_;
    const std::uint64_t number = tables_ - 1;
    const std::uint32_t length = end - begin;
    if (length * 2 >= batch_rows_ && length > 1) {
        flush(out);
        const bool all = batch.runs().size() == 1 && length == batch.rows();
        Batch part = all ? batch : batch.only(run);
        if (!all && length != part.rows()) {
            part = part.slice(begin - batch.runs()[run].begin, end - batch.runs()[run].begin);
        }
        part.runs().front() = Run{number, 0, length, opens, closes};
        return push(out, std::move(part));
    }
    if (schema_ != batch.schema()) {
        if (!table::same(schema_, batch.schema())) {
            flush(out);
            start(batch.schema());
        }
    }
    const bool continues = !opens && !runs_.empty() && runs_.back().table == number;
    for (std::size_t i = 0; i < builders_.size(); ++i) {
        if (!schema_->is_key(i)) {
            builders_[i].append_rows(batch.stored(i), begin, length);
        } else if (!continues) {
            builders_[i].append_rows(batch.stored(i), static_cast<std::uint32_t>(run), 1);
        }
    }
    rows_ += length;
    if (continues) {
        runs_.back().end = rows_;
        runs_.back().closes = closes;
    } else {
        runs_.push_back({number, rows_ - length, rows_, opens, closes});
    }
    if (rows_ >= batch_rows_ || runs_.size() >= batch_rows_) flush(out);
}

void TableWriter::append_all(Sink& out, Batch tables) {
    if (tables.rows() * 2 < batch_rows_) {
        for (std::size_t run = 0; run < tables.runs().size(); ++run) {
            append(out, tables, run, tables.runs()[run].begin, tables.runs()[run].end, true, true);
        }
        return;
    }
    flush(out);
    for (Run& run : tables.runs()) run.table = tables_++;
    push(out, std::move(tables));
}

}  // namespace fluxi::flow::exec
