// The lexical part of JSON: literals, numbers and strings, with the error texts of Go's decoder.
// A scanner looks at text that its user keeps alive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fluxi::io {

class JsonScanner {
  public:
    explicit JsonScanner(std::string_view text) : text_(text) {}

    /// Passes white space and gives the next byte without taking it.
    /// @throws base::RuntimeError at the end of the text
    char peek();
    void take() { ++position_; }
    /// Whether nothing but white space is left.
    bool at_end();

    /// Takes a word such as `true`; its first byte has been seen.
    void literal(std::string_view word);
    /// Takes a number.
    double number();
    /// Takes a string; the quote has been seen.
    std::string string();

    /// @throws base::RuntimeError always: `invalid character 'x' CONTEXT` about the next byte, or
    /// that the text ends too early
    [[noreturn]] void unexpected(std::string_view context) const;

  private:
    [[nodiscard]] bool more() const { return position_ < text_.size(); }
    [[nodiscard]] bool digit() const;
    void digits(std::string_view context);
    void escape(std::string& out);
    unsigned code_unit();
    void surrogate(unsigned first, std::string& out);

    std::string_view text_;
    std::size_t position_ = 0;
};

}  // namespace fluxi::io
