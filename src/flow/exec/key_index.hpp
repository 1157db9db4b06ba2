// Numbers for group keys: 0, 1, 2 … in order of first appearance, over tables of any mix of
// schemas. What aggregates, grouping and sorting by key stand on. Keys are kept as columns, hashed
// and compared in bulk; two keys are equal as semantics D.1 says, whatever the order of their
// columns.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "table/batch.hpp"
#include "table/group_key.hpp"
#include "table/group_table.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::exec {

class KeyIndex {
  public:
    /// The number of an arrangement of key columns, given in key order.
    std::uint32_t layout(const std::vector<table::Field>& key);
    /// Sets `ids[i]` to the number of the key in row i of `columns`, which are those of the layout.
    void assign(std::uint32_t layout, std::span<const table::Column> columns,
                std::span<std::uint32_t> ids);
    /// The number of the key of each run.
    void assign_runs(const table::Batch& batch, table::Rows& ids);

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(entries_.size());
    }
    /// All numbers, in the order of their keys.
    [[nodiscard]] table::Rows sorted() const;
    /// The layout in which a key was seen first.
    [[nodiscard]] std::uint32_t layout_of(std::uint32_t id) const { return entries_[id].layout; }
    [[nodiscard]] const std::vector<table::Field>& fields(std::uint32_t layout) const {
        return layouts_[layout].fields;
    }
    /// The key columns of these keys, all of one layout, in its order: one row per key.
    [[nodiscard]] std::vector<table::Column> columns(std::uint32_t layout,
                                                     std::span<const std::uint32_t> ids) const;
    [[nodiscard]] table::GroupKey key(std::uint32_t id) const;

  private:
    /// All keys of the same labels and types.
    struct Family {
        std::vector<table::Field> fields;  ///< sorted by label
        std::unique_ptr<table::GroupTable> groups;
        table::Rows ids{};  ///< of each group
        mutable std::vector<table::Column> keys{};
        [[nodiscard]] const std::vector<table::Column>& key_columns() const;
    };
    struct Layout {
        std::vector<table::Field> fields;
        std::uint32_t family;
        std::vector<std::uint32_t> sorted;  ///< key positions in the order of the family
    };
    struct Entry {
        std::uint32_t layout;
        std::uint32_t group;
    };

    std::vector<Family> families_{};
    std::vector<Layout> layouts_{};
    base::SpillingVector<Entry> entries_{};
    table::SchemaRef schema_{};  ///< whose layout was asked for last
    std::uint32_t schema_layout_ = 0;
};

}  // namespace fluxi::flow::exec
