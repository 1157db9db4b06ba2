// Compression of floats, given as their bits. Most measured values have few decimals: they become
// whole numbers divided by a power of ten where that gives the very same bits, with the exceptions
// set aside (minus zero, NaN, infinity, a value with more digits). Where that does not fit, each
// value is xored with the one before and the bytes of all are laid out plane by plane, which zstd
// then packs.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "store/bytes.hpp"

namespace fluxi::store {

void encode_floats(std::string& out, std::span<const std::uint64_t> words);
/// Reads ahead as decode_integers does.
void decode_floats(Reader& in, std::span<std::uint64_t> words);

}  // namespace fluxi::store
