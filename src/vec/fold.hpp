// The function of `reduce` bound to a schema. What depends on the row only is computed by column
// kernels for a whole batch; what depends on the accumulator runs once per row over slots, without
// boxing and without calls of the walker. Functions of which some step has no such form are not
// bound. A Fold holds the columns of the batch that was read last and no accumulator.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "eval/evaluator.hpp"
#include "table/batch.hpp"
#include "vec/program.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::vec {

class Fold {
  public:
    /// `function` takes `r` and `accumulator`, a record of the fields, and gives such a record.
    /// Null if it cannot be bound.
    static std::unique_ptr<Fold> bind(eval::Evaluator& evaluator, const value::Value& function,
                                      const table::Schema& schema,
                                      const std::vector<table::Field>& fields);

    /// Computes what needs no accumulator, for the rows of a batch. Throws if that fails for any
    /// row.
    void read(const table::Batch& batch);
    /// Folds rows [begin, end) of the batch into one accumulator: as many slots as it has fields.
    /// Gives the first row not folded: `end`, or the one whose evaluation fails; the accumulator is
    /// that of the rows before it.
    [[nodiscard]] std::uint32_t run(Slot* accumulator, std::uint32_t begin, std::uint32_t end);
    /// Folds row i into the accumulator `which[i]` of an array. The first row not folded.
    [[nodiscard]] std::uint32_t run_each(Slot* accumulators, std::span<const std::uint32_t> which);

  private:
    struct Input {  ///< a column of the row part, or a column of the batch
        const std::byte* values = nullptr;
        const std::uint8_t* validity = nullptr;
        std::size_t width = 0;
        std::size_t step = 1;  ///< 0 for a constant column
        Slot* slot = nullptr;
    };
    struct Step {
        const RowKernel* kernel = nullptr;
        std::size_t arguments = 0;  ///< first in arguments_
        Slot* out = nullptr;
        const Slot* mask = nullptr;
    };
    struct Move {
        const Slot* from = nullptr;
        Slot* to = nullptr;
    };

    Fold() = default;
    struct Maker;
    void load(std::uint32_t row);
    /// One row; the accumulator is in the first slots.
    void fold();

    std::size_t fields_ = 0;
    Program row_part_{};
    std::vector<Register> wanted_{};        ///< of the row part, one per input
    std::vector<table::Column> columns_{};  ///< their values for the batch
    std::vector<KernelRef> kernels_{};
    std::vector<value::Value> constants_{};  ///< keep the texts of constant slots
    std::vector<Slot> slots_{};
    std::vector<Input> inputs_{};
    std::vector<const Slot*> arguments_{};
    std::vector<Step> steps_{};
    std::vector<Move> saves_{};  ///< before a result overwrites a field that another one is
    std::vector<Move> moves_{};  ///< results to the fields of the accumulator
};

/// The value of a slot of a column type, and back. The text of a string is not copied into the
/// slot.
value::Value boxed(const Slot& slot, table::ColumnType type);
Slot unboxed(const value::Value& v);

}  // namespace fluxi::vec
