// What was entered, the oldest first, also in earlier sessions: a file with an entry per line, in
// which the line ends of an entry are escaped. Each entry is appended as it comes, so that several
// sessions can share the file. A file that cannot be read or written is no error: there is only
// less to remember.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::lineedit {

class History {
  public:
    static constexpr std::size_t kMost = 5000;

    /// `path`: empty for a history that ends with the session.
    explicit History(std::string path);
    /// Unless it is empty or repeats the last one.
    void add(const std::string& entry);
    [[nodiscard]] const std::vector<std::string>& entries() const noexcept { return entries_; }
    /// The place of the newest entry before `below` that contains `part`.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view part, std::size_t below) const;

  private:
    void shorten_file() const;

    std::string path_;
    std::vector<std::string> entries_{};
};

/// An entry as a line of the file, and back.
std::string escape_entry(std::string_view entry);
std::string unescape_entry(std::string_view line);

}  // namespace fluxi::cli::lineedit
