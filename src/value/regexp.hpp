// Regular expressions with Go's syntax over RE2: compiled once, immutable, shared. Matching is
// linear in the text.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace fluxi::value {

class Regexp {
  public:
    /// Throws base::RuntimeError when the pattern is not valid.
    static std::shared_ptr<const Regexp> compile(std::string_view pattern);
    Regexp(const Regexp&) = delete;
    Regexp& operator=(const Regexp&) = delete;
    ~Regexp();

    /// The pattern as it was written.
    [[nodiscard]] std::string_view source() const noexcept { return source_; }
    /// Whether the pattern occurs anywhere in the text.
    [[nodiscard]] bool match(std::string_view text) const;

  private:
    explicit Regexp(std::string_view pattern);
    struct Compiled;
    std::string source_;
    std::unique_ptr<const Compiled> compiled_;
};

}  // namespace fluxi::value
