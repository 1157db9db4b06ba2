#include "sql/mysql_session.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <new>

#include "base/error.hpp"

namespace fluxi::sql {

MysqlSession::MysqlSession(const base::CancelToken& cancel)
    : connection_(mysql().mysql_init(nullptr)), cancel_(cancel) {
    if (!connection_) throw std::bad_alloc();
    mysql().mysql_optionsv(get(), MYSQL_OPT_NONBLOCK, nullptr);
    mysql().mysql_optionsv(get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
    // Otherwise a server could ask for files of this machine.
    const unsigned off = 0;
    mysql().mysql_optionsv(get(), MYSQL_OPT_LOCAL_INFILE, &off);
}

void MysqlSession::hang_up() const {
    ::shutdown(static_cast<int>(mysql().mysql_get_socket(get())), SHUT_RDWR);
}

void MysqlSession::run(const std::string& statement) const {
    int failed = 0;
    finish(mysql().mysql_real_query_start(&failed, get(), statement.data(), statement.size()),
           [&](int ready) { return mysql().mysql_real_query_cont(&failed, get(), ready); });
    if (failed != 0) fail();
}

void MysqlSession::fail() const {
    base::fail("mysql: {}", mysql().mysql_error(get()));
}

int MysqlSession::wait(int events) const {
    using std::chrono::steady_clock;
    constexpr int kPollMs = 50;
    const auto limit = std::chrono::milliseconds(mysql().mysql_get_timeout_value_ms(get()));
    const auto began = steady_clock::now();
    while (true) {
        cancel_.check();
        pollfd entry{static_cast<int>(mysql().mysql_get_socket(get())), 0, 0};
        if ((events & MYSQL_WAIT_READ) != 0) entry.events |= POLLIN;
        if ((events & MYSQL_WAIT_WRITE) != 0) entry.events |= POLLOUT;
        if ((events & MYSQL_WAIT_EXCEPT) != 0) entry.events |= POLLPRI;
        if (::poll(&entry, 1, kPollMs) > 0) {
            int ready = 0;
            if ((entry.revents & (POLLIN | POLLERR | POLLHUP)) != 0) ready |= MYSQL_WAIT_READ;
            if ((entry.revents & (POLLOUT | POLLERR | POLLHUP)) != 0) ready |= MYSQL_WAIT_WRITE;
            if ((entry.revents & POLLPRI) != 0) ready |= MYSQL_WAIT_EXCEPT;
            return ready & events;
        }
        if ((events & MYSQL_WAIT_TIMEOUT) != 0 && steady_clock::now() - began >= limit) {
            return MYSQL_WAIT_TIMEOUT;
        }
    }
}

}  // namespace fluxi::sql
