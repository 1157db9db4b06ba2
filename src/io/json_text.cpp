#include "io/json_text.hpp"

#include "value/text.hpp"

namespace fluxi::io {

namespace {

constexpr char kHex[] = "0123456789abcdef";

void append_escape(std::string& out, char32_t code) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(code >> shift) & 0xF];
}

/// Whether an ASCII character can stand as it is.
bool is_plain(char c, JsonEscape escape) {
    if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) return false;
    return escape == JsonEscape::plain || (c != '<' && c != '>' && c != '&');
}

void append_ascii(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            append_escape(out, static_cast<unsigned char>(c));
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text, JsonEscape escape) {
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            if (is_plain(c, escape)) {
                out += c;
            } else {
                append_ascii(out, c);
            }
            ++i;
            continue;
        }
        const value::text::Rune rune = value::text::first_rune(text.substr(i));
        const bool separator = rune.code == 0x2028 || rune.code == 0x2029;
        if (rune.invalid()) {
            out += escape == JsonEscape::html ? "\\ufffd" : "\xEF\xBF\xBD";
        } else if (escape == JsonEscape::html && separator) {
            append_escape(out, rune.code);
        } else {
            out += text.substr(i, rune.size);
        }
        i += rune.size;
    }
    out += '"';
}

}  // namespace fluxi::io
