// The slots of all active functions, in blocks that never move. A scope takes its slots when it
// begins and clears them when it ends, also by an exception.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "value/value.hpp"

namespace fluxi::eval {

class ValueStack {
  public:
    class Slots {
      public:
        Slots(ValueStack& stack, std::size_t count)
            : stack_(stack),
              block_(stack.block_),
              used_(stack.used_),
              count_(count),
              values_(stack.take(count)) {}
        Slots(const Slots&) = delete;
        Slots& operator=(const Slots&) = delete;
        ~Slots() {
            for (std::size_t i = 0; i < count_; ++i) values_[i] = value::Value();
            stack_.block_ = block_;
            stack_.used_ = used_;
        }
        [[nodiscard]] value::Value* data() const noexcept { return values_; }

      private:
        ValueStack& stack_;
        std::size_t block_;
        std::size_t used_;
        std::size_t count_;
        value::Value* values_;
    };

  private:
    static constexpr std::size_t kBlock = 4096;
    struct Block {
        std::unique_ptr<value::Value[]> values;
        std::size_t size;
    };

    value::Value* take(std::size_t count) {
        while (block_ < blocks_.size() && used_ + count > blocks_[block_].size) {
            ++block_;
            used_ = 0;
        }
        if (block_ == blocks_.size()) {
            const std::size_t size = count > kBlock ? count : kBlock;
            blocks_.push_back({std::make_unique<value::Value[]>(size), size});
        }
        value::Value* slots = blocks_[block_].values.get() + used_;
        used_ += count;
        return slots;
    }

    std::vector<Block> blocks_{};
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

}  // namespace fluxi::eval
