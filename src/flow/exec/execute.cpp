#include "flow/exec/execute.hpp"

#include <chrono>
#include <exception>
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
    const auto start = std::chrono::steady_clock::now();
    const std::vector<NamedPlan> plans = rules::rewritten(results, evaluator);
    if (settings.profile != nullptr)
        settings.profile->planning += std::chrono::steady_clock::now() - start;
    for (std::size_t i = 0; i < plans.size(); ++i) graph.add(plans[i].plan, delivery.sink(i));
    graph.run();
}

namespace {

class Taker final : public Sink {
  public:
    explicit Taker(const std::function<Demand(table::Batch)>& take) : take_(take) {}
    Demand push(table::Batch batch) override {
        if (failure) return Demand::enough;
        try {
            return take_(std::move(batch));
        } catch (...) {
            failure = std::current_exception();
        }
        return Demand::enough;
    }
    void finish() override {}
    std::exception_ptr failure{};

  private:
    const std::function<Demand(table::Batch)>& take_;
};

}  // namespace

void each_batch(const Node::Ref& plan, eval::Evaluator& evaluator,
                const ExecutionSettings& settings,
                const std::function<Demand(table::Batch)>& take) {
    Taker taker(take);
    Graph graph(evaluator, settings);
    const auto plans = rules::rewritten({{"", plan}}, evaluator);
    graph.add(plans.front().plan, taker);
    graph.run();
    if (taker.failure) std::rethrow_exception(taker.failure);
}

std::vector<table::Batch> collect(const Node::Ref& plan, eval::Evaluator& evaluator,
                                  const ExecutionSettings& settings) {
    std::vector<table::Batch> batches;
    each_batch(plan, evaluator, settings, [&](table::Batch batch) {
        batches.push_back(std::move(batch));
        return Demand::more;
    });
    return batches;
}

}  // namespace fluxi::flow::exec
