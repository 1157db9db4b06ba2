// What is told about the values of a column: how many there are, the least and the greatest, how
// many different ones, how they are distributed. Filled piece by piece, in bounded memory; holds no
// rows. Nulls are passed over: how many there are is what is missing from the rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "cli/describe/distinct.hpp"
#include "io/histogram.hpp"
#include "table/column.hpp"
#include "value/time.hpp"

namespace fluxi::cli {

template <typename T>
struct Extremes {
    T least{};
    T greatest{};
};

class ColumnSummary {
  public:
    /// Texts that come more often than others are counted up to this number of different ones.
    static constexpr std::size_t kFrequent = 8;
    using Value = std::variant<bool, std::int64_t, std::uint64_t, double, std::string>;
    using Frequent = std::vector<std::pair<std::string, std::uint64_t>>;

    explicit ColumnSummary(table::ColumnType type);

    /// All rows of a column of this type.
    void add(const table::Column& column);
    /// One row of it, `count` times.
    void add(const table::Column& column, std::uint32_t row, std::uint64_t count);
    /// A value of a type other than string, without counting it among the different ones.
    template <typename T>
    void add_value(T value, std::uint64_t count);
    /// An int column whose values so far are floats from now on.
    void become_float();

    [[nodiscard]] table::ColumnType type() const noexcept { return type_; }
    [[nodiscard]] std::uint64_t values() const noexcept { return values_; }
    [[nodiscard]] std::uint64_t nans() const noexcept { return nans_; }
    [[nodiscard]] const Distinct& distinct() const noexcept { return distinct_; }
    /// Of the finite numbers; of times, since the first one in nanoseconds.
    [[nodiscard]] const io::Histogram& histogram() const noexcept { return histogram_; }
    /// The values of a column of texts or bools that has few different ones, with their counts.
    [[nodiscard]] const std::optional<Frequent>& frequent() const noexcept { return frequent_; }
    /// Nothing where there is no value, or only NaN. Times are std::int64_t.
    [[nodiscard]] std::optional<Value> least() const;
    [[nodiscard]] std::optional<Value> greatest() const;

  private:
    template <typename T>
    void widen(const T& value);
    void add_text(std::string_view text, std::uint64_t count);
    void count_frequent(std::string_view text, std::uint64_t count);

    table::ColumnType type_;
    std::uint64_t values_ = 0;
    std::uint64_t nans_ = 0;
    std::int64_t first_time_ = 0;
    std::variant<std::monostate, Extremes<bool>, Extremes<std::int64_t>, Extremes<std::uint64_t>,
                 Extremes<double>, Extremes<std::string>>
        extremes_{};
    Distinct distinct_{};
    io::Histogram histogram_{};
    std::optional<Frequent> frequent_{};
    std::vector<std::uint64_t> hashes_{};  ///< of the column at hand
};

/// A column of plain CSV, whose texts may all be numbers, times or bools: of the type that all of
/// them have so far. An empty text is no value.
class TextSummary {
  public:
    void add(const table::Column& texts);
    /// Of the texts: how many, and how many different ones.
    [[nodiscard]] const ColumnSummary& texts() const noexcept { return texts_; }
    /// Of what they mean; of the texts themselves where they are nothing else.
    [[nodiscard]] const ColumnSummary& meant() const noexcept { return typed_ ? *typed_ : texts_; }

  private:
    void add_text(std::string_view text);
    /// Whether the text is of the type; then it is counted.
    bool take(std::string_view text, table::ColumnType type);

    ColumnSummary texts_{table::ColumnType::string};
    std::optional<ColumnSummary> typed_{};
    bool decided_ = false;  ///< some text was no value of any other type
    value::TimeParser times_{};
};

}  // namespace fluxi::cli
