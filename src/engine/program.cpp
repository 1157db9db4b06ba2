// Program and Engine on top of Session.
#include "engine/fluxi/program.hpp"

#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "base/render.hpp"
#include "engine/cancellation.hpp"
#include "engine/fluxi/fluxi.hpp"
#include "engine/package_check.hpp"
#include "engine/params.hpp"
#include "engine/public_value.hpp"
#include "engine/row_receiver.hpp"
#include "engine/session_options.hpp"
#include "io/writer_factory.hpp"
#include "value/display.hpp"

namespace fluxi {

namespace {

/// Keeps what a run writes besides its results until it is fetched.
class RunNotes final : public host::Notes {
  public:
    void write(std::string_view text) override {
        const std::lock_guard lock(mutex_);
        text_ += text;
    }
    [[nodiscard]] std::string take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(text_, {});
    }

  private:
    std::mutex mutex_{};
    std::string text_{};
};

/// Hands the results of a run to a writer.
class WriterReceiver final : public flow::exec::ResultReceiver {
  public:
    explicit WriterReceiver(io::ResultWriter& writer) : writer_(writer) {}
    void begin_result(const std::string& name) override { writer_.begin_result(name); }
    void push(const table::Batch& batch) override { writer_.push(batch); }
    void end_result() override { writer_.end_result(); }

  private:
    io::ResultWriter& writer_;
};

Status status_of(engine::Outcome outcome) {
    switch (outcome) {
        case engine::Outcome::ok:
            return Status::ok;
        case engine::Outcome::failed:
            return Status::failed;
        case engine::Outcome::rejected:
            return Status::rejected;
        case engine::Outcome::cancelled:
            return Status::cancelled;
    }
    return Status::failed;
}

Problem problem_of(const base::SourceMap& sources, const base::Diagnostic& diagnostic) {
    Problem problem;
    problem.error = diagnostic.severity == base::Severity::error;
    problem.code = base::code_text(diagnostic.code);
    problem.message = diagnostic.message;
    if (diagnostic.span.known()) {
        const base::SourceFile& file = sources.file(diagnostic.span.file);
        const base::Position place = file.position(diagnostic.span.begin);
        problem.source = file.name();
        problem.line = place.line;
        problem.column = place.column;
    }
    return problem;
}

void refuse(Result& result, Status status, std::string_view message) {
    result.status = status;
    result.messages += fmt::format("fluxi: {}\n", message);
    result.problems.push_back({true, {}, std::string(message), {}, 0, 0});
}

/// A result that takes no memory: the texts are short enough to lie in it.
Result short_result(Status status, const char* message) noexcept {
    Result result;
    result.status = status;
    result.messages = message;
    return result;
}

/// What `body` gives; what it throws becomes a result.
template <typename Body>
Result guarded(Body body) noexcept {
    try {
        try {
            return body();
        } catch (const std::bad_alloc&) {
            return short_result(Status::failed, "out of memory\n");
        } catch (const std::exception& error) {
            Result result;
            refuse(result, Status::usage, error.what());
            return result;
        }
    } catch (...) {
        return short_result(Status::failed, "out of memory\n");
    }
}

/// While it lives the program runs, if none did before.
class Running {
  public:
    explicit Running(std::atomic<bool>& flag) : flag_(flag), mine_(!flag.exchange(true)) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        if (mine_) flag_ = false;
    }
    [[nodiscard]] bool alone() const noexcept { return mine_; }

  private:
    std::atomic<bool>& flag_;
    bool mine_;
};

}  // namespace

/// Without a session the script could not even be looked at: `compiled` says why.
struct Program::State {
    Options options{};
    std::shared_ptr<RunNotes> notes{};
    std::unique_ptr<engine::Session> session{};
    Result compiled{};
    std::atomic<bool> running = false;

    void compile(const Options& given, std::string_view script, std::string_view name);
    Result run(const std::function<void(Result&)>& body, const RunSettings& settings);
    Result stream(const RowsHandler& handler, const RunSettings& settings);
    Result print(const RunSettings& settings);
    engine::RunReport run_into(flow::exec::ResultReceiver& receiver, Result& result);

  private:
    void rewind(const RunSettings& settings);
    void describe(Result& result);
};

