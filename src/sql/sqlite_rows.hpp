// The rows of a statement of SQLite as columns. A column has the type of its declaration, else that
// of its first value; what does not fit it is an error that names the row. The rows own the
// statement; the database and the token outlive them.
#pragma once

#include <memory>

#include <sqlite3.h>

#include "base/cancel.hpp"
#include "sql/connection.hpp"

namespace fluxi::sql {

struct StatementFinalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, StatementFinalize>;

/// Throws why the last call did not succeed: the end of the run if that was it.
[[noreturn]] void fail_sqlite(sqlite3* database, int status, const base::CancelToken& cancel);

std::unique_ptr<Rows> sqlite_rows(sqlite3* database, SqliteStatement statement,
                                  const base::CancelToken& cancel);

}  // namespace fluxi::sql
