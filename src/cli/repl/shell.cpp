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
}

void Shell::set_format(const std::string& format) {
    format_ = choose_format(format, {});
}

void Shell::line(const std::string& line) {
    if (pending_.empty() && line.starts_with('.')) {
        run_command(*this, line);
        return;
    }
    const bool continues = pending_.empty() && line.starts_with("|>") && !last_expression_.empty();
    pending_ += continues ? last_expression_ + "\n" + line : line;
    pending_ += '\n';
    run_statements(std::exchange(pending_, {}), false);
}

void Shell::end_of_text() {
    if (!pending_.empty()) run_statements(std::exchange(pending_, {}), true);
}

void Shell::entry(const std::string& text) {
    if (text.starts_with('.')) {
        run_command(*this, text);
    } else if (text.starts_with("|>") && !last_expression_.empty()) {
        run_statements(last_expression_ + "\n" + text, true);
    } else {
        run_statements(text, true);
    }
}

void Shell::run_statements(const std::string& text, bool last) {
    if (text.find_first_not_of(" \t\n") == std::string::npos) return;
    const bool accepted = session_->load("<repl>", text);
    for (const std::string& remark : session_->notes())
        note(remark, {options_.error_format == "json", options_.quiet});
    if (!accepted && session_->incomplete() && !last) {
        session_->clear_diagnostics();
        pending_ = text;
        return;
    }
    if (accepted) {
        accepted_.push_back(without_end(text));
        run_loaded(text);
    } else {
        code_ = kRejected;
    }
    report_found();
}

void Shell::report_found() {
    report(*session_, {options_.error_format == "json", options_.quiet});
    session_->clear_diagnostics();
}

void Shell::show_plan(const std::string& expression) {
    std::string text = expression.empty() ? last_expression_ : expression;
    if (text.starts_with("|>")) text = last_expression_ + "\n" + text;
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

void Shell::run_loaded(const std::string& text) {
    const auto begin = std::chrono::steady_clock::now();
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
    if (out.enough()) {
        session_->clear_diagnostics();  // that the run ended early is what was wished
    } else if (result.outcome != engine::Outcome::ok) {
        code_ = kFailed;
    }
    const bool shown = result.value || result.results > 0;
    last_expression_ = shown ? without_end(text) : std::string();
    show_measured(begin);
}

void Shell::show_measured(std::chrono::steady_clock::time_point begin) {
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
    if (profiling_ && !profile_.operators.empty())
        fmt::print(stderr, "{}", profile_text(profile_, session_->sources()));
    if (timing_) fmt::print(stderr, "{:.1f} ms\n", time.count());
}

}  // namespace fluxi::cli::repl
