#include "sql/mysql_rows.hpp"

namespace fluxi::sql {

namespace {

using table::ColumnType;

/// As the reference reads them: unsigned integers, MEDIUMINT, DECIMAL and TIMESTAMP are texts.
ColumnType type_of(const MYSQL_FIELD& field) {
    const bool is_unsigned = (field.flags & UNSIGNED_FLAG) != 0;
    switch (field.type) {
        case MYSQL_TYPE_TINY:
        case MYSQL_TYPE_SHORT:
        case MYSQL_TYPE_LONG:
        case MYSQL_TYPE_LONGLONG:
            return is_unsigned ? ColumnType::string : ColumnType::integer;
        case MYSQL_TYPE_FLOAT:
        case MYSQL_TYPE_DOUBLE:
            return ColumnType::floating;
        case MYSQL_TYPE_DATETIME:
            return ColumnType::time;
        default:
            return ColumnType::string;
    }
}

}  // namespace

MysqlRows::MysqlRows(const MysqlSession& session) : session_(session) {
    if (mysql().mysql_field_count(session_.get()) == 0) {
        done_ = true;  // a statement without rows
        return;
    }
    result_ = mysql().mysql_use_result(session_.get());
    if (result_ == nullptr) session_.fail();
    const MYSQL_FIELD* fields = mysql().mysql_fetch_fields(result_);
    for (unsigned i = 0; i < mysql().mysql_num_fields(result_); ++i) {
        columns_.add_column(fields[i].name, type_of(fields[i]));
    }
}

MysqlRows::~MysqlRows() {
    if (result_ == nullptr) return;
    // Freeing reads what is left of the rows, however many they are.
    if (!done_) session_.hang_up();
    mysql().mysql_free_result(result_);
}

bool MysqlRows::next(std::uint32_t limit, std::vector<table::Field>& fields,
                     std::vector<table::Column>& columns) {
    std::uint32_t rows = 0;
    while (!done_ && rows < limit) {
        MYSQL_ROW row = nullptr;
        session_.finish(mysql().mysql_fetch_row_start(&row, result_), [&](int ready) {
            return mysql().mysql_fetch_row_cont(&row, result_, ready);
        });
        if (row == nullptr) {
            if (*mysql().mysql_error(session_.get()) != '\0') session_.fail();
            done_ = true;
        } else {
            take_row(row, mysql().mysql_fetch_lengths(result_));
            ++rows;
        }
    }
    return columns_.finish(fields, columns);
}

void MysqlRows::take_row(MYSQL_ROW row, const unsigned long* lengths) {
    columns_.begin_row();
    for (unsigned i = 0; i < mysql().mysql_num_fields(result_); ++i) {
        if (row[i] == nullptr) {
            columns_.add_null(i);
        } else {
            columns_.add(i, {row[i], lengths[i]});
        }
    }
}

}  // namespace fluxi::sql
