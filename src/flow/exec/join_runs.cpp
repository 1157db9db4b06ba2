#include "flow/exec/join_runs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "table/hash.hpp"

namespace fluxi::flow::exec {

table::Batch join_equal_runs(table::Batch batch) {
    const auto count = static_cast<std::uint32_t>(batch.runs().size());
    if (count < 2) return batch;
    std::vector<table::Column> keys;
    for (const std::uint32_t i : batch.schema()->key()) keys.push_back(batch.stored(i).simple());
    std::vector<table::Run> runs{batch.runs().front()};
    std::vector<std::uint32_t> kept{0};
    for (std::uint32_t run = 1; run < count; ++run) {
        const table::Run& next = batch.runs()[run];
        const bool equal = std::all_of(keys.begin(), keys.end(), [&](const table::Column& key) {
            return table::values_equal(key, run - 1, key, run);
        });
        if (equal && runs.back().end == next.begin) {
            runs.back().end = next.end;
            runs.back().closes = next.closes;
        } else {
            runs.push_back(next);
            kept.push_back(run);
        }
    }
    if (runs.size() == count) return batch;
    std::vector<table::Column> columns = batch.stored();
    for (const std::uint32_t i : batch.schema()->key()) columns[i] = columns[i].take(kept);
    return {batch.schema(), std::move(columns), std::move(runs)};
}

}  // namespace fluxi::flow::exec
