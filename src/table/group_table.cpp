#include "table/group_table.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "table/hash.hpp"

namespace fluxi::table {

namespace {

constexpr std::size_t kFirstSlots = 64;

std::uint64_t bits_of(const Column& column, std::uint32_t position) {
    switch (column.type()) {
        case ColumnType::boolean:
            return column.values<std::uint8_t>()[position];
        case ColumnType::floating:
            return std::bit_cast<std::uint64_t>(column.values<double>()[position]);
        default:
            return column.values<std::uint64_t>()[position];
    }
}

/// Columns as kernels take them, so that a row is found without asking for the encoding.
std::vector<Column> simple(std::span<const Column> keys) {
    std::vector<Column> all;
    all.reserve(keys.size());
    for (const Column& key : keys) all.push_back(key.simple());
    return all;
}

bool all_constant(std::span<const Column> keys) {
    return std::all_of(keys.begin(), keys.end(),
                       [](const Column& key) { return key.encoding() == Encoding::constant; });
}

std::uint32_t position_in(const Column& column, std::uint32_t row) {
    return column.encoding() == Encoding::constant ? 0 : row;
}

}  // namespace

GroupTable::GroupTable(std::vector<ColumnType> types, Nan nan) : nan_(nan), slots_(kFirstSlots) {
    stores_.reserve(types.size());
    for (const ColumnType type : types) stores_.push_back(Store{type});
}

bool GroupTable::equal(std::uint32_t group, std::span<const Column> keys, std::uint32_t row) const {
    for (std::size_t c = 0; c < keys.size(); ++c) {
        const Column& key = keys[c];
        const Store& store = stores_[c];
        const std::uint32_t position = position_in(key, row);
        const bool valid = key.validity() == nullptr || key.validity()[position] != 0;
        if (valid != (store.valid[group] != 0)) return false;
        if (!valid) continue;
        if (key.type() == ColumnType::string) {
            if (!(store.texts[group] == key.values<StringView>()[position])) return false;
        } else if (key.type() == ColumnType::floating) {
            const auto stored = std::bit_cast<double>(store.words[group]);
            const double given = key.values<double>()[position];
            const bool both_nan = stored != stored && given != given && nan_ == Nan::equal;
            if (stored != given && !both_nan) return false;
        } else if (store.words[group] != bits_of(key, position)) {
            return false;
        }
    }
    return true;
}

std::uint32_t GroupTable::look_up(std::uint64_t hash, std::span<const Column> keys,
                                  std::uint32_t row, std::size_t& place) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (place = hash & mask;; place = (place + 1) & mask) {
        const Slot& slot = slots_[place];
        if (slot.group == kNone) return kNone;
        if (slot.tag == tag && equal(slot.group, keys, row)) return slot.group;
    }
}

std::uint32_t GroupTable::insert(std::uint64_t hash, std::span<const Column> keys,
                                 std::uint32_t row, std::size_t place) {
    for (std::size_t c = 0; c < keys.size(); ++c) {
        const Column& key = keys[c];
        Store& store = stores_[c];
        const std::uint32_t position = position_in(key, row);
        const bool valid = key.validity() == nullptr || key.validity()[position] != 0;
        store.valid.push_back(valid ? 1 : 0);
        if (key.type() == ColumnType::string) {
            std::string_view text;
            if (valid) text = key.values<StringView>()[position].view();
            if (text.size() > StringView::kInline) text = store.heap->add(text);
            store.texts.emplace_back(text);
        } else {
            store.words.push_back(valid ? bits_of(key, position) : 0);
        }
    }
    slots_[place] = {static_cast<std::uint32_t>(hash >> 32), size_};
    hashes_.push_back(hash);
    const std::uint32_t group = size_++;
    if (std::size_t{size_} * 2 > slots_.size()) grow();
    return group;
}

void GroupTable::grow() {
    base::SpillingVector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (std::uint32_t group = 0; group < size_; ++group) {
        std::size_t place = hashes_[group] & mask;
        while (larger[place].group != kNone) place = (place + 1) & mask;
        larger[place] = {static_cast<std::uint32_t>(hashes_[group] >> 32), group};
    }
    slots_ = std::move(larger);
}

void GroupTable::assign(std::span<const Column> keys, std::span<std::uint32_t> groups) {
    if (groups.empty()) return;
    const std::vector<Column> columns = simple(keys);
    // NaN that differ from each other make a group per row even where the column is constant.
    const bool one = all_constant(columns) && nan_ == Nan::equal;
    std::vector<std::uint64_t> hashes(one ? 1 : groups.size());
    hash_rows(columns, hashes);
    for (std::uint32_t row = 0; row < hashes.size(); ++row) {
        std::size_t place = 0;
        const std::uint32_t group = look_up(hashes[row], columns, row, place);
        groups[row] = group != kNone ? group : insert(hashes[row], columns, row, place);
    }
    if (one) std::fill(groups.begin() + 1, groups.end(), groups[0]);
}

void GroupTable::find(std::span<const Column> keys, std::span<std::uint32_t> groups) const {
    if (groups.empty()) return;
    const std::vector<Column> columns = simple(keys);
    const bool one = all_constant(columns);
    std::vector<std::uint64_t> hashes(one ? 1 : groups.size());
    hash_rows(columns, hashes);
    std::size_t place = 0;
    for (std::uint32_t row = 0; row < hashes.size(); ++row) {
        groups[row] = look_up(hashes[row], columns, row, place);
    }
    if (one) std::fill(groups.begin() + 1, groups.end(), groups[0]);
}

std::vector<Column> GroupTable::keys() const {
    std::vector<Column> columns;
    for (const Store& store : stores_) {
        Builder builder(store.type);
        builder.reserve(size_);
        if (store.type == ColumnType::string) builder.keep(store.heap);
        for (std::uint32_t group = 0; group < size_; ++group) {
            if (store.valid[group] == 0) {
                builder.append_null();
            } else if (store.type == ColumnType::string) {
                builder.append_stored(store.texts[group]);
            } else if (store.type == ColumnType::boolean) {
                builder.append_stored(static_cast<std::uint8_t>(store.words[group]));
            } else {
                builder.append_stored(store.words[group]);
            }
        }
        columns.push_back(builder.finish());
    }
    return columns;
}

}  // namespace fluxi::table
