#include "io/csv_record.hpp"

#include <algorithm>
#include <cstring>

namespace fluxi::io {

namespace {

const char* find(const char* begin, const char* end, char c) {
    return static_cast<const char*>(std::memchr(begin, c, static_cast<std::size_t>(end - begin)));
}

const char* find_last(const char* begin, const char* end, char c) {
    return static_cast<const char*>(::memrchr(begin, c, static_cast<std::size_t>(end - begin)));
}

/// The end of the record at `p`, or null if it is not whole.
const char* record_end(const char* p, const char* end) {
    for (;;) {
        if (p < end && *p == '"') {
            const char* quote = p;
            for (;;) {
                quote = find(quote + 1, end, '"');
                if (quote == nullptr || quote + 1 == end) return nullptr;
                if (quote[1] == '"') {
                    ++quote;
                } else if (quote[1] == '\n') {
                    return quote + 2;
                } else if (quote[1] == '\r') {
                    if (quote + 2 == end) return nullptr;
                    if (quote[2] == '\n') return quote + 3;
                } else if (quote[1] == kCsvDelimiter) {
                    break;
                }
            }
            p = quote + 2;
            continue;
        }
        while (p < end && *p != kCsvDelimiter && *p != '\n') ++p;
        if (p == end) return nullptr;
        if (*p++ == '\n') return p;
    }
}

}  // namespace

void CsvRecord::append_unquoted(const char* begin, const char* end) {
    for (const char* p = begin; p != end; ++p) {
        if (*p == '\r' && p + 1 != end && p[1] == '\n') continue;
        lines_ += static_cast<std::size_t>(*p == '\n');
        unquoted_ += *p;
    }
}

const char* CsvRecord::read_quoted(const char* p, const char* end, bool added_end, bool& last) {
    last = false;
    for (;;) {
        const char* quote = find(p, end, '"');
        if (quote == nullptr) {
            // The field was never closed: it has everything that follows.
            const char* stop = added_end ? end - 1 : end;
            if (added_end && stop != p && stop[-1] == '\r') --stop;
            append_unquoted(p, stop);
            last = true;
            ++lines_;
            return end;
        }
        append_unquoted(p, quote);
        const char next = quote[1];
        if (next == '"') {
            unquoted_ += '"';
            p = quote + 2;
            continue;
        }
        if (next == kCsvDelimiter) return quote + 2;
        const bool crlf = next == '\r' && quote[2] == '\n';
        if (next == '\n' || crlf) {
            last = true;
            ++lines_;
            return quote + (crlf ? 3 : 2);
        }
        unquoted_ += '"';
        p = quote + 1;
    }
}

const char* CsvRecord::read(const char* begin, const char* end, bool added_end) {
    fields_.clear();
    unquoted_.clear();
    lines_ = 0;
    const char* p = begin;
    for (bool last = false; !last;) {
        CsvField field;
        field.begin = p;
        if (*p == '"') {
            const std::size_t start = unquoted_.size();
            p = read_quoted(p + 1, end, added_end, last);
            // The memory may still move, so only the size is right until the record is complete.
            field.text = {field.begin, unquoted_.size() - start};
            fields_.push_back(field);
            continue;
        }
        const char* stop = p;
        while (*stop != kCsvDelimiter && *stop != '\n') ++stop;
        last = *stop == '\n';
        lines_ += static_cast<std::size_t>(last);
        const bool crlf = last && stop != p && stop[-1] == '\r';
        field.text = {p, static_cast<std::size_t>(stop - p) - static_cast<std::size_t>(crlf)};
        fields_.push_back(field);
        p = stop + 1;
    }
    std::size_t at = 0;
    for (CsvField& field : fields_) {
        if (*field.begin != '"') continue;
        field.text = std::string_view(unquoted_).substr(at, field.text.size());
        at += field.text.size();
    }
    return p;
}

const char* skip_empty_lines(const char* p, const char* end, std::size_t& lines) {
    while (p != end) {
        if (*p == '\n') {
            ++p;
        } else if (*p == '\r' && end - p > 1 && p[1] == '\n') {
            p += 2;
        } else {
            break;
        }
        ++lines;
    }
    return p;
}

const char* last_record_end(const char* begin, const char* end) {
    const char* record = begin;
    for (;;) {
        const char* quote = find(record, end, '"');
        const char* line = find_last(record, quote == nullptr ? end : quote, '\n');
        if (line != nullptr) record = line + 1;
        if (quote == nullptr) return record;
        // The line with the quote is read field by field.
        const char* next = record_end(record, end);
        if (next == nullptr) return record;
        record = next;
    }
}

}  // namespace fluxi::io
