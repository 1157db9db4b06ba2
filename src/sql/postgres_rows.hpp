// The rows of a query to PostgreSQL, one after the other as the server sends them.
#pragma once

#include <vector>

#include "sql/connection.hpp"
#include "sql/postgres_session.hpp"
#include "sql/text_columns.hpp"

namespace fluxi::sql {

class PostgresRows final : public Rows {
  public:
    /// The query was sent; the session outlives the rows.
    explicit PostgresRows(const PostgresSession& session);
    ~PostgresRows() override;

    bool next(std::uint32_t limit, std::vector<table::Field>& fields,
              std::vector<table::Column>& columns) override;

  private:
    void advance() { result_ = session_.next(); }
    void take_row(int row);
    void take_bytes(std::size_t column, std::string_view text);

    const PostgresSession& session_;
    PostgresResult result_{};  ///< the next row, or the end of the rows
    TextColumns columns_{"postgres", "text"};
    std::vector<bool> is_bytes_{};  ///< by column
};

}  // namespace fluxi::sql
