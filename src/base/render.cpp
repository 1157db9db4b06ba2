#include "base/render.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "base/snippet.hpp"
#include "base/utf8.hpp"

namespace fluxi::base {

std::string_view severity_text(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return {};
}

namespace {

Paint severity_paint(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Paint::error;
        case Severity::warning:
            return Paint::warning;
        case Severity::note:
            return Paint::note;
    }
    return Paint::plain;
}

std::string place_text(const SourceMap& sources, Span span) {
    const SourceFile& file = sources.file(span.file);
    const Position position = file.position(span.begin);
    return fmt::format("{}:{}:{}", file.name(), position.line, position.column);
}

class Renderer {
  public:
    Renderer(const SourceMap& sources, const Diagnostic& diagnostic, const RenderOptions& options)
        : sources_(sources),
          diagnostic_(diagnostic),
          style_{options.tab_width, options.max_width, 1},
          out_(options.color) {}

    std::string run(std::span<const CallFrame> stack) {
        style_.gutter = gutter_width();
        heading();
        snippets();
        for (const std::string& note : diagnostic_.notes) remark("note", note, Paint::note);
        for (const std::string& help : diagnostic_.help) remark("help", help, Paint::help);
        for (const FixIt& fixit : diagnostic_.fixits) suggestion(fixit);
        calls(stack);
        return out_.take();
    }

  private:
    [[nodiscard]] bool known(Span span) const {
        return span.known() && span.file < sources_.size();
    }

    [[nodiscard]] std::size_t gutter_width() const {
        std::uint32_t largest = 1;
        const auto consider = [&](Span span) {
            if (!known(span)) return;
            const SourceFile& file = sources_.file(span.file);
            largest = std::max(largest, file.position(std::max(span.begin, span.end)).line);
        };
        consider(diagnostic_.span);
        for (const Label& label : diagnostic_.secondary) consider(label.span);
        for (const FixIt& fixit : diagnostic_.fixits) consider(fixit.span);
        return std::to_string(largest).size();
    }

    void heading() {
        if (known(diagnostic_.span)) {
            out_.put(place_text(sources_, diagnostic_.span), Paint::bold);
            out_.put(": ");
        }
        out_.put(
            fmt::format("{}[{}]", severity_text(diagnostic_.severity), code_text(diagnostic_.code)),
            severity_paint(diagnostic_.severity));
        out_.put(fmt::format(": {}", diagnostic_.message), Paint::bold);
        out_.line();
    }

    void snippets() {
        std::vector<Mark> marks;
        if (known(diagnostic_.span)) {
            marks.push_back(
                {diagnostic_.span, diagnostic_.label, true, severity_paint(diagnostic_.severity)});
        }
        for (const Label& label : diagnostic_.secondary) {
            if (known(label.span)) marks.push_back({label.span, label.text, false, Paint::gutter});
        }
        // File by file; the one of the primary mark comes first and was named in the heading.
        bool first = known(diagnostic_.span);
        while (!marks.empty()) {
            const FileId id = marks.front().span.file;
            const auto others = std::stable_partition(
                marks.begin(), marks.end(), [&](const Mark& mark) { return mark.span.file == id; });
            std::vector<Mark> these(std::make_move_iterator(marks.begin()),
                                    std::make_move_iterator(others));
            marks.erase(marks.begin(), others);
            if (!first) {
                out_.put(std::string(style_.gutter, ' '));
                out_.put(fmt::format(" in {}", place_text(sources_, these.front().span)),
                         Paint::gutter);
                out_.line();
            }
            first = false;
            draw_snippet(out_, sources_.file(id), std::move(these), style_);
            drawn_ = true;
        }
    }

    void begin_remark() {
        if (drawn_) {
            put_empty_line(out_, style_);
        }
        drawn_ = false;
    }

    void remark(std::string_view kind, std::string_view text, Paint paint) {
        begin_remark();
        const std::string indent(style_.gutter + 3, ' ');
        out_.put(fmt::format("{} = ", std::string(style_.gutter, ' ')), Paint::gutter);
        out_.put(kind, paint);
        out_.put(": ");
        // Later lines of a text stand below its first one.
        const std::string later(indent.size() + kind.size() + 2, ' ');
        for (std::size_t line_end = text.find('\n'); line_end != std::string_view::npos;
             line_end = text.find('\n')) {
            out_.put(text.substr(0, line_end));
            out_.line();
            out_.put(later);
            text.remove_prefix(line_end + 1);
        }
        out_.put(text);
        out_.line();
    }

