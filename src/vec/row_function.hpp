// A Flux function that is applied to the rows of tables, e.g. filter's `fn: (r) => …`. Bound once
// per schema to a typed program over columns where that is possible; the rest is evaluated row by
// row by the tree walker, with the same results. An operator holds one RowFunction for its lifetime
// and asks it batch by batch.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vec/row_program.hpp"

namespace fluxi::vec {

class RowFunction {
  public:
    /// `function` takes one required parameter, which must be named `parameter`; `user` names the
    /// operator in errors.
    RowFunction(eval::Evaluator& evaluator, value::Value function, std::string parameter,
                std::string user);
    RowFunction(const RowFunction&) = delete;
    RowFunction& operator=(const RowFunction&) = delete;
    ~RowFunction();

    /// Rows for which the predicate is true, ascending; null counts as false. Throws when it is not
    /// a bool.
    void select(const table::Batch& batch, std::vector<std::uint32_t>& rows);
    /// Of these ascending rows those for which the predicate is true. The predicate is not asked
    /// about others: it does not fail for them.
    void narrow(const table::Batch& batch, std::vector<std::uint32_t>& rows);
    /// The records the function returns as columns: `{r with …}` keeps the order of the batch's
    /// columns and adds new ones alphabetically; a plain record gives them alphabetically.
    /// Properties that are untyped null in every row are left out. Throws when a result is no
    /// record or a property cannot be a column.
    Mapped map(const table::Batch& batch);
    /// What it is bound to for the rows of such a batch; null if they need the tree walker.
    const std::shared_ptr<const RowProgram>& program_for(const table::Batch& batch);
    /// Turns binding off or on; results are the same, which a test checks.
    void set_bound(bool bound);
    /// The value for one row, by the walker.
    value::Value call(const table::Batch& batch, std::uint32_t row);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Row `row` of a batch as a record; `shape` must be that of its schema (`shape_of`).
value::Value row_record(const table::Batch& batch, std::uint32_t row,
                        const value::Ref<value::Shape>& shape);
value::Ref<value::Shape> shape_of(const table::Schema& schema);

}  // namespace fluxi::vec
