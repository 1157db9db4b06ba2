// The public Engine on top of Session.
#include <exception>

#include <fmt/core.h>

#include "base/render.hpp"
#include "base/version.hpp"
#include "engine/fluxi/fluxi.hpp"
#include "engine/session_options.hpp"
#include "io/writer_factory.hpp"
#include "value/display.hpp"

namespace fluxi {

namespace {

/// Hands the results of a run to a writer.
class Receiver final : public flow::exec::ResultReceiver {
  public:
    explicit Receiver(io::ResultWriter& writer) : writer_(writer) {}
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

void run_loaded(engine::Session& session, const std::string& format, Result& result) {
    io::StringOutput output;
    const auto writer = io::make_writer(format, output);
    Receiver receiver(*writer);
    const engine::RunReport report = session.run(receiver);
    writer->finish();
    result.output = output.take();
    result.status = status_of(report.outcome);
    if (report.value) result.value = value::display(*report.value);
}

Result go(const Options& options, std::string_view script, std::string_view name, bool run) {
    Result result;
    const auto notes = std::make_shared<host::BufferNotes>();
    try {
        engine::Session session(engine::session_options(options, notes));
        if (!session.load(std::string(name), std::string(script))) {
            result.status = Status::rejected;
        } else if (run) {
            run_loaded(session, options.format, result);
        }
        const auto& found = session.diagnostics().all();
        result.messages = notes->text();
        if (!found.empty()) result.messages += base::render(session.sources(), found);
        if (session.error()) result.messages += base::render(session.sources(), *session.error());
    } catch (const std::exception& error) {
        result.status = Status::usage;
        result.messages = fmt::format("fluxi: {}\n", error.what());
    }
    return result;
}

}  // namespace

Result Engine::run(std::string_view script, std::string_view name) const {
    return go(options_, script, name, true);
}

Result Engine::check(std::string_view script, std::string_view name) const {
    return go(options_, script, name, false);
}

std::string_view library_version() noexcept {
    return base::version();
}

}  // namespace fluxi
