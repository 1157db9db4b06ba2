// `fluxi repl` in its plain form: statement by statement from standard input; definitions and
// imports last, unfinished input goes on in the next line, a line that begins with |> continues the
// expression before it.
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/report.hpp"
#include "cli/results.hpp"
#include "cli/run_options.hpp"
#include "value/display.hpp"

namespace fluxi::cli {

namespace {

class Repl {
  public:
    explicit Repl(const RunOptions& options)
        : options_(options), session_(settings(options)), prompts_(isatty(STDIN_FILENO) != 0) {}

    int run() {
        if (prompts_) std::printf("fluxi %s – Ctrl-D leaves\n", "repl");
        std::string line;
        while (read_line(line)) {
            const bool continues =
                pending_.empty() && line.starts_with("|>") && !last_expression_.empty();
            pending_ += continues ? last_expression_ + "\n" + line : line;
            pending_ += '\n';
            evaluate(false);
        }
        if (!pending_.empty()) evaluate(true);
        if (prompts_) std::printf("\n");
        return code_;
    }

  private:
    static engine::SessionOptions settings(const RunOptions& options) {
        engine::SessionOptions result = options.session(".");
        result.interactive = true;
        return result;
    }

    bool read_line(std::string& line) {
        if (prompts_) {
            std::fputs(pending_.empty() ? "> " : "… ", stdout);
            std::fflush(stdout);
        }
        return static_cast<bool>(std::getline(std::cin, line));
    }

    /// Runs what has been read if it is complete (or `last`: nothing more comes).
    void evaluate(bool last) {
        if (pending_.find_first_not_of(" \t\n") == std::string::npos) {
            pending_.clear();
            return;
        }
        const bool accepted = session_.load("<repl>", pending_);
        if (!accepted && session_.incomplete() && !last) {
            session_.clear_diagnostics();
            return;
        }
        const std::string text = std::exchange(pending_, {});
        if (accepted) {
            run_loaded(text);
        } else {
            code_ = kRejected;
        }
        report(session_, {options_.error_format == "json", options_.quiet});
        session_.clear_diagnostics();
    }

    void run_loaded(const std::string& text) {
        io::FileOutput out(STDOUT_FILENO);
        const auto writer = make_writer("pretty", out, terminal_width(STDOUT_FILENO, 0));
        WriterReceiver receiver(*writer, out);
        const Interrupt interrupt(session_.cancel());
        const engine::RunReport result = session_.run(receiver);
        receiver.finish();
        if (result.outcome != engine::Outcome::ok) code_ = kFailed;
        if (result.value) {
            out.write(value::display(*result.value));
            out.write('\n');
        }
        out.flush();
        last_expression_ = result.value || result.results > 0 ? text : std::string();
        while (!last_expression_.empty() && last_expression_.back() == '\n')
            last_expression_.pop_back();
    }

    RunOptions options_;
    engine::Session session_;
    bool prompts_;
    std::string pending_{};
    std::string last_expression_{};
    int code_ = kOk;
};

}  // namespace

Command add_repl(CLI::App& app) {
    CLI::App* command = app.add_subcommand("repl", "Evaluate statements one by one");
    auto options = std::make_shared<RunOptions>();
    options->declare(*command);
    return [options]() -> int {
        try {
            return Repl(*options).run();
        } catch (const base::RuntimeError& error) {
            report_error(error.what(), {});
            return kUsage;
        }
    };
}

}  // namespace fluxi::cli
