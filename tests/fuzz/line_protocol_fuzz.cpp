// The reader of line protocol on any bytes: no crash, the same points and complaints whatever the
// size of the blocks it is given, and what was read and written again reads as the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "io/line_protocol.hpp"

namespace {

using fluxi::io::LinePoint;
using fluxi::io::LinePrecision;
using fluxi::io::LineProtocolReader;

constexpr std::int64_t kNow = 1'700'000'000'123'456'789;

struct Outcome {
    std::string lines;
    std::string problems;
};

void read_block(LineProtocolReader& reader, Outcome& outcome) {
    LinePoint point;
    while (reader.next(point)) {
        outcome.lines += std::to_string(reader.point_line()) + ":";
        fluxi::io::append_line(outcome.lines, point);
    }
    for (const auto& problem : reader.problems()) {
        outcome.problems += std::to_string(problem.line) + ":" + std::to_string(problem.column) +
                            ": " + problem.reason + "\n";
    }
}

Outcome read_whole(std::string_view text, LinePrecision precision) {
    Outcome outcome;
    LineProtocolReader reader(text, precision, kNow);
    read_block(reader, outcome);
    return outcome;
}

/// Gives the reader `size` bytes more each time that it cannot go on.
Outcome read_in_blocks(std::string_view text, LinePrecision precision, std::size_t size) {
    Outcome outcome;
    std::uint64_t line = 1;
    std::size_t begin = 0;
    for (std::size_t end = std::min(size, text.size());; end = std::min(end + size, text.size())) {
        const bool last = end == text.size();
        LineProtocolReader reader(text.substr(begin, end - begin), precision, kNow, line, last);
        read_block(reader, outcome);
        line = reader.line();
        begin += reader.consumed();
        if (last) return outcome;
    }
}

void require(bool good, std::string_view what, std::string_view a, std::string_view b) {
    if (good) return;
    std::cerr << what << "\n--- first\n" << a << "\n--- second\n" << b << "\n";
    std::abort();
}

std::string written_again(const std::string& lines) {
    std::string text;
    LineProtocolReader reader(lines, LinePrecision::ns, kNow);
    LinePoint point;
    while (reader.next(point)) fluxi::io::append_line(text, point);
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto precision = static_cast<LinePrecision>(size % 4);
    const Outcome whole = read_whole(text, precision);
    for (const std::size_t block : {std::size_t{1}, std::size_t{7}, std::size_t{64}}) {
        if (block == 1 && size > 300) continue;
        const Outcome parts = read_in_blocks(text, precision, block);
        require(parts.lines == whole.lines, "blocks give other points", whole.lines, parts.lines);
        if (std::count(whole.problems.begin(), whole.problems.end(), '\n') <
            static_cast<std::ptrdiff_t>(LineProtocolReader::kKeptProblems)) {
            require(parts.problems == whole.problems, "blocks give other problems", whole.problems,
                    parts.problems);
        }
    }
    std::string written = "\n";  // what begins with a byte order mark keeps it
    LineProtocolReader reader(text, precision, kNow);
    LinePoint point;
    while (reader.next(point)) fluxi::io::append_line(written, point);
    const std::string again = "\n" + written_again(written);
    require(again == written, "what was written reads otherwise", written, again);
    return 0;
}
