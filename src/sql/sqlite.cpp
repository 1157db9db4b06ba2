#include "sql/sqlite.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <sqlite3.h>

#include "base/error.hpp"
#include "sql/sqlite_name.hpp"
#include "sql/statements.hpp"
#include "table/builder.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

struct DatabaseClose {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, DatabaseClose>;

struct StatementFinalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementFinalize>;

/// Throws why the last call did not succeed: the end of the run if that was it.
[[noreturn]] void fail(sqlite3* database, int status, const base::CancelToken& cancel) {
    if (status == SQLITE_INTERRUPT) cancel.check();
    base::fail("sqlite3: {}", sqlite3_errmsg(database));
}

/// Whether to stop; called by SQLite every few thousand steps of its machine.
int stop_asked(void* token) {
    const auto& cancel = *static_cast<const base::CancelToken*>(token);
    return cancel.cancelled() || cancel.expired() ? 1 : 0;
}

/// What a declared type means, without regard to case.
std::optional<ColumnType> type_of_declaration(const char* declared) {
    if (declared == nullptr) return std::nullopt;
    std::string name(declared);
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const auto has = [&name](std::string_view part) { return name.find(part) != name.npos; };
    if (name == "DATETIME" || name == "TIMESTAMP" || name == "DATE") return ColumnType::time;
    if (name == "BOOL" || name == "BOOLEAN") return ColumnType::integer;
    // The rest are SQLite's own rules for the affinity of a column.
    if (has("INT")) return ColumnType::integer;
    if (has("CHAR") || has("CLOB") || has("TEXT") || has("BLOB")) return ColumnType::string;
    if (has("REAL") || has("FLOA") || has("DOUB")) return ColumnType::floating;
    return std::nullopt;
}

ColumnType type_of_value(int storage) {
    if (storage == SQLITE_INTEGER) return ColumnType::integer;
    if (storage == SQLITE_FLOAT) return ColumnType::floating;
    return ColumnType::string;
}

class SqliteRows final : public Rows {
  public:
    SqliteRows(sqlite3* database, Statement statement, const base::CancelToken& cancel)
        : database_(database), statement_(std::move(statement)), cancel_(cancel) {
        for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i) {
            columns_.push_back({sqlite3_column_name(statement_.get(), i),
                                type_of_declaration(sqlite3_column_decltype(statement_.get(), i)),
                                std::nullopt, 0});
        }
    }

    bool next(std::uint32_t limit, std::vector<table::Field>& fields,
              std::vector<table::Column>& columns) override {
        std::uint32_t rows = 0;
        while (!done_ && rows < limit) {
            const int status = sqlite3_step(statement_.get());
            if (status == SQLITE_DONE) {
                done_ = true;
            } else if (status == SQLITE_ROW) {
                take_row();
                ++rows;
            } else {
                fail(database_, status, cancel_);
            }
        }
        if (rows == 0 && !first_) return false;
        first_ = false;
        fields.clear();
        columns.clear();
        for (Result& result : columns_) {
            table::Builder& builder = result.open();
            fields.push_back({result.label, builder.type()});
            columns.push_back(builder.finish());
        }
        return true;
    }

  private:
    struct Result {
        std::string label;
        std::optional<ColumnType> type;
        std::optional<table::Builder> builder;
        std::uint32_t nulls;  ///< rows before the type is known

        table::Builder& open() {
            if (!builder) {
                if (!type) type = ColumnType::string;
                builder.emplace(*type);
                for (; nulls > 0; --nulls) builder->append_null();
            }
            return *builder;
        }
    };

    void take_row() {
        ++row_;
        for (std::size_t i = 0; i < columns_.size(); ++i) take(static_cast<int>(i), columns_[i]);
    }

    void take(int i, Result& result) {
        sqlite3_stmt* row = statement_.get();
        const int storage = sqlite3_column_type(row, i);
        if (storage == SQLITE_NULL) {
            if (result.type) {
                result.open().append_null();
            } else {
                ++result.nulls;
            }
            return;
        }
        if (!result.type) result.type = type_of_value(storage);
        table::Builder& builder = result.open();
        const bool number = storage == SQLITE_INTEGER || storage == SQLITE_FLOAT;
        if (builder.type() == ColumnType::string) {
            builder.append_text(text(i));
        } else if (builder.type() == ColumnType::integer && storage == SQLITE_INTEGER) {
            builder.append_stored(static_cast<std::int64_t>(sqlite3_column_int64(row, i)));
        } else if (builder.type() == ColumnType::floating && number) {
            builder.append_stored(sqlite3_column_double(row, i));
        } else if (builder.type() == ColumnType::time) {
            builder.append_stored(time(i, storage, result));
        } else {
            mismatch(i, result);
        }
    }

    [[nodiscard]] std::string_view text(int i) {
        // sqlite3_column_bytes counts what sqlite3_column_blob gives, which is the text as it is.
        const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), i));
        if (sqlite3_column_type(statement_.get(), i) != SQLITE_BLOB) {
            data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), i));
        }
        const int size = sqlite3_column_bytes(statement_.get(), i);
        return data == nullptr ? std::string_view()
                               : std::string_view(data, static_cast<std::size_t>(size));
    }

    std::int64_t time(int i, int storage, const Result& result) {
        if (storage == SQLITE_INTEGER) {
            // Seconds, or milliseconds where seconds would lie far in the future.
            constexpr std::int64_t kMostSeconds = 1'000'000'000'000;
            const std::int64_t number = sqlite3_column_int64(statement_.get(), i);
            const bool seconds = number < kMostSeconds && number > -kMostSeconds;
            const std::int64_t unit = seconds ? 1'000'000'000 : 1'000'000;
            std::int64_t time = 0;
            if (__builtin_mul_overflow(number, unit, &time)) mismatch(i, result);
            return time;
        }
        const auto time = storage == SQLITE_TEXT ? parse_time(text(i)) : std::nullopt;
        if (!time) mismatch(i, result);
        return *time;
    }

    [[noreturn]] void mismatch(int i, const Result& result) {
        base::fail(
            "sqlite3: row {}: column \"{}\" is of type {}, found {}; CAST in the query "
            "decides what a column is",
            row_, result.label, table::type_name(*result.type), text(i));
    }

    sqlite3* database_;
    Statement statement_;
    const base::CancelToken& cancel_;
    std::vector<Result> columns_{};
    std::uint64_t row_ = 0;
    bool done_ = false;
    bool first_ = true;
};

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
        while (Statement statement = prepare(rest)) {
            if (is_blank(rest)) {
                return std::make_unique<SqliteRows>(database_.get(), std::move(statement), cancel_);
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
    Statement prepare(std::string_view& rest) {
        sqlite3_stmt* made = nullptr;
        while (made == nullptr && !rest.empty()) {
            const char* tail = nullptr;
            const int status = sqlite3_prepare_v2(database_.get(), rest.data(),
                                                  static_cast<int>(rest.size()), &made, &tail);
            if (status != SQLITE_OK) fail(database_.get(), status, cancel_);
            rest.remove_prefix(static_cast<std::size_t>(tail - rest.data()));
        }
        return Statement(made);
    }

    void run(sqlite3_stmt* statement) {
        int status = SQLITE_ROW;
        while (status == SQLITE_ROW) status = sqlite3_step(statement);
        if (status != SQLITE_DONE) fail(database_.get(), status, cancel_);
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
    Statement insert_{};
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
                        name.file.value_or(name.open),
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
