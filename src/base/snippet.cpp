#include "base/snippet.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/core.h>

#include "base/utf8.hpp"

namespace fluxi::base {

namespace {

std::string_view color_of(Paint paint) {
    switch (paint) {
        case Paint::plain:
            return {};
        case Paint::gutter:
            return "\x1b[34m";
        case Paint::error:
            return "\x1b[1;31m";
        case Paint::warning:
            return "\x1b[1;33m";
        case Paint::note:
            return "\x1b[1;36m";
        case Paint::help:
            return "\x1b[1;32m";
        case Paint::added:
            return "\x1b[32m";
        case Paint::bold:
            return "\x1b[1m";
    }
    return {};
}

/// A part of a mark that lies on one line, in cells.
struct Underline {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
    bool primary = false;
    Paint paint = Paint::gutter;
};

/// A row of cells to be painted: what is put later covers what was there.
class Row {
  public:
    void put(std::size_t cell, std::string_view text, Paint paint) {
        pieces_.push_back({cell, std::string(text), paint});
    }
    void print(Painter& out) {
        std::stable_sort(pieces_.begin(), pieces_.end(),
                         [](const Piece& a, const Piece& b) { return a.cell < b.cell; });
        std::size_t at = 0;
        for (const Piece& piece : pieces_) {
            if (piece.cell < at) continue;
            out.put(std::string(piece.cell - at, ' '));
            out.put(piece.text, piece.paint);
            at = piece.cell + display_width(piece.text);
        }
    }

  private:
    struct Piece {
        std::size_t cell;
        std::string text;
        Paint paint;
    };
    std::vector<Piece> pieces_;
};

/// Draws one line of source and what is below it.
class LineDrawing {
  public:
    LineDrawing(Painter& out, const SnippetStyle& style, const SourceFile& file,
                std::uint32_t number)
        : out_(out), style_(style), number_(number), line_(file.line(number), style.tab_width) {}

    void add(std::size_t begin, std::size_t end, const Mark& mark, bool with_text) {
        Underline underline{line_.cell(begin), line_.cell(end),
                            with_text ? mark.text : std::string(), mark.primary, mark.paint};
        underline.end = std::max(underline.end, underline.begin + 1);
        underlines_.push_back(std::move(underline));
    }

    void draw() {
        choose_window();
        if (width_ == 0) {
            out_.put(fmt::format("{:>{}} │", number_, style_.gutter), Paint::gutter);
            out_.line();
        } else {
            draw_source();
        }
        if (underlines_.empty()) return;
        std::stable_sort(underlines_.begin(), underlines_.end(), [](const auto& a, const auto& b) {
            return std::tie(a.begin, b.end) < std::tie(b.begin, a.end);
        });
        draw_underlines();
        draw_texts();
    }

  private:
    void draw_source() {
        put_gutter(out_, style_, std::to_string(number_));
        if (from_ > 0) out_.put("…", Paint::gutter);
        out_.put(line_.slice(from_, width_));
        if (from_ + width_ < line_.width()) out_.put("…", Paint::gutter);
        out_.line();
    }

    /// Of a long line the part around the first mark is shown.
    void choose_window() {
        width_ = line_.width();
        if (width_ <= style_.max_width) return;
        std::size_t first = line_.width();
        for (const Underline& underline : underlines_) {
            if (underline.primary) first = std::min(first, underline.begin);
        }
        if (first == line_.width()) {
            for (const Underline& underline : underlines_) first = std::min(first, underline.begin);
        }
        width_ = style_.max_width;
        const std::size_t before = width_ / 3;
        from_ = first > before ? std::min(first - before, line_.width() - width_) : 0;
        if (underlines_.empty()) from_ = 0;
        for (Underline& underline : underlines_) {
            underline.begin = std::clamp(underline.begin, from_, from_ + width_) - from_;
            underline.end = std::clamp(underline.end, from_, from_ + width_) - from_;
            underline.end = std::max(underline.end, underline.begin + 1);
            if (from_ > 0) {
                ++underline.begin;
                ++underline.end;
            }
        }
    }

    /// The marks themselves, and the text of the last one if nothing stands to its right.
    void draw_underlines() {
        put_gutter(out_, style_);
        const std::size_t width =
            std::max_element(underlines_.begin(), underlines_.end(),
                             [](const auto& a, const auto& b) { return a.end < b.end; })
                ->end;
        // Secondary marks first, so that a primary one covers them.
        std::string cells(width, ' ');
        std::vector<Paint> paints(width, Paint::plain);
        for (const bool primary : {false, true}) {
            for (const Underline& underline : underlines_) {
                if (underline.primary != primary) continue;
                for (std::size_t i = underline.begin; i < underline.end; ++i) {
                    cells[i] = primary ? '^' : '-';
                    paints[i] = underline.paint;
                }
            }
        }
        for (std::size_t i = 0; i < width;) {
            std::size_t next = i + 1;
            while (next < width && paints[next] == paints[i]) ++next;
            out_.put(std::string_view(cells).substr(i, next - i), paints[i]);
            i = next;
        }
        Underline& last = underlines_.back();
        if (!last.text.empty() && last.end == width && fits(width + display_width(last.text))) {
            out_.put(" ");
            out_.put(last.text, last.paint);
            last.text.clear();
        }
        out_.line();
    }

