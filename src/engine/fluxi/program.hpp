// A script that was compiled once and can run many times, each time with other parameters. A
// Program runs once at a time: what begins while another run of it goes on, on another thread or in
// a handler of its rows, is refused with Status::usage. Compile the script once for each thread
// that runs it. It owns everything that its runs need, so it outlives its Engine, and shares
// nothing with other programs. No exception leaves it. It is not assigned to or destroyed while it
// runs; one that was moved from can be, its runs fail.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

#include "result.hpp"
#include "rows.hpp"
#include "value.hpp"

namespace fluxi {

/// Ends runs from outside. Copies are one and the same: give one to a run and keep another. Once it
/// was cancelled it ends every run that is given it, at once also those that begin later.
class Cancellation {
  public:
    Cancellation();
    // Copies only: one that was moved from would have nothing to cancel.
    Cancellation(const Cancellation&) = default;
    Cancellation& operator=(const Cancellation&) = default;
    ~Cancellation() = default;
    /// May be called by any thread, but not by a signal handler.
    void cancel() noexcept;
    [[nodiscard]] bool cancelled() const noexcept;

    struct State;
    [[nodiscard]] State& state() const noexcept { return *state_; }

  private:
    std::shared_ptr<State> state_;
};

/// What can be different in each run of a program.
struct RunSettings {
    Parameters parameters{};                             ///< they hide those of Options::params
    std::optional<std::int64_t> now_ns{};                ///< else Options::now_ns, else the clock
    std::optional<std::chrono::milliseconds> timeout{};  ///< else Options::timeout
    std::optional<Cancellation> cancellation{};
};

class Program {
  public:
    struct State;
    /// Engine::compile makes programs.
    explicit Program(std::unique_ptr<State> state);
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;
    ~Program();

    /// Whether the script can run.
    [[nodiscard]] bool ok() const noexcept { return compiled().ok(); }
    /// What compiling found: the status is ok, rejected or usage; warnings are here, too.
    [[nodiscard]] const Result& compiled() const noexcept;

    /// Runs the script; its results are in Result::output in the format of the options.
    [[nodiscard]] Result run(const RunSettings& settings = {});
    /// Runs the script and hands its results over while they are computed. Where it fails in the
    /// middle, the handler has got rows of it.
    [[nodiscard]] Result stream(const RowsHandler& handler, const RunSettings& settings = {});

  private:
    std::unique_ptr<State> state_;
};

}  // namespace fluxi
