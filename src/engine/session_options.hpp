// From the options of the public API to those of a session.
#pragma once

#include <memory>

#include "engine/fluxi/fluxi.hpp"
#include "engine/session.hpp"

namespace fluxi::engine {

/// What the script has to say besides its results goes to `notes`.
SessionOptions session_options(const Options& options, const std::shared_ptr<host::Notes>& notes);

}  // namespace fluxi::engine
