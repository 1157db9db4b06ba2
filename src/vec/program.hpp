// A lambda bound to a schema: instructions in order, each a kernel over earlier results, input
// columns and constants. Immutable once bound; `run` evaluates the instructions over all rows of a
// batch. A step whose arguments are all constant is computed for one row only, so group-key columns
// cost next to nothing.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "table/batch.hpp"
#include "vec/kernel.hpp"

namespace fluxi::vec {

/// A column of the program: its number.
using Register = std::uint32_t;

class Program {
  public:
    /// What fills a register before the instructions run.
    struct Load {
        enum class Kind : std::uint8_t { column, constant };
        Kind kind = Kind::column;
        std::size_t column = 0;  ///< position in the schema
        value::Value constant{};
        table::ColumnType type{};
    };
    struct Instruction {
        KernelRef kernel{};
        std::vector<Register> arguments{};
        std::optional<Register> mask{};
    };

    Register column(std::size_t position, table::ColumnType type);
    Register constant(value::Value v, table::ColumnType type);
    Register apply(KernelRef kernel, std::vector<Register> arguments,
                   std::optional<Register> mask = {});
    [[nodiscard]] table::ColumnType type(Register r) const noexcept { return types_[r]; }

    /// Leaves out what these registers do not depend on (e.g. the mask of a branch in which nothing
    /// can fail); no other register may be asked for afterwards.
    void drop_unused(const std::vector<Register>& wanted);

    /// As drop_unused, but what can fail goes too: for one who needs no errors.
    void keep_only(const std::vector<Register>& wanted);
    /// The columns of the schema that a register depends on.
    [[nodiscard]] std::vector<std::size_t> columns_of(Register r) const;
    /// Whether computing a register can fail for some row.
    [[nodiscard]] bool can_fail(Register r) const;

    /// Whether other threads than that of the run may run it.
    [[nodiscard]] bool any_thread() const;

    /// What a register is: one of these.
    struct Step {
        bool load = false;
        std::size_t index = 0;
        bool used = true;
    };
    [[nodiscard]] const std::vector<Step>& steps() const noexcept { return steps_; }
    [[nodiscard]] const Load& load(const Step& step) const { return loads_[step.index]; }
    [[nodiscard]] const Instruction& instruction(const Step& step) const {
        return instructions_[step.index];
    }

    /// One column per register wanted, each with a row per row of the batch.
    [[nodiscard]] std::vector<table::Column> run(const table::Batch& batch,
                                                 const std::vector<Register>& wanted) const;

  private:
    void mark_used(const std::vector<Register>& wanted);
    /// Calls `visit` with the step of a register and of all that it depends on.
    template <typename Visit>
    void each_step_of(Register r, Visit visit) const;
    [[nodiscard]] static table::Column execute(const Instruction& instruction,
                                               const std::vector<table::Column>& registers,
                                               std::uint32_t rows);

    std::vector<Step> steps_{};
    std::vector<table::ColumnType> types_{};
    std::vector<Load> loads_{};
    std::vector<Instruction> instructions_{};
    std::map<std::size_t, Register> columns_{};
};

}  // namespace fluxi::vec
