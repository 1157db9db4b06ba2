// A place in a source text: a file and a half-open range of bytes.
// Files are numbered by the SourceMap that read them; a Span stays valid as long as that map.
#pragma once

#include <cstdint>
#include <limits>

namespace fluxi::base {

using FileId = std::uint32_t;
inline constexpr FileId kNoFile = std::numeric_limits<FileId>::max();

struct Span {
    FileId file = kNoFile;
    std::uint32_t begin = 0;  ///< first byte
    std::uint32_t end = 0;    ///< one past the last byte

    [[nodiscard]] bool known() const { return file != kNoFile; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that covers both; both lie in one file.
inline Span join(Span a, Span b) {
    if (!a.known()) return b;
    if (!b.known()) return a;
    return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace fluxi::base
