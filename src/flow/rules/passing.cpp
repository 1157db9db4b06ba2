#include "flow/rules/passing.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "eval/callable.hpp"
#include "flow/ops/columns.hpp"
#include "flow/ops/map.hpp"
#include "program/tree.hpp"
#include "table/column.hpp"

namespace fluxi::flow::rules {

namespace {

using Labels = std::set<std::string>;

bool has(const Labels& labels, const std::string& label) {
    return labels.count(label) != 0;
}

bool leaves(const ops::Choose& choose, const Labels& read) {
    // A predicate over labels may do anything.
    if (!choose.columns()) return false;
    const auto listed = [&](const std::string& label) {
        return std::find(choose.columns()->begin(), choose.columns()->end(), label) !=
               choose.columns()->end();
    };
    return choose.keeps() ? std::all_of(read.begin(), read.end(), listed)
                          : std::none_of(read.begin(), read.end(), listed);
}

bool leaves(const ops::Rename& rename, const Labels& read) {
    if (!rename.columns()) return false;
    return std::none_of(rename.columns()->begin(), rename.columns()->end(), [&](const auto& pair) {
        return has(read, pair.first) || has(read, pair.second);
    });
}

bool leaves(const ops::SetColumns& set, const Labels& read) {
    return std::none_of(set.values().begin(), set.values().end(),
                        [&](const auto& entry) { return has(read, entry.first); });
}

/// Whether an expression is a column of the row; which one.
const std::string* column_of_row(const program::Expr& expr) {
    const auto* member = std::get_if<program::Member>(&expr.node);
    if (member == nullptr) return nullptr;
    const auto* local = std::get_if<program::LocalRef>(&member->object->node);
    return local != nullptr && local->slot == 0 ? &member->label : nullptr;
}

bool is_constant(const program::Expr& expr) {
    const auto* literal = std::get_if<program::Literal>(&expr.node);
    return literal != nullptr && table::column_type_of(literal->value.nature()).has_value();
}

bool leaves(const ops::Map& map, const Labels& read) {
    const auto* closure = dynamic_cast<const eval::Closure*>(map.fn().object());
    if (closure == nullptr || closure->parameters().size() != 1) return false;
    const program::FunctionCode& code = closure->code();
    if (!code.statements.empty() || !code.result) return false;
    const auto* record = std::get_if<program::RecordLiteral>(&code.result->node);
    if (record == nullptr) return false;
    if (record->with) {
        const auto* local = std::get_if<program::LocalRef>(&record->with->node);
        if (local == nullptr || local->slot != 0) return false;
    }
    Labels left = record->with ? read : Labels{};
    for (std::size_t i = 0; i < record->values.size(); ++i) {
        const std::string& label = record->shape->labels()[i];
        const std::string* column = column_of_row(*record->values[i]);
        if (column == nullptr && !is_constant(*record->values[i])) return false;
        if (column != nullptr && *column == label) {
            left.insert(label);
        } else {
            left.erase(label);
        }
    }
    return std::includes(left.begin(), left.end(), read.begin(), read.end());
}

}  // namespace

bool leaves_as_they_are(const Operation& operation, const vec::ColumnsRead& read) {
    if (read.all || read.passes) return false;
    if (const auto* choose = dynamic_cast<const ops::Choose*>(&operation))
        return leaves(*choose, read.labels);
    if (const auto* rename = dynamic_cast<const ops::Rename*>(&operation))
        return leaves(*rename, read.labels);
    if (const auto* duplicate = dynamic_cast<const ops::Duplicate*>(&operation))
        return !has(read.labels, duplicate->as());
    if (const auto* set = dynamic_cast<const ops::SetColumns*>(&operation))
        return leaves(*set, read.labels);
    if (const auto* map = dynamic_cast<const ops::Map*>(&operation))
        return leaves(*map, read.labels);
    return false;
}

}  // namespace fluxi::flow::rules
