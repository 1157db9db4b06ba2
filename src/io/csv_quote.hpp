// Quoting of CSV fields as Go's encoding/csv does it (semantics E.1). Pure functions on a caller's
// buffer.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace fluxi::io {

class CsvQuote {
  public:
    enum class LineEnd : unsigned char { lf, crlf };
    /// `delimiter` is one character, of one byte or (UTF-8) several.
    explicit CsvQuote(std::string_view delimiter, LineEnd line_end = LineEnd::crlf);

    /// Room that a field needs at most.
    static constexpr std::size_t room(std::string_view field) { return field.size() * 2 + 2; }
    /// Writes the field, in quotes if it needs them; returns the end.
    char* write(char* out, std::string_view field) const;
    void append(std::string& out, std::string_view field) const;
    [[nodiscard]] const std::string& delimiter() const noexcept { return delimiter_; }

  private:
    [[nodiscard]] bool needs_quotes(std::string_view field) const;
    char* write_quoted(char* out, std::string_view field) const;

    std::string delimiter_;
    LineEnd line_end_;
    std::array<bool, 256> special_{};
};

}  // namespace fluxi::io
