// The lines in which two texts differ, as a unified diff: what `diff -u` prints and `patch` reads.
// Shortest edit script (Myers) for texts that differ in up to a few thousand lines; what differs in
// more is shown as one replaced block.
#pragma once

#include <string>
#include <string_view>

namespace fluxi::cli {

struct DiffNames {
    std::string before{};
    std::string after{};
};

/// Empty if the texts are the same; with colours of a terminal if `color`.
std::string unified_diff(std::string_view before, std::string_view after, const DiffNames& names,
                         bool color);

}  // namespace fluxi::cli
