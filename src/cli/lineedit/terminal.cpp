#include "cli/lineedit/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

namespace fluxi::cli::lineedit {

namespace {

constexpr std::string_view kMarkPastes = "\033[?2004h";
constexpr std::string_view kDoNotMarkPastes = "\033[?2004l";

/// Only there so that the signal interrupts `read`.
void on_resize(int) {}

}  // namespace

RawTerminal::RawTerminal(int in, int out) : in_(in), out_(out) {
    if (tcgetattr(in_, &before_) != 0) return;
    termios raw = before_;
    raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
    raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    changed_ = tcsetattr(in_, TCSADRAIN, &raw) == 0;
    struct sigaction action = {};
    action.sa_handler = on_resize;
    sigemptyset(&action.sa_mask);
    sigaction(SIGWINCH, &action, &resize_before_);
    write_all(out_, kMarkPastes);
}

RawTerminal::~RawTerminal() {
    if (!changed_) return;
    write_all(out_, kDoNotMarkPastes);
    sigaction(SIGWINCH, &resize_before_, nullptr);
    tcsetattr(in_, TCSADRAIN, &before_);
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t size = write(descriptor, text.data(), text.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
}

std::size_t columns_of(int descriptor) {
    winsize size{};
    constexpr std::size_t kUsual = 80;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
    return size.ws_col;
}

std::size_t rows_of(int descriptor) {
    winsize size{};
    constexpr std::size_t kUsual = 24;
    constexpr std::size_t kLeast = 2;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row < kLeast) return kUsual;
    return size.ws_row;
}

}  // namespace fluxi::cli::lineedit
