// Results on a terminal, a screen at a time: after each screenful it waits for a key, and what is
// still to be computed waits, too. Owns neither descriptor. Where a terminal is missing nothing
// stops.
#pragma once

#include <cstddef>
#include <string_view>

#include "io/output.hpp"

namespace fluxi::cli::repl {

class Pager final : public io::Output {
  public:
    /// `in` and `out` are terminals if `paging`.
    Pager(int in, int out, bool paging);
    /// Whether somebody has seen enough; then `error` is not 0, and the run may end.
    [[nodiscard]] bool enough() const noexcept { return enough_; }

  protected:
    int deliver(std::string_view block) override;

  private:
    /// Asks for more; false when that was enough.
    bool more();
    void put(std::string_view text) const;

    // Small blocks, so that the first screen is there before all rows are.
    static constexpr std::size_t kBlock = std::size_t{16} << 10;
    int in_;
    int out_;
    bool paging_;
    bool enough_ = false;
    std::size_t lines_ = 0;  ///< since the last stop
};

}  // namespace fluxi::cli::repl
