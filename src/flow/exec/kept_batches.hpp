// Batches that are kept until later, in order of arrival. What a batch takes beside the memory of
// its columns counts for the memory limit here: with many small tables that is most of it.
#pragma once

#include <cstddef>
#include <utility>

#include "base/counted.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::exec {

class KeptBatches {
  public:
    void push_back(table::Batch batch) {
        beside_ += beside_columns(batch);
        reserved_->resize(beside_);
        batches_.push_back(std::move(batch));
    }
    void clear() {
        batches_ = {};
        beside_ = 0;
        reserved_->resize(0);
    }
    template <typename Unwanted>
    void erase_if(const Unwanted& unwanted) {
        std::erase_if(batches_, [&](const table::Batch& batch) {
            if (!unwanted(batch)) return false;
            beside_ -= beside_columns(batch);
            return true;
        });
        reserved_->resize(beside_);
    }
    [[nodiscard]] bool empty() const noexcept { return batches_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return batches_.size(); }
    [[nodiscard]] const table::Batch& operator[](std::size_t i) const { return batches_[i]; }
    [[nodiscard]] const table::Batch& front() const { return batches_.front(); }
    [[nodiscard]] auto begin() noexcept { return batches_.begin(); }
    [[nodiscard]] auto end() noexcept { return batches_.end(); }
    [[nodiscard]] auto begin() const noexcept { return batches_.begin(); }
    [[nodiscard]] auto end() const noexcept { return batches_.end(); }

  private:
    static std::size_t beside_columns(const table::Batch& batch) {
        return batch.stored().size() * sizeof(table::Column) +
               batch.runs().size() * sizeof(table::Run) + kAllocations;
    }
    static constexpr std::size_t kAllocations = 32;  ///< what two blocks take for themselves

    base::CountedVector<table::Batch> batches_{};
    std::size_t beside_ = 0;
    std::unique_ptr<base::Reservation> reserved_ = std::make_unique<base::Reservation>();
};

}  // namespace fluxi::flow::exec
