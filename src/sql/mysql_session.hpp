// A connection to MySQL or MariaDB: each call of the library is a start and continuations, between
// which this waits in a way that ends with the run. Owns the connection; used by one thread.
#pragma once

#include <memory>
#include <string>

#include "base/cancel.hpp"
#include "sql/mysql_library.hpp"

namespace fluxi::sql {

struct MysqlClose {
    void operator()(MYSQL* connection) const { mysql().mysql_close(connection); }
};

class MysqlSession {
  public:
    /// Not connected yet. `cancel` outlives the session.
    explicit MysqlSession(const base::CancelToken& cancel);

    [[nodiscard]] MYSQL* get() const { return connection_.get(); }

    /// Goes on with `proceed(events)` until nothing is to be waited for.
    template <typename Proceed>
    void finish(int events, Proceed proceed) const {
        while (events != 0) {
            int ready = 0;
            try {
                ready = wait(events);
            } catch (...) {
                // What has begun must come to an end before anything of it can be freed; without a
                // connection it does so at once.
                hang_up();
                for (int tries = 0; events != 0 && tries < 1000; ++tries) events = proceed(events);
                throw;
            }
            events = proceed(ready);
        }
    }

    /// Ends the connection, whatever the server is about to send.
    void hang_up() const;
    /// Runs a statement; its rows, if there are some, are still to be fetched.
    void run(const std::string& statement) const;
    /// Throws what the server says.
    [[noreturn]] void fail() const;

  private:
    /// What of the events has happened; asks the run every so often.
    [[nodiscard]] int wait(int events) const;

    std::unique_ptr<MYSQL, MysqlClose> connection_;
    const base::CancelToken& cancel_;
};

}  // namespace fluxi::sql
