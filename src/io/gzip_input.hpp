// Input that may be compressed: looks at the first bytes of a file and, where they are those of
// gzip or zstd, gives the bytes inside (all members or frames, one after the other). Owns the file
// it was given.
#pragma once

#include <memory>
#include <string>

#include "host/file_system.hpp"

namespace fluxi::io {

/// The file itself if it is neither gzip nor zstd. Reading throws base::RuntimeError (Code::format)
/// for damaged or cut-off data; `name` is what the message calls the file.
std::unique_ptr<host::InputFile> decompressed(std::unique_ptr<host::InputFile> file,
                                              std::string name);

/// A text as a file.
std::unique_ptr<host::InputFile> text_input(std::string text);

}  // namespace fluxi::io
