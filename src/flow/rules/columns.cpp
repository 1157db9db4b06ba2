#include "flow/rules/columns.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "flow/exec/aggregate.hpp"
#include "flow/exec/selector.hpp"
#include "flow/ops/columns.hpp"
#include "flow/ops/filter.hpp"
#include "flow/ops/first_of_all.hpp"
#include "flow/ops/group.hpp"
#include "flow/ops/group_aggregate.hpp"
#include "flow/ops/group_top.hpp"
#include "flow/ops/join.hpp"
#include "flow/ops/map.hpp"
#include "flow/ops/per_table.hpp"
#include "flow/ops/pivot.hpp"
#include "flow/ops/range.hpp"
#include "flow/ops/reduce.hpp"
#include "flow/ops/rows.hpp"
#include "flow/ops/union.hpp"
#include "flow/ops/window.hpp"
#include "flow/plan/source.hpp"
#include "vec/columns_read.hpp"

namespace fluxi::flow::rules {

namespace {

/// Columns that matter. Those of the group key always do, whether they are listed or not.
struct Columns {
    bool all = false;
    std::set<std::string> labels{};
    /// Not read, but where they are there they decide something: the place of a column among the
    /// others, or that two get the same name.
    std::set<std::string> welcome{};

    static Columns everything() { return {true, {}, {}}; }
    void add(const std::string& label) { labels.insert(label); }
    void add(const Columns& other) {
        all = all || other.all;
        labels.insert(other.labels.begin(), other.labels.end());
        welcome.insert(other.welcome.begin(), other.welcome.end());
    }
    template <typename Labels>
    void add_all(const Labels& more) {
        labels.insert(more.begin(), more.end());
    }
    void remove(const std::string& label) {
        labels.erase(label);
        welcome.erase(label);
    }
    /// Another column of that name takes its place.
    void replace(const std::string& label) {
        if (labels.erase(label) != 0) welcome.insert(label);
    }
};

/// What a lambda reads of its row, and what of the row it hands on.
Columns through(const value::Value& fn, std::string_view parameter, const Columns& wanted) {
    const vec::ColumnsRead read = vec::columns_read(fn, parameter);
    Columns columns;
    if (read.passes) {
        columns = wanted;
        for (const std::string& label : read.writes) columns.replace(label);
    }
    columns.all = columns.all || read.all;
    columns.add_all(read.labels);
    return columns;
}

Columns grouped(const ops::Group& group, Columns wanted) {
    if (group.mode() == ops::Group::Mode::except) return Columns::everything();
    wanted.add_all(group.columns());
    return wanted;
}

Columns of_choice(const ops::Choose& choose, const Columns& wanted) {
    if (!choose.columns()) return Columns::everything();
    Columns columns;
    if (choose.keeps()) {
        // keep takes what there is of its columns.
        for (const std::string& label : *choose.columns()) {
            if (wanted.all || wanted.labels.count(label) + wanted.welcome.count(label) != 0)
                columns.welcome.insert(label);
        }
        return columns;
    }
    columns = wanted;
    for (const std::string& label : *choose.columns()) columns.remove(label);
    return columns;
}

Columns of_rename(const ops::Rename& rename, const Columns& wanted) {
    if (!rename.columns() || wanted.all) return Columns::everything();
    Columns columns = wanted;
    for (const auto& pair : *rename.columns()) {
        columns.remove(pair.second);
        columns.welcome.insert(pair.second);
    }
    for (const auto& pair : *rename.columns()) columns.add(pair.first);
    return columns;
}

Columns of_join(const ops::JoinSettings& settings, std::size_t input, const Columns& wanted) {
    const std::string& parameter = input == 0 ? settings.left_parameter : settings.right_parameter;
    Columns columns = through(settings.as, parameter, wanted);
    for (const auto& pair : settings.on) columns.add(input == 0 ? pair.first : pair.second);
    return columns;
}

/// What an operation needs that makes its own columns: those of its output do not matter, or it
/// says itself what becomes of them. None for an operation that hands columns on.
std::optional<Columns> needed_anew(const Operation& operation, std::size_t input,
                                   const Columns& wanted) {
    Columns columns;
    if (const auto* aggregate = dynamic_cast<const exec::Aggregate*>(&operation)) {
        columns.add(aggregate->column());
        return columns;
    }
    if (const auto* fused = dynamic_cast<const ops::GroupAggregate*>(&operation)) {
        columns.add(fused->aggregate().column());
        return grouped(fused->group(), columns);
    }
    if (const auto* reduce = dynamic_cast<const ops::Reduce*>(&operation)) {
        columns = through(reduce->fn(), "r", Columns::everything());
        return reduce->group() ? grouped(*reduce->group(), columns) : columns;
    }
    if (const auto* window = dynamic_cast<const ops::WindowAggregate*>(&operation)) {
        columns.add(window->column());
        columns.add(window->settings().time_column);
        return columns;
    }
    if (const auto* pivot = dynamic_cast<const ops::Pivot*>(&operation)) {
        columns.add_all(pivot->settings().row_key);
        columns.add_all(pivot->settings().column_key);
        columns.add(pivot->settings().value_column);
        return columns;
    }
    const auto* each = dynamic_cast<const ops::PerTable*>(&operation);
    if (each != nullptr && each->name() == "distinct") {
        columns.add(each->column());
        return columns;
    }
    if (const auto* map = dynamic_cast<const ops::Map*>(&operation))
        return through(map->fn(), "r", wanted);
    if (const auto* join = dynamic_cast<const ops::Join*>(&operation))
        return of_join(join->settings(), input, wanted);
    if (const auto* choose = dynamic_cast<const ops::Choose*>(&operation))
        return of_choice(*choose, wanted);
    if (const auto* rename = dynamic_cast<const ops::Rename*>(&operation))
        return of_rename(*rename, wanted);
    if (const auto* group = dynamic_cast<const ops::Group*>(&operation))
        return grouped(*group, wanted);
    return std::nullopt;
}

/// The columns of an input that an operation needs for those of its output that matter. What is not
/// known here needs all.
Columns needed(const Operation& operation, std::size_t input, const Columns& wanted) {
    if (auto columns = needed_anew(operation, input, wanted)) return *std::move(columns);
    Columns columns = wanted;
    const auto* each = dynamic_cast<const ops::PerTable*>(&operation);
    if (const auto* filter = dynamic_cast<const ops::Filter*>(&operation)) {
        for (const ops::Filter::Predicate& predicate : filter->predicates())
            columns.add(through(predicate.fn, "r", Columns::everything()));
    } else if (const auto* selector = dynamic_cast<const exec::Selector*>(&operation)) {
        columns.add(selector->column());
    } else if (const auto* sort = dynamic_cast<const ops::Sort*>(&operation)) {
        columns.add_all(sort->columns());
    } else if (each != nullptr && each->name() == "unique") {
        columns.add(each->column());
    } else if (const auto* first = dynamic_cast<const ops::FirstOfAll*>(&operation)) {
        columns.add(first->column());
    } else if (const auto* top = dynamic_cast<const ops::GroupTop*>(&operation)) {
        columns.add_all(top->sort().columns());
    } else if (const auto* cut = dynamic_cast<const ops::Window*>(&operation)) {
        columns.replace(cut->settings().start_column);
        columns.replace(cut->settings().stop_column);
        columns.add(cut->settings().time_column);
    } else if (dynamic_cast<const ops::Range*>(&operation) != nullptr) {
        columns.replace("_start");
        columns.replace("_stop");
        columns.add("_time");
    } else if (const auto* copy = dynamic_cast<const ops::Duplicate*>(&operation)) {
        columns.replace(copy->as());
        columns.add(copy->column());
    } else if (dynamic_cast<const ops::Limit*>(&operation) == nullptr &&
               dynamic_cast<const ops::Tail*>(&operation) == nullptr &&
               dynamic_cast<const ops::Union*>(&operation) == nullptr) {
        return Columns::everything();
    }
    return columns;
}

class LeaveOut {
  public:
    void count(const Node::Ref& node) {
        if (++consumers_[node.get()] != 1) return;
        for (const Node::Ref& input : node->inputs()) count(input);
    }

