// Columns made of the rows of a column: the same rows in another encoding, parts of them, its runs.
#include <algorithm>
#include <cstring>
#include <utility>

#include "table/builder.hpp"
#include "table/column.hpp"

namespace fluxi::table {

namespace {

/// Runs shorter than this on average are not worth keeping as runs.
constexpr std::size_t kRowsOfRun = 8;

/// Of so many rows one is left when texts are copied rather than kept with all others.
constexpr std::size_t kRowsOfText = 4;

/// A flat column whose row i is row `position_of(i)` of the storage of `from` (flat or constant).
template <typename Position>
Column gather(const Column& from, std::uint32_t length, const Position& position_of) {
    auto values = Buffer::allocate(length * width_of(from.type()));
    dispatch(from.type(), [&](auto tag) {
        using T = stored_t<tag()>;
        const T* source = from.values<T>();
        T* out = reinterpret_cast<T*>(values->data());
        for (std::uint32_t i = 0; i < length; ++i) out[i] = source[position_of(i)];
    });
    std::shared_ptr<Buffer> validity;
    if (const std::uint8_t* source = from.validity()) {
        validity = Buffer::allocate(length);
        auto* out = reinterpret_cast<std::uint8_t*>(validity->data());
        for (std::uint32_t i = 0; i < length; ++i) out[i] = source[position_of(i)];
    }
    return Column::flat(from.type(), length, std::move(values), std::move(validity), from.heaps());
}

/// Of a list of rows, its bytes of validity; null when all rows are valid.
BufferRef gather_validity(const std::uint8_t* source, std::span<const std::uint32_t> rows) {
    if (source == nullptr) return nullptr;
    auto validity = Buffer::allocate(rows.size());
    auto* out = reinterpret_cast<std::uint8_t*>(validity->data());
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = source[rows[i]];
    return validity;
}

/// The texts at these rows of a flat column, copied to a heap of their own: where few rows are left
/// of many, they must not keep the texts of all others alive.
Column take_texts(const Column& from, std::span<const std::uint32_t> rows) {
    auto values = Buffer::allocate(rows.size() * sizeof(StringView));
    auto* out = reinterpret_cast<StringView*>(values->data());
    auto heap = std::make_shared<StringHeap>();
    const StringView* source = from.values<StringView>();
    const std::uint8_t* valid = from.validity();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        StringView view;
        if (valid == nullptr || valid[rows[i]] != 0) view = source[rows[i]];
        out[i] = view.is_inline() ? view : StringView(heap->add(view.view()));
    }
    HeapList heaps;
    if (heap->bytes() != 0) heaps.push_back(std::move(heap));
    return Column::flat(ColumnType::string, static_cast<std::uint32_t>(rows.size()),
                        std::move(values), gather_validity(valid, rows), std::move(heaps));
}

struct PositionList {
    std::vector<std::uint32_t> positions;
    std::uint32_t operator()(std::uint32_t row) const { return positions[row]; }
};

}  // namespace

Column Column::flattened() const {
    switch (encoding_) {
        case Encoding::flat:
            return *this;
        case Encoding::constant:
            return gather(*this, length_, [](std::uint32_t) { return 0U; });
        case Encoding::run_end:
            return gather(*inner_, length_, PositionList{run_positions()});
        case Encoding::dictionary:
            break;
    }
    const std::uint32_t* code = codes();
    const bool one = inner_->encoding() == Encoding::constant;
    const std::uint8_t* valid = validity();
    // The code of a null row need not be a code of the dictionary.
    Column flat = inner_->size() == 0
                      ? nulls(type_, length_).flattened()
                      : gather(*inner_, length_, [code, one, valid](std::uint32_t row) {
                            return one || (valid && valid[row] == 0) ? 0 : code[row];
                        });
    if (valid == nullptr) return flat;
    auto merged = Buffer::allocate(length_);
    auto* out = reinterpret_cast<std::uint8_t*>(merged->data());
    const std::uint8_t* inner = flat.validity();
    for (std::uint32_t i = 0; i < length_; ++i) {
        out[i] = static_cast<std::uint8_t>(valid[i] & (inner != nullptr ? inner[i] : 1));
    }
    return Column::flat(type_, length_, flat.values_, std::move(merged), heaps_);
}

