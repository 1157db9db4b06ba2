// The names in a bucket that a read asks for: the keys of tags or the values of one, of the points
// that are in the range and meet the predicate.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "source/read_spec.hpp"
#include "source/series_reader.hpp"
#include "store/bucket.hpp"

namespace fluxi::source {

/// Sorted, each once; for keys `_start` and `_stop` come first. Without `pushdown` every row is
/// looked at, with the same outcome. Calls `each_series` before each series that is read, so that
/// it can stop.
std::vector<std::string> bucket_names(const store::Bucket& bucket, const SeriesReader& reader,
                                      const ReadSpec& spec, bool pushdown,
                                      const std::function<void()>& each_series);

}  // namespace fluxi::source
