// A condition on the measurement, the field and the tags of a series. It is data, not a callback,
// so that a store can answer it from its indexes. A missing tag counts as the empty text (J.4): it
// is unequal to "1", matches /^$/, and does not exist. Measurement and field are the tags
// `_measurement` and `_field`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/model.hpp"
#include "value/regexp.hpp"

namespace fluxi::store {

struct TagPredicate {
    enum class Kind : std::uint8_t {
        all_of,  ///< of the parts; without parts: everything
        any_of,  ///< of the parts; without parts: nothing
        equal,
        not_equal,
        matches,
        not_matches,
        exists,
        not_exists,
    };

    Kind kind = Kind::all_of;
    std::string key{};   ///< `_measurement`, `_field` or a tag
    std::string text{};  ///< of equal and not_equal
    std::shared_ptr<const value::Regexp> regexp{};
    std::vector<TagPredicate> parts{};

    static TagPredicate everything() { return {}; }
    static TagPredicate nothing() { return any_of({}); }
    static TagPredicate all_of(std::vector<TagPredicate> parts);
    static TagPredicate any_of(std::vector<TagPredicate> parts);
    static TagPredicate equal(std::string key, std::string text);
    static TagPredicate not_equal(std::string key, std::string text);
    static TagPredicate matches(std::string key, std::shared_ptr<const value::Regexp> regexp);
    static TagPredicate not_matches(std::string key, std::shared_ptr<const value::Regexp> regexp);
    static TagPredicate exists(std::string key);
    static TagPredicate not_exists(std::string key);

    /// Whether every series fulfils it.
    [[nodiscard]] bool is_everything() const { return kind == Kind::all_of && parts.empty(); }
    /// Whether it looks at no tag but `_measurement` and `key`.
    [[nodiscard]] bool depends_only_on(std::string_view key) const;
    /// Whether it looks at this tag.
    [[nodiscard]] bool mentions(std::string_view key) const;
};

/// Asks many series. Borrows the predicate and remembers what a regular expression said about a
/// text by the place of the text, so the texts asked about must stay where they are.
class Matcher {
  public:
    explicit Matcher(const TagPredicate& predicate) : predicate_(predicate) {}

    [[nodiscard]] bool operator()(const Series& series) { return matches(predicate_, series); }

  private:
    [[nodiscard]] bool matches(const TagPredicate& predicate, const Series& series);
    [[nodiscard]] bool regexp_matches(const TagPredicate& predicate, std::string_view text);

    struct Asked {
        const void* regexp;
        const char* text;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    struct AskedHash {
        std::size_t operator()(const Asked& asked) const;
    };

    const TagPredicate& predicate_;
    std::unordered_map<Asked, bool, AskedHash> known_{};
};

/// The value of a tag, of `_measurement` or of `_field`; empty if the series lacks it.
std::string_view tag_value(const Series& series, std::string_view key);

/// What a predicate says where only the measurement is known; nothing if it depends on more.
std::optional<bool> by_measurement(const TagPredicate& predicate, std::string_view measurement);

}  // namespace fluxi::store
