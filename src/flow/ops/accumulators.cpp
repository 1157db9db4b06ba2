#include "flow/ops/accumulators.hpp"

#include <utility>

namespace fluxi::flow::ops {

using value::Value;

Accumulators::Accumulators(Value identity) : identity_(std::move(identity)) {
    const value::Record& record = identity_.as_record();
    for (std::size_t i = 0; i < record.size(); ++i) {
        const Value& v = record.values()[i];
        const auto type = table::column_type_of(v.nature());
        in_slots_ = in_slots_ && type.has_value();
        if (!in_slots_) break;
        fields_.push_back({record.shape()->labels()[i], *type});
        first_.push_back(vec::unboxed(v));
        texts_ = texts_ || type == table::ColumnType::string;
    }
    if (!in_slots_) fields_.clear();
}

void Accumulators::open(std::uint32_t count) {
    count_ = std::max(count_, count);
    if (in_slots_) {
        const std::size_t size = std::size_t{count_} * first_.size();
        while (slots_.size() < size) slots_.insert(slots_.end(), first_.begin(), first_.end());
    } else {
        resize_records();
    }
}

void Accumulators::own_texts(std::span<const std::uint32_t> ids) {
    if (!texts_ || !in_slots_) return;
    owned_.resize(slots_.size());
    for (const std::uint32_t id : ids) {
        for (std::size_t field = 0; field < fields_.size(); ++field) {
            if (fields_[field].type == table::ColumnType::string)
                own_text(std::size_t{id} * fields_.size() + field);
        }
        replaced_.clear();
    }
}

Value& Accumulators::record(std::uint32_t id) {
    if (in_slots_) {
        resize_records();
        records_.clear();
        for (std::uint32_t key = 0; key < count_; ++key) records_.push_back(boxed(key));
        in_slots_ = false;
    }
    return records_[id];
}

void Accumulators::resize_records() {
    const std::size_t fields = identity_.as_record().size();
    of_records_.resize(count_ * (kBytesOfRecord + fields * sizeof(Value)));
    records_.resize(count_, identity_);
}

void Accumulators::own_text(std::size_t i) {
    const std::string_view text = slots_[i].text();
    if (!slots_[i].valid() || text.size() <= table::StringView::kInline) return;
    if (owned_[i] && owned_[i]->data() == text.data()) return;
    if (owned_[i]) owned_bytes_ -= owned_[i]->size() + kBytesOfText;
    owned_bytes_ += text.size() + kBytesOfText;
    of_texts_.resize(owned_bytes_);
    // Another field of the key may have become what this one was.
    replaced_.push_back(std::exchange(owned_[i], std::make_unique<std::string>(text)));
    slots_[i].set(table::StringView(*owned_[i]));
}

Value Accumulators::boxed(std::uint32_t id) const {
    std::vector<Value> values;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        values.push_back(vec::boxed(slots_[std::size_t{id} * fields_.size() + i], fields_[i].type));
    }
    return Value::of(value::make<value::Record>(identity_.as_record().shape(), std::move(values)));
}

}  // namespace fluxi::flow::ops
