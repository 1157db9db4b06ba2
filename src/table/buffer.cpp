#include "table/buffer.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace fluxi::table {

namespace {

constexpr std::align_val_t kAlignment{64};
constexpr std::size_t kFirstBlock = std::size_t{4} << 10;
constexpr std::size_t kLargestBlock = std::size_t{256} << 10;
/// What a block in memory takes beside its bytes: the Buffer, its count of owners, alignment. Many
/// small tables would otherwise take several times what is counted for them.
constexpr std::size_t kOverhead = 128;

}  // namespace

Buffer::Buffer(std::size_t bytes, std::shared_ptr<base::MemoryBudget> budget)
    : data_(nullptr), size_(bytes), budget_(std::move(budget)) {
    if (budget_ && budget_->spills(size_)) {
        data_ = budget_->spill().allocate(size_);
        spilled_ = true;
        return;
    }
    if (budget_) budget_->reserve(size_ + kOverhead);
    data_ = static_cast<std::byte*>(
        ::operator new(std::max<std::size_t>(size_, 1), kAlignment, std::nothrow));
    if (data_ == nullptr) {
        if (budget_) budget_->release(size_ + kOverhead);
        throw std::bad_alloc();
    }
}

Buffer::~Buffer() {
    if (spilled_) {
        budget_->spill().release(data_, size_);
        return;
    }
    ::operator delete(data_, kAlignment);
    if (budget_) budget_->release(size_ + kOverhead);
}

std::shared_ptr<Buffer> Buffer::allocate(std::size_t bytes) {
    return std::shared_ptr<Buffer>(new Buffer(bytes, base::BudgetScope::current()));
}

std::string_view StringHeap::add(std::string_view text) {
    if (text.empty()) return {};
    char* place = reserve(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

char* StringHeap::reserve(std::size_t size) {
    if (size > room_) {
        // Blocks grow with what is stored already, so that few texts cost little and many few
        // blocks.
        const std::size_t block = std::max(size, std::clamp(bytes_, kFirstBlock, kLargestBlock));
        blocks_.push_back(Buffer::allocate(block));
        next_ = reinterpret_cast<char*>(blocks_.back()->data());
        room_ = block;
    }
    char* place = next_;
    next_ += size;
    room_ -= size;
    bytes_ += size;
    return place;
}

}  // namespace fluxi::table
