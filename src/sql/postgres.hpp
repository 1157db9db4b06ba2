// PostgreSQL through libpq. Rows come one by one from the server (single-row mode), so a large
// result is never held. Waiting for the server is interrupted when the run is, and the server is
// told to stop.
#pragma once

#include <memory>
#include <string>

#include "sql/connection.hpp"

namespace fluxi::sql {

/// `name` is a URI `postgres://user:password@host:port/database?sslmode=disable` or a list
/// `host=… port=… user=…`, as libpq reads them. The host is looked up here, under the policy of the
/// run, and libpq is given the addresses.
std::unique_ptr<Connection> connect_postgres(const std::string& name, const host::Host& host,
                                             const base::CancelToken& cancel);

/// HOST:PORT/DATABASE of a data source name, without user and password: what a dry run shows.
std::string describe_postgres(const std::string& name, const host::Host& host);

}  // namespace fluxi::sql
