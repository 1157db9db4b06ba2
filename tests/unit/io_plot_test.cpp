#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "base/utf8.hpp"
#include "io/plot_axis.hpp"
#include "io/text_plot.hpp"
#include "io/writer_factory.hpp"
#include "table/builder.hpp"
#include "value/time.hpp"

using namespace fluxi;
using namespace fluxi::table;

namespace {

constexpr std::int64_t kHour = 3'600'000'000'000;

std::vector<std::string> texts(const io::NumberAxis& axis) {
    std::vector<std::string> all;
    for (const io::NumberMark& mark : axis.marks) all.push_back(mark.text);
    return all;
}

std::vector<std::string> times(std::string_view first, std::string_view last, std::size_t room) {
    std::vector<std::string> all;
    for (const io::TimeMark& mark :
         io::time_marks(*value::parse_rfc3339(first), *value::parse_rfc3339(last), room)) {
        all.push_back(mark.text);
    }
    return all;
}

using Texts = std::vector<std::string>;

/// Two tables, host=a and host=b, with three rows each.
std::vector<Batch> two_lines() {
    const auto schema = make_schema({{"host", ColumnType::string},
                                     {"_time", ColumnType::time},
                                     {"_value", ColumnType::integer}},
                                    {0});
    Builder hosts(ColumnType::string);
    Builder when(ColumnType::time);
    Builder values(ColumnType::integer);
    for (const char* host : {"a", "b"}) hosts.append_text(host);
    for (std::int64_t i = 0; i < 6; ++i) {
        when.append_stored<std::int64_t>(i % 3 * kHour);
        values.append_stored<std::int64_t>(i);
    }
    return {Batch(schema, {hosts.finish(), when.finish(), values.finish()},
                  {{0, 0, 3, true, true}, {1, 3, 6, true, true}})};
}

}  // namespace

TEST_CASE("marks of numbers are round") {
    CHECK(texts(io::number_axis(0, 90, 5)) == Texts{"0", "20", "40", "60", "80", "100"});
    CHECK(texts(io::number_axis(-0.2, 0.3, 5)) == Texts{"-0.2", "-0.1", "0", "0.1", "0.2", "0.3"});
    CHECK(texts(io::number_axis(0, 2e9, 5)) == Texts{"0", "5e+08", "1e+09", "1.5e+09", "2e+09"});
}

TEST_CASE("a scale of one number, and of the largest ones") {
    for (const double number : {0.0, 5.0, -1e-300, 1e300, 123456789.0}) {
        const io::NumberAxis axis = io::number_axis(number, number, 5);
        CHECK(axis.low <= number);
        CHECK(axis.high >= number);
        CHECK(axis.low < axis.high);
        CHECK(axis.marks.size() >= 2);
        CHECK(axis.marks.size() <= 6);
    }
    constexpr double kMost = std::numeric_limits<double>::max();
    const io::NumberAxis axis = io::number_axis(-kMost, kMost, 5);
    CHECK(std::isfinite(axis.low));
    CHECK(axis.place(-kMost) == 0);
    CHECK(axis.place(0) == 0.5);
    CHECK(axis.place(kMost) == 1);
}

TEST_CASE("marks of time are round, at every scale") {
    CHECK(times("2024-01-01T00:00:00Z", "2024-01-01T12:00:00Z", 60) ==
          Texts{"01-01", "02:00", "04:00", "06:00", "08:00", "10:00", "12:00"});
    CHECK(times("2024-01-01T22:00:00Z", "2024-01-02T02:00:00Z", 40) ==
          Texts{"22:00", "23:00", "01-02", "01:00", "02:00"});
    CHECK(times("2024-01-01T00:00:00.5Z", "2024-01-01T00:00:00.5000021Z", 60) ==
          Texts{"00:00:00.500000", "00:00:00.500001", "00:00:00.500002"});
    CHECK(times("2023-11-15T00:00:00Z", "2024-03-02T00:00:00Z", 60) ==
          Texts{"2023-12", "2024-01", "2024-02", "2024-03"});
    // Weeks begin on Mondays.
    CHECK(times("2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", 60) ==
          Texts{"01-01", "01-08", "01-15", "01-22", "01-29"});
    CHECK(times("1990-05-05T00:00:00Z", "2024-01-01T00:00:00Z", 60) ==
          Texts{"1995", "2000", "2005", "2010", "2015", "2020"});
    constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
    CHECK(io::time_marks(kFirst, kLast, 60).size() >= 2);
    CHECK(io::time_place(0, kFirst, kLast) == doctest::Approx(0.5));
    CHECK(io::time_marks(kLast, kLast, 60).size() <= 1);
}

TEST_CASE("with colours lines are braille, told apart by them") {
    io::StringOutput output;
    io::PrettyOptions options;
    options.width = 50;
    options.color = true;
    const auto writer = io::make_writer("plot", output, options);
    writer->begin_result("r");
    for (const Batch& batch : two_lines()) writer->push(batch);
    writer->end_result();
    writer->finish();
    const std::string text = output.take();
    CHECK(text.find("\x1b[38;5;33m━\x1b[0m host=a   \x1b[38;5;208m━\x1b[0m host=b") !=
          std::string::npos);
    CHECK(text.find("⠤") != std::string::npos);
    CHECK(text.find("●") == std::string::npos);
}

TEST_CASE("a chart has the width of the terminal") {
    for (const std::size_t width : {20U, 40U, 61U, 200U}) {
        io::StringOutput output;
        io::PrettyOptions options;
        options.width = width;
        const auto writer = io::make_writer("plot", output, options);
        writer->begin_result("r");
        for (const Batch& batch : two_lines()) writer->push(batch);
        writer->end_result();
        writer->finish();
        const std::string text = output.take();
        std::size_t widest = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = text.find('\n', begin);
            const std::string line = text.substr(begin, end - begin);
            // The range of time is said in full.
            if (line.find("UTC") == std::string::npos)
                widest = std::max(widest, base::display_width(line));
            begin = end + 1;
        }
        CHECK(widest == std::max<std::size_t>(width, 40));
    }
}
