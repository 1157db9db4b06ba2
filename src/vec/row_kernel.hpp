// One row at a time, without boxing: what a kernel also is when a recurrence can use it (the
// accumulator of `reduce` depends on the row before, so its columns do not exist yet). A Slot holds
// one stored value and whether it is null. It owns nothing: a text stands where its column, or
// whoever put it there, keeps it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "table/column.hpp"

namespace fluxi::vec {

class Slot {
  public:
    template <typename T>
    [[nodiscard]] T get() const noexcept {
        static_assert(sizeof(T) <= sizeof bytes_);
        T v;
        std::memcpy(&v, bytes_, sizeof v);
        return v;
    }
    template <typename T>
    void set(T v, bool valid = true) noexcept {
        static_assert(sizeof(T) <= sizeof bytes_);
        std::memcpy(bytes_, &v, sizeof v);
        valid_ = valid;
    }
    void set_null() noexcept { *this = Slot(); }
    void set_bytes(const std::byte* stored, std::size_t width, bool valid) noexcept {
        std::memcpy(bytes_, stored, width);
        valid_ = valid;
    }
    [[nodiscard]] bool valid() const noexcept { return valid_; }
    /// The text of a string; points into the slot when it is short.
    [[nodiscard]] std::string_view text() const noexcept {
        return reinterpret_cast<const table::StringView*>(bytes_)->view();
    }

  private:
    // All zero, so that the value of a null can be read like any other.
    alignas(8) std::byte bytes_[16] = {};
    bool valid_ = false;
};

class RowKernel {
  public:
    virtual ~RowKernel() = default;
    /// False for kernels that make texts, which would have no owner: `row` is not called.
    [[nodiscard]] virtual bool has_row_form() const noexcept { return true; }
    /// The result for one row; `out` may be one of the arguments. Throws where `Kernel::run` would
    /// throw for a row that counts.
    virtual void row(const Slot* const* arguments, Slot& out) const = 0;
};

}  // namespace fluxi::vec
