// A column: a type, a length, an encoding and shared immutable storage. Copying one copies two
// pointers. Nothing here is changed after it was built; slices share the storage of what they were
// cut from. Encodings: flat (one value per row), constant (one value for all rows), run_end (one
// value per run, as group-key columns of a batch of many tables), dictionary (codes into a short
// column of distinct values). Validity is one byte per row (1 = valid) or absent when no row is
// null: loops over it need no bit arithmetic. Strings use the view layout: 16 bytes, up to 12
// characters inline, longer ones point into a heap that the column keeps alive.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "table/buffer.hpp"
#include "value/value.hpp"

namespace fluxi::table {

/// In the order in which group keys of different types sort.
enum class ColumnType : std::uint8_t { boolean, integer, uinteger, floating, string, time };

/// "bool", "int", "uint", "float", "string", "time".
std::string_view type_name(ColumnType type);
value::Nature nature_of(ColumnType type);
/// The column type that holds values of a nature; none for natures that cannot be columns.
std::optional<ColumnType> column_type_of(value::Nature nature);
std::size_t width_of(ColumnType type);

/// 16 bytes: the length, then the text itself (≤ 12 bytes) or its first four bytes and where it
/// stands.
class StringView {
  public:
    static constexpr std::uint32_t kInline = 12;
    StringView() noexcept = default;
    /// `text` must outlive the view unless it is at most kInline bytes long.
    explicit StringView(std::string_view text) noexcept
        : length_(static_cast<std::uint32_t>(text.size())) {
        if (length_ <= kInline) {
            if (length_ != 0) std::memcpy(bytes_, text.data(), length_);
        } else {
            const char* data = text.data();
            std::memcpy(bytes_, data, 4);
            std::memcpy(bytes_ + 4, &data, sizeof data);
        }
    }

    [[nodiscard]] std::uint32_t size() const noexcept { return length_; }
    [[nodiscard]] bool is_inline() const noexcept { return length_ <= kInline; }
    [[nodiscard]] std::string_view view() const noexcept {
        return {is_inline() ? bytes_ : remote(), length_};
    }
    friend bool operator==(const StringView& a, const StringView& b) noexcept {
        // Length and first four bytes decide most comparisons; unused inline bytes are zero.
        if (a.length_ != b.length_ || std::memcmp(a.bytes_, b.bytes_, 4) != 0) return false;
        if (a.is_inline()) return std::memcmp(a.bytes_ + 4, b.bytes_ + 4, 8) == 0;
        return std::memcmp(a.remote(), b.remote(), a.length_) == 0;
    }
    friend std::strong_ordering operator<=>(const StringView& a, const StringView& b) noexcept {
        return a.view() <=> b.view();
    }

  private:
    [[nodiscard]] const char* remote() const noexcept {
        const char* data = nullptr;
        std::memcpy(&data, bytes_ + 4, sizeof data);
        return data;
    }

    std::uint32_t length_ = 0;
    char bytes_[kInline] = {};
};
static_assert(sizeof(StringView) == 16);

enum class Encoding : std::uint8_t { flat, constant, run_end, dictionary };

/// The C++ type of a stored value: bool is std::uint8_t, time is std::int64_t.
template <ColumnType>
struct Stored;
template <>
struct Stored<ColumnType::boolean> {
    using type = std::uint8_t;
};
template <>
struct Stored<ColumnType::integer> {
    using type = std::int64_t;
};
template <>
struct Stored<ColumnType::uinteger> {
    using type = std::uint64_t;
};
template <>
struct Stored<ColumnType::floating> {
    using type = double;
};
template <>
struct Stored<ColumnType::string> {
    using type = StringView;
};
template <>
struct Stored<ColumnType::time> {
    using type = std::int64_t;
};
template <ColumnType T>
using stored_t = typename Stored<T>::type;

/// Calls `f` with a std::integral_constant<ColumnType, T> for the run-time type.
template <typename F>
decltype(auto) dispatch(ColumnType type, F&& f) {
    switch (type) {
        case ColumnType::boolean:
            return f(std::integral_constant<ColumnType, ColumnType::boolean>{});
        case ColumnType::integer:
            return f(std::integral_constant<ColumnType, ColumnType::integer>{});
        case ColumnType::uinteger:
            return f(std::integral_constant<ColumnType, ColumnType::uinteger>{});
        case ColumnType::floating:
            return f(std::integral_constant<ColumnType, ColumnType::floating>{});
        case ColumnType::string:
            return f(std::integral_constant<ColumnType, ColumnType::string>{});
        case ColumnType::time:
            break;
    }
    return f(std::integral_constant<ColumnType, ColumnType::time>{});
}

class Column {
  public:
    Column() = default;  ///< an empty bool column, only to be assigned to

