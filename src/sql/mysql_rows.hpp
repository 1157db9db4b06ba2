// The rows of a query to MySQL, fetched from the server as they are asked for.
#pragma once

#include <vector>

#include "sql/connection.hpp"
#include "sql/mysql_session.hpp"
#include "sql/text_columns.hpp"

namespace fluxi::sql {

class MysqlRows final : public Rows {
  public:
    /// The query was run; the session outlives the rows.
    explicit MysqlRows(const MysqlSession& session);
    ~MysqlRows() override;

    bool next(std::uint32_t limit, std::vector<table::Field>& fields,
              std::vector<table::Column>& columns) override;

  private:
    void take_row(MYSQL_ROW row, const unsigned long* lengths);

    const MysqlSession& session_;
    MYSQL_RES* result_ = nullptr;
    TextColumns columns_{"mysql", "char"};
    bool done_ = false;
};

}  // namespace fluxi::sql
