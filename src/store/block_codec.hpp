// The bytes of a chunk as they lie in the file: a checksum, the times, the values. Floats with few
// decimals are whole numbers divided by a power of ten, others are differenced bit by bit and laid
// out byte by byte; strings are a dictionary and codes; each column is compressed with zstd where
// that makes it clearly smaller. Every bit of every value survives. A Block borrows nothing;
// decoding throws base::RuntimeError (Code::file, "damaged data: …") for bytes that were not
// written so.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/model.hpp"

namespace fluxi::store {

/// `words` as in RawPoints; `texts` for strings only.
std::string encode_block(FieldType type, std::span<const std::int64_t> times,
                         std::span<const std::uint64_t> words,
                         std::span<const std::string_view> texts);

class Block {
  public:
    /// Checks the checksum. `count`: how many points there are.
    Block(std::string bytes, std::size_t count);

    /// The points as columns: those in the range if one is given. What is not wanted is an empty
    /// column.
    [[nodiscard]] Points columns(FieldType type, std::optional<value::Bounds> bounds,
                                 bool want_times, bool want_values) const;
    void decode_times(std::span<std::int64_t> times) const;
    /// Fills `words`; for strings they are positions in the result, whose texts live in `heap`.
    std::vector<std::string_view> decode_values(FieldType type, std::span<std::uint64_t> words,
                                                std::shared_ptr<const std::string>& heap) const;

  private:
    [[nodiscard]] table::Column value_column(FieldType type) const;

    std::string bytes_;
    std::string_view times_{};
    std::string_view values_{};
    std::size_t count_;
};

}  // namespace fluxi::store
