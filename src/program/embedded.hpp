// The Flux packages that are built into the program, as text.
// The list is generated from stdlib/ when fluxi is built; its strings live as long as the program.
#pragma once

#include <span>
#include <string_view>

namespace fluxi::program {

struct EmbeddedFile {
    std::string_view package;  ///< import path, e.g. "experimental/array"
    std::string_view file;     ///< path below stdlib/, for positions in errors
    std::string_view text;
};

/// Every embedded file, sorted by path. The files of one package stand together.
std::span<const EmbeddedFile> embedded_files();

}  // namespace fluxi::program
