#include "cli/conformance/script_run.hpp"

#include "base/render.hpp"
#include "io/annotated_csv_writer.hpp"
#include "value/display.hpp"

namespace fluxi::cli::conformance {

namespace {

class CsvReceiver final : public flow::exec::ResultReceiver {
  public:
    void begin_result(const std::string& name) override { writer_.begin_result(name); }
    void push(const table::Batch& batch) override { writer_.push(batch); }
    void end_result() override { writer_.end_result(); }
    std::string text() {
        writer_.finish();
        return output_.take();
    }

  private:
    io::StringOutput output_{};
    io::AnnotatedCsvWriter writer_{output_};
};

void note_lines(const base::SourceMap& sources, const base::Diagnostic& diagnostic,
                ScriptRun& run) {
    const auto note = [&](base::Span span) {
        if (span.known()) run.lines.insert(sources.file(span.file).position(span.begin).line);
    };
    note(diagnostic.span);
    for (const base::Label& label : diagnostic.secondary) note(label.span);
}

void note_error(const base::SourceMap& sources, const base::Diagnostic& diagnostic,
                ScriptRun& run) {
    if (run.code) return;
    run.code = diagnostic.code;
    run.message = diagnostic.message;
    if (diagnostic.span.known()) run.subject = sources.text(diagnostic.span);
}

ScriptRun run_loaded(engine::Session& session) {
    ScriptRun run;
    CsvReceiver receiver;
    const engine::RunReport report = session.run(receiver);
    run.results = parse_annotated(receiver.text());
    if (report.value && report.results == 0) run.value = value::display(*report.value);
    if (report.outcome == engine::Outcome::ok) return run;
    run.ending = Ending::failed;
    if (session.error()) {
        run.errors = base::render(session.sources(), *session.error());
        note_error(session.sources(), session.error()->diagnostic(), run);
        note_lines(session.sources(), session.error()->diagnostic(), run);
        for (const base::CallFrame& frame : session.error()->stack()) {
            base::Diagnostic place;
            place.span = frame.span;
            note_lines(session.sources(), place, run);
        }
    }
    return run;
}

ScriptRun rejection(engine::Session& session) {
    ScriptRun run;
    run.ending = Ending::rejected;
    run.errors = base::render(session.sources(), session.diagnostics().all());
    for (const base::Diagnostic& diagnostic : session.diagnostics().all()) {
        if (diagnostic.severity == base::Severity::error)
            note_error(session.sources(), diagnostic, run);
        note_lines(session.sources(), diagnostic, run);
    }
    return run;
}

/// What a dry run has to say begins so.
constexpr std::string_view kRequest = "dry run:";

ScriptRun run_text(engine::Session& session, const std::string& name, const std::string& text) {
    return session.load(name, text) ? run_loaded(session) : rejection(session);
}

std::string requests_in(const std::string& notes) {
    const auto at = notes.find(kRequest);
    return at == std::string::npos ? std::string() : notes.substr(at);
}

}  // namespace

ScriptRun run_script(const engine::SessionOptions& options, const std::string& name,
                     const std::string& text) {
    engine::SessionOptions settings = options;
    const auto notes = std::make_shared<host::BufferNotes>();
    settings.host.notes = notes;
    engine::Session session(std::move(settings));
    ScriptRun run = run_text(session, name, text);
    run.requests = requests_in(notes->text());
    return run;
}

std::vector<ScriptRun> run_parts(const engine::SessionOptions& options, const std::string& name,
                                 const std::vector<std::string>& parts) {
    engine::SessionOptions settings = options;
    settings.interactive = true;
    const auto notes = std::make_shared<host::BufferNotes>();
    settings.host.notes = notes;
    engine::Session session(std::move(settings));
    std::vector<ScriptRun> runs;
    for (const std::string& part : parts) {
        session.clear_diagnostics();
        runs.push_back(run_text(session, name, part));
    }
    if (!runs.empty()) runs.back().requests = requests_in(notes->text());
    return runs;
}

}  // namespace fluxi::cli::conformance