    /// `heaps` keep the texts of long strings alive. `validity` may be null: no row is null.
    static Column flat(ColumnType type, std::uint32_t length, BufferRef values, BufferRef validity,
                       HeapList heaps = {});
    static Column constant(ColumnType type, std::uint32_t length, const value::Value& v);
    static Column nulls(ColumnType type, std::uint32_t length);
    /// Row r has the value `values[i]` of the first i with r < ends[i]; `ends` ascend and the last
    /// is the length.
    static Column run_end(const Column& values,
                          std::shared_ptr<const std::vector<std::uint32_t>> ends);
    static Column dictionary(const Column& values, BufferRef codes, BufferRef validity,
                             std::uint32_t length);

    [[nodiscard]] ColumnType type() const noexcept { return type_; }
    [[nodiscard]] Encoding encoding() const noexcept { return encoding_; }
    [[nodiscard]] std::uint32_t size() const noexcept { return length_; }
    /// False only when it is certain that no row is null.
    [[nodiscard]] bool may_have_nulls() const noexcept;

    // Direct access for kernels: flat and constant columns only.
    /// The stored values: `size()` of them when flat, one when constant.
    template <typename T>
    [[nodiscard]] const T* values() const noexcept {
        return reinterpret_cast<const T*>(values_->data()) + offset_;
    }
    /// One byte per stored value, or null when all are valid.
    [[nodiscard]] const std::uint8_t* validity() const noexcept {
        return validity_ ? reinterpret_cast<const std::uint8_t*>(validity_->data()) + offset_
                         : nullptr;
    }
    // Dictionary columns: the distinct values and one code per row.
    [[nodiscard]] const Column& distinct() const noexcept { return *inner_; }
    [[nodiscard]] const std::uint32_t* codes() const noexcept {
        return reinterpret_cast<const std::uint32_t*>(values_->data()) + offset_;
    }

    // Access to one row in any encoding: for code that is not per-row hot.
    [[nodiscard]] bool is_null(std::uint32_t row) const noexcept;
    [[nodiscard]] value::Value at(std::uint32_t row) const;
    template <typename T>
    [[nodiscard]] const T& get(std::uint32_t row) const noexcept;

    /// The same rows, flat.
    [[nodiscard]] Column flattened() const;
    /// Flat, or constant when it is so already: what kernels take.
    [[nodiscard]] Column simple() const;
    [[nodiscard]] Column slice(std::uint32_t begin, std::uint32_t length) const;
    /// The rows at these positions, in this order.
    [[nodiscard]] Column take(std::span<const std::uint32_t> rows) const;
    [[nodiscard]] const HeapList& heaps() const noexcept { return heaps_; }
    /// How many stretches of one value a constant or run_end column is made of; 0 for other
    /// encodings.
    [[nodiscard]] std::uint32_t run_count() const noexcept;
    /// Appends one value per such stretch to `values`, and where each ends, counted from `base`, to
    /// `ends`. A stretch with the value of the one before it is joined to that.
    void append_runs(class Builder& values, std::vector<std::uint32_t>& ends,
                     std::uint32_t base) const;

  private:
    [[nodiscard]] std::uint32_t run_of(std::uint32_t row) const noexcept;
    /// Of run_end columns: where the value of each row (or of each of these rows) stands in
    /// `inner_`.
    [[nodiscard]] std::vector<std::uint32_t> run_positions() const;
    [[nodiscard]] std::vector<std::uint32_t> run_positions(
        std::span<const std::uint32_t> rows) const;
    /// Position in the innermost storage (and which column holds it) of a row.
    [[nodiscard]] const Column& locate(std::uint32_t row, std::uint32_t& position) const noexcept;

    ColumnType type_ = ColumnType::boolean;
    Encoding encoding_ = Encoding::flat;
    std::uint32_t length_ = 0;
    std::uint32_t offset_ = 0;
    BufferRef values_{};
    BufferRef validity_{};
    std::shared_ptr<const Column> inner_{};  ///< of run_end and dictionary
    std::shared_ptr<const std::vector<std::uint32_t>> ends_{};
    HeapList heaps_{};
};

template <typename T>
const T& Column::get(std::uint32_t row) const noexcept {
    std::uint32_t position = 0;
    const Column& holder = locate(row, position);
    return holder.values<T>()[position];
}

}  // namespace fluxi::table
