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

    /// One column per register wanted, each with a row per row of the batch.
    [[nodiscard]] std::vector<table::Column> run(const table::Batch& batch,
                                                 const std::vector<Register>& wanted) const;

  private:
    struct Step {
        bool load = false;
        std::size_t index = 0;
    };
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
