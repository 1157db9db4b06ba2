// Numbers of groups for all rows of a table's column, in parts, so that a run can be interrupted
// between them.
#pragma once

#include <algorithm>

#include "flow/exec/steps.hpp"
#include "table/group_table.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::exec {

inline table::Rows group_rows(table::GroupTable& groups, const table::Column& column,
                              const Steps& steps) {
    constexpr std::uint32_t kRowsOfPart = 1U << 16;
    table::Rows ids(column.size());
    for (std::uint32_t begin = 0; begin < column.size(); begin += kRowsOfPart) {
        const std::uint32_t length = std::min(kRowsOfPart, column.size() - begin);
        const table::Column part = column.slice(begin, length);
        groups.assign({&part, 1}, std::span(ids).subspan(begin, length));
        if (length == kRowsOfPart) steps.now();
    }
    return ids;
}

}  // namespace fluxi::flow::exec
