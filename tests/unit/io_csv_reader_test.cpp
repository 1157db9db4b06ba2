#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/annotated_csv_writer.hpp"
#include "io/csv_reader.hpp"
#include "io/gzip_input.hpp"
#include "table/builder.hpp"
#include "tests/support/gzip.hpp"
#include "tests/support/sample.hpp"

using namespace fluxi;
using namespace fluxi::table;
using io::CsvReader;
using io::CsvReaderOptions;

namespace {

/// What a reader gives, written again by the writer: tables, keys, types and values.
std::string rewritten(const std::string& csv, CsvReaderOptions options = {}) {
    CsvReader reader(io::decompressed(io::text_input(csv), "test"), std::move(options));
    io::StringOutput output;
    io::AnnotatedCsvWriter writer(output);
    bool first = true;
    Batch batch;
    do {
        bool begun = false;
        while (reader.next(batch)) {
            if (!begun) writer.begin_result(reader.result());
            begun = true;
            writer.push(batch);
        }
        if (begun || !first) writer.end_result();
        first = false;
    } while (reader.next_result());
    writer.finish();
    return output.take();
}

std::string problem(const std::string& csv, CsvReaderOptions options = {}) {
    try {
        rewritten(csv, std::move(options));
    } catch (const base::RuntimeError& error) {
        return error.what();
    }
    return "";
}

std::string crlf(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

CsvReaderOptions raw() {
    CsvReaderOptions options;
    options.raw = true;
    return options;
}

const std::string kHead =
    "#datatype,string,long,dateTime:RFC3339,double,string\n"
    "#group,false,false,false,false,true\n"
    "#default,_result,,,,\n"
    ",result,table,_time,_value,tag\n";

const std::string kLong = "a value that is longer than twelve bytes";

}  // namespace

TEST_CASE("tables by id, values of key columns by row") {
    const std::string rows =
        ",,0,2020-01-01T00:00:00Z,1.5,a\n"
        ",,0,2020-01-01T00:00:00.25Z,,a\n"
        ",,1,,-3,b\n"
        ",,0,2020-01-02T00:00:00Z,4,a\n";
    const std::string expected =
        kHead + ",,0,2020-01-01T00:00:00Z,1.5,a\n,,0,2020-01-01T00:00:00.25Z,,a\n" +
        ",,1,,-3,b\n,,2,2020-01-02T00:00:00Z,4,a\n\n";
    CHECK(rewritten(kHead + rows) == crlf(expected));
    CHECK(rewritten(crlf(kHead + rows)) == crlf(expected));
    CHECK(rewritten("\xEF\xBB\xBF" + kHead + "\n\n" + rows.substr(0, rows.size() - 1)) ==
          crlf(expected));
    // An id that is missing goes on with the table. Each row of a table has its own values in the
    // columns of the key, wherever a block of the input ends.
    CHECK(rewritten(kHead + ",,7,,1,a\n,,,,2,zzz\n,,7,,3,a\n") ==
          crlf(kHead + ",,0,,1,a\n,,0,,2,zzz\n,,0,,3,a\n\n"));
    for (const std::uint32_t size : {1U, 2U, 4096U}) {
        CsvReaderOptions options;
        options.batch_rows = size;
        std::string many;
        for (int i = 0; i < 300; ++i)
            many += ",,0,,1," + std::string(i % 3 == 0 ? "x" : "y") + "\n";
        CHECK(rewritten(kHead + many, options) == crlf(kHead + many + "\n"));
    }
    CHECK(rewritten(kHead + ",,,,1,a\n,,7,,2,b\n") == crlf(kHead + ",,0,,1,a\n,,1,,2,b\n\n"));
}

TEST_CASE("every type, with the spellings Go takes") {
    const std::string head =
        "#datatype,string,long,boolean,long,unsignedLong,double,string,dateTime:2006-01-02\n"
        "#group,false,false,false,false,false,false,false,false\n#default,_result,,,,,,,\n"
        ",result,table,b,i,u,f,s,t\n";
    const std::string csv =
        head +
        ",,0,true,-9223372036854775808,18446744073709551615,1e3,\"q\"\"x\",2024-01-01\n"
        ",,0,F,+7,0,.5,a\"b,1969-12-31\n"
        ",,0,1,0,12345678901234567,-Inf,\"two\r\nlines\",2024-02-29\n"
        ",,0,,,,,,\n"
        ",,0,false,1234567890123456,1,123456789.123456789,,"
        "2024-01-01\n";
    const std::string out = rewritten(csv);
    CHECK(out.substr(out.find("f,s,t\r\n") + 7) ==
          ",,0,true,-9223372036854775808,18446744073709551615,1000,\"q\"\"x\",2024-01-01T00:00:"
          "00Z\r\n"
          ",,0,false,7,0,0.5,\"a\"\"b\",1969-12-31T00:00:00Z\r\n"
          ",,0,true,0,12345678901234567,-Inf,\"two\r\nlines\",2024-02-29T00:00:00Z\r\n"
          ",,0,,,,,,\r\n"
          ",,0,false,1234567890123456,1,123456789.12345679,,2024-01-01T00:00:00Z\r\n\r\n");
}

TEST_CASE("header blocks: any order, comments, defaults, new ones, empty tables") {
    const std::string csv =
        "#comment,x,,,\n#default,mine,4,k,9\n#group,false,false,true,false\n"
        "#datatype,string,long,string,long\n,result,table,tag,v\n"
        "\n#datatype,string,long,string,long\n#group,false,false,true,false\n#default,mine,,k,9\n"
        ",result,table,tag,v\n,,0,,1\n,,0,,\n"
        "#datatype,string,long,string\n#group,false,false,false\n#default,mine,,\n,result,table,"
        "s\n,,0,x\n";
    CHECK(
        rewritten(csv) ==
        crlf(
            "#datatype,string,long,string,long\n#group,false,false,true,false\n#default,mine,0,k,\n"
            ",result,table,tag,v\n"
            "\n#datatype,string,long,string,long\n#group,false,false,true,false\n#default,mine,,,\n"
            ",result,table,tag,v\n,,1,k,1\n,,1,k,9\n"
            "\n#datatype,string,long,string\n#group,false,false,false\n#default,mine,,\n"
            ",result,table,s\n,,2,x\n\n"));
}

TEST_CASE("annotations without their mark") {
    const std::string rows = ",,0,2020-01-01T00:00:00Z,1.5,a\n";
    CHECK(rewritten(kHead.substr(1) + rows) == crlf(kHead + rows + "\n"));
}

TEST_CASE("several results") {
    const auto result = [](const std::string& name, const std::string& rows) {
        return "#datatype,string,long,long\n#group,false,false,false\n#default," + name +
               ",,\n,result,table,v\n" + rows + "\n";
    };
    const std::string csv =
        result("one", ",,0,1\n,,1,2\n") + result("one", ",,0,3\n") + result("two", ",,0,4\n");
    const std::string out = rewritten(csv);
    CHECK(out == crlf(result("one", ",,0,1\n,,1,2\n,,2,3\n") + result("two", ",,0,4\n")));
    CsvReader reader(io::text_input(csv), {});
    Batch batch;
    REQUIRE(reader.next(batch));
    REQUIRE(reader.next_result());  // What is left of the first is passed over.
    REQUIRE(reader.next(batch));
    CHECK(reader.result() == "two");
    CHECK(batch.runs().front().table == 0);
    CHECK_FALSE(reader.next(batch));
    CHECK_FALSE(reader.next_result());
}

TEST_CASE("raw mode") {
    CHECK(rewritten("a,b,a\n1,,\"x,y\"\n2,z," + kLong + "\n", raw()) ==
          crlf("#datatype,string,long,string,string,string\n#group,false,false,false,false,false\n"
               "#default,_result,,,,\n,result,table,a,b,a\n,,0,1,,\"x,y\"\n,,0,2,z," +
               kLong + "\n\n"));
    CHECK(rewritten("a,b\n", raw()).find("#default,_result,0,,") != std::string::npos);
    CHECK(rewritten("", raw()) == "");
    CHECK(problem("a,b\n1,2\n1,2,3\n", raw()) ==
          "CSV, line 3: wrong number of fields: 3 in this row, 2 in its header");
}

TEST_CASE("what is wrong is told with its line") {
    CHECK(problem(kHead + "\n,,0,2020-01-01T00:00:00Z,x,a\n") ==
          "CSV, line 6: column \"_value\": \"x\" is not a float: invalid syntax");
    CHECK(problem(kHead + ",,0,2020-01-01,1,a\n").find("line 5: column \"_time\"") !=
          std::string::npos);
    CHECK(problem(kHead + ",,0,,1,a,\n").find("line 5: wrong number of fields: 7") !=
          std::string::npos);
    CHECK(problem(kHead + ",,0,,1\n").find("line 5: wrong number of fields: 5") !=
          std::string::npos);
    CHECK(problem(kHead).find("no table id") != std::string::npos);
    CHECK(problem("a,b\n1,2\n").find("line 1: the #datatype annotation is missing") !=
          std::string::npos);
    CHECK(problem("#group,false,false\n").find("#datatype annotation is missing") !=
          std::string::npos);
    CHECK(problem("#datatype,string,long,duration\n#group,,,\n#default,,,\n,,,d\n")
              .find("line 4: column \"d\" has the datatype \"duration\"") != std::string::npos);
    CHECK(problem("#datatype,string,long,long\n#group,,,\n#default,,,x\n,,,d\n")
              .find("has the default \"x\"") != std::string::npos);
    CHECK(problem("#datatype,string,string\n#group,true,true\n#default,,\n,error,reference\n,"
                  "broken input,897\n") == "CSV, line 5: broken input");
    CHECK(problem("#datatype,string,long\n#group,true\n")
              .find("line 2: wrong number of fields in a header") != std::string::npos);
    CHECK(problem("") == "");
    // Rows before the mistake are given.
    CsvReader reader(io::text_input(kHead + ",,0,,1,a\n,,0,,2,a\n,,1,,oops,b\n"), {});
    Batch batch;
    REQUIRE(reader.next(batch));
    CHECK(batch.rows() == 2);
    CHECK_THROWS_AS(reader.next(batch), base::RuntimeError);
}

TEST_CASE("only wanted columns are built") {
    CsvReaderOptions options;
    options.columns = io::CsvChoice{{"_value"}, {"none"}};
    CHECK(rewritten(kHead + ",,0,garbage,1,a\n,,0,\"quoted, too\",2,a\n", options) ==
          crlf("#datatype,string,long,double,string\n#group,false,false,false,true\n#default,_"
               "result,,,\n"
               ",result,table,_value,tag\n,,0,1,a\n,,0,2,a\n\n"));
    options.columns = io::CsvChoice{};
    CsvReader reader(io::text_input(kHead + ",,0,,1,a\n,,0,,2,a\n,,1,,2,b\n"), options);
    Batch batch;
    REQUIRE(reader.next(batch));
    CHECK(batch.rows() == 3);
    CHECK(batch.schema()->size() == 1);
}

TEST_CASE("all columns are built if a needed one is missing") {
    CsvReaderOptions options;
    options.columns = io::CsvChoice{{"_value", "none"}, {}};
    CsvReader reader(io::text_input(kHead + ",,0,,1,a\n"), options);
    Batch batch;
    REQUIRE(reader.next(batch));
    CHECK(batch.schema()->size() == 3);
}

TEST_CASE("gzip, also in several members") {
    const std::string rows = ",,0,,1,a\n";
    const std::string both = test::gzip(kHead) + test::gzip(rows);
    CHECK(rewritten(both) == crlf(kHead + rows + "\n"));
    CHECK(problem(both.substr(0, both.size() - 9)).find("ends in the middle") != std::string::npos);
}

TEST_CASE("memory of a reader that is left early is given back") {
    auto budget = std::make_shared<base::MemoryBudget>();
    {
        const base::BudgetScope scope(budget);
        std::string csv = kHead;
        for (int i = 0; i < 20000; ++i) csv += ",,0,2020-01-01T00:00:00Z,1,a\n";
        CsvReaderOptions options;
        options.threads = 3;
        options.block = 4096;
        CsvReader reader(io::text_input(csv), options);
        Batch batch;
        REQUIRE(reader.next(batch));
        CHECK(budget->used() > 0);
    }
    CHECK(budget->used() == 0);
}

namespace {

/// Random tables of several schemas, with everything that makes reading hard.
class RandomTables {
  public:
    explicit RandomTables(unsigned seed) : random_(seed) {}

