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
