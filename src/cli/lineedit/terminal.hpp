// The terminal while a line is edited: every key comes at once and unechoed, pasted texts are
// marked, and a change of its size interrupts the wait for a key. It is as before when the object
// ends, however that happens.
#pragma once

#include <signal.h>
#include <termios.h>

#include <cstddef>
#include <string_view>

namespace fluxi::cli::lineedit {

class RawTerminal {
  public:
    RawTerminal(int in, int out);
    RawTerminal(const RawTerminal&) = delete;
    RawTerminal& operator=(const RawTerminal&) = delete;
    ~RawTerminal();

  private:
    int in_;
    int out_;
    termios before_{};
    bool changed_ = false;
    struct sigaction resize_before_ = {};
};

/// Writes all of it; what cannot be written is lost.
void write_all(int descriptor, std::string_view text);
/// Columns of the terminal, 80 if it does not say.
[[nodiscard]] std::size_t columns_of(int descriptor);
/// Its rows, 24 if it does not say.
[[nodiscard]] std::size_t rows_of(int descriptor);

}  // namespace fluxi::cli::lineedit
