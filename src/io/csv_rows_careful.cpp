// The careful reader of rows: quotes, odd spellings, the first row of a table and its key. A block
// has few such rows.
#include <algorithm>
#include <cstring>

#include <fmt/core.h>

#include "io/csv_rows.hpp"

namespace fluxi::io {

using table::ColumnType;

bool CsvRowParser::careful_row(const char*& p, const char* end, bool added_end, CsvParsed& parsed) {
    const char* next = record_.read(p, end, added_end);
    if (!layout_->raw && !record_.text(0).empty()) return false;
    if (record_.size() != layout_->fields) {
        parsed.error = fmt::format("wrong number of fields: {} in this row, {} in its header",
                                   record_.size(), layout_->fields);
        return false;
    }
    const std::string_view id = layout_->raw ? std::string_view("0") : record_.text(2);
    if (runs_.empty() || (!id.empty() && id != runs_.back().id) || !goes_on(next)) {
        if (!read_key(parsed)) return false;
        const bool other_table = runs_.empty() || (!id.empty() && id != runs_.back().id);
        if (other_table || row_key_ != run_key_) open_run(other_table ? id : runs_.back().id);
    }
    if (!runs_.back().left_out && !careful_cells(parsed)) return false;
    for (Step& step : steps_) {
        if (step.kind != Kind::same) continue;
        step.previous = record_[step.first].begin;
        step.length = static_cast<std::size_t>(step_end(step, next) - step.previous);
    }
    parsed.lines += record_.lines();
    p = next;
    return true;
}

bool CsvRowParser::careful_cells(CsvParsed& parsed) {
    for (const Step& step : steps_) {
        if (step.kind == Kind::same || step.kind == Kind::skip) continue;
        Out& out = out_[step.out];
        const std::string_view text = record_.text(step.first);
        if (text.empty()) {
            put(out, out.column->fallback);
        } else {
            if (!read_cell(*out.column, out.times, text, cell_, parsed)) return false;
            put(out, cell_);
        }
    }
    return true;
}

const char* CsvRowParser::step_end(const Step& step, const char* next) const {
    return step.last + 1 < record_.size() ? record_[step.last + 1].begin : next;
}

bool CsvRowParser::goes_on(const char* next) const {
    return std::all_of(steps_.begin(), steps_.end(), [&](const Step& step) {
        if (step.kind != Kind::same) return true;
        const char* const begin = record_[step.first].begin;
        return step.length != 0 &&
               static_cast<std::size_t>(step_end(step, next) - begin) == step.length &&
               std::memcmp(begin, step.previous, step.length) == 0;
    });
}

bool CsvRowParser::read_key(CsvParsed& parsed) {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        const CsvColumn& column = layout_->columns[keys_[i]];
        const std::string_view text = record_.text(layout_->lead() + keys_[i]);
        if (text.empty()) {
            row_key_[i] = column.fallback;
        } else if (!read_cell(column, key_times_, text, row_key_[i], parsed)) {
            return false;
        }
    }
    return true;
}

void CsvRowParser::open_run(std::string_view id) {
    run_key_ = row_key_;
    runs_.push_back({rows_, std::string(id), leaves_out()});
    append_run_key();
}

bool CsvRowParser::leaves_out() const {
    if (layout_->key_tests.empty()) return false;
    std::vector<table::Column> keys;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        table::Builder builder(layout_->columns[keys_[i]].type);
        append_cell(builder, run_key_[i]);
        keys.push_back(builder.finish());
    }
    return std::any_of(layout_->key_tests.begin(), layout_->key_tests.end(),
                       [&](const auto& test) { return !test->may_hold(keys); });
}

bool CsvRowParser::read_cell(const CsvColumn& column, value::TimeParser& times,
                             std::string_view text, CsvCell& cell, CsvParsed& parsed) {
    std::string problem;
    if (column.parse(text, times, cell, problem)) return true;
    const std::string_view name = table::type_name(column.type);
    parsed.error = fmt::format("column \"{}\": \"{}\" is not {} {}: {}", column.label, text,
                               name == "int" ? "an" : "a", name, problem);
    return false;
}

void append_cell(table::Builder& values, const CsvCell& cell) {
    if (cell.null) {
        values.append_null();
    } else if (values.type() == ColumnType::string) {
        values.append_text(cell.text);
    } else if (values.type() == ColumnType::boolean) {
        values.append_stored(static_cast<std::uint8_t>(cell.bits));
    } else {
        values.append_stored(cell.bits);
    }
}

void CsvRowParser::append_run_key() {
    for (std::size_t i = 0; i < keys_.size(); ++i) append_cell(key_values_[i], run_key_[i]);
}

}  // namespace fluxi::io