    /// Says what one consumer wants of a node; with the last one the node asks its inputs.
    void want(const Node::Ref& node, const Columns& columns) {
        Columns& wanted = wanted_[node.get()];
        wanted.add(columns);
        if (--consumers_[node.get()] != 0) return;
        // The map may grow below, which moves nothing, but the set is not needed any more then.
        for (std::size_t i = 0; i < node->inputs().size(); ++i)
            want(node->inputs()[i], needed(node->operation(), i, wanted));
    }

    Node::Ref rebuild(const Node::Ref& node) {
        if (const auto known = done_.find(node.get()); known != done_.end()) return known->second;
        Node::Ref result = node;
        const Columns& wanted = wanted_[node.get()];
        const auto* source = dynamic_cast<const Source*>(&node->operation());
        if (source != nullptr && !wanted.all) {
            auto narrowed = source->with_columns({wanted.labels.begin(), wanted.labels.end()},
                                                 {wanted.welcome.begin(), wanted.welcome.end()});
            if (narrowed) {
                result = value::make<const Node>(std::move(narrowed), node->inputs(), node->call());
            }
        } else {
            std::vector<Node::Ref> inputs;
            bool changed = false;
            for (const Node::Ref& input : node->inputs()) {
                inputs.push_back(rebuild(input));
                changed = changed || !(inputs.back() == input);
            }
            if (changed) {
                result = value::make<const Node>(node->shared_operation(), std::move(inputs),
                                                 node->call());
            }
        }
        done_.emplace(node.get(), result);
        return result;
    }

  private:
    std::unordered_map<const Node*, std::size_t> consumers_{};
    std::unordered_map<const Node*, Columns> wanted_{};
    std::unordered_map<const Node*, Node::Ref> done_{};
};

}  // namespace

void leave_out_columns(std::vector<exec::NamedPlan>& results) {
    LeaveOut rule;
    for (const exec::NamedPlan& result : results) rule.count(result.plan);
    for (const exec::NamedPlan& result : results) rule.want(result.plan, Columns::everything());
    for (exec::NamedPlan& result : results) result.plan = rule.rebuild(result.plan);
}

}  // namespace fluxi::flow::rules
