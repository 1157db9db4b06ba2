// The texts of package sql: statements, times, names of SQLite databases.
#include "base/error.hpp"
#include "sql/mysql_name.hpp"
#include "sql/sqlite_name.hpp"
#include "sql/statements.hpp"
#include "value/time.hpp"

using namespace fluxi;
using table::ColumnType;

TEST_CASE("sql: names are quoted so that nothing of them is SQL") {
    CHECK(sql::quoted_name("a") == "\"a\"");
    CHECK(sql::quoted_name("a\"; DROP TABLE b; --") == "\"a\"\"; DROP TABLE b; --\"");
    CHECK(sql::quoted_name("a`b", '`') == "`a``b`");
    CHECK_THROWS_AS(sql::quoted_name(std::string_view("a\0b", 3)), base::RuntimeError);
}

TEST_CASE("sql: statements of both databases") {
    const std::vector<table::Field> fields = {{"_time", ColumnType::time},
                                              {"n", ColumnType::uinteger}};
    CHECK(sql::create_statement(sql::kSqlite, "t", fields) ==
          R"(CREATE TABLE IF NOT EXISTS "t" ("_time" DATETIME, "n" INT))");
    CHECK(sql::create_statement(sql::kPostgres, "t", fields) ==
          R"(CREATE TABLE IF NOT EXISTS "t" ("_time" TIMESTAMP, "n" BIGINT))");
    CHECK(sql::insert_statement(sql::kSqlite, "t", fields, 2) ==
          R"(INSERT INTO "t" ("_time", "n") VALUES (?, ?), (?, ?))");
    CHECK(sql::insert_statement(sql::kPostgres, "t", fields, 2) ==
          R"(INSERT INTO "t" ("_time", "n") VALUES ($1, $2), ($3, $4))");
    CHECK(sql::insert_statement(sql::kMysql, "t", fields, 0) ==
          "INSERT INTO `t` (`_time`, `n`) VALUES ");
    CHECK(sql::rows_in_batch(10'000, 10) == 999);
    CHECK(sql::rows_in_batch(5, 10) == 1);
    CHECK(sql::rows_in_batch(1'000'000, 10) == 6553);
    CHECK_THROWS_WITH_AS(sql::create_statement(sql::kSqlite, "t", {{"b", ColumnType::boolean}}),
                         "SQLite does not support column type bool (column \"b\")",
                         base::RuntimeError);
}

TEST_CASE("sql: times as databases write them") {
    const auto at = [](std::string_view text) { return *value::parse_rfc3339(text); };
    CHECK(sql::parse_time("2020-01-02") == at("2020-01-02T00:00:00Z"));
    CHECK(sql::parse_time("2020-01-02 03:04") == at("2020-01-02T03:04:00Z"));
    CHECK(sql::parse_time("2020-01-02 03:04:05") == at("2020-01-02T03:04:05Z"));
    CHECK(sql::parse_time("2020-01-02T03:04:05.000000001Z") ==
          at("2020-01-02T03:04:05.000000001Z"));
    CHECK(sql::parse_time("2020-01-02 03:04:05.5+02") == at("2020-01-02T01:04:05.5Z"));
    CHECK(sql::parse_time("2020-01-02 03:04:05-0530") == at("2020-01-02T08:34:05Z"));
    CHECK(sql::parse_time("1969-12-31 23:59:59.999999999+00:00") == -1);
    for (const std::string_view text :
         {"", "x", "2020-01-02x", "2020-13-02", "2020-01-02 3:04:05", "2020-01-02 03:04:05+2",
          "0001-01-01", "9999-12-31 00:00:00", "infinity", "2020-01-02 03:04:05 BC"}) {
        CAPTURE(text);
        CHECK_FALSE(sql::parse_time(text));
    }
    CHECK(sql::time_text(-1, 9) == "1969-12-31 23:59:59.999999999");
    CHECK(sql::time_text(-1, 6) == "1969-12-31 23:59:59.999999");
    CHECK(sql::time_text(1'500'000'000, 9) == "1970-01-01 00:00:01.5");
    CHECK(sql::time_text(0, 6) == "1970-01-01 00:00:00");
}

TEST_CASE("sql: integers that the database does not have") {
    const table::Field field{"u", ColumnType::uinteger};
    CHECK(sql::checked_int(9'223'372'036'854'775'807U, field) == 9'223'372'036'854'775'807);
    CHECK_THROWS_AS(sql::checked_int(9'223'372'036'854'775'808U, field), base::RuntimeError);
}

TEST_CASE("sql: the file behind the name of a SQLite database") {
    const auto file = [](std::string_view name) { return sql::parse_sqlite_name(name).file; };
    CHECK(file("a.db") == "a.db");
    CHECK(file("a.db?_busy_timeout=10") == "a.db");
    CHECK(file("file:a%20b.db?mode=ro") == "a b.db");
    CHECK(file("file:///tmp/a.db") == "/tmp/a.db");
    CHECK(file("file://localhost/tmp/a.db#x") == "/tmp/a.db");
    CHECK_FALSE(file(":memory:"));
    CHECK_FALSE(file("file::memory:?cache=shared"));
    CHECK_FALSE(file("file:shared?mode=memory&cache=shared"));
    // Without the scheme the parameter means nothing to SQLite, so a file is opened.
    CHECK(file("a.db?mode=memory") == "a.db");
    const auto name = sql::parse_sqlite_name("a.db?_busy_timeout=10&_foreign_keys=1");
    CHECK(name.open == "a.db");
    CHECK(name.busy_timeout_ms == 10);
    CHECK(name.foreign_keys);
    for (const std::string_view bad : {"", " ", "file:", "a.db?_journal=WAL", "a.db?_timeout=x"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(sql::parse_sqlite_name(bad), base::RuntimeError);
    }
}

TEST_CASE("sql: names that are odd, for MySQL") {
    const auto asked = sql::parse_mysql_name("me:wh?at@tcp(a:1)/db");
    CHECK(asked.password == "wh?at");
    CHECK(asked.place() == "a:1/db");
    CHECK(sql::parse_mysql_name("me@tcp(a)/a%2Fb?loc=US/Pacific").database == "a/b");
    CHECK(sql::parse_mysql_name("me@/?timeout=4000000000m").connect_seconds > 60);
    for (const std::string_view bad :
         {"me:s3cr3t/db", "me:s3cr3t@a:1/db", "tcp(a:1)me:s3cr3t/db", "me@tcp(a:s3cr3t)/",
          "me@tcp([::1)/", "me@/a%zz", "me@/?=", "me@/?&&"}) {
        CAPTURE(bad);
        try {
            (void)sql::parse_mysql_name(bad);
            FAIL("accepted");
        } catch (const base::RuntimeError& error) {
            CHECK(std::string(error.what()).find("s3cr3t") == std::string::npos);
        }
    }
}

TEST_CASE("sql: a name of another kind is no file of SQLite") {
    CHECK_THROWS_WITH(sql::parse_sqlite_name("postgres://me:s3cr3t@a/db"),
                      "sqlite3: postgres://… is the name of another database; a path or file: is "
                      "expected");
    CHECK(sql::parse_sqlite_name("file://localhost/a").file == "/a");
}

TEST_CASE("sql: the data source name of MySQL") {
    const auto full = sql::parse_mysql_name(
        "me:p@ss/w:rd@tcp([::1]:3307)/db?parseTime=true&tls=skip-verify&timeout=1500ms");
    CHECK(full.user == "me");
    CHECK(full.password == "p@ss/w:rd");
    CHECK(full.host == "::1");
    CHECK(full.port == 3307);
    CHECK(full.database == "db");
    CHECK(full.tls == sql::MysqlName::Tls::unchecked);
    CHECK(full.connect_seconds == 2);
    CHECK(sql::parse_mysql_name("/").place() == "127.0.0.1:3306");
    CHECK(sql::parse_mysql_name("me@tcp(a)/db").place() == "a:3306/db");
    CHECK(sql::parse_mysql_name("me@unix(/run/m.sock)/db").place() == "/run/m.sock/db");
    for (const std::string_view bad : {"", "me@tcp(a:1)", "me@tcp(a:x)/", "me@udp(a)/", "me@tcp(a/",
                                       "/db?allowAllFiles=true", "/db?x=1", "/db?tls=maybe"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(sql::parse_mysql_name(bad), base::RuntimeError);
    }
}
