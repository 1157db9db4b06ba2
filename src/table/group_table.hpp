// A map from rows of key columns to dense group numbers 0, 1, 2 … in order of first appearance:
// grouping, distinct, unique, the build side of joins. Open addressing over hashes; the keys are
// stored as columns, never as boxed rows, and texts are copied, so a batch need not outlive its
// call. Memory counts against the budget in force.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/spilling_vector.hpp"
#include "table/builder.hpp"
#include "table/column.hpp"

namespace fluxi::table {

class GroupTable {
  public:
    static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
    /// Whether two NaN are one group (group keys) or each a group of its own (distinct, unique).
    enum class Nan : std::uint8_t { equal, distinct };

    explicit GroupTable(std::vector<ColumnType> types, Nan nan = Nan::equal);

    /// Sets `groups[i]` to the number of row i's group, making new groups as needed. The columns
    /// have the types given and `groups.size()` rows each.
    void assign(std::span<const Column> keys, std::span<std::uint32_t> groups);
    /// The same without making groups: kNone where there is none.
    void find(std::span<const Column> keys, std::span<std::uint32_t> groups) const;

    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
    /// The key columns of all groups, one row each, in order of first appearance. Copies.
    [[nodiscard]] std::vector<Column> keys() const;

  private:
    /// The values of one key column, one per group.
    struct Store {
        ColumnType type;
        base::SpillingVector<std::uint64_t> words{};  ///< all types but string, as bits
        base::SpillingVector<StringView> texts{};
        base::SpillingVector<std::uint8_t> valid{};
        std::shared_ptr<StringHeap> heap = std::make_shared<StringHeap>();
    };
    struct Slot {
        std::uint32_t tag = 0;  ///< upper half of the hash
        std::uint32_t group = kNone;
    };

    [[nodiscard]] bool equal(std::uint32_t group, std::span<const Column> keys,
                             std::uint32_t row) const;
    [[nodiscard]] std::uint32_t look_up(std::uint64_t hash, std::span<const Column> keys,
                                        std::uint32_t row, std::size_t& place) const;
    std::uint32_t insert(std::uint64_t hash, std::span<const Column> keys, std::uint32_t row,
                         std::size_t place);
    void grow();

    std::vector<Store> stores_;
    Nan nan_;
    std::uint32_t size_ = 0;
    base::SpillingVector<Slot> slots_;
    base::SpillingVector<std::uint64_t> hashes_{};  ///< of each group
};

}  // namespace fluxi::table
