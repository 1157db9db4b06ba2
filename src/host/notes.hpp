// Where a run writes what is not its result: notes, warnings, dry-run requests, progress.
// One call writes one whole text, so texts of several threads do not mix. Writing cannot fail.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace fluxi::host {

class Notes {
  public:
    virtual ~Notes() = default;
    /// Writes a text of whole lines (the last one ends in a newline). May be called from any
    /// thread.
    virtual void write(std::string_view text) = 0;
};

/// The standard error of the process.
class StderrNotes final : public Notes {
  public:
    void write(std::string_view text) override;

  private:
    std::mutex mutex_;
};

/// Keeps the texts, for tests and embedding programs.
class BufferNotes final : public Notes {
  public:
    void write(std::string_view text) override;
    [[nodiscard]] std::string text() const;

  private:
    mutable std::mutex mutex_;
    std::string text_;
};

}  // namespace fluxi::host
