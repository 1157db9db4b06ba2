// Ctrl-C: while an Interrupt lives, SIGINT cancels the run it was given instead of ending the
// process; a second one ends the process at once. Only one lives at a time.
#pragma once

#include "base/cancel.hpp"

namespace fluxi::cli {

class Interrupt {
  public:
    explicit Interrupt(base::CancelToken& token);
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();
};

}  // namespace fluxi::cli
