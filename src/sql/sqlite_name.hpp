// The data source name of a SQLite database taken apart. A plain value; nothing is opened here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fluxi::sql {

struct SqliteName {
    std::string open;                   ///< what sqlite3_open_v2 is given, a URI or a path
    std::optional<std::string> file{};  ///< the file behind it; none in memory
    int busy_timeout_ms = 5000;
    bool foreign_keys = false;
};

/// Throws base::RuntimeError for an empty name and for a parameter with `_` that is not known.
SqliteName parse_sqlite_name(std::string_view name);

}  // namespace fluxi::sql
