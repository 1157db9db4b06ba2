#include "cli/lineedit/screen.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/lineedit/terminal.hpp"

namespace fluxi::cli::lineedit {

namespace {

constexpr std::string_view kPlain = "\033[0m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::size_t kTabCells = 4;

std::string_view paint(Style style) {
    switch (style) {
        case Style::plain:
            return kPlain;
        case Style::keyword:
            return "\033[35m";
        case Style::text:
            return "\033[32m";
        case Style::number:
            return "\033[36m";
        case Style::comment:
            return "\033[90m";
        case Style::name:
            return "\033[34m";
        case Style::operation:
            return "\033[33m";
        case Style::match:
            return "\033[1;4m";
        case Style::wrong:
            return "\033[1;31m";
    }
    return kPlain;
}

/// What a cluster of characters looks like: tabs as blanks, controls as a replacement character.
std::string shown(std::string_view cluster) {
    if (cluster == "\t") return std::string(kTabCells, ' ');
    const auto first = static_cast<unsigned char>(cluster.front());
    return first < 0x20 || first == 0x7F ? "\xEF\xBF\xBD" : std::string(cluster);
}

class Pen {
  public:
    Pen(Layout& out, std::size_t columns)
        : out_(out), columns_(std::max<std::size_t>(columns, 2)) {}

    void put(std::string_view cluster) {
        const std::string cells = shown(cluster);
        const std::size_t width = base::display_width(cells);
        if (column_ + width > columns_) new_row();
        out_.bytes += cells;
        column_ += width;
    }
    void put_all(std::string_view text) {
        while (!text.empty()) {
            const std::size_t size = std::max<std::size_t>(base::grapheme_size(text), 1);
            put(text.substr(0, size));
            text.remove_prefix(size);
        }
    }
    void new_row() {
        out_.bytes += "\r\n";
        ++out_.rows;
        column_ = 0;
    }
    /// The cursor is to stand here; behind the last column that is the next row.
    void mark() {
        if (column_ >= columns_) new_row();
        out_.cursor_row = out_.rows - 1;
        out_.cursor_column = column_;
    }

  private:
    Layout& out_;
    std::size_t columns_;
    std::size_t column_ = 0;
};

void draw_below(Layout& out, const Drawing& drawing, std::size_t columns) {
    std::string_view rest = drawing.below;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        out.bytes += "\r\n";
        ++out.rows_below;
        if (drawing.color) out.bytes += kDim;
        std::size_t column = 0;
        while (!line.empty()) {
            const std::size_t size = std::max<std::size_t>(base::grapheme_size(line), 1);
            const std::string cells = shown(line.substr(0, size));
            column += base::display_width(cells);
            if (column >= columns) break;
            out.bytes += cells;
            line.remove_prefix(size);
        }
        if (drawing.color) out.bytes += kPlain;
    }
}

}  // namespace

std::string styled(std::string_view text, const std::vector<StyledSpan>& styles) {
    std::string result;
    std::size_t at = 0;
    for (const StyledSpan& span : styles) {
        if (span.style == Style::plain) continue;
        result += text.substr(at, span.begin - at);
        result += paint(span.style);
        result += text.substr(span.begin, span.end - span.begin);
        result += kPlain;
        at = span.end;
    }
    result += text.substr(at);
    return result;
}

Layout layout(const Drawing& drawing, std::size_t columns) {
    Layout out;
    Pen pen(out, columns);
    pen.put_all(drawing.prompt);
    auto span = drawing.styles.begin();
    Style style = Style::plain;
    std::size_t at = 0;
    while (at < drawing.text.size()) {
        if (at == drawing.cursor) pen.mark();
        while (span != drawing.styles.end() && span->end <= at) ++span;
        const bool inside = span != drawing.styles.end() && span->begin <= at;
        const Style wanted = inside ? span->style : Style::plain;
        if (wanted != style && drawing.color) {
            out.bytes += kPlain;
            if (wanted != Style::plain) out.bytes += paint(wanted);
        }
        style = wanted;
        const std::size_t size =
            std::max<std::size_t>(base::grapheme_size(drawing.text.substr(at)), 1);
        if (drawing.text[at] == '\n') {
            if (style != Style::plain && drawing.color) out.bytes += kPlain;
            style = Style::plain;
            pen.new_row();
            pen.put_all(drawing.continuation);
            ++at;
            continue;
        }
        pen.put(drawing.text.substr(at, size));
        at += size;
    }
    if (style != Style::plain && drawing.color) out.bytes += kPlain;
    if (drawing.cursor >= drawing.text.size()) pen.mark();
    draw_below(out, drawing, columns);
    return out;
}

void Screen::draw(const Drawing& drawing) {
    const Layout next = layout(drawing, columns_of(descriptor_));
    std::string bytes = "\033[?25l\r";
    if (cursor_row_ > 0) bytes += fmt::format("\033[{}A", cursor_row_);
    bytes += "\033[J" + next.bytes;
    const std::size_t up = next.rows + next.rows_below - 1 - next.cursor_row;
    if (up > 0) bytes += fmt::format("\033[{}A", up);
    bytes += '\r';
    if (next.cursor_column > 0) bytes += fmt::format("\033[{}C", next.cursor_column);
    bytes += "\033[?25h";
    write_all(descriptor_, bytes);
    cursor_row_ = next.cursor_row;
}

void Screen::leave(const Drawing& drawing) {
    Drawing last = drawing;
    last.cursor = drawing.text.size();
    last.below = {};
    draw(last);
    write_all(descriptor_, "\r\n");
    cursor_row_ = 0;
}

void Screen::clear() {
    write_all(descriptor_, "\033[H\033[2J");
    cursor_row_ = 0;
}

}  // namespace fluxi::cli::lineedit
