// Compression of whole numbers: times, integers, decimal floats, codes of dictionaries. The numbers
// are taken as they are, as differences, or as differences of differences, whichever is smallest; a
// factor that all differences share is divided out; what remains is packed into as few bits as the
// widest of each 512 needs. Arithmetic wraps around, so every 64-bit word survives.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "store/bytes.hpp"

namespace fluxi::store {

void encode_integers(std::string& out, std::span<const std::uint64_t> values);

/// Fills `values`. Bytes behind the reader's end are looked at, but not used: kReadAhead of them
/// must be there.
void decode_integers(Reader& in, std::span<std::uint64_t> values);

inline constexpr std::size_t kReadAhead = 8;

}  // namespace fluxi::store
