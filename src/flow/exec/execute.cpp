#include "flow/exec/execute.hpp"

#include <utility>

#include "flow/exec/delivery.hpp"
#include "flow/exec/graph.hpp"
#include "flow/rules/rewrite.hpp"

namespace fluxi::flow::exec {

void execute(const std::vector<NamedPlan>& results, eval::Evaluator& evaluator,
             const ExecutionSettings& settings, ResultReceiver& receiver) {
    Delivery delivery(receiver);
    for (const NamedPlan& result : results) delivery.add(result.name);
    Graph graph(evaluator, settings);
    const std::vector<NamedPlan> plans = rules::rewritten(results);
    for (std::size_t i = 0; i < plans.size(); ++i) graph.add(plans[i].plan, delivery.sink(i));
    graph.run();
}

namespace {

class Collector final : public Sink {
  public:
    Demand push(table::Batch batch) override {
        batches.push_back(std::move(batch));
        return Demand::more;
    }
    void finish() override {}
    std::vector<table::Batch> batches{};
};

}  // namespace

std::vector<table::Batch> collect(const Node::Ref& plan, eval::Evaluator& evaluator,
                                  const ExecutionSettings& settings) {
    Collector collector;
    Graph graph(evaluator, settings);
    graph.add(rules::rewritten({{"", plan}}).front().plan, collector);
    graph.run();
    return std::move(collector.batches);
}

}  // namespace fluxi::flow::exec
