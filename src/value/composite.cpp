#include "value/composite.hpp"

#include <algorithm>
#include <numeric>

#include "value/compare.hpp"

namespace fluxi::value {

Shape::Shape(std::vector<std::string> labels)
    : labels_(std::move(labels)), sorted_(labels_.size()) {
    std::iota(sorted_.begin(), sorted_.end(), 0U);
    std::sort(sorted_.begin(), sorted_.end(),
              [this](std::uint32_t a, std::uint32_t b) { return labels_[a] < labels_[b]; });
}

std::size_t Shape::find(std::string_view label) const noexcept {
    constexpr std::size_t kLinear = 8;
    if (labels_.size() <= kLinear) {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (labels_[i] == label) return i;
        }
        return npos;
    }
    const auto found = std::lower_bound(
        sorted_.begin(), sorted_.end(), label,
        [this](std::uint32_t i, std::string_view text) { return labels_[i] < text; });
    return found != sorted_.end() && labels_[*found] == label ? *found : npos;
}

const Value* Record::find(std::string_view label) const noexcept {
    const std::size_t i = shape_->find(label);
    return i == Shape::npos ? nullptr : &values_[i];
}

Value make_record(std::vector<std::pair<std::string, Value>> fields) {
    std::vector<std::string> labels;
    std::vector<Value> values;
    for (auto& [label, value] : fields) {
        const auto found = std::find(labels.begin(), labels.end(), label);
        if (found == labels.end()) {
            labels.push_back(std::move(label));
            values.push_back(std::move(value));
        } else {
            values[static_cast<std::size_t>(found - labels.begin())] = std::move(value);
        }
    }
    return Value::of(make<Record>(make<Shape>(std::move(labels)), std::move(values)));
}

Value make_array(std::vector<Value> elements) {
    return Value::of(make<Array>(std::move(elements)));
}

namespace {

void check_key(const Value& key) {
    if (key.is_null()) base::fail("null value cannot be used as a dictionary key");
    switch (key.nature()) {
        case Nature::integer:
        case Nature::uinteger:
        case Nature::floating:
        case Nature::string:
        case Nature::time:
            return;
        default:
            base::fail(
                "a {} cannot be used as a dictionary key (int, uint, float, string and time can)",
                nature_name(key.nature()));
    }
}

bool key_less(const Dict::Entry& a, const Dict::Entry& b) {
    return compare_keys(a.first, b.first) < 0;
}

}  // namespace

Dict::Dict(std::vector<Entry> entries) {
    for (const auto& entry : entries) check_key(entry.first);
    std::stable_sort(entries.begin(), entries.end(), key_less);
    for (auto& entry : entries) {
        if (!entries_.empty() && !key_less(entries_.back(), entry)) {
            entries_.back() = std::move(entry);
        } else {
            entries_.push_back(std::move(entry));
        }
    }
}

const Value* Dict::find(const Value& key) const {
    if (key.is_null()) return nullptr;
    const auto found = std::lower_bound(
        entries_.begin(), entries_.end(), key,
        [](const Entry& entry, const Value& k) { return compare_keys(entry.first, k) < 0; });
    if (found == entries_.end() || compare_keys(found->first, key) != 0) return nullptr;
    return &found->second;
}

Ref<Dict> Dict::insert(const Value& key, const Value& value) const {
    auto entries = entries_;
    entries.emplace_back(key, value);
    return make<Dict>(std::move(entries));
}

Ref<Dict> Dict::remove(const Value& key) const {
    auto entries = entries_;
    std::erase_if(entries, [&](const Entry& entry) { return compare_keys(entry.first, key) == 0; });
    return make<Dict>(std::move(entries));
}

}  // namespace fluxi::value
