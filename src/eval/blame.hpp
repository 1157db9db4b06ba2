// Which argument of a call is to blame for an error inside the function called. While an error
// passes through functions written in Flux, each of them asks which of its own parameters the
// failing expression read; so an error deep in a package ends up with the name that the script
// used. TracedError is the error with what is known so far, one name for each frame of its stack.
// It says nothing where more than one parameter could be meant.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "eval/callable.hpp"
#include "program/tree.hpp"

namespace fluxi::eval {

/// A parameter that is to blame, or a part of it.
struct Culprit {
    std::uint32_t slot = 0;
    bool captured = false;  ///< `slot` counts captured values instead of parameters
    bool direct = true;     ///< its value is what failed, not something made of it
    bool returned = false;  ///< it is a function, and what it returned is what failed
    bool null = false;      ///< its value is null
    bool text = false;      ///< its value is a string
    bool empty = false;     ///< its value is an empty string
    base::Span place{};     ///< where a captured one is written, for its name
    std::string path{};     ///< the property of it that failed, as ".text"; may be empty
};

/// What is known about one frame of the stack of an error. The parameter of a function around the
/// one that was called has no name here, only a place where it is written.
struct Fault {
    std::string parameter{};  ///< empty: not known
    base::Span place{};
    std::string path{};  ///< the property of it, as ".text"
    std::string text{};  ///< " must be a string, found null", or empty
    bool null = false;
    bool returned = false;
    [[nodiscard]] bool known() const { return !parameter.empty() || place.known(); }
};

class TracedError final : public base::RuntimeError {
  public:
    explicit TracedError(base::RuntimeError error) : RuntimeError(std::move(error)) {}

    /// What is known about frame `i` of the stack, or nothing.
    [[nodiscard]] const Fault* fault(std::size_t i) const;
    /// What is known about a function that is on no stack because an operator called it.
    [[nodiscard]] Fault unclaimed() const;

    /// An expression of a function failed; `slots` are the parameters and variables of its frame.
    /// Called for each expression on the way out, the innermost first.
    void leave_expression(const program::Expr& expr, const program::FunctionCode& code,
                          std::span<const value::Value> slots);
    /// A call failed; the frame of it is on the stack if it has a name.
    void leave_call(const Callable& callee, std::string_view name, bool on_stack);

  private:
    [[nodiscard]] Fault made() const;

    const void* frame_ = nullptr;  ///< the function that `culprit_` is a parameter of
    bool called_ = false;          ///< a call has failed, not only the attempt to make one
    bool settled_ = false;         ///< the frame of `frame_` has been asked
    std::optional<Culprit> culprit_{};
    std::string text_{};
    std::vector<Fault> faults_{};
};

/// The error as a TracedError: itself, or (after a throw of it) a new one made from it. For use in
/// a handler: throws in the second case once `then` has been applied.
template <typename Then>
[[noreturn]] void trace(base::RuntimeError& error, Then then) {
    if (auto* traced = dynamic_cast<TracedError*>(&error)) {
        then(*traced);
        throw;
    }
    TracedError made(std::move(error));
    then(made);
    throw made;
}

}  // namespace fluxi::eval
