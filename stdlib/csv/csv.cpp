// Natives of package csv: from. Its source reads the input in blocks while the plan runs; nothing
// is held but what the operators downstream keep.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/plan/source.hpp"
#include "io/csv_reader.hpp"
#include "io/gzip_input.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::csv {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

struct Input {
    std::string text{};  ///< the CSV itself, or
    std::string file{};  ///< where it stands
    bool raw = false;
    io::CsvProjection columns{};   ///< what the plan reads
    std::vector<Value> filters{};  ///< predicates of what the plan wants
};

class CsvSource final : public flow::exec::SourceOperator {
  public:
    CsvSource(flow::exec::Context& context, const Input& input)
        : context_(context), input_(input), settings_(context.settings()) {}

    void run() override {
        io::CsvReaderOptions options;
        options.name = input_.file.empty() ? "CSV" : input_.file;
        options.raw = input_.raw;
        options.columns = input_.columns;
        for (const Value& filter : input_.filters) {
            options.key_tests.emplace_back([this, &filter](const table::SchemaRef& schema) {
                return vec::KeyTest::bind(context_.evaluator(), filter, schema);
            });
        }
        options.threads = settings_.threads;
        options.batch_rows = settings_.batch_rows;
        io::CsvReader reader(open(), std::move(options));
        table::Batch batch;
        while (reader.next(batch)) {
            if (emit(std::move(batch)) == flow::exec::Demand::enough) return;
        }
        if (reader.next_result()) {
            base::fail_with(base::Code::format,
                            "csv.from: csv.from() can only parse 1 result, the input has a second "
                            "one");
        }
    }

  private:
    [[nodiscard]] std::unique_ptr<host::InputFile> open() const {
        if (input_.file.empty()) return io::text_input(input_.text);
        return io::decompressed(context_.host().files->open(input_.file), input_.file);
    }

    flow::exec::Context& context_;
    const Input& input_;
    const flow::exec::ExecutionSettings& settings_;
};

class CsvFrom final : public flow::Source {
  public:
    explicit CsvFrom(Input input) : input_(std::move(input)) {}
    [[nodiscard]] std::string_view name() const override { return "csv.from"; }
    [[nodiscard]] std::string describe() const override {
        std::string text = input_.file.empty() ? std::string() : "file: " + input_.file;
        if (!input_.columns) return text;
        text += text.empty() ? "columns: [" : ", columns: [";
        for (const auto* labels : {&input_.columns->needed, &input_.columns->welcome}) {
            for (const std::string& column : *labels) {
                if (text.back() != '[') text += ", ";
                text += column;
            }
        }
        return text + ']';
    }
    [[nodiscard]] std::shared_ptr<const flow::Source> with_filter(Value predicate) const override {
        Input input = input_;
        input.filters.push_back(std::move(predicate));
        return std::make_shared<CsvFrom>(std::move(input));
    }
    [[nodiscard]] bool gives_one_table() const noexcept override { return input_.raw; }
    [[nodiscard]] std::shared_ptr<const flow::Source> with_columns(
        std::vector<std::string> needed, std::vector<std::string> welcome) const override {
        Input input = input_;
        input.columns = io::CsvChoice{std::move(needed), std::move(welcome)};
        return std::make_shared<CsvFrom>(std::move(input));
    }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override {
        return std::make_unique<CsvSource>(context, input_);
    }

  private:
    Input input_;
};

Value from(Evaluator& evaluator, const Arguments& arguments) {
    if (arguments.has(0) == arguments.has(1)) {
        base::fail("{}", arguments.has(0)
                             ? "from: must provide exactly one of the parameters csv or file"
                             : "from: must provide csv raw text or filename: give `csv` or `file`");
    }
    const std::string mode = native::text_or(arguments, 2, "annotations");
    if (mode != "annotations" && mode != "raw") {
        base::fail("from: mode must be \"annotations\" or \"raw\", found \"{}\"", mode);
    }
    Input input{native::text_or(arguments, 0, ""), native::text_or(arguments, 1, ""),
                mode == "raw"};
    return native::apply(evaluator, std::make_shared<CsvFrom>(std::move(input)), {});
}

}  // namespace

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    registry.package("csv").raw("from", {"?csv", "?file", "?mode"}, from);
}

}  // namespace fluxi::stdlib::csv
