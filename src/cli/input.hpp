// The scripts that a command line names: files, `-` for standard input, the text of -e.
#pragma once

#include <string>

#include "host/file_system.hpp"

namespace fluxi::cli {

struct Script {
    std::string name;  ///< as shown in errors
    std::string text;
    std::string folder;  ///< where it lies, for packages beside it; empty for other sources
};

/// Throws base::RuntimeError when the file cannot be read.
Script read_script(const std::string& name);

}  // namespace fluxi::cli
