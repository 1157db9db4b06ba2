// Errors from inside the library, told as errors of the call that the script makes.
#pragma once

#include <cstddef>

#include "base/error.hpp"
#include "base/source.hpp"

namespace fluxi::engine {

/// The error with the function (as the script writes it), the argument and the place of frame
/// `frame` of its stack, a call of a function of the library. What happened inside is a note.
[[nodiscard]] base::RuntimeError told_of_call(const base::RuntimeError& error, std::size_t frame,
                                              const base::SourceMap& sources);

/// Whether an error is of the innermost call of its stack itself and not of a part of a function
/// that was called: of a native, or of a stream.
[[nodiscard]] bool is_of_call(const base::RuntimeError& error);

}  // namespace fluxi::engine
