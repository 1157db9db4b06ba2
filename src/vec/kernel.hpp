// A kernel is one step of a bound lambda: it makes a column of columns. Kernels are immutable, pure
// and hold no rows, so one may run on several threads. They are given flat or constant columns
// (Column::simple) of the types they were made for, and see nulls through validity; the executor
// has dealt with arguments that are all constant.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "table/column.hpp"

namespace fluxi::vec {

class Kernel {
  public:
    Kernel(table::ColumnType type, bool can_fail) : type_(type), can_fail_(can_fail) {}
    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;
    virtual ~Kernel() = default;

    [[nodiscard]] table::ColumnType type() const noexcept { return type_; }
    /// Whether a row can make it throw; then only rows inside the mask may.
    [[nodiscard]] bool can_fail() const noexcept { return can_fail_; }
    /// `mask`: one byte per row, 0 for rows whose result nobody looks at; null means all rows
    /// count.
    [[nodiscard]] virtual table::Column run(std::span<const table::Column> arguments,
                                            std::uint32_t rows, const std::uint8_t* mask) const = 0;

  private:
    table::ColumnType type_;
    bool can_fail_;
};
using KernelRef = std::shared_ptr<const Kernel>;

/// An argument while a kernel is chosen: a column of a type, or a value known already (of any
/// nature, maybe null).
struct KernelArgument {
    std::optional<table::ColumnType> type{};
    const value::Value* constant = nullptr;
};

/// What makes a kernel out of a pure function for given kinds of arguments; natives carry one.
class KernelFactory {
  public:
    virtual ~KernelFactory() = default;
    /// Null when the function does not work on these. Constants of column types are passed to `run`
    /// as constant columns; those of other natures the kernel keeps: `run` gets no column for them.
    [[nodiscard]] virtual KernelRef bind(std::span<const KernelArgument> arguments) const = 0;
};

/// What functions that have column-wise kernels also are.
class Vectorizable {
  public:
    virtual ~Vectorizable() = default;
    [[nodiscard]] virtual const KernelFactory* kernels() const noexcept = 0;
    /// Whether a call with constants may be made once, while the lambda is bound.
    [[nodiscard]] virtual bool pure() const noexcept = 0;
};

}  // namespace fluxi::vec
