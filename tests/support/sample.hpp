// How much of a large sample a build runs. With a sanitizer everything takes several times as long,
// so there a share of what is generated has to do; release builds run all of it.
#pragma once

#include <cstddef>

namespace fluxi::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr std::size_t kSampleShare = 5;
#else
inline constexpr std::size_t kSampleShare = 1;
#endif

/// The part of `count` cases that this build runs.
constexpr std::size_t sampled(std::size_t count) {
    return count / kSampleShare;
}

}  // namespace fluxi::test
