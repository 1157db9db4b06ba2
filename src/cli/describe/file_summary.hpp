// A file of tables or points, described: reads it once, in blocks, and keeps for each column what
// ColumnSummary keeps. Parts are the results of annotated CSV (or its tables), the measurements of
// line protocol, the whole of plain CSV.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/progress.hpp"
#include "cli/describe/column_summary.hpp"
#include "host/file_system.hpp"
#include "io/line_protocol.hpp"

namespace fluxi::cli {

enum class FileFormat : std::uint8_t { annotated_csv, plain_csv, line_protocol };

/// What a column is to its table or point.
enum class Role : std::uint8_t { plain, key, tag, field };

struct DescribedColumn {
    std::string label;
    Role role = Role::plain;
    std::variant<ColumnSummary, TextSummary> values;

    [[nodiscard]] const ColumnSummary& meant() const;
    [[nodiscard]] std::uint64_t count() const;
    [[nodiscard]] const Distinct& distinct() const;
};

struct DescribedPart {
    std::string name{};  ///< of the result or the measurement
    std::string key{};   ///< of one table, where tables are told apart
    std::uint64_t rows = 0;
    std::uint64_t tables = 0;
    std::vector<DescribedColumn> columns{};
};

struct DescribedFile {
    FileFormat format = FileFormat::annotated_csv;
    std::vector<DescribedPart> parts{};
    std::uint64_t left_out = 0;  ///< rows of parts that there were too many of
    std::vector<io::LineProblem> problems{};
    std::uint64_t problem_count = 0;
    std::string fault{};  ///< why the reading ended before the file did; empty: it did not
};

struct DescribeOptions {
    std::string name{};  ///< what messages call the file
    std::optional<FileFormat> format{};
    bool each_table = false;  ///< a part for each table of annotated CSV
    io::LinePrecision precision = io::LinePrecision::ns;
    base::Progress* progress = nullptr;
};

/// How many parts are told apart at most; the memory for them is bounded by it.
inline constexpr std::size_t kMostParts = 1000;

/// The format, where it is not given, is told by the first bytes and the ending of the name.
/// @throws base::RuntimeError (Code::format) where the file is not what it should be from its first
/// rows on
DescribedFile describe_file(std::unique_ptr<host::InputFile> file, const DescribeOptions& options);

}  // namespace fluxi::cli
