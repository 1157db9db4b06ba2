// The text format in which Prometheus exposes metrics (version 0.0.4), read line by line. Buckets
// of a histogram and quantiles of a summary become samples of the metric itself with the label `le`
// or `quantile`, as the reference gives them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fluxi::io {

struct PrometheusSample {
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels{};  ///< sorted by name
    double value = 0;
    std::optional<std::int64_t> timestamp_ms{};
};

/// All samples in the order of the text, without those that are NaN and no count or sum.
/// @throws base::RuntimeError with Code::format, which names the line
std::vector<PrometheusSample> read_prometheus(std::string_view text);

}  // namespace fluxi::io
