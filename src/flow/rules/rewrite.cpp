#include "flow/rules/rewrite.hpp"

#include <unordered_map>
#include <utility>

#include "flow/ops/group.hpp"
#include "flow/ops/group_aggregate.hpp"
#include "flow/ops/rows.hpp"

namespace fluxi::flow::rules {

namespace {

class Rewriter {
  public:
    void count(const Node::Ref& node) {
        if (++consumers_[node.get()] != 1) return;
        for (const Node::Ref& input : node->inputs()) count(input);
    }

    Node::Ref rewrite(const Node::Ref& node) {
        if (const auto known = done_.find(node.get()); known != done_.end()) return known->second;
        Node::Ref result = node;
        if (const auto* group = dynamic_cast<const ops::Group*>(&node->operation())) {
            result = without_group_before(node, *group);
        } else if (const auto* limit = dynamic_cast<const ops::Limit*>(&node->operation())) {
            result = with_sort(node, *limit);
        } else if (const auto* aggregate =
                       dynamic_cast<const exec::Aggregate*>(&node->operation())) {
            result = with_group(node, *aggregate);
        }
        std::vector<Node::Ref> inputs;
        bool changed = false;
        for (const Node::Ref& input : result->inputs()) {
            inputs.push_back(rewrite(input));
            changed = changed || !(inputs.back() == input);
        }
        if (changed) {
            result = value::make<const Node>(result->shared_operation(), std::move(inputs),
                                             result->call());
        }
        done_.emplace(node.get(), result);
        return result;
    }

  private:
    /// The only input, if nobody else consumes it and it does what `Op` does; else null.
    template <typename Op>
    const Op* only_input(const Node& node) const {
        if (node.inputs().size() != 1 || consumers_.at(node.inputs()[0].get()) != 1) return nullptr;
        return dynamic_cast<const Op*>(&node.inputs()[0]->operation());
    }

    /// Of groups one after the other only the last matters.
    Node::Ref without_group_before(const Node::Ref& node, const ops::Group& group) const {
        if (group.mode() == ops::Group::Mode::extend) return node;
        Node::Ref first = node;
        while (only_input<ops::Group>(*first) != nullptr) first = first->inputs()[0];
        if (first == node) return node;
        return value::make<const Node>(node->shared_operation(), first->inputs(), node->call());
    }

    /// An aggregate of groups needs only the numbers of the groups, not their rows.
    Node::Ref with_group(const Node::Ref& node, const exec::Aggregate& aggregate) const {
        const auto* group = only_input<ops::Group>(*node);
        if (group == nullptr) return node;
        Node::Ref first = node->inputs()[0];
        while (group->mode() != ops::Group::Mode::extend &&
               only_input<ops::Group>(*first) != nullptr) {
            first = first->inputs()[0];
        }
        return value::make<const Node>(std::make_shared<ops::GroupAggregate>(*group, aggregate),
                                       first->inputs(), node->call());
    }

    /// sort and limit are the selection of the first rows.
    Node::Ref with_sort(const Node::Ref& node, const ops::Limit& limit) const {
        const auto* sort = only_input<ops::Sort>(*node);
        if (sort == nullptr || limit.offset() != 0 || limit.n() < 0 || !sort->takes_all())
            return node;
        return value::make<const Node>(
            std::make_shared<ops::Sort>(sort->columns(), sort->descending(), limit.n()),
            node->inputs()[0]->inputs(), node->call());
    }

    std::unordered_map<const Node*, std::size_t> consumers_{};
    std::unordered_map<const Node*, Node::Ref> done_{};
};

}  // namespace

std::vector<exec::NamedPlan> rewritten(std::vector<exec::NamedPlan> results) {
    Rewriter rewriter;
    for (const exec::NamedPlan& result : results) rewriter.count(result.plan);
    for (exec::NamedPlan& result : results) result.plan = rewriter.rewrite(result.plan);
    return results;
}

}  // namespace fluxi::flow::rules
