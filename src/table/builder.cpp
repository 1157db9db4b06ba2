#include "table/builder.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>
#include <utility>

#include "base/error.hpp"

namespace fluxi::table {

namespace {

constexpr std::uint32_t kFirstRows = 64;
constexpr std::size_t kRecentHeaps = 4;
constexpr std::size_t kManyHeaps = 64;

void make_unique(HeapList& heaps) {
    std::sort(heaps.begin(), heaps.end());
    heaps.erase(std::unique(heaps.begin(), heaps.end()), heaps.end());
}

std::shared_ptr<Buffer> enlarged(const std::shared_ptr<Buffer>& old, std::size_t used,
                                 std::size_t bytes) {
    auto larger = Buffer::allocate(bytes);
    if (old && used != 0) std::memcpy(larger->data(), old->data(), used);
    return larger;
}

}  // namespace

void Builder::reserve(std::uint32_t rows) {
    if (length_ + rows > capacity_) grow(length_ + rows);
}

void Builder::grow(std::uint32_t rows) {
    const std::size_t width = width_of(type_);
    values_ = enlarged(values_, length_ * width, rows * width);
    if (validity_) validity_ = enlarged(validity_, length_, rows);
    capacity_ = rows;
}

std::byte* Builder::slot() {
    if (length_ == capacity_) grow(std::max(kFirstRows, capacity_ * 2));
    if (validity_) validity_->data()[length_] = std::byte{1};
    return values_->data() + static_cast<std::size_t>(length_++) * width_of(type_);
}

void Builder::append(const value::Value& v) {
    if (v.is_null()) return append_null();
    if (v.nature() != nature_of(type_)) {
        base::fail_with(base::Code::internal, "a {} cannot be appended to a column of type {}",
                        value::nature_name(v.nature()), type_name(type_));
    }
    switch (type_) {
        case ColumnType::boolean:
            return append_stored(static_cast<std::uint8_t>(v.as_boolean() ? 1 : 0));
        case ColumnType::integer:
            return append_stored(v.as_integer());
        case ColumnType::uinteger:
            return append_stored(v.as_uinteger());
        case ColumnType::floating:
            return append_stored(v.as_floating());
        case ColumnType::time:
            return append_stored(v.as_time().nanoseconds);
        case ColumnType::string:
            break;
    }
    append_text(v.as_text());
}

void Builder::append_null() {
    std::memset(slot(), 0, width_of(type_));
    if (!validity_) {
        validity_ = Buffer::allocate(capacity_);
        std::memset(validity_->data(), 1, length_);
    }
    validity_->data()[length_ - 1] = std::byte{0};
}

void Builder::append_text(std::string_view text) {
    if (text.size() > StringView::kInline) {
        if (!heap_) heap_ = std::make_shared<StringHeap>();
        text = heap_->add(text);
    }
    append_stored(StringView(text));
}

void Builder::append_rows(const Column& column, std::uint32_t begin, std::uint32_t length) {
    if (column.type() != type_) {
        base::fail_with(base::Code::internal,
                        "rows of type {} cannot be appended to a column of type {}",
                        type_name(column.type()), type_name(type_));
    }
    if (length == 0) return;
    const Column rows = column.slice(begin, length).flattened();
    if (length_ + length > capacity_) grow(std::max({kFirstRows, capacity_ * 2, length_ + length}));
    const std::size_t width = width_of(type_);
    dispatch(type_, [&](auto tag) {
        std::memcpy(values_->data() + length_ * width, rows.values<stored_t<tag()>>(),
                    length * width);
    });
    if (rows.validity() != nullptr && !validity_) {
        validity_ = Buffer::allocate(capacity_);
        std::memset(validity_->data(), 1, length_);
    }
    if (validity_) {
        std::byte* out = validity_->data() + length_;
        if (rows.validity() != nullptr) {
            std::memcpy(out, rows.validity(), length);
        } else {
            std::memset(out, 1, length);
        }
    }
    length_ += length;
    for (const HeapRef& heap : rows.heaps()) keep(heap);
}

void Builder::keep(const HeapRef& heap) {
    // Rows come in stretches from few heaps, so the last ones are looked at; what gets in twice all
    // the same is thrown out whenever the list has doubled.
    const std::size_t recent = std::min(heaps_.size(), kRecentHeaps);
    if (std::find(heaps_.end() - static_cast<std::ptrdiff_t>(recent), heaps_.end(), heap) !=
        heaps_.end()) {
        return;
    }
    heaps_.push_back(heap);
    if (heaps_.size() >= kManyHeaps && std::has_single_bit(heaps_.size())) make_unique(heaps_);
}

bool Builder::last_is(const Column& column, std::uint32_t row) const {
    const bool null = validity_ && validity_->data()[length_ - 1] == std::byte{0};
    if (null || column.is_null(row)) return null && column.is_null(row);
    return dispatch(type_, [&](auto tag) {
        using T = stored_t<tag()>;
        const T& last = reinterpret_cast<const T*>(values_->data())[length_ - 1];
        const T& other = column.get<T>(row);
        // Minus zero equals zero and is another value all the same.
        if constexpr (std::is_same_v<T, double>) {
            return std::memcmp(&last, &other, sizeof last) == 0;
        } else {
            return last == other;
        }
    });
}

Column Builder::finish() {
    if (heap_) heaps_.push_back(std::exchange(heap_, nullptr));
    if (heaps_.size() > kRecentHeaps) make_unique(heaps_);
    if (!values_) values_ = Buffer::allocate(0);
    Column column = Column::flat(type_, length_, std::exchange(values_, nullptr),
                                 std::exchange(validity_, nullptr), std::exchange(heaps_, {}));
    length_ = 0;
    capacity_ = 0;
    return column;
}

}  // namespace fluxi::table
