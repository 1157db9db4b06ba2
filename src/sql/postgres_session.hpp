// A connection to PostgreSQL: sending statements and waiting for their results in a way that ends
// with the run. Owns the connection; used by one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/cancel.hpp"
#include "sql/postgres_library.hpp"

namespace fluxi::sql {

struct PostgresFinish {
    void operator()(PGconn* connection) const { pq().PQfinish(connection); }
};
struct PostgresClear {
    void operator()(PGresult* result) const { pq().PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, PostgresClear>;

/// What libpq says, without the newline at its end.
std::string postgres_message(const char* text);

class PostgresSession {
  public:
    /// `cancel` outlives the session.
    PostgresSession(PGconn* connection, const base::CancelToken& cancel)
        : connection_(connection), cancel_(cancel) {}

    [[nodiscard]] PGconn* get() const { return connection_.get(); }

    /// Sends a statement; null stands for a null parameter.
    void send(const std::string& statement, const std::vector<const char*>& values = {}) const;
    /// The next result of what was sent; none when there are no more. Throws what the server says
    /// of a statement that failed.
    [[nodiscard]] PostgresResult next() const;
    /// Runs a statement whose rows do not matter.
    void run(const std::string& statement, const std::vector<const char*>& values = {}) const;
    /// Asks the server to stop what it does for this connection.
    void stop() const;

  private:
    void wait_for_input() const;
    [[noreturn]] void fail_connection() const;

    std::unique_ptr<PGconn, PostgresFinish> connection_;
    const base::CancelToken& cancel_;
};

}  // namespace fluxi::sql
