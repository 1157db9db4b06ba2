#include "flow/exec/key_index.hpp"

#include <algorithm>
#include <numeric>

#include "base/counted.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::exec {

using table::Batch;
using table::Column;
using table::Field;
using table::GroupKey;
using table::GroupTable;

namespace {

/// What a column takes in a GroupKey: label, type, value, place.
constexpr std::size_t kBytesOfKeyColumn = 96;

}  // namespace

const std::vector<Column>& KeyIndex::Family::key_columns() const {
    if (keys.empty() ? !fields.empty() : keys.front().size() != groups->size())
        keys = groups->keys();
    return keys;
}

std::uint32_t KeyIndex::layout(const std::vector<Field>& key) {
    for (std::uint32_t i = 0; i < layouts_.size(); ++i) {
        if (layouts_[i].fields == key) return i;
    }
    Layout layout{key, 0, std::vector<std::uint32_t>(key.size())};
    std::iota(layout.sorted.begin(), layout.sorted.end(), 0U);
    std::sort(layout.sorted.begin(), layout.sorted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key[a].label < key[b].label; });
    std::vector<Field> sorted;
    for (const std::uint32_t i : layout.sorted) sorted.push_back(key[i]);
    const auto known = std::find_if(families_.begin(), families_.end(),
                                    [&](const Family& f) { return f.fields == sorted; });
    layout.family = static_cast<std::uint32_t>(known - families_.begin());
    if (known == families_.end()) {
        std::vector<table::ColumnType> types;
        for (const Field& field : sorted) types.push_back(field.type);
        Family family;
        family.fields = std::move(sorted);
        family.groups = std::make_unique<GroupTable>(std::move(types));
        families_.push_back(std::move(family));
    }
    layouts_.push_back(std::move(layout));
    return static_cast<std::uint32_t>(layouts_.size() - 1);
}

void KeyIndex::assign(std::uint32_t layout, std::span<const Column> columns,
                      std::span<std::uint32_t> ids) {
    const Layout& used = layouts_[layout];
    Family& family = families_[used.family];
    std::vector<Column> keys;
    keys.reserve(columns.size());
    for (const std::uint32_t i : used.sorted) keys.push_back(columns[i]);
    family.groups->assign(keys, ids);
    const auto known = static_cast<std::uint32_t>(family.ids.size());
    for (std::uint32_t group = known; group < family.groups->size(); ++group) {
        family.ids.push_back(size());
        entries_.push_back({layout, group});
    }
    for (std::uint32_t& id : ids) id = family.ids[id];
}

void KeyIndex::assign_runs(const Batch& batch, table::Rows& ids) {
    const table::Schema& schema = *batch.schema();
    if (schema_ != batch.schema()) {
        std::vector<Field> key;
        for (const std::uint32_t i : schema.key()) key.push_back(schema.fields()[i]);
        schema_layout_ = layout(key);
        schema_ = batch.schema();
    }
    std::vector<Column> columns;
    columns.reserve(schema.key().size());
    for (const std::uint32_t i : schema.key()) columns.push_back(batch.stored(i));
    ids.resize(batch.runs().size());
    assign(schema_layout_, columns, ids);
}

table::Rows KeyIndex::sorted() const {
    table::Rows ids(size());
    if (families_.size() == 1) {
        std::vector<table::SortColumn> columns;
        for (const Column& column : families_[0].key_columns()) columns.push_back({column});
        const auto order = table::sort_permutation(columns, size());
        for (std::size_t i = 0; i < order.size(); ++i) ids[i] = families_[0].ids[order[i]];
        return ids;
    }
    base::CountedVector<GroupKey> keys;
    keys.reserve(size());
    base::Reservation inside;
    std::size_t bytes = 0;
    for (std::uint32_t id = 0; id < size(); ++id) {
        keys.push_back(key(id));
        inside.resize(bytes += keys.back().fields().size() * kBytesOfKeyColumn);
    }
    std::iota(ids.begin(), ids.end(), 0U);
    std::sort(ids.begin(), ids.end(),
              [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    return ids;
}

std::vector<Column> KeyIndex::columns(std::uint32_t layout,
                                      std::span<const std::uint32_t> ids) const {
    const Layout& used = layouts_[layout];
    const std::vector<Column>& keys = families_[used.family].key_columns();
    table::Rows groups;
    groups.reserve(ids.size());
    for (const std::uint32_t id : ids) groups.push_back(entries_[id].group);
    std::vector<Column> columns(used.fields.size());
    for (std::size_t i = 0; i < used.sorted.size(); ++i)
        columns[used.sorted[i]] = keys[i].take(groups);
    return columns;
}

GroupKey KeyIndex::key(std::uint32_t id) const {
    const std::uint32_t layout = layout_of(id);
    std::vector<std::uint32_t> positions(fields(layout).size());
    std::iota(positions.begin(), positions.end(), 0U);
    const Batch one(table::make_schema(fields(layout), positions), columns(layout, {&id, 1}),
                    {table::Run{}});
    return GroupKey::of(one, 0);
}

}  // namespace fluxi::flow::exec
