// HTML of the Markdown that the library's documentation is written in.
#include <algorithm>

#include <fmt/format.h>

#include "base/markup.hpp"
#include "cli/doc_pages.hpp"
#include "cli/doc_text.hpp"

namespace fluxi::cli {

namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{}</title><style>
body{{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}}
pre{{background:#f3f4f6;padding:.7rem;overflow-x:auto;line-height:1.35}}
code{{font-family:ui-monospace,monospace;font-size:.92em}}
h2{{border-top:1px solid #d0d4d9;padding-top:1rem;margin-top:2rem}}
a{{color:#0550ae}}
@media(prefers-color-scheme:dark){{body{{background:#15181c;color:#dde1e6}}pre{{background:#20252b}}a{{color:#79b8ff}}}}
</style></head><body>
)";

/// A line of text with `code` and [links](target).
std::string inlined(std::string_view text) {
    std::string html;
    while (!text.empty()) {
        const auto special = std::min(text.find_first_of("`["), text.size());
        html += base::escape_markup(text.substr(0, special));
        text.remove_prefix(special);
        if (text.empty()) break;
        const bool code = text.front() == '`';
        const auto close = text.find(code ? "`" : "](", 1);
        const auto end = code || close == std::string_view::npos ? close : text.find(')', close);
        if (end == std::string_view::npos) {
            html += base::escape_markup(text.substr(0, 1));
            text.remove_prefix(1);
            continue;
        }
        const std::string_view inner = text.substr(1, close - 1);
        html += code ? fmt::format("<code>{}</code>", base::escape_markup(inner))
                     : fmt::format("<a href=\"{}\">{}</a>",
                                   base::escape_markup(text.substr(close + 2, end - close - 2)),
                                   inlined(inner));
        text.remove_prefix(end + 1);
    }
    return html;
}

/// Puts lines together into blocks.
class HtmlWriter {
  public:
    void line(std::string_view line) {
        if (line.starts_with("```")) {
            end_block();
            html_ += fenced_ ? "</code></pre>\n" : "<pre><code>";
            fenced_ = !fenced_;
        } else if (fenced_) {
            html_ += base::escape_markup(line) + "\n";
        } else if (line.empty()) {
            end_block();
        } else if (const auto level = line.find_first_not_of('#');
                   level != 0 && level != std::string_view::npos && line[level] == ' ') {
            heading(level, line.substr(level + 1));
        } else if (line.starts_with("- ")) {
            if (open_ != "li") {
                end_block();
                html_ += "<ul>\n";
            } else {
                html_ += "</li>\n";
            }
            html_ += "<li>";
            open_ = "li";
            html_ += inlined(line.substr(2));
        } else {
            if (open_.empty()) {
                html_ += "<p>";
                open_ = "p";
            } else {
                html_ += '\n';
            }
            html_ += inlined(line.substr(line.find_first_not_of(' ')));
        }
    }

    std::string finish() {
        end_block();
        return std::move(html_) + "</body></html>\n";
    }

  private:
    void heading(std::size_t level, std::string_view text) {
        end_block();
        std::string id = lower_case(text);
        std::replace(id.begin(), id.end(), ' ', '-');
        html_ += fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level, base::escape_markup(id),
                             inlined(text));
    }
    void end_block() {
        if (open_ == "li") html_ += "</li>\n</ul>\n";
        if (open_ == "p") html_ += "</p>\n";
        open_ = {};
    }

    std::string html_{};
    std::string_view open_{};  ///< the element that a line goes on with: "p", "li" or none
    bool fenced_ = false;
};

}  // namespace

std::string html_of(std::string_view title, std::string_view markdown) {
    HtmlWriter writer;
    for (const std::string_view line : lines_of(markdown)) writer.line(line);
    return fmt::format(kHead, base::escape_markup(title)) + writer.finish();
}

}  // namespace fluxi::cli