void Program::State::compile(const Options& given, std::string_view script, std::string_view name) {
    compiled = guarded([&] {
        options = given;
        notes = std::make_shared<RunNotes>();
        session = std::make_unique<engine::Session>(engine::session_options(options, notes));
        engine::check_packages(options.packages, session->packages());
        Result found;
        if (!session->load(std::string(name), std::string(script))) found.status = Status::rejected;
        describe(found);
        return found;
    });
}

void Program::State::describe(Result& result) {
    result.messages += notes->take();
    const auto& found = session->diagnostics().all();
    if (!found.empty()) result.messages += base::render(session->sources(), found);
    for (const auto& diagnostic : found)
        result.problems.push_back(problem_of(session->sources(), diagnostic));
    if (const auto& error = session->error()) {
        result.messages += base::render(session->sources(), *error);
        result.problems.push_back(problem_of(session->sources(), error->diagnostic()));
    }
}

void Program::State::rewind(const RunSettings& settings) {
    engine::Rerun rerun;
    rerun.params = options.params;
    for (const auto& [name, value] : settings.parameters) {
        if (std::holds_alternative<Null>(value))
            base::fail("parameter {}: it has no value; leave it out for the script's own", name);
        rerun.params.insert_or_assign(name, engine::text_of(value));
    }
    for (const auto& [name, text] : rerun.params) {
        if (const auto wrong = engine::unknown_param(session->script(), name))
            base::fail("parameter {}: {}", name, *wrong);
    }
    rerun.now_ns = settings.now_ns ? settings.now_ns : options.now_ns;
    rerun.timeout = settings.timeout.value_or(options.timeout);
    session->rewind(std::move(rerun));
}

Result Program::State::run(const std::function<void(Result&)>& body, const RunSettings& settings) {
    return guarded([&] {
        if (!compiled.ok()) return compiled;
        Result result;
        const Running mark(running);
        if (!mark.alone()) {
            refuse(result, Status::usage, "the program runs already; compile one for each thread");
            return result;
        }
        rewind(settings);
        const engine::Following following(settings.cancellation, session->cancel());
        body(result);
        describe(result);
        return result;
    });
}

engine::RunReport Program::State::run_into(flow::exec::ResultReceiver& receiver, Result& result) {
    engine::RunReport report = session->run(receiver);
    result.status = status_of(report.outcome);
    if (report.value) {
        result.value = value::display(*report.value);
        result.scalar = engine::to_public(*report.value);
    }
    return report;
}

Result Program::State::print(const RunSettings& settings) {
    return run(
        [&](Result& result) {
            io::StringOutput output;
            const auto writer = io::make_writer(options.format, output);
            WriterReceiver receiver(*writer);
            run_into(receiver, result);
            writer->finish();
            result.output = output.take();
        },
        settings);
}

Result Program::State::stream(const RowsHandler& handler, const RunSettings& settings) {
    return run(
        [&](Result& result) {
            engine::RowReceiver receiver(handler);
            try {
                run_into(receiver, result);
            } catch (const engine::RowReceiver::Stopped&) {
                result.status = Status::cancelled;
                if (const auto& failure = receiver.failure())
                    refuse(result, Status::failed, "the handler of rows failed: " + *failure);
            }
        },
        settings);
}

Program::Program(std::unique_ptr<State> state) : state_(std::move(state)) {}
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

const Result& Program::compiled() const noexcept {
    static const Result empty = short_result(Status::failed, "empty program\n");
    return state_ ? state_->compiled : empty;
}

Result Program::run(const RunSettings& settings) {
    return state_ ? state_->print(settings) : compiled();
}

Result Program::stream(const RowsHandler& handler, const RunSettings& settings) {
    return state_ ? state_->stream(handler, settings) : compiled();
}

Program Engine::compile(std::string_view script, std::string_view name) const {
    std::unique_ptr<Program::State> state(new (std::nothrow) Program::State);
    if (state) state->compile(options_, script, name);
    return Program(std::move(state));
}

Result Engine::run(std::string_view script, std::string_view name) const {
    return guarded([&] {
        Program program = compile(script, name);
        if (!program.ok()) return program.compiled();
        Result result = program.run();
        const Result& compiled = program.compiled();
        result.messages.insert(0, compiled.messages);
        result.problems.insert(result.problems.begin(), compiled.problems.begin(),
                               compiled.problems.end());
        return result;
    });
}

Result Engine::check(std::string_view script, std::string_view name) const {
    return guarded([&] { return compile(script, name).compiled(); });
}

}  // namespace fluxi
