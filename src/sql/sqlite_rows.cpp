#include "sql/sqlite_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "sql/statements.hpp"
#include "table/builder.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

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
    SqliteRows(sqlite3* database, SqliteStatement statement, const base::CancelToken& cancel)
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
                fail_sqlite(database_, status, cancel_);
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
    SqliteStatement statement_;
    const base::CancelToken& cancel_;
    std::vector<Result> columns_{};
    std::uint64_t row_ = 0;
    bool done_ = false;
    bool first_ = true;
};

}  // namespace

void fail_sqlite(sqlite3* database, int status, const base::CancelToken& cancel) {
    if (status == SQLITE_INTERRUPT) cancel.check();
    base::fail("sqlite3: {}", sqlite3_errmsg(database));
}

std::unique_ptr<Rows> sqlite_rows(sqlite3* database, SqliteStatement statement,
                                  const base::CancelToken& cancel) {
    return std::make_unique<SqliteRows>(database, std::move(statement), cancel);
}

}  // namespace fluxi::sql
