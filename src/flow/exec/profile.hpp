// What each operator of a run did: rows, batches, bytes, time. Filled by the graphs of a run that
// is given one in its settings; costs a look at the clock for each batch and operator then, and
// nothing otherwise. Times are an operator's own: without those it hands its batches to.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::exec {

struct OperatorProfile {
    std::string name{};
    std::string detail{};
    base::Span place{};  ///< of the call in the script
    std::uint64_t rows_in = 0;
    std::uint64_t rows_out = 0;
    std::uint64_t batches_out = 0;
    std::uint64_t bytes_out = 0;
    std::chrono::nanoseconds time{0};
    // Of single calls: a batch that came in, or the whole run of a source.
    std::uint64_t calls = 0;
    std::chrono::nanoseconds shortest{0};
    std::chrono::nanoseconds longest{0};

    void count_call(std::chrono::nanoseconds took) {
        shortest = calls == 0 ? took : std::min(shortest, took);
        longest = std::max(longest, took);
        ++calls;
    }
};

struct Profile {
    std::vector<OperatorProfile> operators{};  ///< of all graphs, inputs before their consumers
    std::chrono::nanoseconds planning{0};      ///< rewriting the plans of results
};

/// Bytes of the values of a batch as they lie in memory; constants and key columns count once.
[[nodiscard]] std::uint64_t bytes_of(const table::Batch& batch);

}  // namespace fluxi::flow::exec
