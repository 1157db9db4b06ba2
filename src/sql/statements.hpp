// The statements that `to` sends, in the words of each database. Pure text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/schema.hpp"

namespace fluxi::sql {

struct Dialect {
    std::string_view database;              ///< "SQLite", in messages
    std::array<std::string_view, 6> types;  ///< by table::ColumnType; empty: there is none
    bool numbered_parameters = false;       ///< $1, $2 … instead of ?
    char quote = '"';                       ///< around names
};

extern const Dialect kSqlite;
extern const Dialect kPostgres;
extern const Dialect kMysql;

/// In quotes; those inside are doubled. Throws for a name with a NUL byte.
std::string quoted_name(std::string_view name, char quote = '"');

/// How many rows fit into a statement with at most `batch_size` values, as the reference counts
/// them, but never more than the 65,535 parameters that protocols have room for.
std::uint64_t rows_in_batch(std::uint64_t batch_size, std::size_t columns);

/// CREATE TABLE IF NOT EXISTS. Throws for a column type that the database does not have.
std::string create_statement(const Dialect& dialect, std::string_view table,
                             const std::vector<table::Field>& fields);

/// INSERT with parameters for so many rows; with none it ends in VALUES.
std::string insert_statement(const Dialect& dialect, std::string_view table,
                             const std::vector<table::Field>& fields, std::uint64_t rows);

/// Reads the times that databases write: a date, or a date, `T` or a space, and a clock reading
/// with or without seconds, fraction, `Z` and offset. UTC where there is no offset. Nothing for
/// another text and for times that do not fit into 64 bits of nanoseconds.
std::optional<std::int64_t> parse_time(std::string_view text);

/// `2006-01-02 15:04:05` with a fraction of at most so many digits (cut off, without zeros at the
/// end), in UTC.
std::string time_text(std::int64_t time, unsigned digits);

/// The value as an int, or an error that names the column.
std::int64_t checked_int(std::uint64_t value, const table::Field& field);

}  // namespace fluxi::sql
