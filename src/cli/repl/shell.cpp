#include "cli/repl/shell.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <utility>

#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/plan_text.hpp"
#include "cli/profile.hpp"
#include "cli/progress.hpp"
#include "cli/repl/commands.hpp"
#include "cli/repl/pager.hpp"
#include "cli/repl/script_file.hpp"
#include "cli/report.hpp"
#include "cli/results.hpp"

namespace fluxi::cli::repl {

namespace {

std::string without_end(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

/// Whether somebody reads here and can answer.
bool is_terminal() {
    return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

}  // namespace

Shell::Shell(const RunOptions& options)
    : options_(options), watched_(!options.quiet && isatty(STDERR_FILENO) != 0) {
    reset();
}

void Shell::reset() {
    engine::SessionOptions settings = options_.session(".");
    settings.interactive = true;
    settings.variables.defaults = true;
    if (watched_) {
        settings.execution.progress = &read_;
        settings.host.notes = std::make_shared<NotesAboveProgress>(settings.host.notes);
    }
    session_ = std::make_unique<engine::Session>(std::move(settings));
    accepted_.clear();
    last_expression_.clear();
    continued_.clear();
}

void Shell::set_format(const std::string& format) {
    format_ = choose_format(format, {});
}

void Shell::line(const std::string& line) {
    if (pending_.empty() && line.starts_with('.')) {
        run_command(*this, line);
        return;
    }
    const bool continues = pending_.empty() && begins_with_pipe(line) && !continued_.empty();
    pending_ += continues ? continued_ + "\n" + line : line;
    pending_ += '\n';
    run_statements(std::exchange(pending_, {}), false);
}

void Shell::end_of_text() {
    if (!pending_.empty()) run_statements(std::exchange(pending_, {}), true);
}

void Shell::entry(const std::string& text) {
    if (text.starts_with('.')) {
        run_command(*this, text);
    } else if (begins_with_pipe(text) && !continued_.empty()) {
        run_statements(continued_ + "\n" + text, true);
    } else {
        run_statements(text, true);
    }
}

void Shell::run_statements(const std::string& text, bool last) {
    if (text.find_first_not_of(" \t\n") == std::string::npos) return;
    take("<repl>", text, without_end(text), !last);
}

void Shell::run_file(const std::string& name, const std::string& text) {
    for (const Piece& piece : pieces_of(text)) {
        if (!take(name, piece.placed, piece.text, false)) return;
    }
}

bool Shell::take(const std::string& name, const std::string& text, const std::string& entry,
                 bool waits) {
    const auto begin = std::chrono::steady_clock::now();
    const bool accepted = session_->load(name, text);
    for (const std::string& remark : session_->notes())
        note(remark, {options_.error_format == "json", options_.quiet});
    if (!accepted && waits && session_->incomplete()) {
        session_->clear_diagnostics();
        pending_ = text;
        return false;
    }
    bool ok = false;
    if (accepted) {
        accepted_.push_back(entry);
        ok = run_loaded(entry);
    } else {
        code_ = kRejected;
    }
    report_found();
    if (accepted) show_measured(begin);
    return ok;
}

void Shell::report_found() {
    report(*session_, {options_.error_format == "json", options_.quiet});
    session_->clear_diagnostics();
}

void Shell::show_plan(const std::string& expression) {
    std::string text = expression.empty() ? last_expression_ : expression;
    if (begins_with_pipe(text)) text = continued_ + "\n" + text;
    if (text.empty()) base::fail(".plan needs an expression");
    const bool accepted = session_->load("<repl>", std::move(text));
    const auto texts = accepted ? session_->plan() : std::nullopt;
    if (!texts) code_ = accepted ? kFailed : kRejected;
    report_found();
    if (!texts) return;
    const std::string shown = plan_text(*texts);
    if (shown.empty()) base::fail("this is no stream, so there is no plan");
    show(shown);
}

void Shell::show(const std::string& text) const {
    std::fflush(stdout);  // what was printed before comes before
    Pager out(STDIN_FILENO, STDOUT_FILENO, is_terminal());
    out.write(text);
    out.flush();
}

bool Shell::run_loaded(const std::string& text) {
    Pager out(STDIN_FILENO, STDOUT_FILENO, is_terminal());
    const auto writer = make_writer(format_, out, terminal_width(STDOUT_FILENO, 0));
    profile_ = {};
    session_->set_profile(profiling_ ? &profile_ : nullptr);
    read_.rows_read = 0;
    ProgressLine progress(read_, session_->budget(), watched_);
    WriterReceiver receiver(*writer, out, &progress);
    const Interrupt interrupt(session_->cancel());
    const engine::RunReport result = session_->run(receiver);
    progress.stop();
    if (result.results > 0) receiver.finish();
    if (result.value) write_value(format_ == "json" ? format_ : "pretty", *result.value, out);
    out.flush();
    if (out.enough()) session_->clear_diagnostics();  // that the run ended early is what was wished
    const bool ok = out.enough() || result.outcome == engine::Outcome::ok;
    if (!ok) code_ = kFailed;
    last_expression_ = result.value || result.results > 0 ? text : std::string();
    continued_ = continued_by_pipe(text);
    return ok;
}

void Shell::show_measured(std::chrono::steady_clock::time_point begin) {
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
    if (profiling_ && !profile_.operators.empty())
        fmt::print(stderr, "{}", profile_text(profile_, session_->sources()));
    if (timing_) fmt::print(stderr, "{:.1f} ms\n", time.count());
}

}  // namespace fluxi::cli::repl
