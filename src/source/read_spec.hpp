// What a read of a bucket is to give: the part of a plan that the source has taken (semantics J.3
// to J.7). Plain data, shared by the operation in the plan and the running operator.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "flow/ops/window.hpp"
#include "flow/plan/node.hpp"
#include "source/access.hpp"
#include "source/predicate.hpp"
#include "store/bucket.hpp"

namespace fluxi::source {

/// What becomes of the rows of a table or window.
enum class Reduction : std::uint8_t { none, count, sum, mean, first, last, min, max };

/// Whether the result looks as Flux's own aggregate makes it, because InfluxDB leaves it to Flux:
/// the key, then the value; tables sorted by key (semantics D.9).
inline bool is_left_to_flux(Reduction reduction, bool grouped) {
    return grouped && reduction == Reduction::mean;
}

inline bool is_selector(Reduction reduction) {
    return reduction >= Reduction::first;
}
std::string_view name_of(Reduction reduction);

struct ReadSpec {
    /// How the results of windows leave.
    enum class Windows : std::uint8_t {
        tables,  ///< a table per window, as `window` with an aggregate has it
        filled,  ///< the same with a row in each, as `table.fill` makes it
        rows,    ///< a row per window, as `aggregateWindow` has it
    };
    /// Names instead of rows.
    enum class Names : std::uint8_t { none, tag_values, tag_keys };

    BucketName bucket{};
    flow::Bounds bounds{};
    Predicate predicate{};
    Predicate implied{};  ///< holds for every series with a row that later filters keep
    std::optional<std::vector<std::string>> group{};  ///< without _start and _stop
    std::optional<flow::ops::WindowSettings> window{};
    Windows windows = Windows::tables;
    bool window_start = false;  ///< the time of a row is the start of its window, not the stop
    Reduction reduction = Reduction::none;
    Names names = Names::none;
    store::Wanted wanted = store::Wanted::both;  ///< of the columns _time and _value
    std::optional<std::int64_t> at_most{};       ///< nobody looks at more rows of a table
    bool one_of_series = false;                  ///< nobody looks at more than one row of a series
    std::string tag{};                           ///< whose values are asked for
    base::CallFrame grouped_by{};
    base::CallFrame reduced_by{};
};

/// A short form for `fluxi plan`.
std::string to_string(const ReadSpec& spec);

}  // namespace fluxi::source
