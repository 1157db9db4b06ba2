// The arguments of functions that send rows as line protocol (mqtt.to, kafka.to): which columns
// give name, time, tags and fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "io/row_lines.hpp"
#include "native/arguments.hpp"

namespace fluxi::native {

/// Positions of the parameters.
struct RowLineParameters {
    std::size_t name;
    std::optional<std::size_t> name_column;
    std::size_t time_column;
    std::size_t tag_columns;
    std::size_t value_columns;
};

/// `user`: the function as messages name it. Without arguments the columns are `_measurement`,
/// `_time` and `_value`.
io::RowLineSettings row_line_settings(const Arguments& arguments, std::string user,
                                      const RowLineParameters& at);

}  // namespace fluxi::native
