#include "cli/doc_view.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/doc_pages.hpp"
#include "cli/doc_text.hpp"
#include "cli/lineedit/screen.hpp"
#include "cli/repl/highlight.hpp"
#include "cli/report.hpp"

namespace fluxi::cli {

namespace {

using engine::Documentation;

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 100;  ///< longer lines of prose are hard to read
constexpr std::string_view kFence = "```";
constexpr std::string_view kCodeIndent = "    ";

/// Without the backticks around code.
std::string without_marks(std::string_view text) {
    std::string result(text);
    result.erase(std::remove(result.begin(), result.end(), '`'), result.end());
    return result;
}

/// The word at the beginning of a text, or a piece of code in backticks with what is at it.
std::string_view first_word(std::string_view text) {
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '`') inside = !inside;
        if (text[i] == ' ' && (!inside || text.find('`', i) == std::string_view::npos))
            return text.substr(0, i);
    }
    return text;
}

/// Words in lines of at most so many cells; no piece of code is broken.
std::string wrapped(std::string_view text, std::string_view first, std::string_view indent,
                    std::size_t most) {
    std::string result(first);
    std::size_t used = base::display_width(first);
    bool begun = false;
    while (!text.empty()) {
        const std::string_view whole = first_word(text);
        text.remove_prefix(std::min(whole.size() + 1, text.size()));
        if (whole.empty()) continue;
        const std::string word = without_marks(whole);
        const std::size_t cells = base::display_width(word);
        if (begun && used + 1 + cells > most) {
            result += '\n';
            result += indent;
            used = base::display_width(indent);
            begun = false;
        }
        if (begun) result += ' ';
        result += word;
        used += cells + (begun ? 1 : 0);
        begun = true;
    }
    return result + "\n";
}

class DocPrinter {
  public:
    explicit DocPrinter(const DocView& view)
        : width_(std::max(view.width, kNarrowest)), color_(view.color) {}

    void heading(std::string_view text) { line(bold(without_marks(text))); }

    /// Words in lines of the width; the first line begins with `first`, the others with `indent`.
    void prose(std::string_view text, std::string_view first, std::string_view indent) {
        out_ += wrapped(text, first, indent, std::min(width_, kWidest));
    }

    /// Lines that are not wrapped; Flux in colours.
    void code(std::string_view text, bool flux, std::string_view indent) {
        std::string shown(text);
        if (flux && color_) {
            // No bracket is at a cursor.
            constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max() - 1;
            shown = lineedit::styled(text, repl::highlight(text, kNowhere));
        }
        for (const std::string_view row : lines_of(shown))
            line(row.empty() ? std::string() : fmt::format("{}{}", indent, row));
    }

    /// On one line if it fits; else as `fluxi fmt` breaks it, and what is still too long at blanks.
    void signature(const Documentation& member) {
        constexpr std::string_view kIndent = "  ";
        if (kIndent.size() + base::display_width(member.type) <= width_) {
            code(member.type, true, kIndent);
            return;
        }
        const std::string spread = spread_type(member);
        std::string text;
        for (const std::string_view row : lines_of(spread)) {
            const std::size_t deep = row.find_first_not_of(' ');
            const std::string indent(deep, ' ');
            text += wrapped(row.substr(deep), indent, indent + "    ", width_ - kIndent.size());
        }
        code(text, true, kIndent);
    }

    void text(std::string_view markdown) {
        const std::vector<std::string_view> lines = lines_of(markdown);
        for (std::size_t i = 0; i < lines.size();) i = block(lines, i);
    }

    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    [[nodiscard]] std::string bold(std::string text) const {
        return color_ ? fmt::format("\033[1m{}\033[0m", text) : text;
    }
    void line(std::string_view text) {
        out_ += text;
        out_ += '\n';
    }

