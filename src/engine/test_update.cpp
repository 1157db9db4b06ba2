// TestRunner::golden_update: runs a testcase once more for what it got, and finds the place in its
// file where that is to stand.
#include "base/render.hpp"
#include "engine/golden.hpp"
#include "engine/test_runner.hpp"

namespace fluxi::engine {

namespace {

/// Keeps the tables of one result.
class GotTables final : public flow::exec::ResultReceiver {
  public:
    void begin_result(const std::string& name) override { wanted_ = name == kGotResult; }
    void push(const table::Batch& batch) override {
        if (wanted_) tables_.push_back(batch);
    }
    void end_result() override {}
    [[nodiscard]] const std::vector<table::Batch>& tables() const noexcept { return tables_; }

  private:
    bool wanted_ = false;
    std::vector<table::Batch> tables_{};
};

/// The blanks at the beginning of the line of a place.
std::size_t indent_of(std::string_view text, std::uint32_t place) {
    const std::size_t line = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;
    return text.find_first_not_of(' ', line) - line;
}

}  // namespace

TestRunner::Update TestRunner::golden_update(const TestOutcome& failed) const {
    Update result;
    try {
        for (const TestFile& file : tree_.files()) {
            if (file.path == failed.file) update(file, failed.name, result);
        }
    } catch (const base::RuntimeError& error) {
        result = {};
        result.problem = error.what();
    }
    return result;
}

void TestRunner::update(const TestFile& file, const std::string& name, Update& result) const {
    const std::string text = tree_.read(file.path);
    base::SourceMap sources;
    base::Diagnostics found;
    const TestSource source = parse_tests(sources, file.path, text, found);
    if (found.has_errors()) base::fail("the file has syntax errors");
    const GoldenPlace place = golden_place(source, sources, name);

    SessionOptions options = options_for(file);
    options.host.notes = std::make_shared<host::BufferNotes>();
    Session session(std::move(options));
    auto script =
        TestScript(tree_, session.sources())
            .make(parse_tests(session.sources(), file.path, place.script, found), name, found);
    if (found.has_errors() || !session.load(std::move(script)))
        base::fail("`got` does not stand alone as a stream");
    GotTables got;
    session.run(got);
    if (session.error()) base::fail("what it got cannot be made: {}", session.error()->what());
    result.place = place.literal;
    result.text = golden_text(place, got.tables(), indent_of(text, place.literal.begin));
}

}  // namespace fluxi::engine
