// A row of the table of chunks: what is known about a chunk, with a checksum over all of it, so
// that an aggregate answered from statistics is as safe as one computed from points.
#pragma once

#include <string>
#include <string_view>

#include "store/model.hpp"

namespace fluxi::store {

/// The `statistics` of a row: a checksum of the row, then, unless the field is of strings, first,
/// last, min and max as words, the times of min and max, the sum.
std::string encode_statistics(std::uint64_t series, FieldType type, const Chunk& chunk);
/// Fills `chunk.statistics`, whose other members are set; throws for damaged bytes.
void decode_statistics(std::uint64_t series, FieldType type, std::string_view bytes, Chunk& chunk);

}  // namespace fluxi::store
