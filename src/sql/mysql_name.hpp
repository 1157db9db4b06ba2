// The data source name of a MySQL or MariaDB database taken apart, in the form of the reference's
// driver: `user:password@tcp(host:port)/database?parameter=value`. A plain value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fluxi::sql {

struct MysqlName {
    enum class Tls : std::uint8_t { off, preferred, unchecked, checked };

    std::string user{};
    std::string password{};
    bool is_unix = false;
    std::string host = "127.0.0.1";  ///< or the path of a Unix socket
    std::uint16_t port = 3306;
    std::string database{};
    Tls tls = Tls::off;
    unsigned connect_seconds = 0;  ///< 0: no limit

    /// HOST:PORT/DATABASE, without user and password.
    [[nodiscard]] std::string place() const;
};

/// Throws base::RuntimeError for another form and for a parameter that is not built in.
MysqlName parse_mysql_name(std::string_view name);

}  // namespace fluxi::sql
