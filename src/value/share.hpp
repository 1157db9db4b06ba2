// The part of a run's memory budget that one large value takes, from its making to its end. Small
// values are not counted: what a script can hold of them is bounded by its own text and by what
// refers to them, while one array or text can double in every line.
#pragma once

#include <cstddef>
#include <memory>

#include "base/budget.hpp"

namespace fluxi::value {

class Share {
  public:
    static constexpr std::size_t kCountedBytes = 16 * 1024;
    /// Throws base::RuntimeError (Code::limit) when the budget in force has no room for `bytes`.
    explicit Share(std::size_t bytes) {
        if (bytes < kCountedBytes) return;
        reservation_ = std::make_unique<base::Reservation>();
        reservation_->resize(bytes);
    }

  private:
    std::unique_ptr<base::Reservation> reservation_{};
};

}  // namespace fluxi::value
