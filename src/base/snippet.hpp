// Draws lines of source text with marks below them. Private to the rendering of diagnostics;
// positions on the screen are cells: tabs are expanded, grapheme clusters have the width a terminal
// gives them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace fluxi::base {

enum class Paint : unsigned char { plain, gutter, error, warning, note, help, added, bold };

/// Text in pieces of one colour; the colours are left out when they are off.
class Painter {
  public:
    explicit Painter(bool color) : color_(color) {}
    void put(std::string_view text, Paint paint = Paint::plain);
    void line() { out_.push_back('\n'); }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    bool color_;
    std::string out_;
};

struct Mark {
    Span span;
    std::string text;
    bool primary = false;
    Paint paint = Paint::gutter;
};

struct SnippetStyle {
    std::size_t tab_width = 4;
    std::size_t max_width = 120;
    std::size_t gutter = 1;  ///< digits of the largest line number
};

/// A line as shown: tabs expanded, what a terminal must not see replaced.
class ShownLine {
  public:
    ShownLine(std::string_view line, std::size_t tab_width);
    /// The cell at which the byte `offset` of the line is shown; past the end one cell per byte is
    /// not possible, so that is the end.
    [[nodiscard]] std::size_t cell(std::size_t offset) const;
    [[nodiscard]] std::size_t width() const { return cells_.back(); }
    /// The cells [from, from + width), a cluster that does not fit is left out.
    [[nodiscard]] std::string slice(std::size_t from, std::size_t width) const;

  private:
    struct Piece {
        std::size_t cell;
        std::string text;
    };
    std::vector<Piece> pieces_;
    std::vector<std::size_t> cells_;  ///< of each byte, and of the end
};

/// `  │ ` before a line without a number.
void put_gutter(Painter& out, const SnippetStyle& style, std::string_view number = {});
/// A line with nothing but the gutter.
void put_empty_line(Painter& out, const SnippetStyle& style);

/// Draws the lines of one file that the marks (at least one) lie on.
void draw_snippet(Painter& out, const SourceFile& file, std::vector<Mark> marks,
                  const SnippetStyle& style);

}  // namespace fluxi::base
