#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/annotated_csv_writer.hpp"
#include "table/builder.hpp"

using namespace fluxi;
using namespace fluxi::table;
using io::AnnotatedCsvWriter;
using io::CsvDialect;
using io::StringOutput;

namespace {

template <typename T>
Column numbers(ColumnType type, const std::vector<T>& values) {
    Builder builder(type);
    for (const T v : values) builder.append_stored(v);
    return builder.finish();
}

Column texts(const std::vector<std::string>& values) {
    Builder builder(ColumnType::string);
    for (const std::string& v : values) builder.append_text(v);
    return builder.finish();
}

SchemaRef tagged() {
    return make_schema({{"_time", ColumnType::time},
                        {"_value", ColumnType::floating},
                        {"tag", ColumnType::string}},
                       {2});
}

std::string written(const std::vector<Batch>& batches, const CsvDialect& dialect = {}) {
    StringOutput output;
    AnnotatedCsvWriter writer(output, dialect);
    writer.begin_result("_result");
    for (const Batch& batch : batches) writer.push(batch);
    writer.end_result();
    writer.finish();
    return output.take();
}

constexpr const char* kHeader =
    "#datatype,string,long,dateTime:RFC3339,double,string\r\n"
    "#group,false,false,false,false,true\r\n"
    "#default,_result,,,,\r\n"
    ",result,table,_time,_value,tag\r\n";

}  // namespace

TEST_CASE("tables of one schema share a header; a table may come in several batches") {
    const Batch first(
        tagged(),
        {numbers<std::int64_t>(ColumnType::time, {1577836800000000000, 1577836800500000000, 0}),
         numbers<double>(ColumnType::floating, {1.5, 1e21, -0.0}), texts({"a", "b,c"})},
        {{0, 0, 2, true, true}, {1, 2, 3, true, false}});
    const Batch second(tagged(),
                       {numbers<std::int64_t>(ColumnType::time, {1}),
                        numbers<double>(ColumnType::floating, {2}), texts({"b,c"})},
                       {{1, 0, 1, false, true}});
    CHECK(written({first, second}) == std::string(kHeader) +
                                          ",,0,2020-01-01T00:00:00Z,1.5,a\r\n"
                                          ",,0,2020-01-01T00:00:00.5Z,1000000000000000000000,a\r\n"
                                          ",,1,1970-01-01T00:00:00Z,-0,\"b,c\"\r\n"
                                          ",,1,1970-01-01T00:00:00.000000001Z,2,\"b,c\"\r\n"
                                          "\r\n");
}

TEST_CASE("an empty table tells its key in the defaults and is followed by a new header") {
    const Column none = numbers<std::int64_t>(ColumnType::time, {});
    const Column one = numbers<std::int64_t>(ColumnType::time, {0});
    const Batch batch(
        tagged(),
        {one, numbers<double>(ColumnType::floating, {1}), texts({"a", "\"q\"", "c", "d"})},
        {{0, 0, 0, true, true},
         {1, 0, 0, true, true},
         {2, 0, 0, true, false},
         {2, 0, 1, false, true}});
    const std::string empty =
        std::string(kHeader).replace(std::string(kHeader).find("_result,,,,"), 11, "_result,0,,,a");
    std::string second = empty;
    second.replace(second.find("0,,,a"), 5, "1,,,\"\"\"q\"\"\"");
    CHECK(written({batch}) ==
          empty + "\r\n" + second + "\r\n" + kHeader + ",,2,1970-01-01T00:00:00Z,1,d\r\n\r\n");
}

TEST_CASE("fields are quoted as Go does it") {
    const auto schema = make_schema({{"s", ColumnType::string}}, {});
    const Batch batch(schema,
                      {texts({" leading", "trailing ", "\\.", "#hash", "semi;colon", "a\"b",
                              "two\nlines", "cr\r\nlf", "\xc2\xa0nbsp", "", "é"})},
                      {{0, 0, 11, true, true}});
    const std::string all = written({batch});
    const std::string rows = all.substr(all.find("table,s\r\n") + 9);
    CHECK(rows ==
          ",,0,\" leading\"\r\n,,0,trailing \r\n,,0,\"\\.\"\r\n,,0,#hash\r\n,,0,semi;colon\r\n"
          ",,0,\"a\"\"b\"\r\n,,0,\"two\r\nlines\"\r\n,,0,\"cr\r\nlf\"\r\n,,0,\"\xc2\xa0nbsp\"\r\n,,"
          "0,\r\n,,0,é\r\n\r\n");
}

TEST_CASE("a dialect chooses annotations, delimiter and label row") {
    const auto schema = make_schema({{"v", ColumnType::integer}}, {});
    const Batch batch(schema, {numbers<std::int64_t>(ColumnType::integer, {7})},
                      {{0, 0, 1, true, true}});
    CsvDialect dialect;
    dialect.delimiter = "§";
    dialect.annotations = {io::annotation_of("group")};
    CHECK(written({batch}, dialect) ==
          "#group§false§false§false\r\n§result§table§v\r\n§_result§0§7\r\n\r\n");
    dialect.header = false;
    dialect.annotations.clear();
    dialect.delimiter = ";";
    CHECK(written({batch}, dialect) == ";_result;0;7\r\n\r\n");
    CHECK_THROWS_WITH_AS((void)io::annotation_of("x"), "unsupported annotation \"x\"",
                         base::RuntimeError);
}

TEST_CASE("results without tables, and tables without columns") {
    CHECK(written({}) == "\r\n");
    CHECK(written({Batch(make_schema({}, {}), {}, {{0, 0, 0, true, true}})}) ==
          "#datatype,string,long\r\n#group,false,false\r\n#default,_result,0\r\n,result,"
          "table\r\n\r\n");
}
