// A source that can do some of the work behind it: a store filters by its index, a reader leaves
// out columns that nobody looks at. Before a plan runs, rules make it offers; each has a default
// that declines. Whatever is taken, the results must be the same.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::eval {
class Evaluator;
}

namespace fluxi::flow {

class Source : public Operation {
  public:
    /// What stands in place of the source and the first `nodes` of the chain. The first stage has
    /// no inputs, each other one the stage before it. None: the source stays as it is.
    struct Taken {
        struct Stage {
            std::shared_ptr<const Operation> operation;
            base::CallFrame call;
        };
        std::size_t nodes = 0;
        std::vector<Stage> stages{};
    };
    /// `self` is the source's own node, `chain` the operations that consume its tables one after
    /// the other, each the only consumer of the one before. The evaluator gives the values of
    /// variables that functions in the chain refer to.
    [[nodiscard]] virtual Taken take(const Node& self, std::span<const Node* const> chain,
                                     eval::Evaluator& evaluator) const;
    /// The source that gives these columns and those of the group key only; null to decline. If it
    /// lacks one that is needed it gives all, so that messages about the missing one can name those
    /// there are; one that is welcome may be missing.
    [[nodiscard]] virtual std::shared_ptr<const Source> with_columns(
        std::vector<std::string> needed, std::vector<std::string> welcome) const;
    /// The source that may leave out rows of tables by whose group key the predicate is false (such
    /// a table comes without rows); null to decline. The filter behind it stays.
    [[nodiscard]] virtual std::shared_ptr<const Source> with_filter(value::Value predicate) const;
    /// Whether it gives one table without a group key, whatever it reads.
    [[nodiscard]] virtual bool gives_one_table() const noexcept { return false; }
};

}  // namespace fluxi::flow
