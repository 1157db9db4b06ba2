#include "io/csv_blocks.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "io/csv_record.hpp"

namespace fluxi::io {

namespace {

char* text_of(const CsvBlock& block) {
    return reinterpret_cast<char*>(block.memory->data());
}

/// Makes the block's memory hold `size` bytes and the padding, keeping its first `kept` bytes.
void make_room(CsvBlock& block, std::size_t size, std::size_t kept) {
    const std::size_t bytes = size + CsvBlock::kPadding;
    if (block.memory && block.memory->size() >= bytes) return;
    auto larger = table::Buffer::allocate(bytes);
    if (kept != 0) std::memcpy(larger->data(), block.memory->data(), kept);
    block.memory = std::move(larger);
}

}  // namespace

CsvBlocks::CsvBlocks(std::unique_ptr<host::InputFile> input, std::size_t block)
    : input_(std::move(input)), block_(block) {}

std::size_t CsvBlocks::fill(char* data, std::size_t size) {
    std::size_t filled = 0;
    while (filled < size && !ended_) {
        const std::size_t more = input_->read({data + filled, size - filled});
        ended_ = more == 0;
        filled += more;
    }
    return filled;
}

bool CsvBlocks::next(CsvBlock& block) {
    std::size_t size = rest_.size();
    std::size_t wanted = std::max(block_, size + block_ / 2);
    make_room(block, wanted, 0);
    if (size != 0) std::memcpy(text_of(block), rest_.data(), size);
    rest_.clear();
    for (;;) {
        size += fill(text_of(block) + size, wanted - size - 1);
        char* text = text_of(block);
        block.begin = text;
        if (first_ && std::string_view(text, size).starts_with("\xEF\xBB\xBF")) block.begin += 3;
        const char* end = text + size;
        block.last = ended_;
        block.added_end = false;
        if (ended_) {
            if (block.begin == end) return false;
            if (end[-1] != '\n') {
                text[size++] = '\n';
                ++end;
                block.added_end = true;
            }
            block.end = end;
        } else {
            block.end = last_record_end(block.begin, end);
            if (block.end == block.begin) {
                // No record ends here: it is longer than a block.
                wanted *= 2;
                make_room(block, wanted, size);
                continue;
            }
            rest_.assign(block.end, end);
        }
        std::memset(text + size, 0, CsvBlock::kPadding);
        first_ = false;
        return true;
    }
}

}  // namespace fluxi::io
