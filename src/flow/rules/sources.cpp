#include "flow/rules/sources.hpp"

#include <unordered_map>
#include <utility>

#include "flow/plan/source.hpp"

namespace fluxi::flow::rules {

namespace {

class Offering {
  public:
    explicit Offering(eval::Evaluator& evaluator) : evaluator_(evaluator) {}

    /// Notes who consumes a node; null stands for a result.
    void visit(const Node::Ref& node, const Node* consumer) {
        auto& consumers = consumers_[node.get()];
        consumers.push_back(consumer);
        if (consumers.size() != 1) return;
        if (dynamic_cast<const Source*>(&node->operation()) != nullptr)
            sources_.push_back(node.get());
        for (const Node::Ref& input : node->inputs()) visit(input, node.get());
    }

    void offer() {
        for (const Node* source : sources_) {
            const auto& operation = dynamic_cast<const Source&>(source->operation());
            for (const Node* consumer : consumers_.at(source)) {
                if (consumer == nullptr || consumer->inputs().size() != 1) continue;
                const std::vector<const Node*> chain = chain_from(*consumer);
                auto taken = operation.take(*source, chain, evaluator_);
                if (taken.nodes == 0) continue;
                replaced_.emplace(chain[taken.nodes - 1], chain_of(std::move(taken.stages)));
            }
        }
    }

    Node::Ref rebuilt(const Node::Ref& node) {
        if (const auto known = replaced_.find(node.get()); known != replaced_.end())
            return known->second;
        Node::Ref result = node;
        std::vector<Node::Ref> inputs;
        bool changed = false;
        for (const Node::Ref& input : node->inputs()) {
            inputs.push_back(rebuilt(input));
            changed = changed || !(inputs.back() == input);
        }
        if (changed) {
            result =
                value::make<const Node>(node->shared_operation(), std::move(inputs), node->call());
        }
        replaced_.emplace(node.get(), result);
        return result;
    }

  private:
    [[nodiscard]] std::vector<const Node*> chain_from(const Node& first) const {
        std::vector<const Node*> chain{&first};
        while (true) {
            const auto& consumers = consumers_.at(chain.back());
            if (consumers.size() != 1 || consumers.front() == nullptr ||
                consumers.front()->inputs().size() != 1) {
                return chain;
            }
            chain.push_back(consumers.front());
        }
    }

    static Node::Ref chain_of(std::vector<Source::Taken::Stage> stages) {
        std::vector<Node::Ref> inputs;
        for (auto& stage : stages) {
            inputs = {value::make<const Node>(std::move(stage.operation), std::move(inputs),
                                              std::move(stage.call))};
        }
        return inputs.front();
    }

    eval::Evaluator& evaluator_;
    std::unordered_map<const Node*, std::vector<const Node*>> consumers_{};
    std::vector<const Node*> sources_{};
    std::unordered_map<const Node*, Node::Ref> replaced_{};
};

}  // namespace

std::vector<exec::NamedPlan> with_sources(std::vector<exec::NamedPlan> results,
                                          eval::Evaluator& evaluator) {
    Offering offering(evaluator);
    for (const exec::NamedPlan& result : results) offering.visit(result.plan, nullptr);
    offering.offer();
    for (exec::NamedPlan& result : results) result.plan = offering.rebuilt(result.plan);
    return results;
}

}  // namespace fluxi::flow::rules
