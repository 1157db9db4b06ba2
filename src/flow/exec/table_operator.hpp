// The shape of operators that need a whole table at once: gathers the parts of each table and hands
// it over when it is complete. What they emit leaves either in order of arrival or sorted by key.
#pragma once

#include <string>
#include <utility>

#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/operator.hpp"
#include "table/concat.hpp"

namespace fluxi::flow::exec {

class TableOperator : public UnaryOperator {
  public:
    enum class Leaving : std::uint8_t {
        arrival,         ///< as they came
        by_key,          ///< sorted; a second table with the same key is an error
        by_key_merging,  ///< sorted; rows of the same key are put together
    };
    /// `user` stands in the error about a second table.
    TableOperator(const Context& context, Leaving leaving, std::string user = {});
    Demand push(table::Batch batch) final;
    void finish() final;

  protected:
    /// A whole table: a batch with one run.
    virtual void table(const table::Batch& whole) = 0;
    /// The stream has ended; more tables can be emitted.
    virtual void end() {}
    void emit_table(table::Batch whole);

  private:
    Leaving leaving_;
    std::uint32_t batch_rows_;
    table::TableParts parts_{};
    TableWriter writer_;
    KeyOrder sorted_;
};

}  // namespace fluxi::flow::exec