    std::vector<Batch> make() {
        std::vector<Batch> batches;
        for (std::uint64_t table = 0; table < 30; ++table) {
            if (table == 0 || pick(4) == 0) make_schema();
            const std::uint32_t rows = pick(6) == 0 ? 0 : pick(60) + 1;
            std::vector<Column> columns;
            for (std::size_t i = 0; i < schema_->size(); ++i) {
                Builder builder(schema_->fields()[i].type);
                if (schema_->is_key(i)) {
                    append(builder);
                } else {
                    for (std::uint32_t r = 0; r < rows; ++r) append(builder);
                }
                columns.push_back(builder.finish());
            }
            batches.emplace_back(schema_, columns, std::vector<Run>{{table, 0, rows, true, true}});
        }
        return batches;
    }

  private:
    std::uint32_t pick(std::uint32_t below) {
        return static_cast<std::uint32_t>(random_() % below);
    }

    void make_schema() {
        std::vector<Field> fields;
        std::vector<std::uint32_t> key;
        const std::uint32_t count = pick(6) + 1;
        for (std::uint32_t i = 0; i < count; ++i) {
            fields.push_back({"c" + std::to_string(i), static_cast<ColumnType>(pick(6))});
            if (pick(3) == 0) key.push_back(i);
        }
        schema_ = table::make_schema(fields, key);
    }

