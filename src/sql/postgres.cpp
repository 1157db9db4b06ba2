#include "sql/postgres.hpp"

#include <poll.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "sql/postgres_rows.hpp"
#include "sql/postgres_session.hpp"
#include "sql/postgres_target.hpp"
#include "sql/statements.hpp"
#include "value/number.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

/// The parameters of a statement with many rows, as texts in one buffer.
class Values {
  public:
    void add(const table::Column& column, std::uint32_t row, const table::Field& field) {
        if (column.is_null(row)) {
            places_.push_back(kNull);
            return;
        }
        places_.push_back(text_.size());
        append(column, row, field);
        text_ += '\0';
    }

    void run(const PostgresSession& session, const std::string& statement) {
        std::vector<const char*> values;
        values.reserve(places_.size());
        for (const std::size_t place : places_) {
            values.push_back(place == kNull ? nullptr : text_.data() + place);
        }
        session.run(statement, values);
        places_.clear();
        text_.clear();
    }

  private:
    static constexpr std::size_t kNull = static_cast<std::size_t>(-1);

    void append(const table::Column& column, std::uint32_t row, const table::Field& field) {
        switch (column.type()) {
            case ColumnType::boolean:
                text_ += column.get<std::uint8_t>(row) != 0 ? 't' : 'f';
                return;
            case ColumnType::integer:
                value::append_int(text_, column.get<std::int64_t>(row));
                return;
            case ColumnType::uinteger:
                value::append_int(text_, checked_int(column.get<std::uint64_t>(row), field));
                return;
            case ColumnType::floating:
                append_number(column.get<double>(row));
                return;
            case ColumnType::string: {
                const std::string_view text = column.get<table::StringView>(row).view();
                if (text.find('\0') != std::string_view::npos) {
                    base::fail("column \"{}\": PostgreSQL cannot store a text with a NUL byte",
                               field.label);
                }
                text_ += text;
                return;
            }
            case ColumnType::time:
                text_ += time_text(column.get<std::int64_t>(row), 6);
                return;
        }
    }

    void append_number(double number) {
        if (std::isnan(number)) {
            text_ += "NaN";
        } else {
            value::append_float(text_, number, value::FloatForm::json);
        }
    }

    std::string text_{};
    std::vector<std::size_t> places_{};
};

class PostgresConnection final : public Connection {
  public:
    PostgresConnection(PGconn* connection, const base::CancelToken& cancel)
        : session_(connection, cancel) {}

    std::unique_ptr<Rows> query(const std::string& text) override {
        session_.send(text);
        return std::make_unique<PostgresRows>(session_);
    }
    /// Times are read as ISO 8601 writes them, whatever the server is set to.
    void prepare_session() const { session_.run("SET datestyle TO ISO"); }
    void begin() override { session_.run("BEGIN"); }
    void commit() override { session_.run("COMMIT"); }
    void create(const std::string& table, const std::vector<table::Field>& fields) override {
        session_.run(create_statement(kPostgres, table, fields));
    }

    void insert(const std::string& table, const std::vector<table::Field>& fields,
                const std::vector<table::Column>& columns, std::uint64_t batch_size) override {
        const std::uint64_t rows = columns.empty() ? 0 : columns.front().size();
        const std::uint64_t most = rows_in_batch(batch_size, columns.size());
        std::string statement;
        std::uint64_t statement_rows = 0;
        Values values;
        for (std::uint64_t begin = 0; begin < rows; begin += most) {
            const std::uint64_t end = std::min(rows, begin + most);
            if (end - begin != statement_rows) {
                statement_rows = end - begin;
                statement = insert_statement(kPostgres, table, fields, statement_rows);
            }
            for (std::uint64_t row = begin; row < end; ++row) {
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    values.add(columns[i], static_cast<std::uint32_t>(row), fields[i]);
                }
            }
            values.run(session_, statement);
        }
    }

  private:
    // A transaction that was not committed ends with the connection, undone by the server.
    PostgresSession session_;
};

/// How long the parameters let connecting last; no limit unless they say so.
std::optional<std::chrono::seconds> connect_timeout(const PostgresTarget& target) {
    for (const auto& [keyword, text] : target.parameters) {
        if (keyword != "connect_timeout") continue;
        int seconds = 0;
        std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (seconds > 0) return std::chrono::seconds(seconds);
    }
    return std::nullopt;
}

PGconn* start(const PostgresTarget& target) {
    std::vector<const char*> keywords;
    std::vector<const char*> values;
    const auto add = [&](const char* keyword, const char* text) {
        keywords.push_back(keyword);
        values.push_back(text);
    };
    add("fallback_application_name", "fluxi");
    for (const auto& [keyword, text] : target.parameters) {
        if (keyword != "client_encoding") add(keyword.c_str(), text.c_str());
    }
    add("client_encoding", "UTF8");
    add(nullptr, nullptr);
    PGconn* connection = pq().PQconnectStartParams(keywords.data(), values.data(), 0);
    if (connection == nullptr) throw std::bad_alloc();
    return connection;
}

void finish_connecting(PGconn* connection, const PostgresTarget& target,
                       const base::CancelToken& cancel) {
    using std::chrono::steady_clock;
    const auto limit = connect_timeout(target);
    const auto began = steady_clock::now();
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted != PGRES_POLLING_OK) {
        if (wanted == PGRES_POLLING_FAILED || pq().PQstatus(connection) == CONNECTION_BAD) {
            base::fail_with(base::Code::network, "postgres: {}",
                            postgres_message(pq().PQerrorMessage(connection)));
        }
        constexpr int kPollMs = 50;
        const bool writing = wanted == PGRES_POLLING_WRITING;
        pollfd entry{pq().PQsocket(connection), static_cast<short>(writing ? POLLOUT : POLLIN), 0};
        const int ready = ::poll(&entry, 1, kPollMs);
        cancel.check();
        if (limit && steady_clock::now() - began > *limit) {
            base::fail_with(base::Code::network, "postgres: {} did not answer within {} s",
                            target.place, limit->count());
        }
        if (ready > 0) wanted = pq().PQconnectPoll(connection);
    }
}

void ignore_notice(void* /*nothing*/, const char* /*message*/) {}

}  // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& name, const host::Host& host,
                                             const base::CancelToken& cancel) {
    const PostgresTarget target = postgres_target(name, host);
    PGconn* connection = start(target);
    auto result = std::make_unique<PostgresConnection>(connection, cancel);
    finish_connecting(connection, target, cancel);
    // "relation already exists, skipping" is what CREATE TABLE IF NOT EXISTS always says.
    pq().PQsetNoticeProcessor(connection, ignore_notice, nullptr);
    result->prepare_session();
    return result;
}

std::string describe_postgres(const std::string& name, const host::Host& host) {
    return parse_postgres_name(name, host).place;
}

}  // namespace fluxi::sql
