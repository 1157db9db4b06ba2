#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "io/line_protocol.hpp"

using namespace fluxi::io;

namespace {

/// All points, written again.
std::string rewritten(std::string_view text, LinePrecision precision = LinePrecision::ns) {
    LineProtocolReader reader(text, precision, 1234567890);
    LinePoint point;
    std::string out;
    while (reader.next(point)) append_line(out, point);
    for (const LineProblem& problem : reader.problems()) {
        out += std::to_string(problem.line) + ": " + problem.reason + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("points, in every spelling") {
    CHECK(rewritten("m,t=a f=1 5") == "m,t=a f=1 5\n");
    CHECK(rewritten("  \tcpu,host=a,az=b  u=1.5,i=-3i,n=7u,b=T,c=False  -12  \n") ==
          "cpu,az=b,host=a u=1.5,i=-3i,n=7u,b=true,c=false -12\n");
    CHECK(rewritten("# comment\n\n  # more\nm f=1 1\r\nm f=2 2\r\n") == "m f=1 1\nm f=2 2\n");
    CHECK(rewritten("\xEF\xBB\xBFm f=1. 1\nm f=.5 1\nm f=1e3 1\nm f=-0 1\nm f=007 1") ==
          "m f=1 1\nm f=0.5 1\nm f=1000 1\nm f=-0 1\nm f=7 1\n");
    CHECK(rewritten("m f=\"a \\\"b\\\" \\\\ \\n, c#\nnext\" 1") ==
          "m f=\"a \\\"b\\\" \\\\ \\\\n, c#\nnext\" 1\n");
    CHECK(rewritten("a\\,b\\ c,t\\=g=v\\,w,p=C:\\temp f\\ g=1 1") ==
          "a\\,b\\ c,p=C:\\temp,t\\=g=v\\,w f\\ g=1 1\n");
}

TEST_CASE("times by precision, and where none is given") {
    CHECK(rewritten("m f=1") == "m f=1 1234567890\n");
    CHECK(rewritten("m f=1", LinePrecision::s) == "m f=1 1000000000\n");
    CHECK(rewritten("m f=1 3", LinePrecision::ms) == "m f=1 3000000\n");
    CHECK(rewritten("m f=1 9223372036854775806") == "m f=1 9223372036854775806\n");
    CHECK(rewritten("m f=1 9223372036854775807").find("time outside range") != std::string::npos);
    CHECK(rewritten("m f=1 9223372036854775", LinePrecision::us) == "m f=1 9223372036854775000\n");
    CHECK(rewritten("m f=1 9223372036854776", LinePrecision::us).find("time outside range") !=
          std::string::npos);
    CHECK(line_precision("us") == LinePrecision::us);
    CHECK_FALSE(line_precision("m").has_value());
}

TEST_CASE("every bad line is noted with its reason, the others are read") {
    const auto reason = [](std::string_view line) { return rewritten(line).substr(3); };
    CHECK(reason(",t=a f=1") == "missing measurement\n");
    CHECK(reason("m,=a f=1") == "missing tag key\n");
    CHECK(reason("m,t=a, f=1") == "missing tag key\n");
    CHECK(reason("m,t= f=1") == "missing tag value\n");
    CHECK(reason("m,t f=1") == "missing tag value\n");
    CHECK(reason("m,t=a=b f=1") == "invalid tag format\n");
    CHECK(reason("m") == "missing fields\n");
    CHECK(reason("m,t=a") == "missing fields\n");
    CHECK(reason("m =1") == "missing field key\n");
    CHECK(reason("m f=1,=2") == "missing field key\n");
    CHECK(reason("m f= 1") == "missing field value\n");
    CHECK(reason("m f=1, 2") == "invalid field format\n");
    CHECK(reason("m f") == "invalid field format\n");
    CHECK(reason("m,t=a 123") == "invalid field format\n");
    for (const char* text : {"yes", "+1", "'a'", "trUe"})
        CHECK(reason("m f=" + std::string(text)) == "invalid boolean\n");
    for (const char* text : {"1f", "0x10", "1_000", "1.2.3", "-", "--1", "1.5i", "-1u"})
        CHECK(reason("m f=" + std::string(text)) == "invalid number\n");
    for (const char* text : {"1e", ".e3", "1e400"})
        CHECK(reason("m f=" + std::string(text)) == "invalid float\n");
    CHECK(reason("m f=9223372036854775808i").find("value out of range") != std::string::npos);
    CHECK(reason("m f=1 1.5") == "bad timestamp\n");
    CHECK(reason("m f=1 1 2").find("point is invalid") == 0);
    CHECK(reason("m,a=1,a=1 f=1") == "duplicate tags\n");
    CHECK(reason("m,time=1 f=1") == "cannot use reserved tag key \"time\"\n");
    CHECK(rewritten("m f=1 1\nm f=x 2\nm f=\"two\nlines\" 3\nm f=\"open 4\nm f=5 5\n") ==
          "m f=1 1\nm f=\"two\nlines\" 3\n2: invalid boolean\n5: unbalanced quotes\n");
}

TEST_CASE("a problem tells its column") {
    const auto column = [](std::string_view line) {
        LineProtocolReader reader(line, LinePrecision::ns, 0);
        LinePoint point;
        CHECK_FALSE(reader.next(point));
        REQUIRE(reader.problem_count() == 1);
        return reader.problems()[0].column;
    };
    CHECK(column("m f=abc 2") == 5);
    CHECK(column("  m f=1,g=1.5i 2") == 9);
    CHECK(column("m,t f=1") == 4);
    CHECK(column("m f=\"open") == 5);
    CHECK(column("m f=1 12x") == 7);
}

TEST_CASE("a text in blocks is read as one") {
    const std::string text =
        "m f=1 1\r\n# comment\nm s=\"a\nb\" 2\n\nm f=x 3\nm f=4 4\nm f=\"5\"x 5\nm f=6 6";
    const auto read = [&](std::size_t block) {
        std::string out;
        std::uint64_t line = 1;
        std::size_t begin = 0;
        for (std::size_t end = std::min(block, text.size());;
             end = std::min(end + block, text.size())) {
            const bool last = end == text.size();
            LineProtocolReader reader(std::string_view(text).substr(begin, end - begin),
                                      LinePrecision::ns, 0, line, last);
            LinePoint point;
            while (reader.next(point)) {
                out += std::to_string(reader.point_line()) + " ";
                append_line(out, point);
            }
            for (const auto& problem : reader.problems()) {
                out += std::to_string(problem.line) + " " + problem.reason + "\n";
            }
            line = reader.line();
            begin += reader.consumed();
            if (last) return out;
        }
    };
    const std::string want =
        "1 m f=1 1\n3 m s=\"a\nb\" 2\n7 m f=4 4\n9 m f=6 6\n6 invalid boolean\n8 invalid field "
        "format: text after the closing quote\n";
    CHECK(read(1000) == want);
    const std::string lines = "1 m f=1 1\n3 m s=\"a\nb\" 2\n";
    for (std::size_t block = 1; block < text.size(); ++block) {
        CAPTURE(block);
        CHECK(read(block).size() == want.size());
        CHECK(read(block).starts_with(lines));
    }
}

TEST_CASE("numbers are read to the last bit, however many digits they have") {
    for (const char* text :
         {"0.1", "-0", "123456789.012345", "9007199254740993", "1e22", "1e23", "0.000000000000001",
          "123456789012345", "5e-324", "1.7976931348623157e308"}) {
        const std::string line = std::string("m f=") + text + " 1";
        LineProtocolReader reader(line, LinePrecision::ns, 0);
        LinePoint point;
        CAPTURE(text);
        REQUIRE(reader.next(point));
        const double got = std::get<double>(point.fields[0].value);
        const double want = std::strtod(text, nullptr);
        CHECK(std::memcmp(&got, &want, sizeof got) == 0);
    }
    CHECK(rewritten("m i=9223372036854775807i,j=-9223372036854775808i,u=18446744073709551615u 1") ==
          "m i=9223372036854775807i,j=-9223372036854775808i,u=18446744073709551615u 1\n");
}

TEST_CASE("a measurement with a backslash before = reads back") {
    CHECK(rewritten("a\\\\=b f=1 1") == "a\\\\=b f=1 1\n");
    CHECK(rewritten("a\\=b f=1 1") == "a=b f=1 1\n");
}
