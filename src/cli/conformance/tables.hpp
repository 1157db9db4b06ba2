// Tables as a comparison sees them: labels, types, group flags, defaults and rows, all as text.
// Read from annotated CSV, be it a file with an expected result or what a run has just written;
// Markdown tables have no types and defaults. Everything is owned.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::conformance {

struct Column {
    std::string label{};
    std::string type{};  ///< as in the datatype annotation; empty in Markdown
    bool grouped = false;
    std::string default_value{};
    friend bool operator==(const Column&, const Column&) = default;
};

using Row = std::vector<std::string>;

struct Table {
    std::vector<Column> columns{};
    std::vector<Row> rows{};
};

struct Result {
    std::string name{};
    std::vector<Table> tables{};
};

/// The text is not annotated CSV as a Flux runtime writes it.
class Malformed : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The results of an annotated CSV text. Tables of a result are numbered from 0; a block without
/// rows is an empty table, whose number is in its #default annotation.
/// @throws Malformed
std::vector<Result> parse_annotated(std::string_view text);

/// The key of a table as text: `{tag=t1}`.
std::string key_text(const Table& table);
/// Its columns on one line; `*` marks those of the group key.
std::string columns_text(const Table& table);

}  // namespace fluxi::cli::conformance
