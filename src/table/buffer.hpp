// The memory of columns: blocks that are reserved against the budget of the run that made them and
// given back when the last column lets go. The budget in force is that of the executing thread
// (base::BudgetScope), so that no kernel has to hand it on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/budget.hpp"

namespace fluxi::table {

class Buffer {
  public:
    /// Uninitialised memory, aligned for SIMD; in the spill file where the budget has one and no
    /// room. Throws base::RuntimeError (limit) when the budget is spent.
    static std::shared_ptr<Buffer> allocate(std::size_t bytes);
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer();

    [[nodiscard]] std::byte* data() noexcept { return data_; }
    [[nodiscard]] const std::byte* data() const noexcept { return data_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

  private:
    Buffer(std::size_t bytes, std::shared_ptr<base::MemoryBudget> budget);
    std::byte* data_;
    std::size_t size_;
    bool spilled_ = false;
    std::shared_ptr<base::MemoryBudget> budget_;
};
using BufferRef = std::shared_ptr<const Buffer>;

/// Whatever keeps the texts of string views alive: a StringHeap, a block of an input file.
using HeapRef = std::shared_ptr<const void>;
using HeapList = std::vector<HeapRef>;

/// Grows by blocks and never moves a text, so views into it stay valid.
class StringHeap {
  public:
    StringHeap() = default;
    StringHeap(const StringHeap&) = delete;
    StringHeap& operator=(const StringHeap&) = delete;
    /// Copies the text and returns where it stands now.
    std::string_view add(std::string_view text);
    /// Room for a text of `size` bytes that the caller writes.
    char* reserve(std::size_t size);
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

  private:
    std::vector<std::shared_ptr<Buffer>> blocks_{};
    char* next_ = nullptr;
    std::size_t room_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace fluxi::table
