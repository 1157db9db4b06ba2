// Builders make flat columns: append values or nulls, then finish. A builder owns what it has built
// so far and can be used again after `finish`.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "table/column.hpp"

namespace fluxi::table {

class Builder {
  public:
    explicit Builder(ColumnType type) : type_(type) {}
    [[nodiscard]] ColumnType type() const noexcept { return type_; }
    [[nodiscard]] std::uint32_t size() const noexcept { return length_; }
    void reserve(std::uint32_t rows);

    /// A value of the column's nature or any null. Throws for another nature.
    void append(const value::Value& v);
    void append_null();
    /// The stored representation; T is the stored type of the column. A string view's text must
    /// already live in a heap that `keep` is given, or be copied by `append_text`.
    template <typename T>
    void append_stored(T v);
    /// Copies the text into the builder's own heap.
    void append_text(std::string_view text);
    /// Rows of a column of the same type; its heaps are kept.
    void append_rows(const Column& column, std::uint32_t begin, std::uint32_t length);
    void keep(const HeapRef& heap);
    /// Whether the value appended last (there is one) is that of a row of a column of this type.
    [[nodiscard]] bool last_is(const Column& column, std::uint32_t row) const;

    [[nodiscard]] Column finish();

  private:
    void grow(std::uint32_t rows);
    std::byte* slot();

    ColumnType type_;
    std::uint32_t length_ = 0;
    std::uint32_t capacity_ = 0;
    std::shared_ptr<Buffer> values_{};
    std::shared_ptr<Buffer> validity_{};  ///< made at the first null
    std::shared_ptr<StringHeap> heap_{};
    HeapList heaps_{};
};

template <typename T>
void Builder::append_stored(T v) {
    std::memcpy(slot(), &v, sizeof(T));
}

}  // namespace fluxi::table
