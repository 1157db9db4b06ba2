#include "table/column.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "table/builder.hpp"

namespace fluxi::table {

using value::Nature;
using value::Value;

namespace {

/// Stores a value of the column's nature; a long text is copied to a heap of its own.
void store(ColumnType type, const Value& v, std::byte* place, HeapList& heaps) {
    const auto put = [place](const auto& stored) { std::memcpy(place, &stored, sizeof stored); };
    switch (type) {
        case ColumnType::boolean:
            return put(static_cast<std::uint8_t>(v.as_boolean() ? 1 : 0));
        case ColumnType::integer:
            return put(v.as_integer());
        case ColumnType::uinteger:
            return put(v.as_uinteger());
        case ColumnType::floating:
            return put(v.as_floating());
        case ColumnType::time:
            return put(v.as_time().nanoseconds);
        case ColumnType::string:
            break;
    }
    std::string_view text = v.as_text();
    if (text.size() > StringView::kInline) {
        const auto heap = Buffer::allocate(text.size());
        std::memcpy(heap->data(), text.data(), text.size());
        text = {reinterpret_cast<const char*>(heap->data()), text.size()};
        heaps.push_back(heap);
    }
    put(StringView(text));
}

template <ColumnType T>
Value load(const Column& column, std::uint32_t position) {
    const auto& stored = column.values<stored_t<T>>()[position];
    if constexpr (T == ColumnType::boolean) return Value::boolean(stored != 0);
    if constexpr (T == ColumnType::integer) return Value::integer(stored);
    if constexpr (T == ColumnType::uinteger) return Value::uinteger(stored);
    if constexpr (T == ColumnType::floating) return Value::floating(stored);
    if constexpr (T == ColumnType::string) return Value::string(stored.view());
    if constexpr (T == ColumnType::time) return Value::time({stored});
}

}  // namespace

Column Column::flat(ColumnType type, std::uint32_t length, BufferRef values, BufferRef validity,
                    HeapList heaps) {
    Column column;
    column.type_ = type;
    column.length_ = length;
    column.values_ = std::move(values);
    column.validity_ = std::move(validity);
    column.heaps_ = std::move(heaps);
    return column;
}

Column Column::constant(ColumnType type, std::uint32_t length, const Value& v) {
    if (v.is_null()) return nulls(type, length);
    if (v.nature() != nature_of(type)) {
        base::fail_with(base::Code::internal, "a {} cannot be stored in a column of type {}",
                        value::nature_name(v.nature()), type_name(type));
    }
    Column column;
    column.type_ = type;
    column.encoding_ = Encoding::constant;
    column.length_ = length;
    auto values = Buffer::allocate(width_of(type));
    store(type, v, values->data(), column.heaps_);
    column.values_ = std::move(values);
    return column;
}

Column Column::nulls(ColumnType type, std::uint32_t length) {
    Column column;
    column.type_ = type;
    column.encoding_ = Encoding::constant;
    column.length_ = length;
    auto values = Buffer::allocate(width_of(type));
    std::memset(values->data(), 0, values->size());
    auto validity = Buffer::allocate(1);
    validity->data()[0] = std::byte{0};
    column.values_ = std::move(values);
    column.validity_ = std::move(validity);
    return column;
}

Column Column::run_end(const Column& values,
                       std::shared_ptr<const std::vector<std::uint32_t>> ends) {
    Column column;
    column.type_ = values.type();
    column.encoding_ = Encoding::run_end;
    column.length_ = ends->empty() ? 0 : ends->back();
    column.inner_ = std::make_shared<Column>(values.simple());
    column.ends_ = std::move(ends);
    column.heaps_ = values.heaps();
    return column;
}

Column Column::dictionary(const Column& values, BufferRef codes, BufferRef validity,
                          std::uint32_t length) {
    Column column;
    column.type_ = values.type();
    column.encoding_ = Encoding::dictionary;
    column.length_ = length;
    column.values_ = std::move(codes);
    column.validity_ = std::move(validity);
    column.inner_ = std::make_shared<Column>(values.simple());
    column.heaps_ = values.heaps();
    return column;
}

bool Column::may_have_nulls() const noexcept {
    return validity_ != nullptr || (inner_ != nullptr && inner_->may_have_nulls());
}

std::uint32_t Column::run_of(std::uint32_t row) const noexcept {
    const auto after = std::upper_bound(ends_->begin(), ends_->end(), row + offset_);
    return static_cast<std::uint32_t>(after - ends_->begin());
}

std::vector<std::uint32_t> Column::run_positions() const {
    std::vector<std::uint32_t> positions(length_);
    if (inner_->encoding() == Encoding::constant) return positions;
    std::uint32_t run = length_ == 0 ? 0 : run_of(0);
    for (std::uint32_t row = 0; row < length_; ++row) {
        while ((*ends_)[run] <= row + offset_) ++run;
        positions[row] = run;
    }
    return positions;
}

std::vector<std::uint32_t> Column::run_positions(std::span<const std::uint32_t> rows) const {
    std::vector<std::uint32_t> positions(rows.size());
    if (inner_->encoding() == Encoding::constant) return positions;
    // Rows mostly ascend, so the run of the row before is tried first.
    std::uint32_t run = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i] + offset_;
        const bool in_run = row < (*ends_)[run] && (run == 0 || row >= (*ends_)[run - 1]);
        if (!in_run) run = run_of(rows[i]);
        positions[i] = run;
    }
    return positions;
}

const Column& Column::locate(std::uint32_t row, std::uint32_t& position) const noexcept {
    switch (encoding_) {
        case Encoding::flat:
            position = row;
            return *this;
        case Encoding::constant:
            position = 0;
            return *this;
        case Encoding::run_end:
            return inner_->locate(run_of(row), position);
        case Encoding::dictionary:
            break;
    }
    return inner_->locate(codes()[row], position);
}

bool Column::is_null(std::uint32_t row) const noexcept {
    if (encoding_ == Encoding::dictionary && validity_ && validity()[row] == 0) return true;
    std::uint32_t position = 0;
    const Column& holder = locate(row, position);
    const std::uint8_t* valid = holder.validity();
    return valid != nullptr && valid[position] == 0;
}

Value Column::at(std::uint32_t row) const {
    if (is_null(row)) return Value::null(nature_of(type_));
    std::uint32_t position = 0;
    const Column& holder = locate(row, position);
    return dispatch(type_, [&](auto tag) { return load<tag()>(holder, position); });
}

}  // namespace fluxi::table
