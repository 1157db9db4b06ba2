#include "sql/sqlite.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <sqlite3.h>

#include "base/error.hpp"
#include "sql/name_text.hpp"
#include "sql/sqlite_name.hpp"
#include "sql/sqlite_rows.hpp"
#include "sql/statements.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

struct DatabaseClose {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, DatabaseClose>;

/// Whether to stop; called by SQLite every few thousand steps of its machine.
int stop_asked(void* token) {
    const auto& cancel = *static_cast<const base::CancelToken*>(token);
    return cancel.cancelled() || cancel.expired() ? 1 : 0;
}

/// Whether a text has no statement: only blanks, semicolons and comments.
bool is_blank(std::string_view text) {
    while (!text.empty()) {
        std::size_t skip = 1;
        if (text.substr(0, 2) == "--") {
            skip = text.find('\n');
        } else if (text.substr(0, 2) == "/*") {
            const auto end = text.find("*/", 2);
            skip = end == std::string_view::npos ? end : end + 2;
        } else if (std::string_view(" \t\r\n\f;").find(text.front()) == std::string_view::npos) {
            return false;
        }
        text.remove_prefix(std::min(skip, text.size()));
    }
    return true;
}

class SqliteConnection final : public Connection {
  public:
    SqliteConnection(Database database, const base::CancelToken& cancel)
        : database_(std::move(database)), cancel_(cancel) {
        sqlite3_progress_handler(database_.get(), 4000, stop_asked,
                                 const_cast<base::CancelToken*>(&cancel_));
    }
    ~SqliteConnection() override {
        // What was begun must be undone also when the run was cancelled.
        sqlite3_progress_handler(database_.get(), 0, nullptr, nullptr);
        if (sqlite3_get_autocommit(database_.get()) == 0) {
            sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }

    /// Runs all statements of the text; the rows are those of the last one.
    std::unique_ptr<Rows> query(const std::string& text) override {
        std::string_view rest = text;
        while (SqliteStatement statement = prepare(rest)) {
            if (is_blank(rest)) {
                return sqlite_rows(database_.get(), std::move(statement), cancel_);
            }
            run(statement.get());
        }
        base::fail("sqlite3: the query is empty");
    }

    void begin() override { execute("BEGIN IMMEDIATE"); }
    void commit() override { execute("COMMIT"); }

    void create(const std::string& table, const std::vector<table::Field>& fields) override {
        execute(create_statement(kSqlite, table, fields));
    }

    /// One row at a time: a prepared statement with a row is the fastest that SQLite has.
    void insert(const std::string& table, const std::vector<table::Field>& fields,
                const std::vector<table::Column>& columns, std::uint64_t /*batch_size*/) override {
        const std::string text = insert_statement(kSqlite, table, fields, 1);
        if (text != insert_text_) {
            std::string_view rest = text;
            insert_ = prepare(rest);
            insert_text_ = text;
        }
        const std::uint32_t rows = columns.empty() ? 0 : columns.front().size();
        for (std::uint32_t row = 0; row < rows; ++row) {
            for (std::size_t i = 0; i < columns.size(); ++i) {
                bind(static_cast<int>(i) + 1, columns[i], row, fields[i]);
            }
            run(insert_.get());
            sqlite3_reset(insert_.get());
        }
    }

  private:
    /// The first statement of `rest`, which is taken off; none at its end.
    SqliteStatement prepare(std::string_view& rest) {
        sqlite3_stmt* made = nullptr;
        while (made == nullptr && !rest.empty()) {
            const char* tail = nullptr;
            const int status = sqlite3_prepare_v2(database_.get(), rest.data(),
                                                  static_cast<int>(rest.size()), &made, &tail);
            if (status != SQLITE_OK) fail_sqlite(database_.get(), status, cancel_);
            rest.remove_prefix(static_cast<std::size_t>(tail - rest.data()));
        }
        return SqliteStatement(made);
    }

    void run(sqlite3_stmt* statement) {
        int status = SQLITE_ROW;
        while (status == SQLITE_ROW) status = sqlite3_step(statement);
        if (status != SQLITE_DONE) fail_sqlite(database_.get(), status, cancel_);
    }

    void execute(const std::string& text) {
        std::string_view rest = text;
        run(prepare(rest).get());
    }

    void bind(int parameter, const table::Column& column, std::uint32_t row,
              const table::Field& field) {
        sqlite3_stmt* to = insert_.get();
        if (column.is_null(row)) {
            sqlite3_bind_null(to, parameter);
            return;
        }
        switch (column.type()) {
            case ColumnType::boolean:
                sqlite3_bind_int(to, parameter, column.get<std::uint8_t>(row));
                return;
            case ColumnType::integer:
                sqlite3_bind_int64(to, parameter, column.get<std::int64_t>(row));
                return;
            case ColumnType::uinteger:
                sqlite3_bind_int64(to, parameter,
                                   checked_int(column.get<std::uint64_t>(row), field));
                return;
            case ColumnType::floating:
                sqlite3_bind_double(to, parameter, column.get<double>(row));
                return;
            case ColumnType::string:
                bind_text(parameter, column.get<table::StringView>(row).view());
                return;
            case ColumnType::time:
                bind_text(parameter, time_text(column.get<std::int64_t>(row), 9) + "+00:00");
                return;
        }
    }

    void bind_text(int parameter, std::string_view text) {
        sqlite3_bind_text64(insert_.get(), parameter, text.data() == nullptr ? "" : text.data(),
                            text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }

    Database database_;
    const base::CancelToken& cancel_;
    SqliteStatement insert_{};
    std::string insert_text_{};
};

/// Refuses a file that the run may not use. The file itself is then opened by SQLite, so only files
/// of the machine will do. Returns whether statements may attach others.
bool check_file(const SqliteName& name, const host::FileSystem& files) {
    if (dynamic_cast<const host::LocalFileSystem*>(&files) != nullptr) return true;
    if (name.file) {
        if (dynamic_cast<const host::NoFileSystem*>(&files) == nullptr) {
            base::fail_with(base::Code::denied,
                            "{}: the files of this run are not files of the machine, which SQLite "
                            "needs",
                            *name.file);
        }
        (void)files.exists(*name.file);  // refuses what is not allowed
    }
    return false;
}

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const std::string& data_source, const host::Host& host,
                                           const base::CancelToken& cancel) {
    const SqliteName name = parse_sqlite_name(data_source);
    const bool may_attach = check_file(name, *host.files);
    constexpr int kFlags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX;
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(name.open.c_str(), &opened, kFlags, nullptr);
    Database database(opened);
    if (status != SQLITE_OK) {
        base::fail_with(base::Code::file, "sqlite3: cannot open {}: {}",
                        shown_path(name.file.value_or(name.open)),
                        opened == nullptr ? sqlite3_errstr(status) : sqlite3_errmsg(opened));
    }
    sqlite3_busy_timeout(opened, name.busy_timeout_ms);
    if (!may_attach) sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    if (name.foreign_keys) {
        sqlite3_exec(opened, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    }
    return std::make_unique<SqliteConnection>(std::move(database), cancel);
}

}  // namespace fluxi::sql
