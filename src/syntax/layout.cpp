#include "syntax/layout.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace fluxi::syntax {

void Layout::add(Kind kind, std::string_view text) {
    Command command{kind};
    command.text = std::string(text);
    command.width = base::display_width(text.substr(0, text.find('\n')));
    commands_.push_back(std::move(command));
}

void Layout::text(std::string_view text) {
    if (!text.empty()) add(Kind::text, text);
}

void Layout::open_group(bool broken) {
    open_.push_back(static_cast<std::uint32_t>(commands_.size()));
    Command command{Kind::open};
    command.broken = broken;
    commands_.push_back(std::move(command));
}

void Layout::close_group() {
    commands_[open_.back()].end = static_cast<std::uint32_t>(commands_.size());
    open_.pop_back();
    commands_.push_back(Command{Kind::close});
}

void Layout::last_item() {
    Command& group = commands_[open_.back()];
    group.hug = !group.broken;
    group.last = static_cast<std::uint32_t>(commands_.size());
}

void Layout::no_hugging() {
    Command& group = commands_[open_.back()];
    group.broken = true;
    group.hug = false;
}

/// Finds which groups must be broken, and how wide the others are on one line.
void Layout::measure() {
    struct Open {
        std::size_t at;
        std::size_t width_before;
    };
    std::vector<Open> open;
    std::size_t width = 0;
    const auto must_break = [&](std::size_t place) {
        for (const Open& group : open) {
            Command& command = commands_[group.at];
            // What breaks before the last item breaks the list itself.
            if (place < command.last || command.last == 0) command.hug = false;
            command.broken = true;
        }
    };
    for (std::size_t i = 0; i < commands_.size(); ++i) {
        Command& command = commands_[i];
        switch (command.kind) {
            case Kind::text:
            case Kind::line:
                width += command.width;
                break;
            case Kind::hard:
            case Kind::comment:
            case Kind::spaced_comment:
            case Kind::end_comment:
                must_break(i);
                break;
            case Kind::open:
                open.push_back({i, width});
                if (command.broken) {
                    open.pop_back();
                    must_break(i);
                    open.push_back({i, width});
                }
                break;
            case Kind::close: {
                Command& group = commands_[open.back().at];
                group.width = width - open.back().width_before;
                open.pop_back();
                break;
            }
            case Kind::if_broken:
            case Kind::blank_after:
            case Kind::indent:
            case Kind::dedent:
                break;
        }
    }
}

class Layout::Printer {
  public:
    explicit Printer(const std::vector<Command>& commands) : commands_(commands) {}

