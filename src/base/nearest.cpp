#include "base/nearest.hpp"

#include <algorithm>
#include <vector>

namespace fluxi::base {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::size_t edit_distance_halves(std::string_view a, std::string_view b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> before_last(width);
    std::vector<std::size_t> last(width);
    std::vector<std::size_t> row(width);
    for (std::size_t j = 0; j < width; ++j) row[j] = 2 * j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = 2 * i;
        for (std::size_t j = 1; j < width; ++j) {
            const char x = a[i - 1];
            const char y = b[j - 1];
            const std::size_t change = x == y ? 0 : lower(x) == lower(y) ? 1 : 2;
            row[j] = std::min({last[j] + 2, row[j - 1] + 2, last[j - 1] + change});
            if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y) {
                row[j] = std::min(row[j], before_last[j - 2] + 2);
            }
        }
    }
    return row[b.size()];
}

std::string_view nearest(std::string_view wanted, std::span<const std::string_view> candidates) {
    // A third of the letters may be wrong; of short names one letter.
    std::size_t best = 2 * std::max<std::size_t>(1, wanted.size() / 3) + 1;
    std::string_view found;
    for (const std::string_view candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), wanted.size());
        const std::size_t shorter = std::min(candidate.size(), wanted.size());
        // What was asked for is no better name for itself, wherever it was not found.
        if (candidate.empty() || candidate == wanted || 2 * (longer - shorter) >= best) continue;
        const std::size_t distance = edit_distance_halves(wanted, candidate);
        if (distance < best && distance < 2 * shorter) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

}  // namespace fluxi::base
