#include "io/csv_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "io/csv_scan.hpp"

namespace fluxi::io {

using table::Buffer;
using table::ColumnType;
using table::StringView;

namespace {

constexpr std::uint32_t kFewestRows = 64;

/// The end of a row at `p`, which is left behind it.
bool take_line_end(const char*& p) {
    if (*p == '\r') ++p;
    return *p++ == '\n';
}

std::size_t slot_of(std::string_view text) {
    // Texts of one column often share their beginning, so the end says more.
    const std::uint64_t tail = scan::load8(text.data() + text.size() - 8);
    return (tail * 0x9E3779B97F4A7C15ULL + text.size()) >> 58;
}

}  // namespace

CsvRowParser::CsvRowParser(CsvLayoutRef layout, std::uint32_t max_rows)
    : layout_(std::move(layout)), max_rows_(std::max(max_rows, kFewestRows)) {
    make_steps();
}

void CsvRowParser::make_steps() {
    const auto add_same = [this](std::uint32_t first, std::uint32_t last) {
        if (!steps_.empty() && steps_.back().kind == Kind::same) {
            steps_.back().last = last;
        } else {
            steps_.push_back(Step{Kind::same, first, last});
        }
    };
    const auto lead = static_cast<std::uint32_t>(layout_->lead());
    if (lead != 0) add_same(0, lead - 1);
    std::size_t position = 0;
    for (std::uint32_t i = 0; i < layout_->columns.size(); ++i) {
        const CsvColumn& column = layout_->columns[i];
        const std::uint32_t field = lead + i;
        if (column.key) {
            keys_.push_back(i);
            key_values_.emplace_back(column.type);
            add_same(field, field);
        } else if (!column.wanted) {
            steps_.push_back(Step{Kind::skip, field, field});
        } else {
            static constexpr Kind kKinds[] = {Kind::boolean,  Kind::integer, Kind::uinteger,
                                              Kind::floating, Kind::text,    Kind::time};
            const Kind kind =
                column.layout ? Kind::other_time : kKinds[static_cast<std::size_t>(column.type)];
            steps_.push_back(Step{kind, field, field, static_cast<std::uint32_t>(out_.size())});
            out_.emplace_back();
            out_.back().column = &column;
            out_.back().position = position;
        }
        position += static_cast<std::size_t>(column.wanted);
    }
    run_key_.resize(keys_.size());
    row_key_.resize(keys_.size());
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        if (steps_[i].kind == Kind::same) last_same_ = i;
    }
}

CsvParsed CsvRowParser::parse(const char* begin, const char* end, bool added_end) {
    CsvParsed parsed;
    for (Step& step : steps_) step.length = 0;
    const char* p = begin;
    capacity_ = 0;
    for (;;) {
        if (*p == '\n' || *p == '\r') p = skip_empty_lines(p, end, parsed.lines);
        if (p == end) break;
        if (rows_ == capacity_) {
            std::string id = runs_.empty() ? std::string() : runs_.back().id;
            const bool goes_on = !runs_.empty();
            const bool left_out = goes_on && runs_.back().left_out;
            end_rows(parsed);
            begin_rows(p, end);
            if (goes_on) {
                runs_.push_back({0, std::move(id), left_out});
                append_run_key();
            }
        }
        if (!runs_.empty() && runs_.back().left_out && skip_row(p, end)) {
            ++parsed.lines;
            continue;
        }
        if (!runs_.empty() && !runs_.back().left_out && fast_row(p, end)) {
            ++parsed.lines;
        } else if (!careful_row(p, end, added_end, parsed)) {
            break;
        }
        if (!runs_.back().left_out) ++rows_;
    }
    parsed.stopped = p;
    end_rows(parsed);
    return parsed;
}

void CsvRowParser::begin_rows(const char* p, const char* end) {
    const auto rest = static_cast<std::size_t>(end - p);
    const auto* line = static_cast<const char*>(std::memchr(p, '\n', rest));
    const std::size_t expected = rest / static_cast<std::size_t>(line + 1 - p);
    capacity_ = static_cast<std::uint32_t>(
        std::clamp<std::size_t>(expected + expected / 8, kFewestRows, max_rows_));
    for (Out& out : out_) {
        out.memory = Buffer::allocate(capacity_ * table::width_of(out.column->type));
        out.values = out.memory->data();
        out.validity = nullptr;
        out.valid = nullptr;
        out.heap = nullptr;
        out.recent.fill(StringView());
    }
}

void CsvRowParser::end_rows(CsvParsed& parsed) {
    CsvRows done;
    done.rows = std::exchange(rows_, 0);
    done.runs = std::exchange(runs_, {});
    // A row with a mistake may have opened a run that got no row.
    while (!done.runs.empty() && done.runs.back().begin == done.rows && !done.runs.back().left_out)
        done.runs.pop_back();
    const auto runs = static_cast<std::uint32_t>(done.runs.size());
    done.columns.resize(layout_->schema->size());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        done.columns[layout_->schema->key()[i]] = key_values_[i].finish().slice(0, runs);
    }
    if (done.runs.empty()) return;
    for (Out& out : out_) {
        table::HeapList heaps;
        if (out.heap) heaps.push_back(std::exchange(out.heap, nullptr));
        done.columns[out.position] =
            table::Column::flat(out.column->type, done.rows, std::exchange(out.memory, nullptr),
                                std::exchange(out.validity, nullptr), std::move(heaps));
    }
    parsed.rows.push_back(std::move(done));
}

