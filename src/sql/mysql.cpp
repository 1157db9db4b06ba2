#include "sql/mysql.hpp"

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "net/resolve.hpp"
#include "sql/mysql_name.hpp"
#include "sql/mysql_rows.hpp"
#include "sql/mysql_session.hpp"
#include "sql/statements.hpp"
#include "value/number.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

class MysqlConnection final : public Connection {
  public:
    MysqlConnection(const MysqlName& name, const base::CancelToken& cancel)
        : name_(name), session_(cancel) {}

    void connect(const std::string& address, std::uint16_t port) {
        const MysqlLibrary& library = mysql();
        if (name_.connect_seconds > 0) {
            library.mysql_optionsv(session_.get(), MYSQL_OPT_CONNECT_TIMEOUT,
                                   &name_.connect_seconds);
        }
        const my_bool check = name_.tls == MysqlName::Tls::checked ? 1 : 0;
        const my_bool enforce =
            name_.tls == MysqlName::Tls::checked || name_.tls == MysqlName::Tls::unchecked ? 1 : 0;
        library.mysql_optionsv(session_.get(), MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &check);
        library.mysql_optionsv(session_.get(), MYSQL_OPT_SSL_ENFORCE, &enforce);
        const char* host = name_.is_unix ? nullptr : address.c_str();
        const char* path = name_.is_unix ? address.c_str() : nullptr;
        const char* database = name_.database.empty() ? nullptr : name_.database.c_str();
        MYSQL* connected = nullptr;
        session_.finish(
            library.mysql_real_connect_start(&connected, session_.get(), host, name_.user.c_str(),
                                             name_.password.c_str(), database, port, path, 0),
            [&](int ready) {
                return library.mysql_real_connect_cont(&connected, session_.get(), ready);
            });
        if (connected == nullptr) {
            base::fail_with(base::Code::network, "mysql: {}: {}", name_.place(),
                            library.mysql_error(session_.get()));
        }
        session_.run("SET time_zone = '+00:00'");
    }

    std::unique_ptr<Rows> query(const std::string& text) override {
        session_.run(text);
        return std::make_unique<MysqlRows>(session_);
    }

    void begin() override {}
    void commit() override { session_.run("COMMIT"); }

    /// Making a table ends a transaction in MySQL, so it comes before the transaction begins, and
    /// only once: afterwards the table is there.
    void create(const std::string& table, const std::vector<table::Field>& fields) override {
        const std::string statement = create_statement(kMysql, table, fields);
        if (begun_) return;
        session_.run(statement);
        session_.run("START TRANSACTION");
        begun_ = true;
    }

    void insert(const std::string& table, const std::vector<table::Field>& fields,
                const std::vector<table::Column>& columns, std::uint64_t batch_size) override {
        constexpr std::size_t kMostBytes = 1 << 20;  // servers take at least 4 MiB
        const std::uint32_t rows = columns.empty() ? 0 : columns.front().size();
        const std::uint64_t most = rows_in_batch(batch_size, columns.size());
        const std::string head = insert_statement(kMysql, table, fields, 0);
        std::string statement;
        std::uint64_t waiting = 0;
        for (std::uint32_t row = 0; row < rows; ++row) {
            statement += waiting == 0 ? head : ", ";
            append_row(statement, columns, row, fields);
            if (++waiting < most && statement.size() < kMostBytes && row + 1 < rows) continue;
            session_.run(statement);
            statement.clear();
            waiting = 0;
        }
    }

  private:
    void append_row(std::string& out, const std::vector<table::Column>& columns, std::uint32_t row,
                    const std::vector<table::Field>& fields) const {
        out += '(';
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i != 0) out += ", ";
            if (columns[i].is_null(row)) {
                out += "NULL";
            } else {
                append_value(out, columns[i], row, fields[i]);
            }
        }
        out += ')';
    }

    void append_value(std::string& out, const table::Column& column, std::uint32_t row,
                      const table::Field& field) const {
        switch (column.type()) {
            case ColumnType::boolean:
                out += column.get<std::uint8_t>(row) != 0 ? '1' : '0';
                return;
            case ColumnType::integer:
                value::append_int(out, column.get<std::int64_t>(row));
                return;
            case ColumnType::uinteger:
                value::append_int(out, checked_int(column.get<std::uint64_t>(row), field));
                return;
            case ColumnType::floating: {
                const double number = column.get<double>(row);
                if (!std::isfinite(number)) {
                    base::fail("column \"{}\": MySQL cannot store NaN or infinity", field.label);
                }
                value::append_float(out, number, value::FloatForm::scientific);
                return;
            }
            case ColumnType::string:
                append_text(out, column.get<table::StringView>(row).view());
                return;
            case ColumnType::time:
                append_text(out, time_text(column.get<std::int64_t>(row), 6));
                return;
        }
    }

    void append_text(std::string& out, std::string_view text) const {
        const std::size_t begin = out.size() + 1;
        out += '\'';
        out.resize(begin + 2 * text.size() + 1);
        const unsigned long size = mysql().mysql_real_escape_string(
            session_.get(), out.data() + begin, text.data(), text.size());
        out.resize(begin + size);
        out += '\'';
    }

    const MysqlName name_;
    MysqlSession session_;
    bool begun_ = false;
};

}  // namespace

std::unique_ptr<Connection> connect_mysql(const std::string& data_source, const host::Host& host,
                                          const base::CancelToken& cancel) {
    const MysqlName name = parse_mysql_name(data_source);
    if (name.is_unix) {
        host.network.check_target(name.host, name.port);
        if (host.network.deny_private) {
            base::fail_with(base::Code::denied,
                            "{} is a socket of this machine (--deny-private-net)", name.host);
        }
        auto connection = std::make_unique<MysqlConnection>(name, cancel);
        connection->connect(name.host, 0);
        return connection;
    }
    const net::Target target = net::resolve(host.network, name.host, name.port);
    // A certificate is checked against the name.
    const std::string place =
        name.tls == MysqlName::Tls::checked ? target.host : target.addresses.front().text();
    auto connection = std::make_unique<MysqlConnection>(name, cancel);
    connection->connect(place, target.port);
    return connection;
}

}  // namespace fluxi::sql
