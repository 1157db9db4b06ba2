// Draws the edited text: prompt, styled lines that wrap at the edge, dim lines below. `layout` is
// plain text in, rows of bytes out; Screen shows those around the cursor that the terminal has room
// for and remembers only how much it drew, so that the next drawing can take its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::lineedit {

enum class Style : std::uint8_t {
    plain,
    keyword,
    text,
    number,
    comment,
    name,
    operation,
    match,
    wrong
};

/// Bytes [begin, end) of the text in a style. Spans are sorted and do not overlap.
struct StyledSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    Style style = Style::plain;
};

/// The text with its styles as a terminal shows them; nothing is wrapped or replaced.
std::string styled(std::string_view text, const std::vector<StyledSpan>& styles);

struct Drawing {
    std::string_view prompt{};        ///< before the first line
    std::string_view continuation{};  ///< before the others
    std::string_view text{};
    std::size_t cursor = 0;
    std::vector<StyledSpan> styles{};
    std::string_view below{};  ///< dim lines under the text, wrapped as the text is
    bool color = true;
};

/// The rows of a drawing, each of which can be written by itself.
struct Layout {
    std::vector<std::string> rows{};   ///< of prompt and text; at least one
    std::vector<std::string> below{};  ///< under them
    std::size_t cursor_row = 0;        ///< counted from the first row
    std::size_t cursor_column = 0;
};

Layout layout(const Drawing& drawing, std::size_t columns);

class Screen {
  public:
    explicit Screen(int descriptor) : descriptor_(descriptor) {}
    /// Puts the drawing in the place of the one before.
    void draw(const Drawing& drawing);
    /// Leaves the drawing where it is, without what stands below, and goes to the row under it.
    void leave(const Drawing& drawing);
    /// Empties the terminal; the next drawing is at its top.
    void clear();

  private:
    void put(const Layout& layout, std::size_t first, std::size_t count);

    int descriptor_;
    std::size_t cursor_row_ = 0;  ///< of the last drawing, counted from its first row
    std::size_t first_ = 0;       ///< row of the text that is its first row
};

}  // namespace fluxi::cli::lineedit
