// Each lambda of tests/lambdas/lambdas.txt bound to columns and walked row by row: both runs must
// print the same, and a lambda that the file does not mark as walked must be bindable.
#include <doctest/doctest.h>

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/render.hpp"
#include "engine/session.hpp"
#include "io/writer_factory.hpp"
#include "tests/support/project_dir.hpp"
#include "vec/binder.hpp"
#include "vec/fold.hpp"

using namespace fluxi;

namespace {

const std::string kFolder = std::string(test::kProjectDir) + "/tests/lambdas/";

struct Lambda {
    std::size_t line = 0;
    std::string operation{};
    bool walked = false;
    std::string identity{};
    std::string function{};
};

std::string trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return std::string(text);
}

std::vector<Lambda> lambdas() {
    std::vector<Lambda> all;
    std::ifstream file(kFolder + "lambdas.txt");
    std::string text;
    for (std::size_t line = 1; std::getline(file, text); ++line) {
        if (text.empty() || text.starts_with('#')) continue;
        Lambda lambda;
        lambda.line = line;
        lambda.operation = text.substr(0, text.find(' '));
        std::string rest = trimmed(std::string_view(text).substr(lambda.operation.size()));
        lambda.walked = rest.starts_with('*');
        if (lambda.walked) rest = trimmed(std::string_view(rest).substr(1));
        if (lambda.operation == "reduce") {
            const std::size_t bar = rest.find(" | ");
            lambda.identity = rest.substr(0, bar);
            rest = rest.substr(bar + 3);
        }
        lambda.function = rest;
        all.push_back(std::move(lambda));
    }
    return all;
}

const char* const kHead = R"(import "csv"
import "contrib/bonitoo-io/hex"
import "contrib/qxip/hash"
import "date"
import "dict"
import "json"
import "math"
import "regexp"
import "strings"
import "types"

limit = 2
names = ["alpha": 1, "beta": 2]
words = [1: "one", 2: "two", 3: "three with more than twelve bytes"]
array_of = [10, 20]
settings = {factor: 1.5, name: "set"}
within = (v, low, high) => v >= low and v <= high
scale = (v, by=10.0) => v * by
pick = (yes, a, b) => if yes then a else b
)";

class Printer final : public flow::exec::ResultReceiver {
  public:
    explicit Printer(io::ResultWriter& writer) : writer_(writer) {}
    void begin_result(const std::string& name) override { writer_.begin_result(name); }
    void push(const table::Batch& batch) override { writer_.push(batch); }
    void end_result() override { writer_.end_result(); }

  private:
    io::ResultWriter& writer_;
};

engine::SessionOptions options(bool bound, std::uint32_t batch_rows = 4096) {
    engine::SessionOptions result;
    result.execution.bind_lambdas = bound;
    result.execution.batch_rows = batch_rows;
    return result;
}

/// Everything that a script prints: its results and what is wrong.
std::string output_of(const std::string& script, const engine::SessionOptions& settings) {
    engine::Session session(settings);
    io::StringOutput output;
    const auto writer = io::make_writer("csv", output);
    REQUIRE(session.load("lambda.flux", script));
    Printer printer(*writer);
    session.run(printer);
    writer->finish();
    std::string text = output.take();
    text += base::render(session.sources(), session.diagnostics().all());
    if (session.error()) text += base::render(session.sources(), *session.error());
    return text;
}

std::string script_of(const Lambda& lambda, std::string_view before) {
    std::string script = kHead;
    script += "csv.from(file: \"" + kFolder + "rows.csv\")" + std::string(before) + " |> " +
              lambda.operation + "(";
    if (!lambda.identity.empty()) script += "identity: " + lambda.identity + ", ";
    return script + "fn: " + lambda.function + ")\n";
}

/// The columns of rows.csv.
class Columns final : public flow::exec::ResultReceiver {
  public:
    void begin_result(const std::string&) override {}
    void push(const table::Batch& batch) override { schema = batch.schema(); }
    void end_result() override {}
    table::SchemaRef schema{};
};

std::optional<value::Value> value_of(engine::Session& session, const std::string& text) {
    if (!session.load("value.flux", text)) return std::nullopt;
    Columns ignored;
    return session.run(ignored).value;
}

bool can_be_bound(const Lambda& lambda) {
    engine::SessionOptions settings = options(true);
    settings.interactive = true;
    engine::Session session(settings);
    Columns rows;
    REQUIRE(session.load("rows.flux",
                         std::string(kHead) + "csv.from(file: \"" + kFolder + "rows.csv\")\n"));
    session.run(rows);
    const auto function = value_of(session, lambda.function);
    REQUIRE(function);
    if (lambda.identity.empty()) {
        return vec::bind(session.evaluator(), *function, 0, *rows.schema).has_value();
    }
    const auto identity = value_of(session, lambda.identity);
    REQUIRE(identity);
    std::vector<table::Field> fields;
    const value::Record& record = identity->as_record();
    for (std::size_t i = 0; i < record.size(); ++i) {
        fields.push_back(
            {record.shape()->labels()[i], *table::column_type_of(record.values()[i].nature())});
    }
    return vec::Fold::bind(session.evaluator(), *function, *rows.schema, fields) != nullptr;
}

}  // namespace

TEST_CASE("lambdas give the same bound and walked") {
    const auto all = lambdas();
    CHECK(all.size() >= 120);
    for (const Lambda& lambda : all) {
        INFO("lambdas.txt:", lambda.line, ": ", lambda.function);
        const std::string script = script_of(lambda, "");
        const std::string bound = output_of(script, options(true));
        CHECK(bound == output_of(script, options(false)));
        // The same rows in batches of one row.
        CHECK(bound == output_of(script, options(true, 1)));
    }
}

TEST_CASE("reduce of groups gives the same bound and walked") {
    for (const Lambda& lambda : lambdas()) {
        if (lambda.operation != "reduce") continue;
        INFO("lambdas.txt:", lambda.line, ": ", lambda.function);
        for (const char* group : {" |> group(columns: [\"b\"])", " |> group()",
                                  " |> group(columns: [\"tag\", \"b\"])"}) {
            const std::string script = script_of(lambda, group);
            CHECK(output_of(script, options(true)) == output_of(script, options(false)));
        }
    }
}

TEST_CASE("lambdas are bound unless they are marked") {
    for (const Lambda& lambda : lambdas()) {
        INFO("lambdas.txt:", lambda.line, ": ", lambda.function);
        CHECK(can_be_bound(lambda) == !lambda.walked);
    }
}