    static bool is_heading(std::string_view line) {
        const std::size_t level = line.find_first_not_of('#');
        return level != 0 && level != std::string_view::npos && line[level] == ' ';
    }
    static bool is_item(std::string_view line) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        return line.starts_with("- ") || line.starts_with("* ");
    }
    /// What does not continue the lines before it.
    static bool begins_block(std::string_view line) {
        return line.empty() || line.starts_with(kFence) || line.starts_with('|') ||
               line.starts_with(kCodeIndent) || is_heading(line) || is_item(line);
    }

    /// Prints the block that begins at a line; returns the line behind it.
    std::size_t block(const std::vector<std::string_view>& lines, std::size_t at) {
        const std::string_view first = lines[at];
        if (first.empty()) {
            blank();
            return at + 1;
        }
        if (first.starts_with(kFence)) return fenced(lines, at);
        if (is_heading(first)) {
            heading(first.substr(first.find(' ') + 1));
            return at + 1;
        }
        if (!is_item(first) && begins_block(first)) {
            line(first);
            return at + 1;
        }
        const std::size_t deep = first.find_first_not_of(' ') + (is_item(first) ? 2 : 0);
        std::string words(first.substr(deep));
        while (++at < lines.size() && !ends_block(lines[at], deep)) {
            const std::string_view more = lines[at];
            words += ' ';
            words += more.substr(more.find_first_not_of(' '));
        }
        prose(words, first.substr(0, deep), std::string(deep, ' '));
        return at;
    }
    /// Whether a line is not a part of a paragraph or item that is so deep.
    static bool ends_block(std::string_view line, std::size_t deep) {
        if (!begins_block(line)) return false;
        // What is indented below an item belongs to it.
        return deep == 0 || line.empty() || !line.starts_with(kCodeIndent) || is_item(line);
    }

    std::size_t fenced(const std::vector<std::string_view>& lines, std::size_t at) {
        const bool flux = lines[at].starts_with("```flux");
        std::string content;
        while (++at < lines.size() && !lines[at].starts_with(kFence)) {
            content += lines[at];
            content += '\n';
        }
        code(content, flux, kCodeIndent);
        return std::min(at + 1, lines.size());
    }

    std::size_t width_;
    bool color_;
    std::string out_{};
};

std::string one_text(const Documentation& doc, const DocView& view) {
    if (view.width == 0) {
        std::string text = title_of(doc) + "\n";
        if (!doc.type.empty()) text += "  " + doc.type + "\n";
        return text + "\n" + doc.text + "\n";
    }
    DocPrinter out(view);
    out.heading(title_of(doc));
    if (!doc.type.empty()) out.signature(doc);
    out.blank();
    out.text(doc.text);
    return out.take();
}

}  // namespace

DocView DocView::of(int descriptor) {
    return {terminal_width(descriptor, 0), color_wanted(descriptor)};
}

std::optional<Documentation> namesake(engine::Session& session, const Documentation& doc) {
    if (doc.kind == "package" || doc.package != "universe") return std::nullopt;
    auto package = engine::find_package_documentation(session, doc.name);
    if (package && engine::list_documentation(session, doc.name).empty()) return std::nullopt;
    return package;
}

std::string title_of(const Documentation& doc) {
    if (doc.name.empty()) return doc.package;
    return doc.package == "universe" ? doc.name : doc.package + "." + doc.name;
}

std::string doc_list(const std::vector<Documentation>& all, const DocView& view) {
    constexpr std::size_t kTitle = 34;
    if (view.width == 0) {
        std::string text;
        for (const Documentation& doc : all)
            text += fmt::format("{:<{}} {}\n", title_of(doc), kTitle, doc.headline);
        return text;
    }
    std::size_t widest = 0;
    for (const Documentation& doc : all) widest = std::max(widest, title_of(doc).size());
    widest = std::min({widest, kTitle, view.width / 2});
    const std::string indent(widest + 2, ' ');
    DocPrinter out(view);
    for (const Documentation& doc : all) {
        out.prose(doc.headline, fmt::format("{:<{}}  ", title_of(doc), widest), indent);
    }
    return out.take();
}

std::string doc_text(engine::Session& session, const Documentation& doc, const DocView& view) {
    std::string text = one_text(doc, view);
    if (doc.kind == "package") {
        return text + "\n" + doc_list(engine::list_documentation(session, doc.package), view);
    }
    const auto package = namesake(session, doc);
    if (!package) return text;
    std::string_view said = package->headline;
    const std::string subject = fmt::format("Package {} ", package->package);
    if (said.starts_with(subject)) said.remove_prefix(subject.size());
    const std::string title = fmt::format("package {}: {}", package->package, said);
    DocPrinter out(view);
    if (view.width == 0) {
        text += "\n" + title + "\n";
    } else {
        out.prose(title, "", "    ");
        text += "\n" + out.take();
    }
    return text + "\n" + doc_list(engine::list_documentation(session, package->package), view);
}

}  // namespace fluxi::cli
