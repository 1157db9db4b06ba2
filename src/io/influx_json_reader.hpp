// The answer of InfluxDB 1 to a query, in JSON, as tables: one for each field of each series, with
// the name of the series, its tags and the field in the group key. Only the first statement's
// result is read, as in the reference.
#pragma once

#include <functional>
#include <string_view>

#include "table/batch.hpp"

namespace fluxi::io {

/// Calls `take` with one batch per table, in the order of the text, until it returns false. Rows
/// whose value is null are left out, fields that are null in every row too.
/// @throws base::RuntimeError with Code::format where the text is no such answer, and where it
/// reports an error of the server
void read_influx_json(std::string_view text, const std::function<bool(table::Batch)>& take);

}  // namespace fluxi::io
