#include "sql/connection.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/nearest.hpp"
#include "sql/dry_run.hpp"
#include "sql/mysql.hpp"
#include "sql/mysql_name.hpp"
#include "sql/postgres.hpp"
#include "sql/sqlite.hpp"

namespace fluxi::sql {

namespace {

/// What the reference knows and fluxi does not.
constexpr std::array<std::string_view, 9> kElsewhere = {"awsathena", "bigquery",  "hdb",
                                                        "mssql",     "snowflake", "sqlmock",
                                                        "sqlserver", "vertica",   "vertigo"};

constexpr std::string_view kBuiltIn = "\"sqlite3\", \"postgres\" and \"mysql\" are built in";

}  // namespace

void check_driver(std::string_view driver, std::string_view user) {
    static constexpr std::array<std::string_view, 3> kDrivers = {"sqlite3", "postgres", "mysql"};
    if (std::find(kDrivers.begin(), kDrivers.end(), driver) != kDrivers.end()) return;
    if (std::find(kElsewhere.begin(), kElsewhere.end(), driver) != kElsewhere.end()) {
        base::fail_with(base::Code::pending, "{}: the sql driver {} is not built in; {}", user,
                        driver, kBuiltIn);
    }
    const std::string_view near = base::nearest(driver, {kDrivers.begin(), kDrivers.end()});
    base::fail("{}: sql driver {} not supported; {}{}", user, driver.empty() ? "\"\"" : driver,
               kBuiltIn, near.empty() ? "" : fmt::format(". Did you mean \"{}\"?", near));
}

std::unique_ptr<Connection> connect(const Source& source, const host::Host& host,
                                    const base::CancelToken& cancel) {
    check_driver(source.driver, "sql");
    if (source.name.find('\0') != std::string::npos)
        base::fail("invalid data source url: there is a NUL byte in it");
    if (source.driver == "sqlite3") return connect_sqlite(source.name, host, cancel);
    const bool postgres = source.driver == "postgres";
    if (host.network.http != host::HttpMode::live) {
        return postgres ? dry_run(kPostgres, describe_postgres(source.name, host), host)
                        : dry_run(kMysql, parse_mysql_name(source.name).place(), host);
    }
    return postgres ? connect_postgres(source.name, host, cancel)
                    : connect_mysql(source.name, host, cancel);
}

}  // namespace fluxi::sql
