#include "flow/rules/collation.hpp"

#include <algorithm>
#include <optional>

#include "flow/exec/aggregate.hpp"
#include "flow/exec/selector.hpp"
#include "flow/ops/filter.hpp"
#include "flow/ops/range.hpp"
#include "flow/ops/rows.hpp"
#include "flow/ops/window.hpp"

namespace fluxi::flow::rules {

namespace {

template <typename Op>
const Op* as(const Node& node) {
    return dynamic_cast<const Op*>(&node.operation());
}

/// By which columns the rows of each table are sorted.
struct Collation {
    std::vector<std::string> columns;
    bool descending = false;
};

std::optional<Collation> collation(const Node& node) {
    if (const auto* sort = as<ops::Sort>(node))
        return Collation{sort->columns(), sort->descending()};
    if (as<ops::WindowAggregate>(node) != nullptr) return Collation{{"_time"}, false};
    const bool keeps = as<exec::Aggregate>(node) != nullptr ||
                       as<exec::Selector>(node) != nullptr || as<ops::Filter>(node) != nullptr ||
                       as<ops::Range>(node) != nullptr;
    if (!keeps) return std::nullopt;
    return collation(*node.inputs()[0]);
}

}  // namespace

bool is_sorted(const Node& node, const std::vector<std::string>& columns, bool descending) {
    const auto known = collation(node);
    return known && known->descending == descending && known->columns.size() >= columns.size() &&
           std::equal(columns.begin(), columns.end(), known->columns.begin());
}

}  // namespace fluxi::flow::rules
