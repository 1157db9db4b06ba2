#include "flow/rules/rewrite.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "flow/ops/fill_empty.hpp"
#include "flow/ops/filter.hpp"
#include "flow/ops/first_of_all.hpp"
#include "flow/ops/group.hpp"
#include "flow/ops/group_aggregate.hpp"
#include "flow/ops/group_top.hpp"
#include "flow/ops/map.hpp"
#include "flow/ops/per_table.hpp"
#include "flow/ops/range.hpp"
#include "flow/ops/reduce.hpp"
#include "flow/ops/rows.hpp"
#include "flow/ops/window.hpp"
#include "flow/plan/source.hpp"
#include "flow/rules/applied.hpp"
#include "flow/rules/collation.hpp"
#include "flow/rules/columns.hpp"
#include "flow/rules/disabled.hpp"
#include "flow/rules/filters.hpp"
#include "flow/rules/sources.hpp"
#include "flow/rules/vectorizable.hpp"
#include "vec/columns_read.hpp"

namespace fluxi::flow::rules {

namespace {

/// With more rows wanted than this the candidates are many, and all rows are sorted at once.
constexpr std::int64_t kMostTop = 10'000;

using OperationRef = std::shared_ptr<const Operation>;

constexpr std::string_view kMergeGroups = "MergeGroupRule";
constexpr std::string_view kMergeFilters = "MergeFiltersRule";
constexpr std::string_view kTrivialFilter = "RemoveTrivialFilterRule";
constexpr std::string_view kGroupAggregate = "fluxi.GroupAggregateRule";
constexpr std::string_view kFirstRows = "fluxi.FirstRowsRule";
constexpr std::string_view kSortLimit = "SortLimitRule";
constexpr std::string_view kRedundantSort = "universe/RemoveRedundantSort";
constexpr std::string_view kFillTwice = "experimental/table.IdempotentTableFill";
constexpr std::string_view kWindowAggregate = "AggregateWindowRule";
constexpr std::string_view kWindowAggregateEmpty = "AggregateWindowCreateEmptyRule";
constexpr std::string_view kVectorizeMap = "vectorizeMapRule";

/// The operation of a node as one of a certain kind; null if it is another.
template <typename Op>
const Op* as(const Node& node) {
    return dynamic_cast<const Op*>(&node.operation());
}

class Rewriter {
  public:
    explicit Rewriter(eval::Evaluator& evaluator)
        : applied_(evaluator.extension<Applied>()), disabled_(disabled_rules(evaluator)) {}

    void count(const Node::Ref& node) {
        if (++consumers_[node.get()] != 1) return;
        for (const Node::Ref& input : node->inputs()) count(input);
    }