    [[nodiscard]] bool fits(std::size_t width) const { return width < style_.max_width + 20; }

    /// The other texts, from right to left, each below its mark.
    void draw_texts() {
        std::vector<const Underline*> waiting;
        for (const Underline& underline : underlines_) {
            if (!underline.text.empty()) waiting.push_back(&underline);
        }
        if (!waiting.empty()) {
            Row bars;
            for (const Underline* underline : waiting) {
                bars.put(underline->begin, "│", underline->paint);
            }
            put_gutter(out_, style_);
            bars.print(out_);
            out_.line();
        }
        while (!waiting.empty()) {
            const Underline* last = waiting.back();
            waiting.pop_back();
            Row row;
            for (const Underline* underline : waiting) {
                if (underline->begin < last->begin)
                    row.put(underline->begin, "│", underline->paint);
            }
            row.put(last->begin, last->text, last->paint);
            put_gutter(out_, style_);
            row.print(out_);
            out_.line();
        }
    }

    Painter& out_;
    const SnippetStyle& style_;
    std::uint32_t number_;
    ShownLine line_;
    std::vector<Underline> underlines_;
    std::size_t from_ = 0;
    std::size_t width_ = 0;
};

}  // namespace

void Painter::put(std::string_view text, Paint paint) {
    const std::string_view color = color_ && !text.empty() ? color_of(paint) : std::string_view();
    out_ += color;
    out_ += text;
    if (!color.empty()) out_ += "\x1b[0m";
}

ShownLine::ShownLine(std::string_view line, std::size_t tab_width) {
    std::size_t cell = 0;
    while (!line.empty()) {
        std::size_t size = grapheme_size(line);
        std::string text(line.substr(0, size));
        const CodePoint first = decode_utf8(line);
        if (text == "\t") {
            text.assign(tab_width - cell % tab_width, ' ');
        } else if (!first.valid || first.value < 0x20 || first.value == 0x7F) {
            size = first.size;
            text = "\xEF\xBF\xBD";
        }
        cells_.insert(cells_.end(), size, cell);
        const std::size_t width = display_width(text);
        pieces_.push_back({cell, std::move(text)});
        cell += width;
        line.remove_prefix(size);
    }
    cells_.push_back(cell);
}

std::size_t ShownLine::cell(std::size_t offset) const {
    return cells_[std::min(offset, cells_.size() - 1)];
}

std::string ShownLine::slice(std::size_t from, std::size_t width) const {
    std::string result;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const std::size_t end = i + 1 < pieces_.size() ? pieces_[i + 1].cell : this->width();
        if (pieces_[i].cell >= from && end <= from + width) result += pieces_[i].text;
    }
    return result;
}

void put_gutter(Painter& out, const SnippetStyle& style, std::string_view number) {
    out.put(fmt::format("{:>{}} │ ", number, style.gutter), Paint::gutter);
}

void put_empty_line(Painter& out, const SnippetStyle& style) {
    out.put(fmt::format("{:>{}} │", "", style.gutter), Paint::gutter);
    out.line();
}

void draw_snippet(Painter& out, const SourceFile& file, std::vector<Mark> marks,
                  const SnippetStyle& style) {
    std::map<std::uint32_t, LineDrawing> lines;
    const auto line_at = [&](std::uint32_t number) -> LineDrawing& {
        return lines.try_emplace(number, out, style, file, number).first->second;
    };
    for (const Mark& mark : marks) {
        const std::uint32_t first = file.position(mark.span.begin).line;
        const bool empty = mark.span.end <= mark.span.begin;
        const std::uint32_t last = empty ? first : file.position(mark.span.end - 1).line;
        const std::uint32_t first_start = file.line_start(first);
        if (first == last) {
            line_at(first).add(mark.span.begin - first_start, mark.span.end - first_start, mark,
                               true);
            continue;
        }
        // Of a mark over several lines the first and the last are drawn.
        const std::size_t first_size = file.line(first).size();
        line_at(first).add(mark.span.begin - first_start, first_size, mark, false);
        const std::string_view text = file.line(last);
        const std::size_t indent = std::min(text.find_first_not_of(" \t"), text.size());
        const std::size_t end = mark.span.end - file.line_start(last);
        line_at(last).add(std::min(indent, end), end, mark, true);
    }
    put_empty_line(out, style);
    std::uint32_t previous = lines.begin()->first - 1;
    for (auto& [number, line] : lines) {
        if (number == previous + 2) {
            LineDrawing(out, style, file, previous + 1).draw();
        } else if (number > previous + 2) {
            out.put(fmt::format("{:>{}}", "…", style.gutter), Paint::gutter);
            out.line();
        }
        line.draw();
        previous = number;
    }
}

}  // namespace fluxi::base
