#include "vec/fold.hpp"

#include <algorithm>

#include "vec/apply.hpp"

namespace fluxi::vec {

using table::ColumnType;
using value::Value;

void Fold::read(const table::Batch& batch) {
    columns_ = row_part_.run(batch, wanted_);
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
        table::dispatch(columns_[i].type(), [&](auto t) {
            inputs_[i].values = reinterpret_cast<const std::byte*>(
                columns_[i].template values<table::stored_t<t.value>>());
        });
        inputs_[i].validity = columns_[i].validity();
        inputs_[i].step = is_constant(columns_[i]) ? 0 : 1;
    }
}

void Fold::load(std::uint32_t row) {
    for (const Input& input : inputs_) {
        const std::size_t at = row * input.step;
        const bool valid = input.validity == nullptr || input.validity[at] != 0;
        // Constant widths, so that a copy is one instruction.
        if (input.width == 8) {
            input.slot->set_bytes(input.values + at * 8, 8, valid);
        } else if (input.width == 16) {
            input.slot->set_bytes(input.values + at * 16, 16, valid);
        } else {
            input.slot->set_bytes(input.values + at, 1, valid);
        }
    }
}

void Fold::fold() {
    for (const Step& step : steps_) {
        if (step.mask != nullptr && step.mask->get<std::uint8_t>() == 0) {
            step.out->set_null();
        } else {
            step.kernel->row(arguments_.data() + step.arguments, *step.out);
        }
    }
    for (const Move& save : saves_) *save.to = *save.from;
    for (const Move& move : moves_) *move.to = *move.from;
}

std::uint32_t Fold::run(Slot* accumulator, std::uint32_t begin, std::uint32_t end) {
    std::copy_n(accumulator, fields_, slots_.data());
    std::uint32_t row = begin;
    try {
        for (; row < end; ++row) {
            load(row);
            fold();
        }
    } catch (const base::RuntimeError&) {
        // The walker evaluates this row again and says what is wrong.
    }
    std::copy_n(slots_.data(), fields_, accumulator);
    return row;
}

std::uint32_t Fold::run_each(Slot* accumulators, std::span<const std::uint32_t> which) {
    const auto rows = static_cast<std::uint32_t>(which.size());
    std::uint32_t row = 0;
    try {
        for (; row < rows; ++row) {
            Slot* const accumulator = accumulators + which[row] * fields_;
            std::copy_n(accumulator, fields_, slots_.data());
            load(row);
            fold();
            std::copy_n(slots_.data(), fields_, accumulator);
        }
    } catch (const base::RuntimeError&) {
        // As in run.
    }
    return row;
}

Value boxed(const Slot& slot, ColumnType type) {
    if (!slot.valid()) return Value::null(table::nature_of(type));
    switch (type) {
        case ColumnType::boolean:
            return Value::boolean(slot.get<std::uint8_t>() != 0);
        case ColumnType::integer:
            return Value::integer(slot.get<std::int64_t>());
        case ColumnType::uinteger:
            return Value::uinteger(slot.get<std::uint64_t>());
        case ColumnType::floating:
            return Value::floating(slot.get<double>());
        case ColumnType::string:
            return Value::string(slot.text());
        case ColumnType::time:
            break;
    }
    return Value::time(value::Time{slot.get<std::int64_t>()});
}

Slot unboxed(const Value& v) {
    Slot slot;
    if (v.is_null()) return slot;
    switch (*table::column_type_of(v.nature())) {
        case ColumnType::boolean:
            slot.set(static_cast<std::uint8_t>(v.as_boolean() ? 1 : 0));
            break;
        case ColumnType::integer:
            slot.set(v.as_integer());
            break;
        case ColumnType::uinteger:
            slot.set(v.as_uinteger());
            break;
        case ColumnType::floating:
            slot.set(v.as_floating());
            break;
        case ColumnType::string:
            slot.set(table::StringView(v.as_text()));
            break;
        case ColumnType::time:
            slot.set(v.as_time().nanoseconds);
            break;
    }
    return slot;
}

}  // namespace fluxi::vec
