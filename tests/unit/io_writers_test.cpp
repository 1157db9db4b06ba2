#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "io/writer_factory.hpp"
#include "table/builder.hpp"

using namespace fluxi;
using namespace fluxi::table;
using io::PrettyOptions;

namespace {

Column floats(const std::vector<double>& values) {
    Builder builder(ColumnType::floating);
    for (const double v : values) std::isnan(v) ? builder.append_null() : builder.append_stored(v);
    return builder.finish();
}

Column texts(const std::vector<std::string>& values) {
    Builder builder(ColumnType::string);
    for (const std::string& v : values) builder.append_text(v);
    return builder.finish();
}

constexpr double kNull = std::numeric_limits<double>::quiet_NaN();

/// Table 0 (host=a, two rows in two batches) and table 1 (host=b, no rows).
std::vector<Batch> two_tables(const std::string& note = "x|y") {
    const auto schema = make_schema(
        {{"host", ColumnType::string}, {"v", ColumnType::floating}, {"note", ColumnType::string}},
        {0});
    return {Batch(schema, {texts({"a"}), floats({1.5}), texts({note})}, {{0, 0, 1, true, false}}),
            Batch(schema, {texts({"a", "b"}), floats({kNull}), texts({""})},
                  {{0, 0, 1, false, true}, {1, 1, 1, true, true}})};
}

std::string written(std::string_view format, const std::vector<Batch>& batches,
                    const PrettyOptions& options = {}, std::string_view name = "_result") {
    io::StringOutput output;
    const auto writer = io::make_writer(format, output, options);
    writer->begin_result(name);
    for (const Batch& batch : batches) writer->push(batch);
    writer->end_result();
    writer->finish();
    return output.take();
}

}  // namespace

TEST_CASE("plain CSV and TSV") {
    CHECK(written("plain-csv", two_tables("a \"b\",\nc")) ==
          "host,v,note\na,1.5,\"a \"\"b\"\",\nc\"\na,,\"\"\n");
    CHECK(written("tsv", two_tables("a\tb\\\n")) == "host\tv\tnote\na\t1.5\ta\\tb\\\\\\n\na\t\t\n");
    auto batches = two_tables();
    batches.emplace_back(make_schema({{"w", ColumnType::string}}, {}),
                         std::vector<Column>{texts({"z"})},
                         std::vector<Run>{{2, 0, 1, true, true}});
    CHECK(written("plain-csv", batches) == "host,v,note\na,1.5,x|y\na,,\"\"\n\nw\nz\n");
}

TEST_CASE("JSON is JSON and has everything") {
    const auto document = nlohmann::json::parse(written("json", two_tables("\x01\"é\xff")));
    const auto& result = document["results"][0];
    CHECK(result["name"] == "_result");
    REQUIRE(result["tables"].size() == 2);
    CHECK(result["tables"][0]["key"]["host"] == "a");
    CHECK(result["tables"][0]["columns"][1]["type"] == "float");
    REQUIRE(result["tables"][0]["rows"].size() == 2);
    CHECK(result["tables"][0]["rows"][0]["note"] == "\x01\"é\xEF\xBF\xBD");
    CHECK(result["tables"][0]["rows"][1]["v"].is_null());
    CHECK(result["tables"][1]["rows"].empty());
    CHECK(nlohmann::json::parse(written("json", {}))["results"][0]["tables"].empty());

    CHECK(
        written("jsonl", two_tables()) ==
        "{\"result\": \"_result\", \"table\": 0, \"host\": \"a\", \"v\": 1.5, \"note\": \"x|y\"}\n"
        "{\"result\": \"_result\", \"table\": 0, \"host\": \"a\", \"v\": null, \"note\": \"\"}\n");
    const Batch special(
        make_schema({{"table", ColumnType::floating}}, {}),
        {Column::constant(ColumnType::floating, 1, value::Value::floating(INFINITY))},
        {{0, 0, 1, true, true}});
    CHECK(written("jsonl", {special}) == "{\"result\": \"_result\", \"table\": \"+Inf\"}\n");
}

TEST_CASE("a JSON document that is cut short is closed") {
    io::StringOutput output;
    const auto writer = io::make_writer("json", output);
    writer->begin_result("r");
    writer->push(two_tables()[0]);
    writer->finish();
    CHECK(nlohmann::json::parse(output.take())["results"][0]["tables"][0]["rows"].size() == 1);
}

