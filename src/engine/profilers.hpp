// What a script asks for with `option profiler.enabledProfilers`: reports on the run as one more
// result, `_profiler`, with the tables that InfluxDB answers with. "operator" gives a row for each
// operator, "query" one for the run.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "eval/evaluator.hpp"
#include "flow/exec/execute.hpp"
#include "flow/exec/profile.hpp"

namespace fluxi::engine {

struct Profilers {
    bool query = false;
    bool operators = false;
    std::vector<std::string> unknown{};  ///< names that no report has; InfluxDB ignores them, too
    [[nodiscard]] bool any() const noexcept { return query || operators; }
};

/// The reports that the option names once the script's statements were evaluated.
Profilers wanted_profilers(eval::Evaluator& evaluator);

/// What the row of "query" says, durations in nanoseconds.
struct QueryReport {
    std::chrono::nanoseconds compile{0};  ///< parsing, checking and lowering
    std::chrono::nanoseconds execute{0};  ///< evaluating statements and running plans
    std::chrono::nanoseconds total{0};
    std::size_t threads = 1;
    std::size_t peak_bytes = 0;  ///< of table data
    std::string plan{};          ///< the physical plan
};

/// Delivers the result `_profiler`.
void deliver_reports(const Profilers& wanted, const QueryReport& query,
                     const flow::exec::Profile& profile, flow::exec::ResultReceiver& receiver);

}  // namespace fluxi::engine
