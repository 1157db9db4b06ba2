#include "sql/postgres_library.hpp"

#include "base/shared_library.hpp"

namespace fluxi::sql {

namespace {

PostgresLibrary load() {
    const base::SharedLibrary library("libpq.so.5", "the driver postgres", "libpq5");
    PostgresLibrary result;
#define FLUXI_PQ_FIND(name) library.find(#name, result.name);
    FLUXI_PQ_FUNCTIONS(FLUXI_PQ_FIND)
#undef FLUXI_PQ_FIND
    return result;
}

}  // namespace

const PostgresLibrary& pq() {
    static const PostgresLibrary library = load();
    return library;
}

}  // namespace fluxi::sql
