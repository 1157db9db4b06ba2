// A stream of layout commands and the printer that turns it into lines: texts, places where a line
// may end, groups that are printed on one line if they fit, comments. The formatter writes the
// commands in source order; only the printer knows about columns. Nothing that was put in is ever
// left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::syntax {

class Layout {
  public:
    static constexpr std::size_t kWidth = 100;
    static constexpr std::size_t kIndent = 4;

    /// Text on the line; may contain line ends (strings do), which are kept as they are.
    void text(std::string_view text);
    /// A line end if the innermost group is broken, else a blank or nothing.
    void space_or_line() { add(Kind::line, " "); }
    void nothing_or_line() { add(Kind::line, ""); }
    /// A line end in any case; `blank` leaves an empty line.
    void hard_line(bool blank = false) { add(Kind::hard, blank ? " " : ""); }
    /// Text that is there only if the innermost group is broken.
    void if_broken(std::string_view text) { add(Kind::if_broken, text); }
    /// A comment on a line of its own; `blank` keeps the empty line before it.
    void own_comment(std::string_view text, bool blank) {
        add(blank ? Kind::spaced_comment : Kind::comment, text);
    }
    /// A comment at the end of whatever line it comes to.
    void end_comment(std::string_view text) { add(Kind::end_comment, text); }
    /// An empty line before the next text, which follows a comment.
    void blank_after_comment() { add(Kind::blank_after, ""); }

    /// A group is broken if it must or if it does not fit on the line.
    void open_group(bool broken = false);
    void close_group();
    /// The last item of a list begins: if all that must be broken is inside of it, the brackets may
    /// stay at it.
    void last_item();
    /// Forbids what last_item() allows to the innermost group.
    void no_hugging();
    void open_indent() { add(Kind::indent, ""); }
    void close_indent() { add(Kind::dedent, ""); }

    [[nodiscard]] std::string print();

  private:
    enum class Kind : unsigned char {
        text,
        line,
        hard,
        if_broken,
        comment,
        spaced_comment,
        end_comment,
        blank_after,
        open,
        close,
        indent,
        dedent,
    };
    struct Command {
        Kind kind;
        bool broken = false;     ///< of a group: must be broken
        bool hug = false;        ///< of a group: last_item was called
        std::uint32_t end = 0;   ///< of a group: its closing command
        std::uint32_t last = 0;  ///< of a group: its last item
        std::size_t width = 0;   ///< of a text: its cells; of a group: when it is on one line
        std::string text{};
    };
    class Printer;

    void add(Kind kind, std::string_view text);
    void measure();

    std::vector<Command> commands_;
    std::vector<std::uint32_t> open_;
};

}  // namespace fluxi::syntax
