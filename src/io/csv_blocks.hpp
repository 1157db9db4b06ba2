// A CSV input cut into blocks of whole records: read in large pieces, the same way for files,
// pipes, gzip and text. The memory of a block is recycled; nothing points into it when its rows are
// columns. Not for several threads at once.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "host/file_system.hpp"
#include "table/buffer.hpp"

namespace fluxi::io {

struct CsvBlock {
    /// Bytes behind `end` that can be read, so that scanning may load more than it needs.
    static constexpr std::size_t kPadding = 64;

    std::shared_ptr<table::Buffer> memory{};
    const char* begin = nullptr;
    const char* end = nullptr;
    bool last = false;       ///< the input ends here
    bool added_end = false;  ///< the final line feed is not part of the input
};

class CsvBlocks {
  public:
    static constexpr std::size_t kBlock = std::size_t{256} << 10;

    explicit CsvBlocks(std::unique_ptr<host::InputFile> input, std::size_t block = kBlock);
    /// Reads the next records into the block, whose memory is used again if it is large enough.
    /// False at the end.
    bool next(CsvBlock& block);

  private:
    std::size_t fill(char* data, std::size_t size);

    std::unique_ptr<host::InputFile> input_;
    std::size_t block_;
    std::string rest_{};  ///< the beginning of a record that the last block did not hold whole
    bool first_ = true;
    bool ended_ = false;
};

}  // namespace fluxi::io
