// A connection to nowhere: what it would send to a server is shown (--http=dry-run) or not even
// that
// (--http=mock). Statements that could not be made fail as they would; queries have no rows.
#pragma once

#include <memory>
#include <string>

#include "sql/connection.hpp"
#include "sql/statements.hpp"

namespace fluxi::sql {

/// `place` is what notes call the server. `dialect` and `host` outlive the connection.
std::unique_ptr<Connection> dry_run(const Dialect& dialect, std::string place,
                                    const host::Host& host);

}  // namespace fluxi::sql
