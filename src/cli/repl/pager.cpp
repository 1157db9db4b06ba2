#include "cli/repl/pager.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "base/utf8.hpp"
#include "cli/lineedit/key.hpp"
#include "cli/lineedit/terminal.hpp"
#include "cli/report.hpp"

namespace fluxi::cli::repl {

namespace {

/// How many rows of the terminal a line takes that is wrapped at its edge.
std::size_t rows_taken(std::string_view line, std::size_t columns) {
    std::string shown;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\033') {
            i = std::min(line.find('m', i), line.size());  // colours take no cells
        } else if (line[i] != '\n') {
            shown += line[i];
        }
    }
    return std::max<std::size_t>(1, (base::display_width(shown) + columns - 1) / columns);
}

constexpr std::string_view kQuestion = "-- more: Space a page, Enter a line, a all, q enough --";

}  // namespace

Pager::Pager(int in, int out, bool paging) : Output(kBlock), in_(in), out_(out), paging_(paging) {}

void Pager::put(std::string_view text) const {
    lineedit::write_all(out_, text);
}

int Pager::deliver(std::string_view block) {
    constexpr std::size_t kUsualWidth = 80;
    const std::size_t columns = terminal_width(out_, kUsualWidth);
    while (!block.empty()) {
        if (enough_) return EPIPE;
        const std::size_t end = paging_ ? block.find('\n') : block.size() - 1;
        const std::size_t size = end == std::string_view::npos ? block.size() : end + 1;
        // A screen is full when its last line is needed for the question. A line that is longer
        // than a screen still has to go somewhere.
        const std::size_t next = paging_ ? rows_taken(block.substr(0, size), columns) : 0;
        if (paging_ && lines_ > 0 && lines_ + next >= lineedit::rows_of(out_) && !more())
            return EPIPE;
        put(block.substr(0, size));
        if (paging_ && end != std::string_view::npos) lines_ += next;
        block.remove_prefix(size);
    }
    return 0;
}

bool Pager::more() {
    put(kQuestion);
    const lineedit::RawTerminal raw(in_, out_);
    lineedit::KeyReader keys(in_);
    bool decided = false;
    while (!decided) {
        const lineedit::Key key = keys.next();
        decided = true;
        if (key.kind == lineedit::KeyKind::enter || key.kind == lineedit::KeyKind::down) {
            --lines_;
        } else if (key.kind == lineedit::KeyKind::text && key.text == " ") {
            lines_ = 0;
        } else if (key.kind == lineedit::KeyKind::text && key.text == "a") {
            paging_ = false;
        } else if (key.kind == lineedit::KeyKind::control || key.kind == lineedit::KeyKind::gone ||
                   key.kind == lineedit::KeyKind::escape || key.text == "q") {
            enough_ = true;
        } else {
            decided = false;
        }
    }
    put("\r\x1b[K");
    return !enough_;
}

}  // namespace fluxi::cli::repl
