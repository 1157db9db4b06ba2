#include "cli/lineedit/line_editor.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/lineedit/terminal.hpp"

namespace fluxi::cli::lineedit {

namespace {

/// Rows of the terminal that a list leaves for what is being typed.
constexpr std::size_t kLeftFree = 3;

std::string common_beginning(const std::vector<Candidate>& candidates) {
    std::string common = candidates.front().text;
    for (const Candidate& candidate : candidates) {
        std::size_t size = 0;
        while (size < common.size() && size < candidate.text.size() &&
               common[size] == candidate.text[size]) {
            ++size;
        }
        common.resize(size);
    }
    // A character is not cut in two.
    while (!base::is_valid_utf8(common)) common.pop_back();
    return common;
}

/// The blanks that the line before the cursor begins with.
std::string indentation(std::string_view text, std::size_t cursor) {
    const std::size_t newline = cursor == 0 ? std::string_view::npos : text.rfind('\n', cursor - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    std::size_t end = begin;
    while (end < cursor && text[end] == ' ') ++end;
    return std::string(end - begin, ' ');
}

}  // namespace

LineEditor::LineEditor(int in, int out, History& history, Assistant& assistant, bool color)
    : history_(history),
      assistant_(assistant),
      color_(color),
      in_(in),
      out_(out),
      keys_(in),
      screen_(out) {}

Drawing LineEditor::drawing(const std::string& hint) const {
    Drawing drawing;
    drawing.prompt = prompt_;
    drawing.continuation = continuation_;
    drawing.text = buffer_.text();
    drawing.cursor = buffer_.cursor();
    drawing.below = hint;
    drawing.color = color_;
    if (color_) drawing.styles = assistant_.styles(buffer_.text(), buffer_.cursor());
    return drawing;
}

void LineEditor::draw(bool final) {
    if (final) {
        screen_.leave(drawing({}));
        return;
    }
    if (keys_.more_waiting()) return;
    const std::string below =
        listed_.empty() ? assistant_.hint(buffer_.text(), buffer_.cursor()) : listed_;
    screen_.draw(drawing(below));
}

LineEditor::Outcome LineEditor::read(std::string_view prompt, std::string_view continuation,
                                     std::string& entry) {
    const RawTerminal raw(in_, out_);
    prompt_ = prompt;
    continuation_ = continuation;
    buffer_ = EditBuffer();
    place_ = history_.entries().size();
    new_entry_.clear();
    listed_.clear();
    for (;;) {
        draw(false);
        const Key key = keys_.next();
        listed_.clear();
        const Next next = handle(key);
        tabbed_ = key.kind == KeyKind::tab;
        if (next == Next::go_on) continue;
        draw(true);
        entry = buffer_.text();
        if (next == Next::entered) {
            history_.add(entry);
            return Outcome::entered;
        }
        return next == Next::interrupted ? Outcome::interrupted : Outcome::ended;
    }
}

LineEditor::Next LineEditor::handle(const Key& key) {
    switch (key.kind) {
        case KeyKind::text:
        case KeyKind::paste:
            buffer_.insert(key.text);
            break;
        case KeyKind::enter:
            // In the middle of a text Enter is a line end, unless all of it could be run.
            if (assistant_.complete(buffer_.text())) return Next::entered;
            enter_line();
            break;
        case KeyKind::tab:
            complete();
            break;
        case KeyKind::backspace:
            buffer_.erase_left();
            break;
        case KeyKind::del:
            buffer_.erase_right();
            break;
        case KeyKind::left:
            buffer_.left();
            break;
        case KeyKind::right:
            buffer_.right();
            break;
        case KeyKind::up:
            older();
            break;
        case KeyKind::down:
            newer();
            break;
        case KeyKind::word_left:
            buffer_.word_left();
            break;
        case KeyKind::word_right:
            buffer_.word_right();
            break;
        case KeyKind::home:
            buffer_.home();
            break;
        case KeyKind::end:
            buffer_.end();
            break;
        case KeyKind::control:
            return control(key.letter);
        case KeyKind::alt:
            alt(key.letter);
            break;
        case KeyKind::gone:
            return Next::ended;
        case KeyKind::escape:
        case KeyKind::resize:
        case KeyKind::back_tab:
        case KeyKind::other:
            break;
    }
    return Next::go_on;
}

LineEditor::Next LineEditor::control(char letter) {
    switch (letter) {
        case 'A':
            buffer_.home();
            break;
        case 'B':
            buffer_.left();
            break;
        case 'C':
            return Next::interrupted;
        case 'D':
            if (buffer_.empty()) return Next::ended;
            buffer_.erase_right();
            break;
        case 'E':
            buffer_.end();
            break;
        case 'F':
            buffer_.right();
            break;
        case 'K':
            buffer_.cut_to_line_end();
            break;
        case 'L':
            screen_.clear();
            break;
        case 'N':
            newer();
            break;
        case 'P':
            older();
            break;
        case 'R':
            return handle(search());
        case 'T':
            buffer_.transpose();
            break;
        case 'U':
            buffer_.cut_to_line_begin();
            break;
        case 'W':
            buffer_.cut_word_left();
            break;
        case 'Y':
            buffer_.put_back();
            break;
        case '_':
            buffer_.undo();
            break;
        default:
            break;
    }
    return Next::go_on;
}

void LineEditor::alt(char letter) {
    switch (letter) {
        case 'b':
            buffer_.word_left();
            break;
        case 'f':
            buffer_.word_right();
            break;
        case 'd':
            buffer_.cut_word_right();
            break;
        case 0x7F:
            buffer_.cut_word_left();
            break;
        case '\n':
            enter_line();
            break;
        case '<':
            if (!history_.entries().empty()) show_entry(0);
            break;
        case '>':
            show_entry(history_.entries().size());
            break;
        default:
            break;
    }
}

void LineEditor::enter_line() {
    buffer_.insert("\n" + indentation(buffer_.text(), buffer_.cursor()));
}

void LineEditor::show_entry(std::size_t place) {
    const auto& entries = history_.entries();
    if (place_ == entries.size()) new_entry_ = buffer_.text();
    place_ = place;
    buffer_.set(place == entries.size() ? new_entry_ : entries[place]);
}

void LineEditor::older() {
    if (!buffer_.on_first_line()) {
        buffer_.up();
    } else if (place_ > 0) {
        show_entry(place_ - 1);
    }
}

void LineEditor::newer() {
    if (!buffer_.on_last_line()) {
        buffer_.down();
    } else if (place_ < history_.entries().size()) {
        show_entry(place_ + 1);
    }
}

void LineEditor::complete() {
    const Completion found = assistant_.completion(buffer_.text(), buffer_.cursor());
    if (found.candidates.empty()) return;
    const std::string common = common_beginning(found.candidates);
    const std::size_t typed = buffer_.cursor() - found.begin;
    if (found.candidates.size() == 1 || common.size() > typed) {
        buffer_.replace_before(found.begin, common);
        if (found.candidates.size() == 1) return;
    }
    if (tabbed_ || common.size() <= typed) list(found);
}

void LineEditor::list(const Completion& completion) {
    std::vector<std::string> labels;
    std::size_t widest = 0;
    for (const Candidate& candidate : completion.candidates) {
        labels.push_back(candidate.label.empty() ? candidate.text : candidate.label);
        widest = std::max(widest, base::display_width(labels.back()));
    }
    const std::size_t cell = widest + 2;
    const std::size_t across = std::max<std::size_t>((columns_of(out_) - 1) / cell, 1);
    const std::size_t height = rows_of(out_);
    const std::size_t most = height > kLeftFree + 1 ? height - kLeftFree : 1;
    if (labels.size() > across * most) {
        // The last row says how many there is no room for.
        const std::size_t shown = across * std::max<std::size_t>(most - 1, 1);
        listed_ = fmt::format("… {} more", labels.size() - shown);
        labels.resize(shown);
    }
    const std::size_t down = (labels.size() + across - 1) / across;
    std::string rows;
    for (std::size_t row = 0; row < down; ++row) {
        if (row > 0) rows += '\n';
        for (std::size_t i = row; i < labels.size(); i += down) {
            rows += labels[i];
            if (i + down < labels.size()) rows.append(cell - base::display_width(labels[i]), ' ');
        }
    }
    listed_ = listed_.empty() ? rows : rows + "\n" + listed_;
}

Key LineEditor::search() {
    std::string wanted;
    std::size_t place = history_.entries().size();
    const std::string before = buffer_.text();
    bool failed = false;
    for (;;) {
        screen_.draw(
            drawing(fmt::format("search{}: {}", failed ? " (nothing found)" : "", wanted)));
        const Key key = keys_.next();
        std::size_t below = place;
        if (key.kind == KeyKind::text) {
            wanted += key.text;
            below = failed ? place : std::min(place + 1, history_.entries().size());
        } else if (key.kind == KeyKind::backspace) {
            while (!wanted.empty() && (wanted.back() & 0xC0) == 0x80) wanted.pop_back();
            if (!wanted.empty()) wanted.pop_back();
            below = history_.entries().size();
        } else if (key.kind == KeyKind::escape ||
                   (key.kind == KeyKind::control && key.letter == 'G')) {
            buffer_.set(before);
            return {KeyKind::other};
        } else if (key.kind != KeyKind::control || key.letter != 'R') {
            return key;
        }
        const auto found = wanted.empty() ? std::nullopt : history_.find(wanted, below);
        failed = !found && !wanted.empty();
        if (found) {
            place = *found;
            buffer_.set(history_.entries()[place]);
        }
    }
}

}  // namespace fluxi::cli::lineedit
