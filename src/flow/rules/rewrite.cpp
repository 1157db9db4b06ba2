#include "flow/rules/rewrite.hpp"

#include <unordered_map>
#include <utility>

#include "flow/ops/filter.hpp"
#include "flow/ops/group.hpp"
#include "flow/ops/group_aggregate.hpp"
#include "flow/ops/group_top.hpp"
#include "flow/ops/reduce.hpp"
#include "flow/ops/rows.hpp"
#include "flow/plan/source.hpp"
#include "flow/rules/columns.hpp"
#include "flow/rules/filters.hpp"

namespace fluxi::flow::rules {

namespace {

/// With more rows wanted than this the candidates are many, and all rows are sorted at once.
constexpr std::int64_t kMostTop = 10'000;

using OperationRef = std::shared_ptr<const Operation>;

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
        } else if (const auto* reduce = dynamic_cast<const ops::Reduce*>(&node->operation())) {
            result = with_group(node, *reduce);
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

    static OperationRef grouping(const ops::Group& group, const exec::Aggregate& aggregate) {
        return std::make_shared<ops::GroupAggregate>(group, aggregate);
    }
    static OperationRef grouping(const ops::Group& group, const ops::Reduce& reduce) {
        return std::make_shared<ops::Reduce>(reduce.fn(), reduce.identity(), group);
    }

    /// An aggregate (or reduce) of groups needs only the numbers of the groups, not their rows.
    template <typename Op>
    Node::Ref with_group(const Node::Ref& node, const Op& operation) const {
        const auto* group = only_input<ops::Group>(*node);
        if (group == nullptr) return node;
        Node::Ref first = node->inputs()[0];
        while (group->mode() != ops::Group::Mode::extend &&
               only_input<ops::Group>(*first) != nullptr) {
            first = first->inputs()[0];
        }
        return value::make<const Node>(grouping(*group, operation), first->inputs(), node->call());
    }

    /// sort and limit are the selection of the first rows; a limit of the only table ends the stream.
    Node::Ref with_sort(const Node::Ref& node, const ops::Limit& limit) const {
        const auto* sort = only_input<ops::Sort>(*node);
        if (sort == nullptr && is_one_table(*node->inputs()[0])) {
            return value::make<const Node>(
                std::make_shared<ops::Limit>(limit.n(), limit.offset(), true), node->inputs(),
                node->call());
        }
        if (sort == nullptr || limit.offset() != 0 || limit.n() < 0 || !sort->takes_all())
            return node;
        ops::Sort top(sort->columns(), sort->descending(), limit.n());
        const Node::Ref& sorted = node->inputs()[0];
        const auto* group = only_input<ops::Group>(*sorted);
        const bool all_rows = group != nullptr && group->mode() == ops::Group::Mode::by &&
                              group->columns().empty();
        if (all_rows && limit.n() > 0 && limit.n() <= kMostTop) {
            return value::make<const Node>(std::make_shared<ops::GroupTop>(std::move(top)),
                                           sorted->inputs()[0]->inputs(), node->call());
        }
        return value::make<const Node>(std::make_shared<ops::Sort>(std::move(top)),
                                       sorted->inputs(), node->call());
    }

    /// Whether a stream is one table that comes in as many batches as it likes.
    static bool is_one_table(const Node& node) {
        const auto* source = dynamic_cast<const Source*>(&node.operation());
        if (source != nullptr) return source->gives_one_table();
        const bool keeps = dynamic_cast<const ops::Filter*>(&node.operation()) != nullptr ||
                           dynamic_cast<const ops::Limit*>(&node.operation()) != nullptr;
        return keeps && is_one_table(*node.inputs()[0]);
    }

    std::unordered_map<const Node*, std::size_t> consumers_{};
    std::unordered_map<const Node*, Node::Ref> done_{};
};

}  // namespace

std::vector<exec::NamedPlan> rewritten(std::vector<exec::NamedPlan> results) {
    Rewriter rewriter;
    for (const exec::NamedPlan& result : results) rewriter.count(result.plan);
    for (exec::NamedPlan& result : results) result.plan = rewriter.rewrite(result.plan);
    offer_filters(results);
    leave_out_columns(results);
    return results;
}

}  // namespace fluxi::flow::rules