TEST_CASE("Markdown and vertical") {
    CHECK(written("markdown", two_tables()) ==
          "**\\_result**, table 0: host=a\n\n| host | v | note |\n| --- | ---: | --- |\n"
          "| a | 1.5 | x\\|y |\n| a |  |  |\n"
          "\n**\\_result**, table 1: host=b\n\n| host | v | note |\n| --- | ---: | --- |\n");
    CHECK(written("vertical", two_tables("two\nlines")) ==
          "_result · table 0 · row 1\nhost  a\n   v  1.5\nnote  two\\nlines\n"
          "\n_result · table 0 · row 2\nhost  a\n   v  null\nnote  \n");
}

TEST_CASE("pretty tables") {
    CHECK(written("pretty", two_tables("日本")) ==
          "_result · table 0 · host=a\n"
          "┌───────┬────────┐\n"
          "│     v │ note   │\n"
          "│ float │ string │\n"
          "├───────┼────────┤\n"
          "│   1.5 │ 日本   │\n"
          "│  null │        │\n"
          "└───────┴────────┘\n"
          "2 rows\n"
          "\n_result · table 1 · host=b\n"
          "┌───────┬────────┐\n"
          "│     v │ note   │\n"
          "│ float │ string │\n"
          "├───────┼────────┤\n"
          "└───────┴────────┘\n"
          "0 rows\n");
    CHECK(written("pretty", {}, {}, "empty") == "empty · no tables\n");
}

TEST_CASE("pretty tables fit the width") {
    const std::string longer(60, 'x');
    for (const std::size_t width : {4U, 10U, 20U, 25U, 40U, 79U, 200U}) {
        PrettyOptions options;
        options.width = width;
        const std::string text = written("pretty", two_tables(longer), options);
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = text.find('\n', begin);
            const std::string line = text.substr(begin, end - begin);
            const bool box = line.starts_with("│") || line.starts_with("┌");
            if (box) CHECK(base::display_width(line) <= std::max<std::size_t>(width, 5));
            begin = end + 1;
        }
        CHECK((text.find(longer) != std::string::npos) == (width == 79 || width == 200));
    }
    PrettyOptions narrow;
    narrow.width = 15;
    CHECK(written("pretty", two_tables(longer), narrow).find("2 rows, 1 column left out: note") !=
          std::string::npos);
    PrettyOptions few;
    few.max_rows = 1;
    CHECK(written("pretty", two_tables(), few).find("2 rows, the first 1 shown") !=
          std::string::npos);
    PrettyOptions colored;
    colored.color = true;
    CHECK(written("pretty", two_tables(), colored).find("\x1b[1m") != std::string::npos);
}

TEST_CASE("a long table is shown while it comes, later cells are cut") {
    const auto schema = make_schema({{"s", ColumnType::string}}, {});
    io::StringOutput output;
    const auto writer = io::make_writer("pretty", output);
    writer->begin_result("r");
    writer->push(Batch(schema,
                       {Column::constant(ColumnType::string, 3000, value::Value::string("abcdef"))},
                       {{0, 0, 3000, true, false}}));
    CHECK(output.written() > 0);
    writer->push(Batch(schema, {texts({"abcdefghijkl"})}, {{0, 0, 1, false, true}}));
    writer->end_result();
    writer->finish();
    const std::string text = output.take();
    CHECK(text.find("│ abcde… │\n└") != std::string::npos);
    CHECK(text.find("3001 rows") != std::string::npos);
}

TEST_CASE("formats by name") {
    CHECK(io::format_of_file("a/b.ndjson") == "jsonl");
    CHECK_FALSE(io::format_of_file("a/b").has_value());
    io::StringOutput output;
    for (const io::FormatInfo& format : io::result_formats()) {
        CHECK(io::make_writer(format.name, output) != nullptr);
    }
    CHECK(io::make_writer("annotated-csv", output) != nullptr);
    CHECK_THROWS_WITH_AS((void)io::make_writer("markdwn", output),
                         doctest::Contains("did you mean markdown?"), base::RuntimeError);
}

TEST_CASE("a long group key goes on in a further line") {
    const auto schema = make_schema(
        {{"host", ColumnType::string}, {"region", ColumnType::string}, {"v", ColumnType::floating}},
        {0, 1});
    const Batch batch(schema, {texts({"server01"}), texts({"europe-west"}), floats({1})},
                      {{0, 0, 1, true, true}});
    PrettyOptions options;
    options.width = 40;
    CHECK(written("pretty", {batch}, options)
              .starts_with("_result · table 0 · host=server01,\n  region=europe-west\n┌"));
    CHECK(written("pretty", {batch})
              .starts_with("_result · table 0 · host=server01, region=europe-west\n┌"));
}
