// The clock of a run. A run is given one, so that `--now` and tests can hold time still.
// Times are nanoseconds since 1970-01-01T00:00:00Z. Reading a clock cannot fail.
#pragma once

#include <cstdint>

namespace fluxi::host {

class Clock {
  public:
    virtual ~Clock() = default;
    /// Nanoseconds since the Unix epoch. May be called from any thread.
    [[nodiscard]] virtual std::int64_t now_ns() const = 0;
};

/// The clock of the machine.
class SystemClock final : public Clock {
  public:
    [[nodiscard]] std::int64_t now_ns() const override;
};

/// A clock that stands still.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(std::int64_t ns) : ns_(ns) {}
    [[nodiscard]] std::int64_t now_ns() const override { return ns_; }

  private:
    std::int64_t ns_;
};

}  // namespace fluxi::host
