// `fluxi run`: runs scripts, results to standard output, everything else to standard error.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/core.h>

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/interrupt.hpp"
#include "cli/profile.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "cli/results.hpp"
#include "cli/run_options.hpp"
#include "cli/settings_file.hpp"
#include "cli/watch.hpp"
#include "engine/params.hpp"

namespace fluxi::cli {

namespace {

/// Throws if `--param` names what the script does not define.
void require_params(const engine::Session& session) {
    for (const auto& [name, text] : session.options().params) {
        if (const auto wrong = engine::unknown_param(session.script(), name))
            base::fail("--param {}: {}", name, *wrong);
    }
}

struct RunCommand {
    RunOptions options{};
    std::vector<std::string> files{};
    std::vector<std::string> texts{};
    std::string format{};
    std::string output{};
    bool profile = false;
    bool watch = false;

    void declare(CommandLine& command);
    int run();

  private:
    [[nodiscard]] ReportOptions reporting() const {
        return {options.error_format == "json", options.quiet};
    }
    /// Whether the results go to a file, by -o or by the shell.
    [[nodiscard]] bool into_file() const;
    int run_all(io::Output& out);
    int run_once();
    int run_again_and_again();
    int run_script(Script script, io::Output& out);

    /// Of the script that runs, or of all of them where they make one document.
    std::unique_ptr<io::ResultWriter> writer_{};
    std::shared_ptr<WatchedFiles>
        watched_{};  ///< the files that the run opens, if they are watched
};

void RunCommand::declare(CommandLine& command) {
    options.declare(command);
    command.add_option("FILE", files, "Scripts, - for standard input");
    command.add_option("-e", texts, "The text of a script").type_name("SCRIPT").one_value_each();
    command.add_option("--format,-f", format, format_help()).type_name("NAME");
    command
        .add_option("-o,--output", output,
                    "Write the results to this file; its name tells the format")
        .type_name("FILE");
    command.add_flag("--profile", profile,
                     "Show rows, batches, bytes and time of each operator on standard error");
    command.add_flag("--watch", watch,
                     "Run again whenever the script or a file that it read changes, until Ctrl-C");
}

bool RunCommand::into_file() const {
    struct stat status = {};
    return !output.empty() || (fstat(STDOUT_FILENO, &status) == 0 && S_ISREG(status.st_mode));
}

int RunCommand::run_script(Script script, io::Output& out) {
    base::Progress read;
    engine::SessionOptions settings = options.session(script.folder);
    settings.variables.defaults = true;
    if (watched_) {
        settings.host.files = std::make_shared<WatchedFileSystem>(settings.host.files, watched_);
    }
    const bool shown = !options.quiet && isatty(STDERR_FILENO) != 0;
    if (shown) {
        settings.execution.progress = &read;
        settings.host.notes = std::make_shared<NotesAboveProgress>(settings.host.notes);
    }
    flow::exec::Profile measured;
    if (profile) settings.execution.profile = &measured;
    engine::Session session(std::move(settings));
    const bool accepted = session.load(std::move(script.name), std::move(script.text));
    for (const std::string& text : session.notes()) note(text, reporting());
    if (!accepted) {
        report(session, reporting());
        return kRejected;
    }
    require_params(session);
    // A file has no width and no colours, whatever terminal the program stands on.
    const std::size_t width = output.empty() ? terminal_width(STDOUT_FILENO, 0) : 0;
    if (!writer_) writer_ = make_writer(format, out, width);
    ProgressLine progress(read, session.budget(), shown);
    // Results in a file do not disturb the line; anything else may end up on the same terminal.
    WriterReceiver receiver(*writer_, out, into_file() ? nullptr : &progress);
    const Interrupt interrupt(session.cancel());
    const engine::RunReport result = session.run(receiver);
    progress.stop();
    const bool nothing = result.outcome == engine::Outcome::ok && result.results == 0;
    if (nothing && result.value && shows_values(format)) {
        // The value is the whole of the output: no document without results goes before it.
        write_value(format, *result.value, out);
        writer_.reset();
    } else if (is_one_document(format)) {
        receiver.end_result();  // a run that failed may have left it open
    } else {
        receiver.finish();
        writer_.reset();
    }
    if (nothing && !result.value) {
        note("the script has no result: no stream stands alone as a statement or is yielded",
             reporting());
    } else if (nothing && !shows_values(format)) {
        note(fmt::format("the script has no tables, only a value, which --format {} cannot show; "
                         "pretty and json can",
                         format),
             reporting());
    }
    report(session, reporting());
    if (profile) {
        const std::string text = profile_text(measured, session.sources());
        std::fwrite(text.data(), 1, text.size(), stderr);
    }
    switch (result.outcome) {
        case engine::Outcome::ok:
            return kOk;
        case engine::Outcome::cancelled:
            return kInterrupted;
        case engine::Outcome::failed:
        case engine::Outcome::rejected:
            break;
    }
    return kFailed;
}

int RunCommand::run_all(io::Output& out) {
    int code = kOk;
    writer_.reset();
    const auto keep = [&](int next) { code = std::max(code, next); };
    for (const auto& text : texts) keep(run_script({"-e", text, ""}, out));
    for (const auto& name : files) {
        try {
            if (watched_) watched_->add(name);
            keep(run_script(read_script(name), out));
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), reporting());
            keep(kUsage);
        }
        if (code == kInterrupted) break;
    }
    if (writer_) writer_->finish();
    out.flush();
    if (out.error() != 0 && out.error() != EPIPE) {
        report_error(fmt::format("the results cannot be written: {}", std::strerror(out.error())),
                     reporting());
        keep(kUsage);
    }
    return code;
}

int RunCommand::run_once() {
    if (output.empty()) {
        io::FileOutput out(STDOUT_FILENO);
        return run_all(out);
    }
    const int descriptor = open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) base::fail("{} cannot be written: {}", output, std::strerror(errno));
    io::FileOutput out(descriptor);
    const int code = run_all(out);
    close(descriptor);
    return code;
}

/// Ends only by an interrupt: by our own while a script runs, by that of the system while it waits.
int RunCommand::run_again_and_again() {
    if (std::find(files.begin(), files.end(), "-") != files.end())
        base::fail("--watch: standard input cannot be read again");
    for (;;) {
        watched_ = std::make_shared<WatchedFiles>();
        if (run_once() == kInterrupted) return kInterrupted;
        note(fmt::format("watching {} file{}; Ctrl-C ends", watched_->size(),
                         watched_->size() == 1 ? "" : "s"),
             reporting());
        note(fmt::format("{} has changed", watched_->wait_for_change()), reporting());
    }
}

int RunCommand::run() {
    if (files.empty() && texts.empty()) {
        report_error("no script: name a file, - for standard input, or give a text with -e",
                     reporting());
        return kUsage;
    }
    try {
        format = choose_format(format, output);
        return watch ? run_again_and_again() : run_once();
    } catch (const base::RuntimeError& error) {
        report_error(error.what(), reporting());
        return kUsage;
    }
}

}  // namespace

Command add_run(CommandLine& program) {
    CommandLine command = program.add_subcommand("run", "Run scripts and print their results");
    command.footer(settings_help);
    auto state = std::make_shared<RunCommand>();
    state->declare(command);
    return [state]() { return state->run(); };
}

}  // namespace fluxi::cli
