// Databases that speak SQL, as the natives of package sql see them: a connection, the rows of a
// query in batches, rows written in one transaction. One file per database implements it. Whoever
// holds a Connection owns the database handle; what was not committed when it goes is undone.
//
// Every failure is a base::RuntimeError: Code::denied where the run may not reach the place,
// Code::file or Code::network where the database cannot be opened, Code::runtime with what the
// database says, and the cancellation of the run.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.hpp"
#include "host/host.hpp"
#include "table/batch.hpp"

namespace fluxi::sql {

/// The rows of one query. Outlived by its connection.
class Rows {
  public:
    Rows() = default;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    virtual ~Rows() = default;
    /// The next rows, at most `limit`, as one table without group key. The first call gives the
    /// columns even where there is no row; later ones return false when there are no more.
    virtual bool next(std::uint32_t limit, std::vector<table::Field>& fields,
                      std::vector<table::Column>& columns) = 0;
};

class Connection {
  public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    virtual std::unique_ptr<Rows> query(const std::string& text) = 0;
    virtual void begin() = 0;
    /// Makes the table unless it exists.
    virtual void create(const std::string& table, const std::vector<table::Field>& fields) = 0;
    /// Appends rows; `columns` belong to `fields`, all of one length. A statement has at most
    /// `batch_size` values if the database takes many rows at once.
    virtual void insert(const std::string& table, const std::vector<table::Field>& fields,
                        const std::vector<table::Column>& columns, std::uint64_t batch_size) = 0;
    virtual void commit() = 0;
};

struct Source {
    std::string driver;  ///< "sqlite3", "postgres", "mysql"
    std::string name;    ///< the data source name, in the driver's form
};

/// Opens a connection. `host` and `cancel` outlive it. Where HTTP requests are only shown, nothing
/// is sent to a server either: statements are shown, queries have no rows. Files are not servers.
std::unique_ptr<Connection> connect(const Source& source, const host::Host& host,
                                    const base::CancelToken& cancel);

/// Throws unless there is such a driver; the error names those that there are.
void check_driver(std::string_view driver, std::string_view user);

}  // namespace fluxi::sql
