// The client library of MariaDB, which also speaks to MySQL, loaded when a script first asks for a
// server. Loaded once for the process and never unloaded; immutable from then on.
#pragma once

#include <mysql.h>

namespace fluxi::sql {

// clang-format off
/// The functions of libmariadb that fluxi calls, each under its own name.
#define FLUXI_MYSQL_FUNCTIONS(F) \
    F(mysql_close) \
    F(mysql_error) \
    F(mysql_fetch_fields) \
    F(mysql_fetch_lengths) \
    F(mysql_fetch_row_cont) \
    F(mysql_fetch_row_start) \
    F(mysql_field_count) \
    F(mysql_free_result) \
    F(mysql_get_socket) \
    F(mysql_get_timeout_value_ms) \
    F(mysql_init) \
    F(mysql_num_fields) \
    F(mysql_optionsv) \
    F(mysql_real_connect_cont) \
    F(mysql_real_connect_start) \
    F(mysql_real_escape_string) \
    F(mysql_real_query_cont) \
    F(mysql_real_query_start) \
    F(mysql_server_init) \
    F(mysql_use_result)
// clang-format on

struct MysqlLibrary {
#define FLUXI_MYSQL_MEMBER(name) decltype(&::name) name = nullptr;
    FLUXI_MYSQL_FUNCTIONS(FLUXI_MYSQL_MEMBER)
#undef FLUXI_MYSQL_MEMBER
};

/// Throws base::RuntimeError (Code::network) where the machine has no libmariadb.
const MysqlLibrary& mysql();

}  // namespace fluxi::sql
