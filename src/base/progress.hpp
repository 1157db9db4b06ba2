// How far a run is, for whoever wants to show it while it goes on. The run counts, any thread may
// read; the numbers are for people and may be a moment old.
#pragma once

#include <atomic>
#include <cstdint>

namespace fluxi::base {

struct Progress {
    std::atomic<std::uint64_t> rows_read{0};  ///< rows that left the sources of plans
};

}  // namespace fluxi::base