bool CsvRowParser::fast_row(const char*& p, const char* end) {
    const char* at = p;
    const Step* last = steps_.data() + steps_.size() - 1;
    for (const Step* step = steps_.data(); step <= last; ++step) {
        if (step->kind == Kind::same) {
            // What was compared includes the delimiter or line end behind it.
            if (step->length == 0 || static_cast<std::size_t>(end - at) < step->length ||
                !scan::same_bytes(at, step->previous, step->length)) {
                return false;
            }
            at += step->length;
        } else {
            if (!fast_cell(*step, at)) return false;
            if (step == last) {
                if (!take_line_end(at)) return false;
            } else if (*at++ != kCsvDelimiter) {
                return false;
            }
        }
    }
    p = at;
    return true;
}

bool CsvRowParser::fast_cell(const Step& step, const char*& p) {
    if (step.kind == Kind::skip) {
        if (*p == '"') return false;
        p = scan::cell_end(p);
        if (*p == '\n' && p[-1] == '\r') --p;
        return true;
    }
    Out& out = out_[step.out];
    if (*p == kCsvDelimiter || *p == '\n' || *p == '\r') {
        put(out, out.column->fallback);
        return true;
    }
    switch (step.kind) {
        case Kind::floating: {
            double v = 0;
            if (!scan::read_float(p, v)) return false;
            put_value(out, v);
            return true;
        }
        case Kind::time: {
            std::int64_t v = 0;
            if (!fast_time(out, p, v)) return false;
            put_value(out, v);
            return true;
        }
        case Kind::integer: {
            std::int64_t v = 0;
            if (!scan::read_int(p, v)) return false;
            put_value(out, v);
            return true;
        }
        case Kind::uinteger: {
            std::uint64_t v = 0;
            if (!scan::read_uint(p, v)) return false;
            put_value(out, v);
            return true;
        }
        case Kind::text:
            return fast_text(out, p);
        case Kind::boolean: {
            const bool yes = std::memcmp(p, "true", 4) == 0;
            if (!yes && std::memcmp(p, "false", 5) != 0) return false;
            p += yes ? 4 : 5;
            put_value(out, static_cast<std::uint8_t>(yes ? 1 : 0));
            return true;
        }
        default:
            return false;
    }
}

bool CsvRowParser::fast_time(Out& out, const char*& p, std::int64_t& time) {
    static constexpr std::size_t kSeconds = 20;  // 2006-01-02T15:04:05Z
    const char* stop = p[kSeconds - 1] == 'Z' ? p + kSeconds : scan::cell_end(p);
    if (*stop == '\n' && stop[-1] == '\r') --stop;
    if (*p == '"' || !out.times.parse({p, static_cast<std::size_t>(stop - p)}, time)) return false;
    p = stop;
    return true;
}

bool CsvRowParser::fast_text(Out& out, const char*& p) {
    if (*p == '"') return false;
    const char* stop = scan::cell_end(p);
    if (*stop == '\n' && stop[-1] == '\r') --stop;
    put_text(out, {p, static_cast<std::size_t>(stop - p)});
    p = stop;
    return true;
}

void CsvRowParser::put_text(Out& out, std::string_view text) {
    if (text.size() <= StringView::kInline) {
        put_value(out, StringView(text));
        return;
    }
    StringView& recent = out.recent[slot_of(text)];
    if (recent.size() != text.size() || recent.view() != text) {
        if (!out.heap) out.heap = std::make_shared<table::StringHeap>();
        recent = StringView(out.heap->add(text));
    }
    put_value(out, recent);
}

void CsvRowParser::put_null(Out& out) {
    const std::size_t width = table::width_of(out.column->type);
    std::memset(out.values + rows_ * width, 0, width);
    if (out.valid == nullptr) {
        out.validity = Buffer::allocate(capacity_);
        out.valid = reinterpret_cast<std::uint8_t*>(out.validity->data());
        std::memset(out.valid, 1, rows_);
    }
    out.valid[rows_] = 0;
}

void CsvRowParser::put(Out& out, const CsvCell& cell) {
    if (cell.null) {
        put_null(out);
    } else if (out.column->type == ColumnType::string) {
        put_text(out, cell.text);
    } else if (out.column->type == ColumnType::boolean) {
        put_value(out, static_cast<std::uint8_t>(cell.bits));
    } else {
        put_value(out, cell.bits);
    }
}

bool CsvRowParser::skip_row(const char*& p, const char* end) const {
    // The table id and the key decide; after their last cell only quotes could hide a line end.
    const char* at = p;
    for (std::size_t i = 0; i <= last_same_; ++i) {
        const Step& step = steps_[i];
        if (step.kind != Kind::same) {
            if (*at == '"') return false;
            at = scan::cell_end(at);
            if (*at++ != kCsvDelimiter) return false;
        } else if (step.length == 0 || static_cast<std::size_t>(end - at) < step.length ||
                   !scan::same_bytes(at, step.previous, step.length)) {
            return false;
        } else {
            at += step.length;
        }
    }
    if (last_same_ + 1 == steps_.size()) {
        p = at;
        return true;
    }
    const auto rest = static_cast<std::size_t>(end - at);
    const auto* line_end = static_cast<const char*>(std::memchr(at, '\n', rest));
    if (line_end == nullptr ||
        std::memchr(at, '"', static_cast<std::size_t>(line_end - at)) != nullptr) {
        return false;
    }
    p = line_end + 1;
    return true;
}

}  // namespace fluxi::io
