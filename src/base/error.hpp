// The one exception class of evaluation. A native throws it without a place (`fail`); the call site
// adds its span once and each Flux call it passes through adds a frame. It never leaves the public
// API.
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "base/diagnostic.hpp"

namespace fluxi::base {

/// One call on the way from the script to the failing place, innermost first.
struct CallFrame {
    std::string function;
    Span span;
};

class RuntimeError : public std::exception {
  public:
    explicit RuntimeError(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
    RuntimeError(Code code, std::string message)
        : diagnostic_{Severity::error, code, std::move(message), {}, {}} {}

    [[nodiscard]] const char* what() const noexcept override { return diagnostic_.message.c_str(); }
    [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }
    [[nodiscard]] Diagnostic& diagnostic() { return diagnostic_; }
    [[nodiscard]] const std::vector<CallFrame>& stack() const { return stack_; }

    /// Gives the error its place if it has none yet.
    void set_span(Span span) {
        if (!diagnostic_.span.known()) diagnostic_.span = span;
    }
    void add_frame(std::string function, Span span) {
        if (stack_.size() < kMaxFrames) stack_.push_back({std::move(function), span});
    }

  private:
    static constexpr std::size_t kMaxFrames = 64;
    Diagnostic diagnostic_;
    std::vector<CallFrame> stack_{};
};

/// Throws a RuntimeError with a formatted message and no place.
template <typename... Args>
[[noreturn]] void fail(fmt::format_string<Args...> format, Args&&... args) {
    throw RuntimeError(Code::runtime, fmt::format(format, std::forward<Args>(args)...));
}

template <typename... Args>
[[noreturn]] void fail_with(Code code, fmt::format_string<Args...> format, Args&&... args) {
    throw RuntimeError(code, fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace fluxi::base
