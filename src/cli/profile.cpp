#include "cli/profile.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/core.h>

namespace fluxi::cli {

namespace {

using Line = std::array<std::string, 7>;

std::string place_of(const base::Span& span, const base::SourceMap& sources) {
    if (!span.known()) return {};
    const base::Position at = sources.file(span.file).position(span.begin);
    return fmt::format("{}:{}", at.line, at.column);
}

std::string bytes_text(std::uint64_t bytes) {
    constexpr double kStep = 1024;
    auto size = static_cast<double>(bytes);
    const char* unit = "B";
    for (const char* larger : {"KB", "MB", "GB"}) {
        if (size < kStep) break;
        size /= kStep;
        unit = larger;
    }
    return size < kStep && unit[0] == 'B' ? fmt::format("{} B", bytes)
                                          : fmt::format("{:.1f} {}", size, unit);
}

std::string ms_text(std::chrono::nanoseconds time) {
    constexpr double kNsPerMs = 1e6;
    return fmt::format("{:.2f} ms",
                       static_cast<double>(std::max<std::int64_t>(time.count(), 0)) / kNsPerMs);
}

}  // namespace

std::string profile_text(const flow::exec::Profile& profile, const base::SourceMap& sources) {
    std::vector<Line> lines{
        {"operator", "place", "rows in", "rows out", "batches", "bytes", "time"}};
    std::chrono::nanoseconds total{0};
    for (const flow::exec::OperatorProfile& op : profile.operators) {
        const bool named = op.place.known();
        lines.push_back({op.detail.empty() ? op.name : fmt::format("{}({})", op.name, op.detail),
                         place_of(op.place, sources), fmt::format("{}", op.rows_in),
                         named ? fmt::format("{}", op.rows_out) : "",
                         named ? fmt::format("{}", op.batches_out) : "",
                         named ? bytes_text(op.bytes_out) : "", ms_text(op.time)});
        total += op.time;
    }
    lines.push_back({"all", "", "", "", "", "", ms_text(total)});
    std::array<std::size_t, std::tuple_size_v<Line>> widths{};
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    std::string text;
    for (const Line& line : lines) {
        // Names stand at the left, numbers at the right.
        text += fmt::format("{:<{}}  {:<{}}", line[0], widths[0], line[1], widths[1]);
        for (std::size_t i = 2; i < line.size(); ++i)
            text += fmt::format("  {:>{}}", line[i], widths[i]);
        text += "\n";
    }
    return text;
}

}  // namespace fluxi::cli