    Node::Ref rewrite(const Node::Ref& node) {
        if (const auto known = done_.find(node.get()); known != done_.end()) return known->second;
        if (const Node::Ref same = without_idle(node); !(same == node)) {
            const Node::Ref result = rewrite(same);
            done_.emplace(node.get(), result);
            return result;
        }
        Node::Ref result = apply(node);
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
    [[nodiscard]] bool enabled(std::string_view rule) const {
        return std::find(disabled_.begin(), disabled_.end(), rule) == disabled_.end();
    }

    /// The node itself, or one below it that gives the same.
    Node::Ref without_idle(const Node::Ref& node) {
        if (as<ops::Sort>(*node) != nullptr) return without_redundant_sorts(node);
        if (as<ops::FillEmpty>(*node) != nullptr) return without_second_fill(node);
        if (as<ops::Filter>(*node) != nullptr) return without_trivial_filters(node);
        return node;
    }

    /// The node with the rules for its operation applied; its inputs are as they were.
    Node::Ref apply(const Node::Ref& node) {
        if (const auto* filter = as<ops::Filter>(*node)) return with_filters_before(node, *filter);
        if (const auto* group = as<ops::Group>(*node)) return without_group_before(node, *group);
        if (const auto* limit = as<ops::Limit>(*node)) return with_sort(node, *limit);
        if (const auto* aggregate = as<exec::Aggregate>(*node)) return with_group(node, *aggregate);
        if (const auto* reduce = as<ops::Reduce>(*node)) return with_group(node, *reduce);
        if (const auto* each = as<ops::PerTable>(*node)) return with_first_rows(node, *each);
        if (const auto* window = as<ops::WindowAggregate>(*node)) {
            // It was put together when the script called window.
            applied_.note(window->settings().create_empty ? kWindowAggregateEmpty
                                                          : kWindowAggregate);
        }
        if (const auto* map = as<ops::Map>(*node)) {
            if (enabled(kVectorizeMap) && is_vectorizable(map->fn())) applied_.note(kVectorizeMap);
        }
        return node;
    }

    /// A sort of rows that are sorted so already does nothing.
    Node::Ref without_redundant_sorts(Node::Ref node) {
        while (const auto* sort = as<ops::Sort>(*node)) {
            if (!sort->takes_all() || !enabled(kRedundantSort)) break;
            if (!is_sorted(*node->inputs()[0], sort->columns(), sort->descending())) break;
            applied_.note(kRedundantSort);
            node = node->inputs()[0];
        }
        return node;
    }

    Node::Ref without_second_fill(Node::Ref node) {
        while (as<ops::FillEmpty>(*node->inputs()[0]) != nullptr && enabled(kFillTwice)) {
            applied_.note(kFillTwice);
            node = node->inputs()[0];
        }
        return node;
    }

    /// The only input, if nobody else consumes it and it does what `Op` does; else null.
    template <typename Op>
    const Op* only_input(const Node& node) const {
        if (node.inputs().size() != 1 || consumers_.at(node.inputs()[0].get()) != 1) return nullptr;
        return as<Op>(*node.inputs()[0]);
    }

    /// As in the reference, tables without rows pass a filter whose function is `(r) => true`.
    [[nodiscard]] bool is_trivial(const ops::Filter& filter) const {
        return enabled(kTrivialFilter) && vec::is_always_true(filter.predicates().front().fn);
    }

    Node::Ref without_trivial_filters(Node::Ref node) {
        for (const auto* filter = as<ops::Filter>(*node); filter != nullptr && is_trivial(*filter);
             filter = as<ops::Filter>(*node)) {
            applied_.note(kTrivialFilter);
            node = node->inputs()[0];
        }
        return node;
    }

    /// Filters one after the other copy the rows that they let through once.
    Node::Ref with_filters_before(const Node::Ref& node, const ops::Filter& last) {
        if (!enabled(kMergeFilters)) return node;
        std::vector<const Node*> filters{node.get()};
        const Node* first = node.get();
        for (const auto* before = only_input<ops::Filter>(*first); before != nullptr;
             before = only_input<ops::Filter>(*first)) {
            const bool trivial = is_trivial(*before);
            if (!trivial && before->keep_empty() != last.keep_empty()) break;
            first = first->inputs()[0].get();
            if (!trivial) filters.push_back(first);
            applied_.note(trivial ? kTrivialFilter : kMergeFilters);
        }
        if (first == node.get()) return node;
        std::vector<ops::Filter::Predicate> predicates;
        for (auto it = filters.rbegin(); it != filters.rend(); ++it)
            predicates.push_back({as<ops::Filter>(**it)->predicates().front().fn, (*it)->call()});
        return value::make<const Node>(
            std::make_shared<ops::Filter>(std::move(predicates), last.keep_empty()),
            first->inputs(), node->call());
    }

    /// Whether a node's only input is a group that a group behind it makes superfluous. One that
    /// extends the key is none: it brings rows into the order of its tables.
    bool behind_group(const Node& node) const {
        const auto* before = only_input<ops::Group>(node);
        return before != nullptr && before->mode() != ops::Group::Mode::extend;
    }

    /// Of groups one after the other only the last matters.
    Node::Ref without_group_before(const Node::Ref& node, const ops::Group& group) {
        if (group.mode() == ops::Group::Mode::extend || !enabled(kMergeGroups)) return node;
        Node::Ref first = node;
        while (behind_group(*first)) {
            applied_.note(kMergeGroups);
            first = first->inputs()[0];
        }
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
    Node::Ref with_group(const Node::Ref& node, const Op& operation) {
        const auto* group = only_input<ops::Group>(*node);
        if (group == nullptr || !enabled(kGroupAggregate)) return node;
        applied_.note(kGroupAggregate);
        Node::Ref first = node->inputs()[0];
        while (group->mode() != ops::Group::Mode::extend && enabled(kMergeGroups) &&
               behind_group(*first)) {
            applied_.note(kMergeGroups);
            first = first->inputs()[0];
        }
        return value::make<const Node>(grouping(*group, operation), first->inputs(), node->call());
    }

    /// sort and limit are the selection of the first rows; a limit of the only table ends the
    /// stream.
    Node::Ref with_sort(const Node::Ref& node, const ops::Limit& limit) {
        const auto* sort = only_input<ops::Sort>(*node);
        if (sort == nullptr && is_one_table(*node->inputs()[0])) {
            return value::make<const Node>(
                std::make_shared<ops::Limit>(limit.n(), limit.offset(), true), node->inputs(),
                node->call());
        }
        if (sort == nullptr || limit.offset() != 0 || limit.n() < 0 || !sort->takes_all() ||
            !enabled(kSortLimit)) {
            return node;
        }
        applied_.note(kSortLimit);
        ops::Sort top(sort->columns(), sort->descending(), limit.n());
        const Node::Ref& sorted = node->inputs()[0];
        const auto* group = only_input<ops::Group>(*sorted);
        const bool all_rows =
            group != nullptr && group->mode() == ops::Group::Mode::by && group->columns().empty();
        if (all_rows && limit.n() > 0 && limit.n() <= kMostTop) {
            return value::make<const Node>(std::make_shared<ops::GroupTop>(std::move(top)),
                                           sorted->inputs()[0]->inputs(), node->call());
        }
        return value::make<const Node>(std::make_shared<ops::Sort>(std::move(top)),
                                       sorted->inputs(), node->call());
    }

    /// Of all rows in one table, unique and distinct look at the first with each value only.
    Node::Ref with_first_rows(const Node::Ref& node, const ops::PerTable& each) {
        const bool by_value = each.name() == "unique" || each.name() == "distinct";
        const auto* group = by_value ? only_input<ops::Group>(*node) : nullptr;
        if (group == nullptr || group->mode() != ops::Group::Mode::by ||
            !group->columns().empty() || each.column().empty() || !enabled(kFirstRows)) {
            return node;
        }
        const Node::Ref& grouped = node->inputs()[0];
        if (as<ops::Group>(*grouped->inputs()[0]) != nullptr) return node;
        applied_.note(kFirstRows);
        const Node::Ref first = inserted(std::make_shared<ops::FirstOfAll>(each.column()),
                                         grouped->inputs(), node->call());
        const Node::Ref regrouped = inserted(grouped->shared_operation(), {first}, grouped->call());
        return value::make<const Node>(node->shared_operation(), std::vector{regrouped},
                                       node->call());
    }

    /// A new node that one other consumes.
    Node::Ref inserted(std::shared_ptr<const Operation> operation, std::vector<Node::Ref> inputs,
                       base::CallFrame call) {
        auto node =
            value::make<const Node>(std::move(operation), std::move(inputs), std::move(call));
        consumers_.emplace(node.get(), 1);
        made_.push_back(node);
        return node;
    }

    /// Whether a stream is one table that comes in as many batches as it likes.
    static bool is_one_table(const Node& node) {
        const auto* source = dynamic_cast<const Source*>(&node.operation());
        if (source != nullptr) return source->gives_one_table();
        const bool keeps = dynamic_cast<const ops::Filter*>(&node.operation()) != nullptr ||
                           dynamic_cast<const ops::Limit*>(&node.operation()) != nullptr;
        return keeps && is_one_table(*node.inputs()[0]);
    }

    Applied& applied_;
    std::vector<std::string> disabled_;
    std::unordered_map<const Node*, std::size_t> consumers_{};
    std::unordered_map<const Node*, Node::Ref> done_{};
    std::vector<Node::Ref> made_{};  ///< keeps the keys of the maps from being used again
};

}  // namespace

std::vector<exec::NamedPlan> rewritten(std::vector<exec::NamedPlan> results,
                                       eval::Evaluator& evaluator) {
    results = with_sources(std::move(results), evaluator);
    Rewriter rewriter(evaluator);
    for (const exec::NamedPlan& result : results) rewriter.count(result.plan);
    for (exec::NamedPlan& result : results) result.plan = rewriter.rewrite(result.plan);
    offer_filters(results);
    leave_out_columns(results);
    return results;
}

}  // namespace fluxi::flow::rules
