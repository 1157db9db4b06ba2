// A function of a row bound to one schema, as an operator uses it: a predicate or a function that
// makes records. Immutable, and asked without the evaluator, so that several threads can evaluate
// batches at the same time. It holds values, so only the thread of the run may let go of the last
// reference. What it cannot give is found by the tree walker (RowFunction).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "eval/evaluator.hpp"
#include "table/batch.hpp"
#include "vec/binder.hpp"

namespace fluxi::vec {

/// Columns that a function returning a record made of the rows of a batch: one value per row each.
struct Mapped {
    std::vector<table::Field> fields{};
    std::vector<table::Column> columns{};
};

class RowProgram {
  public:
    /// Null if the function cannot be bound to such rows; `place` is the parameter that takes them.
    static std::shared_ptr<const RowProgram> bind(eval::Evaluator& evaluator,
                                                  const value::Value& function, std::size_t place,
                                                  const table::Schema& schema);

    /// Whether other threads than that of the run may ask it.
    [[nodiscard]] bool any_thread() const noexcept { return any_thread_; }
    /// Rows for which the predicate is true, ascending, into the empty `rows`. False if the
    /// function gives no bool; then, and where it throws, `rows` says nothing.
    [[nodiscard]] bool select(const table::Batch& batch, std::vector<std::uint32_t>& rows) const;
    /// Of these ascending rows of a batch those for which the predicate is true; it is not asked
    /// about others where it could fail. False as for `select`.
    [[nodiscard]] bool narrow(const table::Batch& batch, std::vector<std::uint32_t>& rows) const;
    /// The columns of the records; nothing if the function gives no record of columns.
    [[nodiscard]] std::optional<Mapped> map(const table::Batch& batch) const;

  private:
    struct Property {
        table::Field field{};
        std::optional<Register> column{};
        value::Value constant{};
    };
    RowProgram(Bound bound, const value::Value& function, const table::Schema& schema);
    void take_properties(const SymbolicRecord& record, const value::Value& function,
                         const table::Schema& schema);

    Program program_;
    Symbol result_;
    bool any_thread_;
    bool maps_ = false;                       ///< the result is a record of columns
    std::vector<Property> properties_{};      ///< of it, in the order of the columns
    std::vector<Register> columns_wanted_{};  ///< those of them that are computed
};

/// Whether the function's body is a record that extends its parameter.
bool extends_row(const value::Value& function);

}  // namespace fluxi::vec
