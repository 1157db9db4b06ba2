#include "table/group_key.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/core.h>

#include "value/compare.hpp"
#include "value/time.hpp"

namespace fluxi::table {

using value::Nature;
using value::Value;

namespace {

std::size_t mix(std::size_t seed, std::size_t part) {
    return (seed ^ part) * 0x9E3779B97F4A7C15ULL + (seed >> 29);
}

std::size_t hash_of(const Value& v) {
    if (v.is_null()) return 0x5bd1e995;
    switch (v.nature()) {
        case Nature::string:
            return std::hash<std::string_view>{}(v.as_text());
        case Nature::floating:
            // Minus zero equals zero, every NaN every other: the order of D.1 is total.
            if (v.as_floating() == 0) return 0;
            if (v.as_floating() != v.as_floating()) return 1;
            break;
        default:
            break;
    }
    return std::hash<std::uint64_t>{}(v.as_uinteger());
}

int compare_values(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null())
        return static_cast<int>(b.is_null()) - static_cast<int>(a.is_null());
    if (a.nature() == Nature::boolean) {
        return static_cast<int>(a.as_boolean()) - static_cast<int>(b.as_boolean());
    }
    return value::compare_keys(a, b);
}

std::string text_of(const Value& v) {
    if (v.is_null()) return "<nil>";
    switch (v.nature()) {
        case Nature::boolean:
            return v.as_boolean() ? "true" : "false";
        case Nature::integer:
            return fmt::format("{}", v.as_integer());
        case Nature::uinteger:
            return fmt::format("{}", v.as_uinteger());
        case Nature::floating:
            return fmt::format("{}", v.as_floating());
        case Nature::time:
            return value::time_to_string(v.as_time().nanoseconds);
        default:
            return std::string(v.as_text());
    }
}

}  // namespace

GroupKey GroupKey::of(const Batch& batch, std::size_t run) {
    GroupKey key;
    const Schema& schema = *batch.schema();
    for (const std::uint32_t column : schema.key()) {
        key.fields_.push_back(schema.fields()[column]);
        key.values_.push_back(batch.key_value(column, run));
    }
    for (const std::uint32_t column : schema.sorted_key()) {
        for (std::uint32_t i = 0; i < schema.key().size(); ++i) {
            if (schema.key()[i] == column) key.sorted_.push_back(i);
        }
    }
    for (const std::uint32_t i : key.sorted_) {
        key.hash_ = mix(key.hash_, std::hash<std::string>{}(key.fields_[i].label));
        key.hash_ = mix(key.hash_, static_cast<std::size_t>(key.fields_[i].type));
        key.hash_ = mix(key.hash_, hash_of(key.values_[i]));
    }
    return key;
}

std::string GroupKey::text() const {
    std::string text = "{";
    for (const std::uint32_t i : sorted_) {
        if (text.size() > 1) text += ',';
        text += fields_[i].label;
        text += '=';
        text += text_of(values_[i]);
    }
    return text + '}';
}

bool operator==(const GroupKey& a, const GroupKey& b) {
    if (a.hash_ != b.hash_ || a.sorted_.size() != b.sorted_.size()) return false;
    for (std::size_t i = 0; i < a.sorted_.size(); ++i) {
        if (a.fields_[a.sorted_[i]] != b.fields_[b.sorted_[i]]) return false;
        if (compare_values(a.values_[a.sorted_[i]], b.values_[b.sorted_[i]]) != 0) return false;
    }
    return true;
}

bool operator<(const GroupKey& a, const GroupKey& b) {
    const std::size_t common = std::min(a.sorted_.size(), b.sorted_.size());
    for (std::size_t i = 0; i < common; ++i) {
        const Field& left = a.fields_[a.sorted_[i]];
        const Field& right = b.fields_[b.sorted_[i]];
        if (left.label != right.label) return left.label > right.label;
        if (left.type != right.type) return left.type < right.type;
        const int order = compare_values(a.values_[a.sorted_[i]], b.values_[b.sorted_[i]]);
        if (order != 0) return order < 0;
    }
    return a.sorted_.size() < b.sorted_.size();
}

}  // namespace fluxi::table
