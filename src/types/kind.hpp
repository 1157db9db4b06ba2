// Kinds: what a type can do (be added, compared, turned into text ...). A KindSet is a bit set and
// free to copy. Which basic type has which kinds is a table here; constructed types are in
// unify.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fluxi::types {

enum class Kind : std::uint8_t {
    addable,
    basic,
    comparable,
    divisible,
    equatable,
    label,
    negatable,
    nullable,
    numeric,
    record,
    stringable,
    subtractable,
    timeable,
    /// The tail of a record. It is implied by the notation `{A with ...}` and never printed.
    row,
};
inline constexpr std::size_t kKindCount = 14;

/// The name in type expressions, e.g. "Addable".
std::string_view kind_name(Kind kind);
/// The kind that type expressions call `name`.
std::optional<Kind> kind_named(std::string_view name);

class KindSet {
  public:
    constexpr KindSet() = default;
    template <typename... Kinds>
    static constexpr KindSet of(Kinds... kinds) {
        KindSet set;
        (set.add(kinds), ...);
        return set;
    }
    constexpr void add(Kind kind) { bits_ = static_cast<std::uint16_t>(bits_ | bit(kind)); }
    constexpr void add(KindSet other) { bits_ = static_cast<std::uint16_t>(bits_ | other.bits_); }
    [[nodiscard]] constexpr bool has(Kind kind) const { return (bits_ & bit(kind)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    /// Calls `fn` for each kind, in the order of their names.
    template <typename Fn>
    void each(Fn fn) const {
        for (std::size_t i = 0; i < kKindCount; ++i) {
            if (has(static_cast<Kind>(i))) fn(static_cast<Kind>(i));
        }
    }
    friend constexpr bool operator==(KindSet, KindSet) = default;

  private:
    static constexpr unsigned bit(Kind kind) { return 1U << static_cast<unsigned>(kind); }
    std::uint16_t bits_ = 0;
};

/// The kinds as people read them, e.g. "Addable + Divisible"; empty when there is none to print.
std::string kinds_text(KindSet kinds);

}  // namespace fluxi::types
