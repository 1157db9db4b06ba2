#include "sql/postgres_session.hpp"

#include <poll.h>

#include <array>

#include "base/error.hpp"

namespace fluxi::sql {

namespace {

void check(const PGresult* result) {
    if (result == nullptr) return;
    switch (pq().PQresultStatus(result)) {
        case PGRES_FATAL_ERROR:
        case PGRES_BAD_RESPONSE:
            base::fail("postgres: {}", postgres_message(pq().PQresultErrorMessage(result)));
        case PGRES_COPY_IN:
        case PGRES_COPY_OUT:
        case PGRES_COPY_BOTH:
            base::fail("postgres: COPY cannot be used here, it has no rows");
        default:
            return;
    }
}

}  // namespace

std::string postgres_message(const char* text) {
    std::string message = text == nullptr ? "" : text;
    while (!message.empty() && (message.back() == '\n' || message.back() == ' '))
        message.pop_back();
    return message;
}

void PostgresSession::wait_for_input() const {
    constexpr int kPollMs = 50;
    while (true) {
        pollfd entry{pq().PQsocket(get()), POLLIN, 0};
        if (::poll(&entry, 1, kPollMs) > 0) return;
        cancel_.check();
    }
}

void PostgresSession::send(const std::string& statement,
                           const std::vector<const char*>& values) const {
    const int sent =
        pq().PQsendQueryParams(get(), statement.c_str(), static_cast<int>(values.size()), nullptr,
                               values.data(), nullptr, nullptr, 0);
    if (sent == 0) fail_connection();
}

PostgresResult PostgresSession::next() const {
    try {
        while (pq().PQisBusy(get()) != 0) {
            wait_for_input();
            if (pq().PQconsumeInput(get()) == 0) fail_connection();
        }
    } catch (...) {
        stop();
        throw;
    }
    PostgresResult result(pq().PQgetResult(get()));
    check(result.get());
    return result;
}

void PostgresSession::run(const std::string& statement,
                          const std::vector<const char*>& values) const {
    send(statement, values);
    while (next()) {
    }
}

void PostgresSession::stop() const {
    PGcancel* handle = pq().PQgetCancel(get());
    std::array<char, 256> ignored{};
    if (handle != nullptr) pq().PQcancel(handle, ignored.data(), ignored.size());
    pq().PQfreeCancel(handle);
}

void PostgresSession::fail_connection() const {
    base::fail_with(base::Code::network, "postgres: {}",
                    postgres_message(pq().PQerrorMessage(get())));
}

}  // namespace fluxi::sql