    /// What the fix does, and the line as it would be.
    void suggestion(const FixIt& fixit) {
        remark("fix", fixit.description, Paint::help);
        if (!known(fixit.span)) return;
        const SourceFile& file = sources_.file(fixit.span.file);
        const Position begin = file.position(fixit.span.begin);
        const Position end = file.position(fixit.span.end);
        if (begin.line != end.line || fixit.replacement.find('\n') != std::string::npos) return;
        const std::string_view line = file.line(begin.line);
        const std::size_t from = std::min<std::size_t>(begin.column - 1, line.size());
        const std::size_t to = std::min<std::size_t>(end.column - 1, line.size());
        std::string changed(line.substr(0, from));
        changed += fixit.replacement;
        changed += line.substr(to);
        const ShownLine shown(changed, style_.tab_width);
        if (shown.width() > style_.max_width) return;
        put_empty_line(out_, style_);
        put_gutter(out_, style_, std::to_string(begin.line));
        out_.put(shown.slice(0, shown.width()));
        out_.line();
        const std::size_t first = shown.cell(from);
        const std::size_t last = shown.cell(from + fixit.replacement.size());
        put_gutter(out_, style_);
        if (last > first) {
            out_.put(std::string(first, ' '));
            out_.put(std::string(last - first, from == to ? '+' : '~'), Paint::added);
        } else {
            out_.put(std::string(first, ' '));
            out_.put("-", Paint::error);
        }
        out_.line();
        drawn_ = true;
    }

    void calls(std::span<const CallFrame> stack) {
        if (stack.empty()) return;
        begin_remark();
        out_.put(fmt::format("{} = ", std::string(style_.gutter, ' ')), Paint::gutter);
        out_.put("calls", Paint::note);
        out_.put(", the innermost first:");
        out_.line();
        std::size_t width = 0;
        for (const CallFrame& frame : stack) width = std::max(width, display_width(frame.function));
        for (std::size_t i = 0; i < stack.size();) {
            // A recursion would fill the screen with one line.
            std::size_t same = 1;
            while (i + same < stack.size() && stack[i + same].function == stack[i].function &&
                   stack[i + same].span == stack[i].span) {
                ++same;
            }
            const CallFrame& frame = stack[i];
            out_.put(fmt::format("{}{}", std::string(style_.gutter + 5, ' '), frame.function));
            if (known(frame.span)) {
                out_.put(std::string(width - display_width(frame.function) + 2, ' '));
                out_.put(place_text(sources_, frame.span), Paint::gutter);
            }
            if (same > 1) out_.put(fmt::format("  ({} times)", same));
            out_.line();
            i += same;
        }
    }

    const SourceMap& sources_;
    const Diagnostic& diagnostic_;
    SnippetStyle style_;
    Painter out_;
    bool drawn_ = false;
};

}  // namespace

std::string render_line(const SourceMap& sources, const Diagnostic& diagnostic) {
    std::string place;
    if (diagnostic.span.known() && diagnostic.span.file < sources.size()) {
        place = place_text(sources, diagnostic.span) + ": ";
    }
    return fmt::format("{}{}[{}]: {}", place, severity_text(diagnostic.severity),
                       code_text(diagnostic.code), diagnostic.message);
}

std::string render(const SourceMap& sources, const Diagnostic& diagnostic,
                   const RenderOptions& options) {
    return Renderer(sources, diagnostic, options).run({});
}

std::string render(const SourceMap& sources, std::span<const Diagnostic> diagnostics,
                   const RenderOptions& options) {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (!result.empty()) result.push_back('\n');
        result += render(sources, diagnostic, options);
    }
    return result;
}

std::string render(const SourceMap& sources, const RuntimeError& error,
                   const RenderOptions& options) {
    return Renderer(sources, error.diagnostic(), options).run(error.stack());
}

}  // namespace fluxi::base
