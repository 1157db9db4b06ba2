// SQLite: a file of the machine, or a database in memory, with its own engine inside fluxi.
//
// Columns of a result have the type their table declares, as the reference reads them (INT…, FLOAT,
// DOUBLE, TEXT, DATETIME …); where it declares none, e.g. for an expression, that of the first
// value that is not null.
#pragma once

#include <memory>
#include <string>

#include "sql/connection.hpp"

namespace fluxi::sql {

/// `name`: a path, `:memory:`, or a URI such as `file:a.db?mode=ro`; `_busy_timeout=MS` and
/// `_foreign_keys=1` may follow a `?` in each form. The file is made if it is not there. Where
/// files are forbidden (--no-fs), only databases in memory and files below the allowed places open,
/// and no statement can attach another file.
std::unique_ptr<Connection> connect_sqlite(const std::string& name, const host::Host& host,
                                           const base::CancelToken& cancel);

}  // namespace fluxi::sql
