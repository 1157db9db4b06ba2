// The accumulators of reduce, one for each key: slots while the bound function can go on with them,
// boxed records once the walker has had a row of a key. They count for the memory limit, as do the
// texts that they keep.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/counted.hpp"
#include "base/spilling_vector.hpp"
#include "table/schema.hpp"
#include "value/composite.hpp"
#include "vec/fold.hpp"

namespace fluxi::flow::ops {

class Accumulators {
  public:
    explicit Accumulators(value::Value identity);

    /// Whether all of them are in slots.
    [[nodiscard]] bool in_slots() const noexcept { return in_slots_; }
    [[nodiscard]] const std::vector<table::Field>& fields() const noexcept { return fields_; }
    /// Makes room for keys 0 … count-1; new ones begin with the identity.
    void open(std::uint32_t count);
    [[nodiscard]] vec::Slot* slots() noexcept { return slots_.data(); }
    [[nodiscard]] vec::Slot* slots(std::uint32_t id) noexcept {
        return slots_.data() + std::size_t{id} * first_.size();
    }

    /// Copies the texts of these keys that point into the batch that was just folded.
    void own_texts(std::span<const std::uint32_t> ids);

    /// The accumulator as a record that the walker takes; from now on all are records.
    value::Value& record(std::uint32_t id);

  private:
    static constexpr std::size_t kBytesOfText = 64;    ///< beside its characters
    static constexpr std::size_t kBytesOfRecord = 80;  ///< beside its values

    /// Counts a record for each key, which all may come to differ from the identity.
    void resize_records();
    void own_text(std::size_t i);
    [[nodiscard]] value::Value boxed(std::uint32_t id) const;

    value::Value identity_;
    bool in_slots_ = true;
    bool texts_ = false;  ///< some field is a string
    std::uint32_t count_ = 0;
    std::vector<table::Field> fields_{};
    std::vector<vec::Slot> first_{};           ///< the identity
    base::SpillingVector<vec::Slot> slots_{};  ///< of key k from k * fields on
    base::CountedVector<std::unique_ptr<std::string>> owned_{};
    std::vector<std::unique_ptr<std::string>> replaced_{};  ///< by own_texts, for the key at work
    std::size_t owned_bytes_ = 0;
    base::Reservation of_texts_{};
    base::CountedVector<value::Value> records_{};
    base::Reservation of_records_{};
};

}  // namespace fluxi::flow::ops
