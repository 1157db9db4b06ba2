// Runs plans. All results of one call are run together: a node that several of them reach runs
// once, through a tee. Results are delivered to the receiver in the order given; what comes earlier
// than its turn is kept back.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/plan/node.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::exec {

/// Receives the results of an execution; the calls for one result are never interleaved with those
/// for another.
class ResultReceiver {
  public:
    virtual ~ResultReceiver() = default;
    virtual void begin_result(const std::string& name) = 0;
    virtual void push(const table::Batch& batch) = 0;
    virtual void end_result() = 0;
};

struct NamedPlan {
    std::string name;
    Node::Ref plan;
};

/// Runs the plans to the end. Throws base::RuntimeError, with the place of the call that failed;
/// what was delivered before stays delivered.
void execute(const std::vector<NamedPlan>& results, eval::Evaluator& evaluator,
             const ExecutionSettings& settings, ResultReceiver& receiver);

/// Runs one plan and hands its batches over until `take` has enough: then the sources stop, too.
/// What `take` throws is not an error of the plan and ends it as it is.
void each_batch(const Node::Ref& plan, eval::Evaluator& evaluator,
                const ExecutionSettings& settings, const std::function<Demand(table::Batch)>& take);

/// Runs one plan and gives its batches.
std::vector<table::Batch> collect(const Node::Ref& plan, eval::Evaluator& evaluator,
                                  const ExecutionSettings& settings);

}  // namespace fluxi::flow::exec
