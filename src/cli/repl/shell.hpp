// What a REPL is apart from its input: the session, how results are shown, what was accepted so
// far. Takes entries as they come, statements of Flux or commands that begin with a dot, and writes
// results to standard output, all else to standard error. No exception leaves it.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.hpp"
#include "cli/run_options.hpp"
#include "engine/session.hpp"
#include "flow/exec/profile.hpp"

namespace fluxi::cli::repl {

class Shell {
  public:
    /// Throws base::RuntimeError for options that cannot be used.
    explicit Shell(const RunOptions& options);

    /// Takes another line of a text that comes line by line: runs what is complete, waits for more
    /// where it is not, unless this is the end of the text.
    void line(const std::string& line);
    void end_of_text();
    /// Whether a line before was not finished.
    [[nodiscard]] bool waiting() const noexcept { return !pending_.empty(); }
    /// Takes a whole entry.
    void entry(const std::string& text);

    [[nodiscard]] engine::Session& session() noexcept { return *session_; }
    [[nodiscard]] bool leaving() const noexcept { return leaving_; }
    [[nodiscard]] int code() const noexcept { return code_; }

    // For the commands.
    void run_statements(const std::string& text, bool last);
    /// Runs the statements of a script one by one, until one fails.
    void run_file(const std::string& name, const std::string& text);
    void reset();
    void leave() noexcept { leaving_ = true; }
    /// What a line that begins with |> continues: the last expression or definition.
    [[nodiscard]] const std::string& continued() const noexcept { return continued_; }
    void set_timing(bool on) noexcept { timing_ = on; }
    [[nodiscard]] bool timing() const noexcept { return timing_; }
    void set_profiling(bool on) noexcept { profiling_ = on; }
    [[nodiscard]] bool profiling() const noexcept { return profiling_; }
    /// Shows the plans of an expression, or of the last one if it is empty; nothing is run.
    void show_plan(const std::string& expression);
    /// Writes a text to standard output, a screen at a time as tables are shown.
    void show(const std::string& text) const;
    /// Throws base::RuntimeError for the name of no format.
    void set_format(const std::string& format);
    [[nodiscard]] const std::string& format() const noexcept { return format_; }
    /// Every entry that was accepted, in order.
    [[nodiscard]] const std::vector<std::string>& accepted() const noexcept { return accepted_; }
    /// Shows and forgets what the session found.
    void report_found();
    void failed(int code) noexcept { code_ = code; }
    [[nodiscard]] const RunOptions& options() const noexcept { return options_; }

  private:
    /// Checks a text and runs it; false if it was rejected or failed. `entry` is what is remembered
    /// of it; `waits`: a text that is not finished waits for more.
    bool take(const std::string& name, const std::string& text, const std::string& entry,
              bool waits);
    bool run_loaded(const std::string& text);
    void show_measured(std::chrono::steady_clock::time_point begin);

    RunOptions options_;
    bool watched_;  ///< somebody looks at standard error
    base::Progress read_{};
    std::unique_ptr<engine::Session> session_;
    std::string format_ = "pretty";
    bool timing_ = false;
    bool profiling_ = false;
    flow::exec::Profile profile_{};
    bool leaving_ = false;
    std::string pending_{};
    std::string last_expression_{};  ///< that was shown
    std::string continued_{};        ///< by a line that begins with |>
    std::vector<std::string> accepted_{};
    int code_ = 0;
};

}  // namespace fluxi::cli::repl
