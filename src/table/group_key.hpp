// The group key of a table by itself: labels, types and values, as needed by what outlives a batch
// (sorting of output tables, finding the table of a key). Equality and order are those of semantics
// D.1: compared by sorted label, null equals null and stands first.
#pragma once

#include <string>
#include <vector>

#include "table/batch.hpp"

namespace fluxi::table {

class GroupKey {
  public:
    GroupKey() = default;
    /// Key of a run of a batch.
    static GroupKey of(const Batch& batch, std::size_t run);

    [[nodiscard]] const std::vector<Field>& fields() const noexcept {
        return fields_;
    }  ///< key order
    [[nodiscard]] const std::vector<value::Value>& values() const noexcept { return values_; }
    /// The text of error messages: {a=1,b=x}, sorted by label.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::size_t hash() const noexcept { return hash_; }
    friend bool operator==(const GroupKey& a, const GroupKey& b);
    /// The order of D.1: first differing label (the greater label is the smaller key), type, null
    /// first, value.
    friend bool operator<(const GroupKey& a, const GroupKey& b);

  private:
    std::vector<Field> fields_{};
    std::vector<value::Value> values_{};
    std::vector<std::uint32_t> sorted_{};
    std::size_t hash_ = 0;
};

}  // namespace fluxi::table
