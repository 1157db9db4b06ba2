#include "cli/lineedit/key.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace fluxi::cli::lineedit {

namespace {

constexpr int kEnd = -1;
constexpr int kSignal = -2;
constexpr int kNothing = -3;
/// The bytes of a sequence come at once; a lone Escape is followed by nothing.
constexpr int kSequenceMs = 50;
constexpr int kForEver = -1;

struct Sequence {
    std::string_view text;  ///< behind `ESC [` or `ESC O`
    KeyKind kind;
};

constexpr std::array kSequences = {
    Sequence{"A", KeyKind::up},
    Sequence{"B", KeyKind::down},
    Sequence{"C", KeyKind::right},
    Sequence{"D", KeyKind::left},
    Sequence{"H", KeyKind::home},
    Sequence{"F", KeyKind::end},
    Sequence{"1~", KeyKind::home},
    Sequence{"7~", KeyKind::home},
    Sequence{"4~", KeyKind::end},
    Sequence{"8~", KeyKind::end},
    Sequence{"3~", KeyKind::del},
    Sequence{"Z", KeyKind::back_tab},
    Sequence{"1;5C", KeyKind::word_right},
    Sequence{"1;5D", KeyKind::word_left},
    Sequence{"1;3C", KeyKind::word_right},
    Sequence{"1;3D", KeyKind::word_left},
    Sequence{"5C", KeyKind::word_right},
    Sequence{"5D", KeyKind::word_left},
};

/// How many bytes of UTF-8 follow the first one.
int following(unsigned char first) {
    if (first >= 0xF0) return 3;
    if (first >= 0xE0) return 2;
    return first >= 0xC0 ? 1 : 0;
}

}  // namespace

int KeyReader::byte(int milliseconds) {
    if (at_ < waiting_.size()) return static_cast<unsigned char>(waiting_[at_++]);
    if (milliseconds >= 0) {
        pollfd ready{descriptor_, POLLIN, 0};
        const int count = poll(&ready, 1, milliseconds);
        if (count == 0) return kNothing;
        if (count < 0) return errno == EINTR ? kSignal : kEnd;
    }
    std::array<char, 4096> block{};
    const ssize_t size = read(descriptor_, block.data(), block.size());
    if (size < 0 && errno == EINTR) return kSignal;
    if (size <= 0) return kEnd;
    waiting_.assign(block.data(), static_cast<std::size_t>(size));
    at_ = 0;
    return byte(milliseconds);
}

bool KeyReader::more_waiting() {
    if (at_ < waiting_.size()) return true;
    pollfd ready{descriptor_, POLLIN, 0};
    return poll(&ready, 1, 0) > 0;
}

Key KeyReader::next() {
    const int first = byte(kForEver);
    switch (first) {
        case kEnd:
        case kNothing:
            return {KeyKind::gone};
        case kSignal:
            return {KeyKind::resize};
        case '\r':
        case '\n':
            return {KeyKind::enter};
        case '\t':
            return {KeyKind::tab};
        case 0x7F:
        case 0x08:
            return {KeyKind::backspace};
        case 0x1B:
            return sequence();
        default:
            break;
    }
    if (first < 0x20) {
        return {KeyKind::control, {}, static_cast<char>(first == 0x1F ? '_' : first + '@')};
    }
    return character(static_cast<char>(first));
}

Key KeyReader::character(char first) {
    Key key{KeyKind::text, std::string(1, first)};
    for (int left = following(static_cast<unsigned char>(first)); left > 0; --left) {
        const int next = byte(kSequenceMs);
        if (next < 0) break;
        key.text.push_back(static_cast<char>(next));
    }
    return key;
}

Key KeyReader::sequence() {
    const int next = byte(kSequenceMs);
    if (next < 0) return {KeyKind::escape};
    if (next == '[' || next == 'O') return control_sequence();
    if (next == '\r' || next == '\n') return {KeyKind::alt, {}, '\n'};
    if (next == 0x7F) return {KeyKind::alt, {}, 0x7F};
    return {KeyKind::alt, {}, static_cast<char>(next)};
}

Key KeyReader::control_sequence() {
    std::string text;
    for (;;) {
        const int next = byte(kSequenceMs);
        if (next < 0) return {KeyKind::other};
        text.push_back(static_cast<char>(next));
        if (next >= 0x40 && next <= 0x7E) break;
    }
    if (text == "200~") return paste();
    for (const Sequence& known : kSequences) {
        if (known.text == text) return {known.kind};
    }
    return {KeyKind::other};
}

Key KeyReader::paste() {
    constexpr std::string_view kEndOfPaste = "\033[201~";
    Key key{KeyKind::paste};
    bool after_return = false;
    for (;;) {
        const int next = byte(kForEver);
        if (next == kSignal) continue;
        if (next < 0) return key;
        if (next == '\n' && after_return) {
            after_return = false;  // \r\n is one line end
            continue;
        }
        after_return = next == '\r';
        key.text.push_back(after_return ? '\n' : static_cast<char>(next));
        if (key.text.ends_with(kEndOfPaste)) {
            key.text.resize(key.text.size() - kEndOfPaste.size());
            return key;
        }
    }
}

}  // namespace fluxi::cli::lineedit
