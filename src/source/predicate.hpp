// What a source can test by itself: a tree of tests on tags (with measurement and field among them)
// and on values, as InfluxDB evaluates it in its storage (semantics J.4). A tag that a series lacks
// counts as the empty text; a literal whose type does not fit fulfils nothing, also with `!=`.
// Plain data, never changed once made.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/column.hpp"
#include "value/value.hpp"

namespace fluxi::source {

struct Predicate {
    enum class Kind : std::uint8_t {
        truth,  ///< always `holds`
        all,    ///< every part holds
        any,    ///< some part holds
        tag,    ///< a test of the tag `label`
        value,  ///< a test of the value
    };
    enum class Test : std::uint8_t {
        equal,
        not_equal,
        less,
        less_equal,
        greater,
        greater_equal,
        match,
        not_match,
        exists,
        missing,
    };

    static Predicate constant(bool holds);
    static Predicate all_of(std::vector<Predicate> parts);
    static Predicate any_of(std::vector<Predicate> parts);

    Kind kind = Kind::truth;
    bool holds = true;
    Test test = Test::equal;
    std::string label{};
    value::Value literal{};  ///< string, int, float, bool or regexp
    std::vector<Predicate> parts{};

    [[nodiscard]] bool is_true() const noexcept { return kind == Kind::truth && holds; }
    [[nodiscard]] bool is_false() const noexcept { return kind == Kind::truth && !holds; }
    [[nodiscard]] bool tests_values() const;
};

/// The value of a tag of a series; nothing if it has none.
using TagLookup = std::function<std::optional<std::string_view>(std::string_view label)>;

/// What is left to test of the rows of a series: a predicate on values only, or a truth.
Predicate for_series(const Predicate& predicate, const TagLookup& tags, table::ColumnType type);

/// What of the predicate can be told without looking at values: it holds wherever the whole may.
Predicate without_values(const Predicate& predicate);

/// Whether a value of a column fulfils a predicate that `for_series` made for its type.
class ValueTest {
  public:
    ValueTest(const Predicate& predicate, table::ColumnType type)
        : predicate_(predicate), type_(type) {}
    /// Appends the rows of [0, values.size()) that fulfil it, ascending.
    void select(const table::Column& values, std::vector<std::uint32_t>& rows) const;

  private:
    [[nodiscard]] std::vector<std::uint8_t> evaluate(const Predicate& predicate,
                                                     const table::Column& values) const;
    const Predicate& predicate_;
    table::ColumnType type_;
};

/// A short form for `fluxi plan`.
std::string to_string(const Predicate& predicate);

}  // namespace fluxi::source
