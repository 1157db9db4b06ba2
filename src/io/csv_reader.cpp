#include "io/csv_reader.hpp"

#include <utility>

#include "base/error.hpp"
#include "table/builder.hpp"
#include "table/hash.hpp"

namespace fluxi::io {

using table::Batch;
using table::Column;

CsvReader::CsvReader(std::unique_ptr<host::InputFile> input, CsvReaderOptions options)
    : options_(std::move(options)),
      pipeline_(std::move(input), options_.threads, options_.batch_rows, options_.block) {}

CsvReader::~CsvReader() = default;

void CsvReader::fail_at(std::uint64_t line, const std::string& message) const {
    base::fail_with(base::Code::format, "{}, line {}: {}", options_.name, line, message);
}

bool CsvReader::next(Batch& batch) {
    // The last batch is kept back until it is known whether its last table goes on.
    while (ready_.size() < 2 && !failure_ && place_ != Place::boundary && place_ != Place::end) {
        try {
            advance();
        } catch (...) {
            failure_ = std::current_exception();
        }
    }
    if (ready_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        return false;
    }
    batch = std::move(ready_.front());
    ready_.pop_front();
    return true;
}

bool CsvReader::next_result() {
    Batch ignored;
    while (next(ignored)) continue;
    if (place_ != Place::boundary) return false;
    tables_ = 0;
    result_ = layout_->result;
    place_ = Place::rows;
    return true;
}

void CsvReader::advance() {
    if (place_ == Place::header) {
        read_header();
    } else {
        read_rows();
    }
}

/// Makes `at_` point at a record; false at the end of the input.
bool CsvReader::fetch() {
    for (;;) {
        if (task_) {
            std::size_t lines = 0;
            at_ = skip_empty_lines(at_, task_->block.end, lines);
            line_ += lines;
            if (at_ != task_->block.end) return true;
            pipeline_.recycle(std::move(task_));
        }
        task_ = pipeline_.take();
        if (!task_) return false;
        at_ = task_->block.begin;
    }
}

bool CsvReader::read_record() {
    if (!fetch()) return false;
    record_line_ = line_;
    at_ = record_.read(at_, task_->block.end, task_->block.added_end);
    line_ += record_.lines();
    return true;
}

void CsvReader::read_header() {
    CsvHeader header(options_.columns);
    CsvLayoutRef layout;
    try {
        while (!layout) {
            if (!read_record()) {
                record_line_ = line_;
                header.end();
                break;
            }
            if (options_.raw) {
                layout = CsvHeader::raw(record_, options_.columns);
            } else if (header.add(record_)) {
                layout = header.layout();
            }
        }
    } catch (const base::RuntimeError& error) {
        if (error.diagnostic().code != base::Code::format) throw;
        fail_at(record_line_, error.diagnostic().message);
    }
    if (layout) {
        enter(layout);
    } else {
        end_tables();
        place_ = Place::end;
    }
}

CsvLayoutRef CsvReader::with_tests(const CsvLayoutRef& layout) {
    if (options_.key_tests.empty()) return layout;
    auto tested = std::make_shared<CsvLayout>(*layout);
    for (const auto& bind : options_.key_tests) {
        if (auto test = bind(tested->schema)) tested->key_tests.push_back(std::move(test));
    }
    tests_.insert(tests_.end(), tested->key_tests.begin(), tested->key_tests.end());
    return tested;
}

void CsvReader::enter(CsvLayoutRef layout) {
    end_tables();
    if (!layout_ || !layout_->same_rows(*layout)) {
        layout = with_tests(layout);
        pipeline_.set_layout(layout);
        parser_ = std::make_unique<CsvRowParser>(layout, options_.batch_rows);
        layout_ = layout;
    } else if (layout_->result != layout->result || layout_->table != layout->table) {
        // Only the names differ: what was parsed ahead stays good.
        auto same = std::make_shared<CsvLayout>(*layout);
        same->schema = layout_->schema;
        same->key_tests = layout_->key_tests;
        pipeline_.set_layout(same);
        parser_ = std::make_unique<CsvRowParser>(same, options_.batch_rows);
        layout_ = std::move(same);
    }
    had_rows_ = false;
    if (!in_result_) {
        in_result_ = true;
        result_ = layout_->result;
    }
    place_ = layout_->result == result_ ? Place::rows : Place::boundary;
}

void CsvReader::read_rows() {
    if (!fetch()) {
        end_tables();
        place_ = Place::end;
        return;
    }
    const bool ahead = at_ == task_->block.begin && task_->layout &&
                       (task_->layout == layout_ || task_->layout->same_rows(*layout_));
    if (ahead) {
        take_parsed(task_->parsed);
    } else {
        CsvParsed parsed = parser_->parse(at_, task_->block.end, task_->block.added_end);
        take_parsed(parsed);
    }
}

void CsvReader::take_parsed(CsvParsed& parsed) {
    for (CsvRows& rows : parsed.rows) add(rows);
    line_ += parsed.lines;
    at_ = parsed.stopped;
    if (!parsed.error.empty()) fail_at(line_, parsed.error);
    if (at_ != task_->block.end) place_ = Place::header;
}

/// Takes away a first run that says nothing new: a table whose rows are left out goes on.
void CsvReader::drop_left_out(CsvRows& rows) const {
    const CsvRows::Run& first = rows.runs.front();
    if (!open_ || !first.left_out || !(first.id.empty() || first.id == open_id_)) return;
    const auto rest = static_cast<std::uint32_t>(rows.runs.size() - 1);
    rows.runs.erase(rows.runs.begin());
    for (const std::uint32_t column : layout_->schema->key())
        rows.columns[column] = rows.columns[column].slice(1, rest);
}

void CsvReader::add(CsvRows& rows) {
    drop_left_out(rows);
    if (rows.runs.empty()) return;
    std::vector<table::Run> runs;
    runs.reserve(rows.runs.size());
    for (std::uint32_t i = 0; i < rows.runs.size(); ++i) {
        CsvRows::Run& run = rows.runs[i];
        const bool goes_on = open_ && (run.id.empty() || run.id == open_id_);
        if (!goes_on) {
            if (!runs.empty()) {
                runs.back().closes = true;
            } else if (open_) {
                ready_.back().runs().back().closes = true;
            }
            open_id_ = std::move(run.id);
            open_ = true;
            ++tables_;
        }
        const std::uint32_t end = i + 1 < rows.runs.size() ? rows.runs[i + 1].begin : rows.rows;
        runs.push_back({tables_ - 1, run.begin, end, !goes_on, false});
    }
    had_rows_ = true;
    ready_.emplace_back(layout_->schema, std::move(rows.columns), std::move(runs));
}

/// A header, the end of the input or another result ends the open table; a header without rows is a
/// table without rows.
void CsvReader::end_tables() {
    if (open_) ready_.back().runs().back().closes = true;
    open_ = false;
    if (!layout_ || had_rows_) return;
    if (layout_->table.empty()) {
        fail_at(line_,
                "the header is followed by no row and its #default annotation has no table id");
    }
    std::vector<Column> columns;
    for (const CsvColumn& column : layout_->columns) {
        if (!column.wanted) continue;
        table::Builder builder(column.type);
        if (column.key) append_cell(builder, column.fallback);
        columns.push_back(builder.finish());
    }
    ready_.emplace_back(layout_->schema, std::move(columns),
                        std::vector<table::Run>{{tables_++, 0, 0, true, true}});
    had_rows_ = true;
}

}  // namespace fluxi::io
