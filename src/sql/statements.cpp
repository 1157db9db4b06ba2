#include "sql/statements.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "value/time.hpp"

namespace fluxi::sql {

// In the order of table::ColumnType: bool, int, uint, float, string, time.
const Dialect kSqlite{"SQLite", {"", "INT", "INT", "FLOAT", "TEXT", "DATETIME"}, false};
const Dialect kPostgres{
    "PostgreSQL", {"BOOL", "BIGINT", "BIGINT", "FLOAT", "TEXT", "TIMESTAMP"}, true};
const Dialect kMysql{
    "MySQL", {"BOOL", "BIGINT", "BIGINT", "FLOAT", "TEXT(16383)", "DATETIME"}, false, '`'};

std::string quoted_name(std::string_view name, char quote) {
    std::string text(1, quote);
    for (const char c : name) {
        if (c == '\0') base::fail("a name in SQL cannot have a NUL byte");
        if (c == quote) text += quote;
        text += c;
    }
    return text + quote;
}

std::uint64_t rows_in_batch(std::uint64_t batch_size, std::size_t columns) {
    constexpr std::uint64_t kMost = 65'535;
    const std::uint64_t width = std::max<std::size_t>(columns, 1);
    const std::uint64_t rows = batch_size < 2 * width ? 1 : (batch_size - width) / width;
    return std::min(rows, std::max<std::uint64_t>(kMost / width, 1));
}

std::string create_statement(const Dialect& dialect, std::string_view table,
                             const std::vector<table::Field>& fields) {
    std::string text = "CREATE TABLE IF NOT EXISTS " + quoted_name(table, dialect.quote) + " (";
    for (const table::Field& field : fields) {
        const std::string_view type = dialect.types.at(static_cast<std::size_t>(field.type));
        if (type.empty()) {
            base::fail("{} does not support column type {} (column \"{}\")", dialect.database,
                       table::type_name(field.type), field.label);
        }
        if (&field != &fields.front()) text += ", ";
        text += quoted_name(field.label, dialect.quote) + " " + std::string(type);
    }
    return text + ")";
}

std::string insert_statement(const Dialect& dialect, std::string_view table,
                             const std::vector<table::Field>& fields, std::uint64_t rows) {
    std::string text = "INSERT INTO " + quoted_name(table, dialect.quote) + " (";
    for (const table::Field& field : fields) {
        if (&field != &fields.front()) text += ", ";
        text += quoted_name(field.label, dialect.quote);
    }
    text += ") VALUES ";
    std::uint64_t parameter = 0;
    for (std::uint64_t row = 0; row < rows; ++row) {
        text += row == 0 ? "(" : ", (";
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i != 0) text += ", ";
            ++parameter;
            text += dialect.numbered_parameters ? "$" + std::to_string(parameter) : "?";
        }
        text += ')';
    }
    return text;
}

namespace {

bool digits(std::string_view text, std::size_t begin, std::size_t count) {
    if (begin + count > text.size()) return false;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
    }
    return true;
}

/// The offset at the end of a clock reading as RFC 3339 writes it, cut off from `clock`.
std::optional<std::string> take_offset(std::string_view& clock) {
    if (!clock.empty() && (clock.back() == 'Z' || clock.back() == 'z')) {
        clock.remove_suffix(1);
        return "Z";
    }
    const auto sign = clock.find_first_of("+-");
    if (sign == std::string_view::npos) return "Z";
    const std::string_view offset = clock.substr(sign);
    clock = clock.substr(0, sign);
    if (!digits(offset, 1, 2)) return std::nullopt;
    std::string text(offset.substr(0, 3));
    if (offset.size() == 3) return text + ":00";
    const std::string_view minutes = offset.substr(offset[3] == ':' ? 4 : 3);
    if (minutes.size() != 2 || !digits(minutes, 0, 2)) return std::nullopt;
    return text + ":" + std::string(minutes);
}

/// The years whose every moment fits.
bool fits(std::string_view date) {
    return digits(date, 0, 4) && date.substr(0, 4) >= "1678" && date.substr(0, 4) <= "2261";
}

}  // namespace

std::optional<std::int64_t> parse_time(std::string_view text) {
    if (text.size() < 10 || !fits(text)) return std::nullopt;
    const std::string_view date = text.substr(0, 10);
    if (text.size() == 10) return value::parse_date(date);
    if (text[10] != ' ' && text[10] != 'T') return std::nullopt;
    std::string_view clock = text.substr(11);
    const auto offset = take_offset(clock);
    if (!offset || !digits(clock, 0, 2)) return std::nullopt;
    std::string whole = std::string(date) + "T" + std::string(clock);
    if (clock.size() == 5) whole += ":00";
    return value::parse_rfc3339(whole + *offset);
}

std::string time_text(std::int64_t time, unsigned digits_wanted) {
    const value::DateTime parts = value::date_time_of(time);
    std::string text =
        fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", parts.date.year, parts.date.month,
                    parts.date.day, parts.hour, parts.minute, parts.second);
    std::string fraction = fmt::format("{:09}", parts.nanosecond).substr(0, digits_wanted);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty()) text += "." + fraction;
    return text;
}

std::int64_t checked_int(std::uint64_t value, const table::Field& field) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        base::fail("column \"{}\": {} is too large for an integer of the database", field.label,
                   value);
    }
    return static_cast<std::int64_t>(value);
}

}  // namespace fluxi::sql
