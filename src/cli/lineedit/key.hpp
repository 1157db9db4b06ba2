// Keys of a terminal: the bytes that it sends, taken apart into characters, control letters, the
// keys that send escape sequences, and pasted texts.
#pragma once

#include <cstdint>
#include <string>

namespace fluxi::cli::lineedit {

enum class KeyKind : std::uint8_t {
    text,     ///< `text`: one character that is typed
    paste,    ///< `text`: what was pasted, line ends as \n
    control,  ///< `letter`: with Ctrl, upper case; Ctrl-_ is '_'
    alt,      ///< `letter`: with Alt or behind Escape
    enter,
    tab,
    back_tab,
    backspace,
    del,
    left,
    right,
    up,
    down,
    word_left,
    word_right,
    home,
    end,
    escape,
    resize,  ///< the window has another size
    gone,    ///< the terminal sends nothing more
    other,   ///< a sequence without a meaning here
};

struct Key {
    KeyKind kind = KeyKind::other;
    std::string text{};
    char letter = 0;
};

/// Reads keys from a terminal in raw mode. Owns no descriptor.
class KeyReader {
  public:
    explicit KeyReader(int descriptor) : descriptor_(descriptor) {}
    /// Waits for the next key.
    Key next();
    /// Whether bytes wait to be read: then drawing can be put off.
    [[nodiscard]] bool more_waiting();

  private:
    /// The next byte; -1 at the end, -2 when a signal came. Waits `milliseconds`, or for ever if
    /// negative; -3 when none came in time.
    int byte(int milliseconds);
    Key sequence();
    Key control_sequence();
    Key paste();
    Key character(char first);

    int descriptor_;
    std::string waiting_{};
    std::size_t at_ = 0;
};

}  // namespace fluxi::cli::lineedit
