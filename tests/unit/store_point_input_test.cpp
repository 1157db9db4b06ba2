#include <zstd.h>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "io/annotated_csv_writer.hpp"
#include "io/gzip_input.hpp"
#include "store/memory_bucket.hpp"
#include "store/point_input.hpp"
#include "store/point_output.hpp"

using namespace fluxi;

namespace {

struct Read {
    std::string lines{};
    store::PointInputReport report{};
};

Read read(std::string text, std::optional<store::PointFormat> format = std::nullopt) {
    Read result;
    store::PointInputOptions options;
    options.name = "points";
    options.format = format;
    result.report = store::read_points(
        io::text_input(std::move(text)), options,
        [&](const io::LinePoint& point, std::uint64_t) { io::append_line(result.lines, point); });
    return result;
}

std::string packed(const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
    return out;
}

const std::string kLines = "m,t=a f=1.5 1\nm,t=b f=2 2\nm,t=b s=\"x\" 2\n";

std::string as_csv() {
    store::MemoryBucketBuilder builder({1, "b", 0});
    io::LineProtocolReader reader(kLines, io::LinePrecision::ns, 0);
    io::LinePoint point;
    while (reader.next(point)) builder.add(point);
    io::StringOutput out;
    io::AnnotatedCsvWriter writer(out);
    store::write_tables(*builder.finish(), {0, 10}, writer);
    return out.take();
}

}  // namespace

TEST_CASE("points are read from line protocol, CSV, and zstd") {
    CHECK(read(kLines).lines == kLines);
    CHECK(read(packed(kLines)).lines == kLines);
    CHECK(read(packed("m f=1 1\n") + packed("m f=2 2\n")).lines == "m f=1 1\nm f=2 2\n");
    CHECK(read(as_csv()).lines == kLines);
    CHECK(read(packed(as_csv())).lines == kLines);
    CHECK(read("#datatypes are a comment\n" + kLines).lines == kLines);
    CHECK(read("").lines.empty());
    CHECK(read("\xEF\xBB\xBFm f=1 1\n").lines == "m f=1 1\n");
}

TEST_CASE("input larger than a block is read whole, its lines are counted through") {
    std::string text;
    while (text.size() < (std::size_t{9} << 20)) {
        text += "m,tag=value f=" + std::to_string(text.size()) + " 1\n";
    }
    text += "m f=x 1\n";
    const Read result = read(text);
    CHECK(result.lines.size() == text.size() - 8);
    REQUIRE(result.report.problem_count == 1);
    CHECK(result.report.problems[0].line == result.report.points + 1);
}

TEST_CASE("what is no input of points is an error that says why") {
    const auto error = [](const std::string& text) {
        try {
            read(text);
        } catch (const base::RuntimeError& e) {
            return std::string(e.what());
        }
        return std::string();
    };
    const std::string header = "#group,false,false,false\n#default,_result,,\n";
    CHECK(error("#datatype,string,long,double\n" + header + ",result,table,_value\n,,0,1\n") ==
          "points: a table has no column _measurement");
    CHECK(
        error("#datatype,string,long,double\n" + header + ",result,table,_measurement\n,,0,1\n") ==
        "points: column _measurement has type float, string is expected");
    const std::string cut = packed(kLines);
    CHECK(error(cut.substr(0, cut.size() - 3)).find("points: the zstd data") == 0);
}
