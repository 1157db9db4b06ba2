// Records that a Flux function returned one by one, as columns: alphabetical, a column for each
// property that has a type in some record, null where a record lacks it.
#pragma once

#include <map>
#include <string>

#include "flow/exec/columns.hpp"
#include "table/builder.hpp"
#include "value/composite.hpp"

namespace fluxi::flow::exec {

class RecordColumns {
  public:
    /// `user` names the function in errors.
    explicit RecordColumns(std::string user) : user_(std::move(user)) {}
    /// Throws when the value is no record, a property cannot be a column or changes its type.
    void append(const value::Value& record);
    [[nodiscard]] std::uint32_t rows() const noexcept { return rows_; }
    /// A table with these columns, without a key. Nothing is left in here.
    [[nodiscard]] TableEdit finish();

  private:
    std::string user_;
    std::map<std::string, table::Builder> builders_{};
    std::uint32_t rows_ = 0;
};

}  // namespace fluxi::flow::exec
