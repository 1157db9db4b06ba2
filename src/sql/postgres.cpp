#include "sql/postgres.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "sql/postgres_library.hpp"
#include "sql/postgres_target.hpp"
#include "sql/statements.hpp"
#include "table/builder.hpp"
#include "value/number.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

struct ConnectionFinish {
    void operator()(PGconn* connection) const { pq().PQfinish(connection); }
};
struct ResultClear {
    void operator()(PGresult* result) const { pq().PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultClear>;

/// One line of what libpq says, without the newline at its end.
std::string message_of(const char* text) {
    std::string message = text == nullptr ? "" : text;
    while (!message.empty() && (message.back() == '\n' || message.back() == ' ')) message.pop_back();
    return message;
}

/// The session: sending, and waiting that ends with the run.
class Session {
  public:
    Session(PGconn* connection, const base::CancelToken& cancel)
        : connection_(connection), cancel_(cancel) {}

    [[nodiscard]] PGconn* get() const { return connection_.get(); }

    /// Waits until the socket can be read (or written); asks the run every so often.
    void wait(short events) const {
        constexpr int kPollMs = 50;
        while (true) {
            pollfd entry{pq().PQsocket(get()), events, 0};
            const int ready = ::poll(&entry, 1, kPollMs);
            if (ready > 0) return;
            cancel_.check();
        }
    }

    void send(const std::string& statement, const std::vector<const char*>& values,
              const std::vector<int>& lengths) const {
        const int sent = pq().PQsendQueryParams(
            get(), statement.c_str(), static_cast<int>(values.size()), nullptr,
            values.empty() ? nullptr : values.data(), lengths.empty() ? nullptr : lengths.data(),
            nullptr, 0);
        if (sent == 0) fail_connection();
    }

    /// The next result of what was sent; none when there are no more.
    [[nodiscard]] Result next() const {
        try {
            while (pq().PQisBusy(get()) != 0) {
                wait(POLLIN);
                if (pq().PQconsumeInput(get()) == 0) fail_connection();
            }
        } catch (...) {
            stop();
            throw;
        }
        Result result(pq().PQgetResult(get()));
        check(result.get());
        return result;
    }

    /// Runs a statement whose rows do not matter.
    void run(const std::string& statement, const std::vector<const char*>& values = {},
             const std::vector<int>& lengths = {}) const {
        send(statement, values, lengths);
        while (next()) {
        }
    }

    /// Asks the server to stop what it does for this connection.
    void stop() const {
        PGcancel* handle = pq().PQgetCancel(get());
        std::array<char, 256> ignored{};
        if (handle != nullptr) pq().PQcancel(handle, ignored.data(), ignored.size());
        pq().PQfreeCancel(handle);
    }

  private:
    [[noreturn]] void fail_connection() const {
        base::fail_with(base::Code::network, "postgres: {}", message_of(pq().PQerrorMessage(get())));
    }

    static void check(const PGresult* result) {
        if (result == nullptr) return;
        switch (pq().PQresultStatus(result)) {
            case PGRES_FATAL_ERROR:
            case PGRES_BAD_RESPONSE:
                base::fail("postgres: {}", message_of(pq().PQresultErrorMessage(result)));
            case PGRES_COPY_IN:
            case PGRES_COPY_OUT:
            case PGRES_COPY_BOTH:
                base::fail("postgres: COPY cannot be used here, it has no rows");
            default:
                return;
        }
    }

    std::unique_ptr<PGconn, ConnectionFinish> connection_;
    const base::CancelToken& cancel_;
};

/// What a column of the server becomes.
enum class Kind : std::uint8_t { boolean, integer, floating, time, bytes, text };

Kind kind_of(Oid type) {
    switch (type) {  // pg_type.dat
        case 16: return Kind::boolean;
        case 17: return Kind::bytes;
        case 20:  // int8
        case 21:  // int2
        case 23:  // int4
            return Kind::integer;
        case 700:  // float4
        case 701:  // float8
            return Kind::floating;
        case 1082:  // date
        case 1114:  // timestamp
        case 1184:  // timestamptz
            return Kind::time;
        default: return Kind::text;
    }
}

ColumnType type_of(Kind kind) {
    switch (kind) {
        case Kind::boolean: return ColumnType::boolean;
        case Kind::integer: return ColumnType::integer;
        case Kind::floating: return ColumnType::floating;
        case Kind::time: return ColumnType::time;
        case Kind::bytes:
        case Kind::text: break;
    }
    return ColumnType::string;
}

class PostgresRows final : public Rows {
  public:
    explicit PostgresRows(const Session& session) : session_(session) {
        pq().PQsetSingleRowMode(session_.get());
        advance();
        if (!result_ || pq().PQnfields(result_.get()) == 0) {
            // A statement without rows, such as INSERT: one table without columns.
            return;
        }
        for (int i = 0; i < pq().PQnfields(result_.get()); ++i) {
            const Kind kind = kind_of(pq().PQftype(result_.get(), i));
            columns_.push_back({pq().PQfname(result_.get(), i), kind, table::Builder(type_of(kind))});
        }
    }
    ~PostgresRows() override {
        // The connection can be used again only when nothing is left to be read.
        try {
            if (result_) session_.stop();
            while (result_) advance();
        } catch (const base::RuntimeError&) {
            result_.reset();
        }
    }

    bool next(std::uint32_t limit, std::vector<table::Field>& fields,
              std::vector<table::Column>& columns) override {
        std::uint32_t rows = 0;
        while (result_ && rows < limit) {
            for (int row = 0; row < pq().PQntuples(result_.get()); ++row, ++rows) take_row(row);
            advance();
        }
        if (rows == 0 && !first_) return false;
        first_ = false;
        fields.clear();
        columns.clear();
        for (Target& target : columns_) {
            fields.push_back({target.label, target.builder.type()});
            columns.push_back(target.builder.finish());
        }
        return true;
    }

  private:
    struct Target {
        std::string label;
        Kind kind;
        table::Builder builder;
    };

    void advance() { result_ = session_.next(); }

    void take_row(int row) {
        ++row_;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const int column = static_cast<int>(i);
            if (pq().PQgetisnull(result_.get(), row, column) != 0) {
                columns_[i].builder.append_null();
                continue;
            }
            const auto size = static_cast<std::size_t>(pq().PQgetlength(result_.get(), row, column));
            take(columns_[i], {pq().PQgetvalue(result_.get(), row, column), size});
        }
    }

    void take(Target& target, std::string_view text) {
        switch (target.kind) {
            case Kind::boolean:
                target.builder.append_stored(static_cast<std::uint8_t>(text == "t"));
                return;
            case Kind::integer: {
                std::int64_t number = 0;
                if (value::parse_int(text, number) != value::NumberError::none) bad(target, text);
                target.builder.append_stored(number);
                return;
            }
            case Kind::floating: {
                double number = 0;
                if (value::parse_float(text, number) != value::NumberError::none) bad(target, text);
                target.builder.append_stored(number);
                return;
            }
            case Kind::time: {
                const auto time = parse_time(text);
                if (!time) bad(target, text);
                target.builder.append_stored(*time);
                return;
            }
            case Kind::bytes: take_bytes(target, text); return;
            case Kind::text: target.builder.append_text(text); return;
        }
    }

    static void take_bytes(Target& target, std::string_view text) {
        std::size_t size = 0;
        const std::string terminated(text);
        unsigned char* bytes = pq().PQunescapeBytea(
            reinterpret_cast<const unsigned char*>(terminated.c_str()), &size);
        if (bytes == nullptr) throw std::bad_alloc();
        target.builder.append_text({reinterpret_cast<const char*>(bytes), size});
        pq().PQfreemem(bytes);
    }

    [[noreturn]] void bad(const Target& target, std::string_view text) const {
        base::fail("postgres: row {}: column \"{}\": \"{}\" is not a {} that Flux can hold; cast it to "
                   "text in the query",
                   row_, target.label, text, table::type_name(target.builder.type()));
    }

    const Session& session_;
    Result result_{};  ///< the next row, or the end of the rows
    std::vector<Target> columns_{};
    std::uint64_t row_ = 0;
    bool first_ = true;
};

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

    void run(const Session& session, const std::string& statement) {
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
            case ColumnType::integer: value::append_int(text_, column.get<std::int64_t>(row)); return;
            case ColumnType::uinteger:
                value::append_int(text_, checked_int(column.get<std::uint64_t>(row), field));
                return;
            case ColumnType::floating: append_number(column.get<double>(row)); return;
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
        session_.send(text, {}, {});
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
    Session session_;
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
                            message_of(pq().PQerrorMessage(connection)));
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
