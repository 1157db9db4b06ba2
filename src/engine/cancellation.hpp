// What a Cancellation shares with the runs that it can end. Runs come and go on several threads, so
// everything is guarded by one mutex; `cancel` reaches those that are in the list.
#pragma once

#include <mutex>
#include <vector>

#include "base/cancel.hpp"
#include "engine/fluxi/program.hpp"

namespace fluxi {

struct Cancellation::State {
    std::mutex mutex{};
    bool cancelled = false;
    std::vector<base::CancelToken*> running{};
};

}  // namespace fluxi

namespace fluxi::engine {

/// While it lives, the token follows the cancellation, if there is one.
class Following {
  public:
    Following(const std::optional<Cancellation>& cancellation, base::CancelToken& token);
    Following(const Following&) = delete;
    Following& operator=(const Following&) = delete;
    ~Following();

  private:
    std::optional<Cancellation> cancellation_;
    base::CancelToken& token_;
};

}  // namespace fluxi::engine
