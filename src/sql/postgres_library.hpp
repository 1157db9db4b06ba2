// libpq, the client library of PostgreSQL, loaded when a script first asks for a server and not
// when the program starts. Loaded once for the process and never unloaded; immutable from then on.
#pragma once

#include <libpq-fe.h>

namespace fluxi::sql {

// clang-format off
/// The functions of libpq that fluxi calls, each under its own name.
#define FLUXI_PQ_FUNCTIONS(F) \
    F(PQcancel) \
    F(PQclear) \
    F(PQconnectPoll) \
    F(PQconnectStartParams) \
    F(PQconninfoFree) \
    F(PQconninfoParse) \
    F(PQconsumeInput) \
    F(PQerrorMessage) \
    F(PQfinish) \
    F(PQfname) \
    F(PQfreeCancel) \
    F(PQfreemem) \
    F(PQftype) \
    F(PQgetCancel) \
    F(PQgetResult) \
    F(PQgetisnull) \
    F(PQgetlength) \
    F(PQgetvalue) \
    F(PQisBusy) \
    F(PQnfields) \
    F(PQntuples) \
    F(PQresultErrorMessage) \
    F(PQresultStatus) \
    F(PQsendQueryParams) \
    F(PQsetNoticeProcessor) \
    F(PQsetSingleRowMode) \
    F(PQsocket) \
    F(PQstatus) \
    F(PQunescapeBytea)
// clang-format on

struct PostgresLibrary {
#define FLUXI_PQ_MEMBER(name) decltype(&::name) name = nullptr;
    FLUXI_PQ_FUNCTIONS(FLUXI_PQ_MEMBER)
#undef FLUXI_PQ_MEMBER
};

/// Throws base::RuntimeError (Code::network) where the machine has no libpq.
const PostgresLibrary& pq();

}  // namespace fluxi::sql
