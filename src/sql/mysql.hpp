// MySQL and MariaDB through libmariadb. Rows come one by one from the server, so a large result is
// never held. Waiting for the server is interrupted when the run is; the connection is closed then.
#pragma once

#include <memory>
#include <string>

#include "sql/connection.hpp"

namespace fluxi::sql {

/// `name` as sql/mysql_name.hpp says. The host is looked up here, under the policy of the run.
std::unique_ptr<Connection> connect_mysql(const std::string& name, const host::Host& host,
                                          const base::CancelToken& cancel);

}  // namespace fluxi::sql
