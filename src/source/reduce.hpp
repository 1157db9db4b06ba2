// Aggregates and selectors over the points of series, fed with rows or with what the store knows of
// whole chunks. The sum of the floats of a chunk is made by itself and then added, whether the
// store had it ready or not; so both give the same bits.
#pragma once

#include <cstdint>

#include "source/read_spec.hpp"
#include "store/model.hpp"
#include "table/builder.hpp"

namespace fluxi::source {

/// What is known of the rows of one table or window so far.
struct Partial {
    __extension__ using Wide = __int128;
    std::uint64_t rows = 0;
    std::int64_t time = 0;    ///< of the row picked
    value::Value picked{};    ///< its value
    double floating = 0;      ///< sum of floats
    std::uint64_t whole = 0;  ///< sum of whole numbers, wrapping around
    Wide exact = 0;           ///< the same without wrapping
};

class Reducer {
  public:
    Reducer(Reduction reduction, table::ColumnType type) : reduction_(reduction), type_(type) {}
    /// Whether the reduction exists for values of the type.
    [[nodiscard]] static bool takes(Reduction reduction, table::ColumnType type);
    [[nodiscard]] table::ColumnType result() const;

    /// Rows [begin, end), which come after those known already.
    void add(Partial& known, const table::Column& times, const table::Column& values,
             std::uint32_t begin, std::uint32_t end) const;
    /// All points of a chunk that comes after what is known already. False if its statistics do not
    /// tell; nothing is added then.
    [[nodiscard]] bool add(Partial& known, const store::Chunk& chunk) const;
    /// The rows of a series that comes later in the order of series (semantics J.5: ties). Tells
    /// whether the row that was picked is one of them now.
    bool join(Partial& known, const Partial& later) const;
    /// Appends the result; null where there are no rows, but 0 for count.
    void finish(const Partial& known, table::Builder& results) const;

  private:
    void pick(Partial& known, const value::Value& v, std::int64_t time) const;
    [[nodiscard]] bool may_add(const Partial& known) const;
    void add_sum(Partial& known, const store::Scalar& sum) const;
    template <typename T>
    void add_rows(Partial& known, const table::Column& times, const table::Column& values,
                  std::uint32_t begin, std::uint32_t end) const;

    Reduction reduction_;
    table::ColumnType type_;
};

}  // namespace fluxi::source
