#include "host/clock.hpp"

#include <chrono>

namespace fluxi::host {

std::int64_t SystemClock::now_ns() const {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace fluxi::host
