// A source that can do the work of operations behind it: a store that filters by its index, a
// database that aggregates. Before a plan runs, the source is offered the chain of operations that
// consume its tables one after the other, each the only consumer of the one before. It answers how
// many of them it takes and with what they are replaced; the result must be the same.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::eval {
class Evaluator;
}

namespace fluxi::flow {

class SourceOperation : public Operation {
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

    /// `self` is the source's own node, `chain` what comes after it. The evaluator gives the values
    /// of variables that functions in the chain refer to.
    [[nodiscard]] virtual Taken take(const Node& self, std::span<const Node* const> chain,
                                     eval::Evaluator& evaluator) const = 0;
};

}  // namespace fluxi::flow
