#include "io/line_protocol.hpp"

#include "value/number.hpp"

namespace fluxi::io {

namespace {

void append_escaped(std::string& out, std::string_view text, std::string_view escaped) {
    for (const char c : text) {
        if (escaped.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
}

/// In a measurement `=` needs no backslash, unless one stands before it, which would be taken for
/// one.
void append_measurement(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool after_backslash = text[i] == '=' && i != 0 && text[i - 1] == '\\';
        if (text[i] == ',' || text[i] == ' ' || after_backslash) out += '\\';
        out += text[i];
    }
}

void append_value(std::string& out, const LineValue& value) {
    if (const double* v = std::get_if<double>(&value)) {
        value::append_float(out, *v);
    } else if (const std::int64_t* integer = std::get_if<std::int64_t>(&value)) {
        value::append_int(out, *integer);
        out += 'i';
    } else if (const std::uint64_t* unsigned_integer = std::get_if<std::uint64_t>(&value)) {
        value::append_uint(out, *unsigned_integer);
        out += 'u';
    } else if (const bool* yes = std::get_if<bool>(&value)) {
        out += *yes ? "true" : "false";
    } else {
        out += '"';
        append_escaped(out, std::get<std::string_view>(value), "\"\\");
        out += '"';
    }
}

}  // namespace

void append_line(std::string& out, const LinePoint& point) {
    static constexpr std::string_view kInNames = ", =";
    append_measurement(out, point.measurement);
    for (const LineTag& tag : point.tags) {
        out += ',';
        append_escaped(out, tag.key, kInNames);
        out += '=';
        append_escaped(out, tag.value, kInNames);
    }
    char separator = ' ';
    for (const LineField& field : point.fields) {
        out += separator;
        separator = ',';
        append_escaped(out, field.key, kInNames);
        out += '=';
        append_value(out, field.value);
    }
    out += ' ';
    value::append_int(out, point.time);
    out += '\n';
}

}  // namespace fluxi::io
