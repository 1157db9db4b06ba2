// A source that takes over a part of the plan: it builds only columns that somebody reads and
// leaves out rows that a filter behind it would drop anyway. Both are offers: the operators behind
// it do their work all the same.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow {

class Source {
  public:
    virtual ~Source() = default;
    /// Gives these columns and those of the group key. If it lacks one that is needed it gives all,
    /// so that messages about the missing one can name those there are; one that is welcome may be
    /// missing.
    [[nodiscard]] virtual std::shared_ptr<const Operation> with_columns(
        std::vector<std::string> needed, std::vector<std::string> welcome) const = 0;
    /// May leave out rows of tables by whose group key the predicate is false; such a table comes
    /// without rows.
    [[nodiscard]] virtual std::shared_ptr<const Operation> with_filter(
        value::Value predicate) const = 0;
    /// Whether it gives one table without a group key, whatever it reads.
    [[nodiscard]] virtual bool gives_one_table() const noexcept { return false; }
};

}  // namespace fluxi::flow