Column Column::simple() const {
    if (encoding_ == Encoding::flat || encoding_ == Encoding::constant) return *this;
    if (encoding_ == Encoding::run_end && length_ != 0 && run_of(0) == run_of(length_ - 1)) {
        std::uint32_t position = 0;
        const Column& holder = locate(0, position);
        Column one = holder;
        one.encoding_ = Encoding::constant;
        one.offset_ = holder.offset_ + position;
        one.length_ = length_;
        return one;
    }
    return flattened();
}

Column Column::slice(std::uint32_t begin, std::uint32_t length) const {
    Column part = *this;
    part.length_ = length;
    if (encoding_ != Encoding::constant) part.offset_ += begin;
    return part;
}

Column Column::take(std::span<const std::uint32_t> rows) const {
    const auto length = static_cast<std::uint32_t>(rows.size());
    switch (encoding_) {
        case Encoding::flat:
            if (type_ == ColumnType::string && !heaps_.empty() &&
                rows.size() * kRowsOfText <= length_) {
                return take_texts(*this, rows);
            }
            return gather(*this, length, [rows](std::uint32_t i) { return rows[i]; });
        case Encoding::constant:
            return slice(0, length);
        case Encoding::run_end: {
            PositionList runs{run_positions(rows)};
            std::uint32_t changes = 1;
            for (std::size_t i = 1; i < rows.size(); ++i) {
                changes += static_cast<std::uint32_t>(runs.positions[i] != runs.positions[i - 1]);
            }
            if (std::size_t{changes} * kRowsOfRun > rows.size()) {
                return gather(*inner_, length, runs);
            }
            auto ends = std::make_shared<std::vector<std::uint32_t>>();
            std::vector<std::uint32_t> kept;
            for (std::uint32_t i = 0; i < length; ++i) {
                if (i != 0 && runs.positions[i] == runs.positions[i - 1]) continue;
                if (i != 0) ends->push_back(i);
                kept.push_back(runs.positions[i]);
            }
            ends->push_back(length);
            return run_end(inner_->take(kept), std::move(ends));
        }
        case Encoding::dictionary:
            break;
    }
    auto picked = Buffer::allocate(rows.size() * sizeof(std::uint32_t));
    auto* out = reinterpret_cast<std::uint32_t*>(picked->data());
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = codes()[rows[i]];
    Column taken = *this;
    taken.values_ = std::move(picked);
    taken.validity_ = gather_validity(validity(), rows);
    taken.offset_ = 0;
    taken.length_ = length;
    return taken;
}

std::uint32_t Column::run_count() const noexcept {
    if (length_ == 0 || encoding_ == Encoding::flat || encoding_ == Encoding::dictionary) return 0;
    return encoding_ == Encoding::constant ? 1 : run_of(length_ - 1) - run_of(0) + 1;
}

void Column::append_runs(Builder& values, std::vector<std::uint32_t>& ends,
                         std::uint32_t base) const {
    if (encoding_ == Encoding::flat || encoding_ == Encoding::dictionary) {
        for (std::uint32_t row = 0; row < length_; ++row) {
            if (values.size() != 0 && values.last_is(*this, row)) {
                ends.back() = base + row + 1;
            } else {
                values.append_rows(*this, row, 1);
                ends.push_back(base + row + 1);
            }
        }
        return;
    }
    const std::uint32_t count = run_count();
    const std::uint32_t first = encoding_ == Encoding::run_end && count != 0 ? run_of(0) : 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const bool one = encoding_ == Encoding::constant;
        const std::uint32_t end = one ? length_ : std::min((*ends_)[first + i] - offset_, length_);
        const std::uint32_t begin = one || i == 0 ? 0 : (*ends_)[first + i - 1] - offset_;
        if (begin == end) continue;
        if (values.size() != 0 && values.last_is(*this, begin)) {
            ends.back() = base + end;
        } else {
            values.append_rows(*this, begin, 1);
            ends.push_back(base + end);
        }
    }
}

}  // namespace fluxi::table
