// Where a data source name of PostgreSQL leads, checked against the policy of the run before libpq
// may connect.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "host/host.hpp"

namespace fluxi::sql {

struct PostgresTarget {
    /// What PQconnectStartParams is given. Every host has its address beside it (`hostaddr`), so
    /// that libpq looks nothing up.
    std::vector<std::pair<std::string, std::string>> parameters{};
    std::string place{};  ///< "localhost:5432/database", for messages
};

/// The parameters of a data source name and what the environment adds (PGHOST, PGPORT, PGDATABASE);
/// hosts are neither looked up nor checked. Throws base::RuntimeError for a text that libpq cannot
/// read.
PostgresTarget parse_postgres_name(const std::string& name, const host::Host& host);

/// As parse_postgres_name, and applies the policy. Throws base::RuntimeError (Code::denied) for
/// what it forbids: a Unix socket counts as the host of its path, and as a private address.
PostgresTarget postgres_target(const std::string& name, const host::Host& host);

}  // namespace fluxi::sql
