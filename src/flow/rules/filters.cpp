#include "flow/rules/filters.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "flow/ops/filter.hpp"
#include "flow/ops/group.hpp"
#include "flow/ops/map.hpp"
#include "flow/ops/range.hpp"
#include "flow/ops/rows.hpp"
#include "flow/ops/union.hpp"
#include "flow/plan/source.hpp"
#include "flow/rules/passing.hpp"
#include "vec/columns_read.hpp"

namespace fluxi::flow::rules {

namespace {

struct Wanted {
    value::Value predicate{};
    bool keeps_empty = false;  ///< its filter keeps tables that end up without rows
};
using Predicates = std::vector<Wanted>;

bool reads_bounds(const value::Value& predicate) {
    const vec::ColumnsRead read = vec::columns_read(predicate, "r");
    return read.all || read.passes || read.labels.count("_start") != 0 ||
           read.labels.count("_stop") != 0;
}

/// Whether an operation only says in which table a row is and in which place, and its tables come
/// in an order that does not depend on rows that are left out later.
bool moves_rows_only(const Operation& operation) {
    if (dynamic_cast<const ops::Group*>(&operation) != nullptr) return true;
    if (dynamic_cast<const ops::Union*>(&operation) != nullptr) return true;
    const auto* sort = dynamic_cast<const ops::Sort*>(&operation);
    return sort != nullptr && sort->takes_all();
}

class OfferFilters {
  public:
    void count(const Node::Ref& node) {
        if (++consumers_[node.get()] != 1) return;
        for (const Node::Ref& input : node->inputs()) count(input);
    }

    /// `predicates`: those of the filters through which everything that leaves the node goes.
    Node::Ref rebuild(const Node::Ref& node, Predicates predicates) {
        const bool shared = consumers_[node.get()] != 1;
        if (shared) {
            predicates.clear();
            if (const auto known = done_.find(node.get()); known != done_.end())
                return known->second;
        }
        Node::Ref result = node;
        if (const auto* source = dynamic_cast<const Source*>(&node->operation())) {
            result = offered(node, *source, predicates);
        } else {
            result = with_inputs(node, through(node->operation(), std::move(predicates)));
        }
        if (shared) done_.emplace(node.get(), result);
        return result;
    }

  private:
    /// Those of the predicates, and its own, that an operation lets pass to its input.
    static Predicates through(const Operation& operation, Predicates predicates) {
        if (const auto* filter = dynamic_cast<const ops::Filter*>(&operation)) {
            for (const ops::Filter::Predicate& predicate : filter->predicates())
                predicates.push_back({predicate.fn, filter->keep_empty()});
        } else if (dynamic_cast<const ops::Range*>(&operation) != nullptr) {
            std::erase_if(predicates,
                          [](const Wanted& wanted) { return reads_bounds(wanted.predicate); });
        } else if (moves_rows_only(operation)) {
            std::erase_if(predicates, [](const Wanted& wanted) { return wanted.keeps_empty; });
        } else {
            const bool drops_empty = dynamic_cast<const ops::Map*>(&operation) != nullptr;
            std::erase_if(predicates, [&](const Wanted& wanted) {
                return (drops_empty && wanted.keeps_empty) ||
                       !leaves_as_they_are(operation, vec::columns_read(wanted.predicate, "r"));
            });
        }
        return predicates;
    }

    static Node::Ref offered(const Node::Ref& node, const Source& source,
                             const Predicates& predicates) {
        std::shared_ptr<const Source> filtered;
        for (const Wanted& wanted : predicates) {
            auto next = (filtered ? *filtered : source).with_filter(wanted.predicate);
            if (next) filtered = std::move(next);
        }
        if (!filtered) return node;
        return value::make<const Node>(std::move(filtered), node->inputs(), node->call());
    }

    Node::Ref with_inputs(const Node::Ref& node, const Predicates& predicates) {
        std::vector<Node::Ref> inputs;
        bool changed = false;
        for (const Node::Ref& input : node->inputs()) {
            inputs.push_back(rebuild(input, predicates));
            changed = changed || !(inputs.back() == input);
        }
        if (!changed) return node;
        return value::make<const Node>(node->shared_operation(), std::move(inputs), node->call());
    }

    std::unordered_map<const Node*, std::size_t> consumers_{};
    std::unordered_map<const Node*, Node::Ref> done_{};
};

}  // namespace

void offer_filters(std::vector<exec::NamedPlan>& results) {
    OfferFilters rule;
    for (const exec::NamedPlan& result : results) rule.count(result.plan);
    for (exec::NamedPlan& result : results) result.plan = rule.rebuild(result.plan, {});
}

}  // namespace fluxi::flow::rules
