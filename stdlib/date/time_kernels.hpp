// The column-wise form of functions of a time: everything but the time is a constant (a location, a
// unit, a duration), so that zones are looked up once and not per row. A null time is refused, as
// it is outside of columns.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "base/error.hpp"
#include "value/value.hpp"
#include "vec/apply.hpp"
#include "vec/kernel.hpp"

namespace fluxi::stdlib::date {

/// Runs a function from nanoseconds to an int or a time, which may keep state while it walks down a
/// column.
template <typename F>
class TimeKernel final : public vec::Kernel {
  public:
    TimeKernel(table::ColumnType type, F f) : Kernel(type, true), f_(std::move(f)) {}
    table::Column run(std::span<const table::Column> arguments, std::uint32_t rows,
                      const std::uint8_t* mask) const override {
        const std::uint8_t* const valid = arguments[0].validity();
        for (std::uint32_t i = 0; valid != nullptr && i < rows; ++i) {
            const bool counts = mask == nullptr || mask[i] != 0;
            if (counts && valid[vec::is_constant(arguments[0]) ? 0 : i] == 0)
                base::fail("null is not Timeable");
        }
        F f = f_;
        return vec::apply<std::int64_t, std::int64_t>(type(), arguments[0], rows, std::move(f));
    }

  private:
    F f_;
};

/// Makes such a kernel when the first argument is a column of times and the others are constants
/// that are not null. `prepare` takes the constants and gives the function; it may throw.
template <typename Prepare>
class TimeKernels final : public vec::KernelFactory {
  public:
    TimeKernels(table::ColumnType type, Prepare prepare)
        : type_(type), prepare_(std::move(prepare)) {}
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        if (arguments[0].type != table::ColumnType::time) return nullptr;
        for (const vec::KernelArgument& argument : arguments.subspan(1))
            if (argument.constant == nullptr || argument.constant->is_null()) return nullptr;
        auto f = prepare_(arguments.subspan(1));
        return std::make_shared<TimeKernel<decltype(f)>>(type_, std::move(f));
    }

  private:
    table::ColumnType type_;
    Prepare prepare_;
};

}  // namespace fluxi::stdlib::date
