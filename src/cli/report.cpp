#include "cli/report.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fmt/core.h>

#include "base/render.hpp"
#include "cli/command.hpp"

namespace fluxi::cli {

namespace {

void write_error(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

std::vector<base::Diagnostic> wanted(const base::Diagnostics& all, const ReportOptions& options) {
    std::vector<base::Diagnostic> chosen;
    for (const auto& diagnostic : all.all()) {
        if (!options.quiet || diagnostic.severity == base::Severity::error)
            chosen.push_back(diagnostic);
    }
    return chosen;
}

void report_json(engine::Session& session, const ReportOptions& options) {
    std::string text = "[";
    for (const auto& diagnostic : wanted(session.diagnostics(), options)) {
        if (text.size() > 1) text += ",";
        text += base::to_json(session.sources(), diagnostic);
    }
    if (session.error()) {
        if (text.size() > 1) text += ",";
        text += base::to_json(session.sources(), *session.error());
    }
    if (text.size() > 1) write_error(text + "]\n");
}

}  // namespace

Command telling_errors(Command command, ExitCode failed) {
    return [command = std::move(command), failed]() -> int {
        try {
            return command();
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), {});
            return failed;
        }
    };
}

bool color_wanted(int descriptor) {
    const char* no_color = std::getenv("NO_COLOR");
    return isatty(descriptor) != 0 && (no_color == nullptr || *no_color == '\0');
}

std::size_t terminal_width(int descriptor, std::size_t otherwise) {
    winsize size{};
    if (isatty(descriptor) != 0 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    return otherwise;
}

void report(engine::Session& session, const ReportOptions& options) {
    if (options.json) {
        report_json(session, options);
        return;
    }
    base::RenderOptions render;
    render.color = color_wanted(STDERR_FILENO);
    // Lines that the terminal would wrap pull their carets apart.
    constexpr std::size_t kGutter = 8;
    constexpr std::size_t kNarrowest = 40;
    const std::size_t width = terminal_width(STDERR_FILENO, render.max_width + kGutter);
    render.max_width = std::min(render.max_width, std::max(width, kNarrowest + kGutter) - kGutter);
    const auto found = wanted(session.diagnostics(), options);
    if (!found.empty()) write_error(base::render(session.sources(), found, render));
    if (session.error()) write_error(base::render(session.sources(), *session.error(), render));
}

void report_error(std::string_view message, const ReportOptions& options) {
    if (options.json) {
        base::Diagnostic diagnostic;
        diagnostic.code = base::Code::file;
        diagnostic.message = message;
        write_error("[" + base::to_json(base::SourceMap(), diagnostic) + "]\n");
    } else {
        write_error(fmt::format("fluxi: {}\n", message));
    }
}

void note(std::string_view text, const ReportOptions& options) {
    if (!options.quiet) write_error(fmt::format("note: {}\n", text));
}

}  // namespace fluxi::cli
