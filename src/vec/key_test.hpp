// What a predicate over rows says about a whole table by its group key alone: the leading parts of
// `a and b and …` that look at key columns only. A source that knows the key of a table before its
// rows can leave out the rows that the filter behind it would drop anyway. Immutable; may be asked
// by several threads.
#pragma once

#include <memory>
#include <span>

#include "eval/evaluator.hpp"
#include "table/schema.hpp"
#include "vec/program.hpp"

namespace fluxi::vec {

class KeyTest {
  public:
    /// `predicate` takes a row `r`. Null if it says nothing about the key of such tables.
    static std::shared_ptr<const KeyTest> bind(eval::Evaluator& evaluator,
                                               const value::Value& predicate,
                                               const table::SchemaRef& schema);
    /// False if the predicate holds for no row of a table with this key. `keys`: columns of one
    /// value, in the order of the schema's key.
    [[nodiscard]] bool may_hold(std::span<const table::Column> keys) const;

  private:
    KeyTest(table::SchemaRef schema, Program program, Register result)
        : schema_(std::move(schema)), program_(std::move(program)), result_(result) {}

    table::SchemaRef schema_;
    Program program_;
    Register result_;
};

}  // namespace fluxi::vec