    std::string run() {
        for (std::size_t i = 0; i < commands_.size(); ++i) step(i);
        new_line(false);
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

  private:
    /// flat: on one line; hugging: as flat, but the last item decides for itself; broken: an item a
    /// line.
    enum class Mode : unsigned char { flat, hugging, broken };

    [[nodiscard]] Mode mode() const { return modes_.empty() ? Mode::broken : modes_.back(); }
    [[nodiscard]] bool at_line_begin() const { return out_.empty() || out_.back() == '\n'; }

    void step(std::size_t i) {
        const Command& command = commands_[i];
        switch (command.kind) {
            case Kind::text:
                write(command);
                break;
            case Kind::line:
                if (mode() == Mode::broken) {
                    new_line(false);
                } else if (!line_due_) {
                    write(command);
                }
                break;
            case Kind::hard:
                new_line(!command.text.empty());
                break;
            case Kind::if_broken:
                if (mode() == Mode::broken) write(command);
                break;
            case Kind::comment:
                own_comment(command, false);
                break;
            case Kind::spaced_comment:
                own_comment(command, true);
                break;
            case Kind::end_comment:
                // Behind a comment on a line of its own there is no line that it could end.
                if (line_due_) {
                    own_comment(command, false);
                } else {
                    suffixes_.push_back(command.text);
                }
                break;
            case Kind::blank_after:
                blank_due_ = true;
                break;
            case Kind::open:
                modes_.push_back(choose(i));
                break;
            case Kind::close:
                modes_.pop_back();
                break;
            case Kind::indent:
                indents_.push_back(mode() == Mode::broken ? kIndent : 0);
                indent_ += indents_.back();
                break;
            case Kind::dedent:
                indent_ -= indents_.back();
                indents_.pop_back();
                break;
        }
    }

    Mode choose(std::size_t i) const {
        const Command& group = commands_[i];
        if (mode() == Mode::flat) return Mode::flat;
        const std::size_t column = at_line_begin() || line_due_ ? indent_ : column_;
        if (!group.broken && column + group.width + tail(group.end + 1) <= kWidth)
            return Mode::flat;
        if (group.broken && group.hug && column + first_line(i + 1) <= kWidth) return Mode::hugging;
        return Mode::broken;
    }

    /// Whether nothing comes behind this on the line. With a comment that is so whether or not an
    /// empty line stands before it: that line may be left out, and then nothing else may move.
    static bool ends_line(Kind kind) {
        return kind == Kind::hard || kind == Kind::comment || kind == Kind::spaced_comment;
    }

    /// The cells behind a group that stay on its line.
    std::size_t tail(std::size_t i) const {
        std::size_t width = 0;
        for (; i < commands_.size(); ++i) {
            const Kind kind = commands_[i].kind;
            if (kind == Kind::line || ends_line(kind)) break;
            if (kind == Kind::text) width += commands_[i].width;
            if (kind == Kind::text && commands_[i].text.find('\n') != std::string::npos) break;
        }
        return width;
    }

    /// The cells up to the first place inside of a group that must be broken.
    std::size_t first_line(std::size_t i) const {
        std::size_t width = 0;
        for (; i < commands_.size(); ++i) {
            const Command& command = commands_[i];
            if (ends_line(command.kind)) break;
            // A list that breaks ends its line behind the bracket, unless it hugs in turn.
            if (command.kind == Kind::open && command.broken && !command.hug) {
                return width + opening(i + 1);
            }
            if (command.kind == Kind::text || command.kind == Kind::line) width += command.width;
        }
        return width;
    }
    std::size_t opening(std::size_t i) const {
        std::size_t width = 0;
        for (; i < commands_.size(); ++i) {
            const Command& command = commands_[i];
            if (command.kind == Kind::line || ends_line(command.kind)) break;
            if (command.kind == Kind::text) width += command.width;
        }
        return width;
    }

    void write(const Command& command) {
        if (line_due_) new_line(blank_due_);
        blank_due_ = false;
        if (at_line_begin()) {
            if (command.kind != Kind::text && command.text == " ") return;
            out_.append(indent_, ' ');
            column_ = indent_;
        }
        out_ += command.text;
        const std::size_t last_line = command.text.rfind('\n');
        column_ = last_line == std::string::npos
                      ? column_ + command.width
                      : base::display_width(std::string_view(command.text).substr(last_line + 1));
    }

    void own_comment(const Command& command, bool blank) {
        if (!at_line_begin() || line_due_ || !suffixes_.empty()) new_line(false);
        if (blank && !out_.empty() && !out_.ends_with("\n\n") && !after_opening())
            out_.push_back('\n');
        out_.append(indent_, ' ');
        out_ += command.text;
        line_due_ = true;
        blank_due_ = false;
    }

    /// Whether the line before ends with an opening bracket: no empty line belongs behind that.
    [[nodiscard]] bool after_opening() const {
        const std::size_t last = out_.find_last_not_of('\n');
        return last != std::string::npos &&
               (out_[last] == '{' || out_[last] == '[' || out_[last] == '(');
    }

    void new_line(bool blank) {
        // Two comments cannot share a line: the second would become a part of the first.
        for (std::size_t i = 0; i < suffixes_.size(); ++i) {
            if (i > 0) {
                out_.push_back('\n');
                out_.append(indent_, ' ');
            } else if (!at_line_begin()) {
                out_.push_back(' ');
            }
            out_ += suffixes_[i];
        }
        suffixes_.clear();
        while (out_.ends_with(' ')) out_.pop_back();
        if (!at_line_begin()) out_.push_back('\n');
        if ((blank || (line_due_ && blank_due_)) && !out_.empty() && !out_.ends_with("\n\n")) {
            out_.push_back('\n');
        }
        line_due_ = false;
        blank_due_ = false;
        column_ = 0;
    }

    const std::vector<Command>& commands_;
    std::string out_;
    std::vector<Mode> modes_;
    std::vector<std::size_t> indents_;
    std::vector<std::string> suffixes_;
    std::size_t indent_ = 0;
    std::size_t column_ = 0;
    bool line_due_ = false;   ///< a comment was written: nothing may follow on its line
    bool blank_due_ = false;  ///< and an empty line follows it
};

std::string Layout::print() {
    measure();
    return Printer(commands_).run();
}

}  // namespace fluxi::syntax
