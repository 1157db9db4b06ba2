#include "io/csv_quote.hpp"

#include <cstring>

#include <utf8proc.h>

namespace fluxi::io {

namespace {

/// Whether the first character is white space (Unicode's property White_Space, as in Go).
bool begins_with_space(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return first == ' ' || (first >= '\t' && first <= '\r');
    if (first != 0xC2 && first != 0xE1 && first != 0xE2 && first != 0xE3) return false;
    utf8proc_int32_t c = 0;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &c);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

CsvQuote::CsvQuote(std::string_view delimiter, LineEnd line_end)
    : delimiter_(delimiter), line_end_(line_end) {
    for (const char c : {'"', '\r', '\n'}) special_[static_cast<unsigned char>(c)] = true;
    special_[static_cast<unsigned char>(delimiter_.front())] = true;
}

bool CsvQuote::needs_quotes(std::string_view field) const {
    if (field.empty()) return false;
    for (const char c : field) {
        if (!special_[static_cast<unsigned char>(c)]) continue;
        // The first byte of a longer delimiter begins other characters too.
        if (delimiter_.size() == 1 || c != delimiter_.front() ||
            field.find(delimiter_) != std::string_view::npos) {
            return true;
        }
    }
    return field == "\\." || begins_with_space(field);
}

char* CsvQuote::write(char* out, std::string_view field) const {
    if (needs_quotes(field)) return write_quoted(out, field);
    if (!field.empty()) std::memcpy(out, field.data(), field.size());
    return out + field.size();
}

char* CsvQuote::write_quoted(char* out, std::string_view field) const {
    *out++ = '"';
    for (const char c : field) {
        if (c == '"') {
            *out++ = '"';
        } else if (line_end_ == LineEnd::crlf && c == '\r') {
            continue;  // Only line feeds make line ends, so that CR LF does not become CR CR LF.
        } else if (line_end_ == LineEnd::crlf && c == '\n') {
            *out++ = '\r';
        }
        *out++ = c;
    }
    *out++ = '"';
    return out;
}

void CsvQuote::append(std::string& out, std::string_view field) const {
    const std::size_t size = out.size();
    out.resize(size + room(field));
    const char* end = write(out.data() + size, field);
    out.resize(static_cast<std::size_t>(end - out.data()));
}

}  // namespace fluxi::io
