#include "sql/mysql_library.hpp"

#include "base/shared_library.hpp"

namespace fluxi::sql {

namespace {

MysqlLibrary load() {
    const base::SharedLibrary library("libmariadb.so.3", "the driver mysql", "libmariadb3");
    MysqlLibrary result;
#define FLUXI_MYSQL_FIND(name) library.find(#name, result.name);
    FLUXI_MYSQL_FUNCTIONS(FLUXI_MYSQL_FIND)
#undef FLUXI_MYSQL_FIND
    result.mysql_server_init(0, nullptr, nullptr);
    return result;
}

}  // namespace

const MysqlLibrary& mysql() {
    static const MysqlLibrary library = load();
    return library;
}

}  // namespace fluxi::sql
