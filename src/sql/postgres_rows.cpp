#include "sql/postgres_rows.hpp"

#include <new>
#include <string>

#include "base/error.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

// Numbers of types as pg_type.dat has them; they never change.
constexpr Oid kBytes = 17;

ColumnType type_of(Oid type) {
    switch (type) {
        case 16:
            return ColumnType::boolean;
        case 20:  // int8
        case 21:  // int2
        case 23:  // int4
            return ColumnType::integer;
        case 700:  // float4
        case 701:  // float8
            return ColumnType::floating;
        case 1082:  // date
        case 1114:  // timestamp
        case 1184:  // timestamptz
            return ColumnType::time;
        default:
            return ColumnType::string;
    }
}

}  // namespace

PostgresRows::PostgresRows(const PostgresSession& session) : session_(session) {
    pq().PQsetSingleRowMode(session_.get());
    advance();
    // A statement without rows, such as INSERT, gives one table without columns.
    const int columns = result_ ? pq().PQnfields(result_.get()) : 0;
    for (int i = 0; i < columns; ++i) {
        const Oid type = pq().PQftype(result_.get(), i);
        columns_.add_column(pq().PQfname(result_.get(), i), type_of(type));
        is_bytes_.push_back(type == kBytes);
    }
}

PostgresRows::~PostgresRows() {
    // The connection can be used again only when nothing is left to be read.
    try {
        if (result_) session_.stop();
        while (result_) advance();
    } catch (const base::RuntimeError&) {
        result_.reset();
    }
}

bool PostgresRows::next(std::uint32_t limit, std::vector<table::Field>& fields,
                        std::vector<table::Column>& columns) {
    std::uint32_t rows = 0;
    while (result_ && rows < limit) {
        for (int row = 0; row < pq().PQntuples(result_.get()); ++row, ++rows) take_row(row);
        advance();
    }
    return columns_.finish(fields, columns);
}

void PostgresRows::take_row(int row) {
    columns_.begin_row();
    for (std::size_t i = 0; i < is_bytes_.size(); ++i) {
        const int column = static_cast<int>(i);
        if (pq().PQgetisnull(result_.get(), row, column) != 0) {
            columns_.add_null(i);
            continue;
        }
        const auto size = static_cast<std::size_t>(pq().PQgetlength(result_.get(), row, column));
        const std::string_view text{pq().PQgetvalue(result_.get(), row, column), size};
        if (is_bytes_[i]) {
            take_bytes(i, text);
        } else {
            columns_.add(i, text);
        }
    }
}

void PostgresRows::take_bytes(std::size_t column, std::string_view text) {
    std::size_t size = 0;
    const std::string terminated(text);
    unsigned char* bytes =
        pq().PQunescapeBytea(reinterpret_cast<const unsigned char*>(terminated.c_str()), &size);
    if (bytes == nullptr) throw std::bad_alloc();
    columns_.add(column, {reinterpret_cast<const char*>(bytes), size});
    pq().PQfreemem(bytes);
}

}  // namespace fluxi::sql
