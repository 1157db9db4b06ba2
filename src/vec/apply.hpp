// Loops that kernels share: apply a function of one or two stored values to every row, with
// constants on either side and the validity of the result worked out beside it. The functions never
// see a null row's meaning: what they compute there is not looked at, so they must not fail
// (kernels that can fail check before they call).
#pragma once

#include <cstdint>
#include <cstring>

#include "table/buffer.hpp"
#include "table/column.hpp"

namespace fluxi::vec {

inline bool is_constant(const table::Column& c) {
    return c.encoding() == table::Encoding::constant;
}

/// Bytes for the validity of a result: the rows where both arguments are valid; null when all are.
inline std::shared_ptr<table::Buffer> both_valid(const table::Column& a, const table::Column& b,
                                                 std::uint32_t rows) {
    const std::uint8_t* va = is_constant(a) ? nullptr : a.validity();
    const std::uint8_t* vb = is_constant(b) ? nullptr : b.validity();
    if (va == nullptr && vb == nullptr) return nullptr;
    auto result = table::Buffer::allocate(rows);
    auto* out = reinterpret_cast<std::uint8_t*>(result->data());
    if (va != nullptr && vb != nullptr) {
        for (std::uint32_t i = 0; i < rows; ++i) out[i] = va[i] & vb[i];
    } else {
        std::memcpy(out, va != nullptr ? va : vb, rows);
    }
    return result;
}

inline table::BufferRef copy_validity(const table::Column& a, std::uint32_t rows) {
    const std::uint8_t* valid = a.validity();
    if (valid == nullptr) return nullptr;
    auto result = table::Buffer::allocate(rows);
    std::memcpy(result->data(), valid, rows);
    return result;
}

/// A null constant makes every row null.
inline bool null_constant(const table::Column& c) {
    return is_constant(c) && c.is_null(0);
}

template <typename Out, typename A, typename F>
table::Column apply(table::ColumnType type, const table::Column& a, std::uint32_t rows, F f) {
    auto buffer = table::Buffer::allocate(sizeof(Out) * rows);
    auto* out = reinterpret_cast<Out*>(buffer->data());
    const A* values = a.values<A>();
    for (std::uint32_t i = 0; i < rows; ++i) out[i] = f(values[i]);
    return table::Column::flat(type, rows, std::move(buffer), copy_validity(a, rows));
}

template <typename Out, typename A, typename B, typename F>
table::Column apply(table::ColumnType type, const table::Column& a, const table::Column& b,
                    std::uint32_t rows, F f) {
    if (null_constant(a) || null_constant(b)) return table::Column::nulls(type, rows);
    auto buffer = table::Buffer::allocate(sizeof(Out) * rows);
    auto* out = reinterpret_cast<Out*>(buffer->data());
    const A* left = a.values<A>();
    const B* right = b.values<B>();
    if (is_constant(a)) {
        const A fixed = left[0];
        for (std::uint32_t i = 0; i < rows; ++i) out[i] = f(fixed, right[i]);
    } else if (is_constant(b)) {
        const B fixed = right[0];
        for (std::uint32_t i = 0; i < rows; ++i) out[i] = f(left[i], fixed);
    } else {
        for (std::uint32_t i = 0; i < rows; ++i) out[i] = f(left[i], right[i]);
    }
    return table::Column::flat(type, rows, std::move(buffer), both_valid(a, b, rows));
}

/// One value per row of any flat or constant column.
template <typename T>
class Reader {
  public:
    explicit Reader(const table::Column& column)
        : values_(column.values<T>()),
          validity_(column.validity()),
          step_(is_constant(column) ? 0 : 1) {}
    [[nodiscard]] const T& operator[](std::uint32_t row) const noexcept {
        return values_[row * step_];
    }
    [[nodiscard]] bool valid(std::uint32_t row) const noexcept {
        return validity_ == nullptr || validity_[row * step_] != 0;
    }

  private:
    const T* values_;
    const std::uint8_t* validity_;
    std::uint32_t step_;
};

}  // namespace fluxi::vec
