#include "io/table_text.hpp"

#include <fmt/core.h>

#include "base/utf8.hpp"

namespace fluxi::io {

using table::ColumnType;

void append_visible(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const base::CodePoint point = base::decode_utf8(text);
        if (!point.valid) {
            out += "\xEF\xBF\xBD";
        } else if (point.value == '\n') {
            out += "\\n";
        } else if (point.value == '\t') {
            out += "\\t";
        } else if (point.value == '\r') {
            out += "\\r";
        } else if (point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0)) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned>(point.value));
        } else {
            out += text.substr(0, point.size);
        }
        text.remove_prefix(point.size);
    }
}

void append_visible_cell(std::string& out, Cells& cells, std::uint32_t row) {
    if (cells.is_null(row)) {
        out += kNullText;
    } else if (cells.type() == ColumnType::string) {
        append_visible(out, cells.text(row));
    } else {
        cells.append(out, row);
    }
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (text.size() <= width || base::display_width(text) <= width) return std::string(text);
    std::string out;
    std::size_t used = 1;  // The ellipsis.
    while (!text.empty()) {
        const std::size_t size = base::grapheme_size(text);
        const std::size_t cells = base::display_width(text.substr(0, size));
        if (used + cells > width) break;
        used += cells;
        out += text.substr(0, size);
        text.remove_prefix(size);
    }
    return width == 0 ? out : out + "…";
}

bool aligns_right(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::uinteger ||
           type == ColumnType::floating;
}

std::vector<std::string> key_parts(const table::Batch& batch, std::size_t run) {
    std::vector<std::string> parts;
    for (const std::uint32_t column : batch.schema()->key()) {
        std::string& part = parts.emplace_back();
        append_visible(part, batch.schema()->fields()[column].label);
        part += '=';
        Cells cells(batch.stored(column));
        append_visible_cell(part, cells, static_cast<std::uint32_t>(run));
    }
    return parts;
}

std::string key_text(const table::Batch& batch, std::size_t run) {
    std::string text;
    for (const std::string& part : key_parts(batch, run)) {
        if (!text.empty()) text += ", ";
        text += part;
    }
    return text;
}

std::string count_text(std::uint64_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace fluxi::io
