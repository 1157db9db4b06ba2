// Points in files: line protocol and annotated CSV, plain or compressed with gzip or zstd. Which of
// them a file is, its first bytes tell. Reads in blocks, so memory does not grow with the file.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.hpp"
#include "host/file_system.hpp"
#include "io/line_protocol.hpp"

namespace fluxi::store {

enum class PointFormat : std::uint8_t { line_protocol, annotated_csv };

struct PointInputOptions {
    std::string name{};                                   ///< what messages call the file
    std::optional<PointFormat> format{};                  ///< found out if it is not given
    io::LinePrecision precision = io::LinePrecision::ns;  ///< of the times in line protocol
    std::int64_t now = 0;                                 ///< the time of points without one
    base::Progress* progress = nullptr;                   ///< counts points
};

struct PointInputReport {
    std::uint64_t points = 0;                 ///< lines, or rows of CSV
    std::vector<io::LineProblem> problems{};  ///< the first of the lines that do not parse
    std::uint64_t problem_count = 0;
};

/// `line`: where the point begins; 0 in CSV.
using PointSink = std::function<void(const io::LinePoint& point, std::uint64_t line)>;

/// Calls `sink` for every point. Lines that do not parse are in the report. Rows of CSV are points
/// by
/// `_measurement`, `_field`, `_value` and `_time`; the other columns of strings are tags. Throws
/// base::RuntimeError (Code::format) for CSV that is none or lacks these columns, and what reading
/// the file throws.
PointInputReport read_points(std::unique_ptr<host::InputFile> file,
                             const PointInputOptions& options, const PointSink& sink);

}  // namespace fluxi::store