    void append(Builder& builder) {
        if (pick(8) == 0) return builder.append_null();
        static const std::vector<std::string> kTexts{
            "a",      "plain", "with,comma", "\"quoted\"", "line\nbreak",
            " space", "#hash", kLong,        kLong + "\"", "ends with quote\"",
            "é",      "\\.",   "a\rb"};
        switch (builder.type()) {
            case ColumnType::boolean:
                return builder.append_stored(static_cast<std::uint8_t>(pick(2)));
            case ColumnType::integer:
                return builder.append_stored(static_cast<std::int64_t>(random_() >> pick(64)) *
                                             (pick(2) == 0 ? 1 : -1));
            case ColumnType::uinteger:
                return builder.append_stored(static_cast<std::uint64_t>(random_() >> pick(64)));
            case ColumnType::floating:
                return builder.append_stored(pick(3) == 0
                                                 ? static_cast<double>(random_()) * 1e-40
                                                 : static_cast<double>(pick(100000)) / 1000);
            case ColumnType::time:
                // Whole seconds, or with a fraction.
                return builder.append_stored(static_cast<std::int64_t>(random_() % 4000000000) *
                                                 1000000000 +
                                             (pick(2) == 0 ? 0 : pick(1000000000)));
            case ColumnType::string:
                break;
        }
        // A lone carriage return does not survive quoting with CR LF.
        builder.append_text(kTexts[pick(static_cast<std::uint32_t>(kTexts.size() - 1))]);
    }

    std::mt19937_64 random_;
    SchemaRef schema_{};
};

}  // namespace

TEST_CASE("what is written is read again, in blocks of any size and on several threads") {
    for (unsigned seed = 0; seed < test::sampled(60); ++seed) {
        io::StringOutput output;
        io::AnnotatedCsvWriter writer(output);
        writer.begin_result("r");
        for (const Batch& batch : RandomTables(seed).make()) writer.push(batch);
        writer.end_result();
        writer.finish();
        const std::string csv = output.take();
        for (const std::size_t block : {16U, 700U, 1U << 18}) {
            for (const std::size_t threads : {1U, 3U}) {
                CsvReaderOptions options;
                options.block = block;
                options.threads = threads;
                options.batch_rows = 64;
                REQUIRE(rewritten(csv, options) == csv);
            }
        }
    }
}
