// What the smallest and the largest value of a chunk say about a test of its values: every one
// fulfils it, none does, or the values have to be looked at.
#pragma once

#include <cstdint>

#include "source/predicate.hpp"
#include "store/model.hpp"

namespace fluxi::source {

enum class Verdict : std::uint8_t { none, some, all };

/// For a predicate made by `for_series`.
Verdict judge(const Predicate& predicate, const store::Statistics& statistics);

}  // namespace fluxi::source
