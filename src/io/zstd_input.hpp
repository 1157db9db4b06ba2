// The bytes inside a file compressed with zstd: all frames, one after the other. Owns the file.
#pragma once

#include <memory>
#include <string>

#include "host/file_system.hpp"

namespace fluxi::io {

/// Reading throws base::RuntimeError (Code::format) for damaged or cut-off data; `name` is what the
/// message calls the file.
std::unique_ptr<host::InputFile> zstd_input(std::unique_ptr<host::InputFile> file,
                                            std::string name);

}  // namespace fluxi::io
