// A kernel is one step of a bound lambda: it makes a column of columns. Kernels are immutable, pure
// and hold no rows, so one may run on several threads (unless it says otherwise). They are given
// flat or constant columns (Column::simple) of the types they were made for, and see nulls through
// validity; the executor has dealt with arguments that are all constant.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "table/column.hpp"
#include "vec/stored_form.hpp"

namespace fluxi::vec {

class Kernel {
  public:
    Kernel(table::ColumnType type, bool can_fail) : type_(type), can_fail_(can_fail) {}
    /// A kernel whose result is of a nature that no column holds: texts in a stored form.
    Kernel(Form form, bool can_fail)
        : type_(table::ColumnType::string), form_(form), can_fail_(can_fail) {}
    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;
    virtual ~Kernel() = default;

    [[nodiscard]] table::ColumnType type() const noexcept { return type_; }
    /// What the texts of the result stand for.
    [[nodiscard]] const Form& form() const noexcept { return form_; }
    /// Whether a row can make it throw; then only rows inside the mask may.
    [[nodiscard]] bool can_fail() const noexcept { return can_fail_; }
    /// Whether other threads than that of the run may run it: false for functions of an embedding
    /// program, which are not asked to bear that.
    [[nodiscard]] virtual bool any_thread() const noexcept { return true; }
    /// `mask`: one byte per row, 0 for rows whose result nobody looks at; null means all rows
    /// count.
    [[nodiscard]] virtual table::Column run(std::span<const table::Column> arguments,
                                            std::uint32_t rows, const std::uint8_t* mask) const = 0;

  private:
    table::ColumnType type_;
    Form form_{};
    bool can_fail_;
};
using KernelRef = std::shared_ptr<const Kernel>;

/// An argument while a kernel is chosen. It is one of: a column of a type; a value known already
/// (of any nature, maybe null); a column of values in a stored form; an array or a record that is
/// written out, of which each part is one of these again.
struct KernelArgument {
    std::optional<table::ColumnType> type{};
    const value::Value* constant = nullptr;
    Form form{};
    value::Nature whole = value::Nature::none;  ///< array or record: made of `parts`
    std::vector<KernelArgument> parts{};
    std::vector<std::string_view> labels{};  ///< of the parts of a record

    [[nodiscard]] bool is_column() const noexcept { return type.has_value() || form.is_stored(); }
    /// How many columns `Kernel::run` is given for it.
    [[nodiscard]] std::size_t columns() const {
        if (constant != nullptr) return table::column_type_of(constant->nature()) ? 1 : 0;
        if (whole == value::Nature::none) return 1;
        std::size_t count = 0;
        for (const KernelArgument& part : parts) count += part.columns();
        return count;
    }
};

/// What makes a kernel out of a pure function for given kinds of arguments; natives carry one.
class KernelFactory {
  public:
    virtual ~KernelFactory() = default;
    /// Null when the function does not work on these. Constants of column types are passed to `run`
    /// as constant columns; those of other natures the kernel keeps: `run` gets no column for them.
    /// The columns of an array or a record that is written out come one after the other; where no
    /// kernel takes such an array, one of equal types is offered in its stored form.
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
