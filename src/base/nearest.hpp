// Finds the name that somebody probably meant.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace fluxi::base {

/// The number of insertions, deletions, replacements and swaps of neighbours that turn `a` into
/// `b`. Letters that differ only in case count half; so the result is in halves.
std::size_t edit_distance_halves(std::string_view a, std::string_view b);

/// The candidate that is nearest to `wanted` and near enough to be meant; empty if there is none.
/// Of equally near ones the first is taken.
std::string_view nearest(std::string_view wanted, std::span<const std::string_view> candidates);

}  // namespace fluxi::base
