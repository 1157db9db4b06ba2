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

/// Writes clusters of characters one behind the other; a row that is full is followed by another,
/// in which the style goes on.
class Pen {
  public:
    Pen(std::vector<std::string>& rows, std::size_t columns)
        : rows_(rows), columns_(std::max<std::size_t>(columns, 2)) {
        rows_.emplace_back();
    }

    void put(std::string_view cluster) {
        const std::string cells = shown(cluster);
        const std::size_t width = base::display_width(cells);
        if (column_ + width > columns_) new_row();
        rows_.back() += cells;
        column_ += width;
    }
    void put_all(std::string_view text) {
        while (!text.empty()) {
            const std::size_t size = std::max<std::size_t>(base::grapheme_size(text), 1);
            put(text.substr(0, size));
            text.remove_prefix(size);
        }
    }
    /// Empty for the plain one.
    void style(std::string_view paint) {
        if (paint == style_) return;
        if (!style_.empty()) rows_.back() += kPlain;
        rows_.back() += paint;
        style_ = paint;
    }
    void new_row() {
        if (!style_.empty()) rows_.back() += kPlain;
        rows_.emplace_back(style_);
        column_ = 0;
    }
    /// The cursor is to stand here; behind the last column that is the next row.
    void mark(Layout& out) {
        if (column_ >= columns_) new_row();
        out.cursor_row = rows_.size() - 1;
        out.cursor_column = column_;
    }

  private:
    std::vector<std::string>& rows_;
    std::size_t columns_;
    std::size_t column_ = 0;
    std::string_view style_{};
};

std::vector<std::string> rows_below(const Drawing& drawing, std::size_t columns) {
    std::vector<std::string> rows;
    if (drawing.below.empty()) return rows;
    Pen pen(rows, columns);
    if (drawing.color) pen.style(kDim);
    std::string_view rest = drawing.below;
    while (true) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        pen.put_all(rest.substr(0, end));
        if (end == rest.size()) break;
        rest.remove_prefix(end + 1);
        pen.new_row();
    }
    pen.style({});
    return rows;
}

/// How many rows of the text are shown where there are so many below it: at least half of the
/// terminal is for the text.
std::size_t rows_of_text(const Layout& layout, std::size_t height) {
    const std::size_t half = std::max<std::size_t>((height + 1) / 2, 1);
    const std::size_t beside = height - std::min(height, layout.below.size());
    return std::min(layout.rows.size(), std::max(half, beside));
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
    Pen pen(out.rows, columns);
    pen.put_all(drawing.prompt);
    auto span = drawing.styles.begin();
    std::size_t at = 0;
    while (at < drawing.text.size()) {
        if (at == drawing.cursor) pen.mark(out);
        if (drawing.text[at] == '\n') {
            pen.style({});
            pen.new_row();
            pen.put_all(drawing.continuation);
            ++at;
            continue;
        }
        while (span != drawing.styles.end() && span->end <= at) ++span;
        const bool inside = span != drawing.styles.end() && span->begin <= at;
        const Style wanted = inside ? span->style : Style::plain;
        if (drawing.color) pen.style(wanted == Style::plain ? std::string_view() : paint(wanted));
        const std::size_t size =
            std::max<std::size_t>(base::grapheme_size(drawing.text.substr(at)), 1);
        pen.put(drawing.text.substr(at, size));
        at += size;
    }
    pen.style({});
    if (drawing.cursor >= drawing.text.size()) pen.mark(out);
    out.below = rows_below(drawing, columns);
    return out;
}

void Screen::draw(const Drawing& drawing) {
    const std::size_t height = rows_of(descriptor_);
    Layout next = layout(drawing, columns_of(descriptor_));
    const std::size_t count = rows_of_text(next, height);
    if (next.below.size() > height - count) next.below.resize(height - count);
    // What was shown stays in its place as long as the cursor is in it.
    std::size_t first = std::min(first_, next.rows.size() - count);
    first = std::min(first, next.cursor_row);
    first = std::max(first, next.cursor_row + 1 - std::min(count, next.cursor_row + 1));
    put(next, first, count);
}

void Screen::put(const Layout& layout, std::size_t first, std::size_t count) {
    std::string bytes = "\033[?25l\r";
    if (cursor_row_ > 0) bytes += fmt::format("\033[{}A", cursor_row_);
    bytes += "\033[J" + layout.rows[first];
    for (std::size_t row = first + 1; row < first + count; ++row)
        bytes += "\r\n" + layout.rows[row];
    for (const std::string& row : layout.below) bytes += "\r\n" + row;
    first_ = first;
    cursor_row_ = layout.cursor_row - first;
    const std::size_t up = count + layout.below.size() - 1 - cursor_row_;
    if (up > 0) bytes += fmt::format("\033[{}A", up);
    bytes += '\r';
    if (layout.cursor_column > 0) bytes += fmt::format("\033[{}C", layout.cursor_column);
    bytes += "\033[?25h";
    write_all(descriptor_, bytes);
}

void Screen::leave(const Drawing& drawing) {
    Drawing last = drawing;
    last.cursor = drawing.text.size();
    last.below = {};
    // All of it, so that it can be read above what comes next.
    const Layout whole = layout(last, columns_of(descriptor_));
    put(whole, 0, whole.rows.size());
    write_all(descriptor_, "\r\n");
    cursor_row_ = 0;
    first_ = 0;
}

void Screen::clear() {
    write_all(descriptor_, "\033[H\033[2J");
    cursor_row_ = 0;
}

}  // namespace fluxi::cli::lineedit
