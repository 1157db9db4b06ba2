// A Flux value: 16 bytes, a nature and either the payload itself or a counted pointer. Immutable,
// cheap to copy. Null carries its type (the nature beside the null flag); an untyped null has the
// nature `none`. `absent` marks an optional argument that was not given; a script never sees it.
#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "value/duration.hpp"
#include "value/object.hpp"

namespace fluxi::value {

enum class Nature : std::uint8_t {
    none,  ///< only as an untyped null
    boolean,
    integer,
    uinteger,
    floating,
    string,
    bytes,
    time,
    duration,
    regexp,
    array,
    record,
    dict,
    function,
    stream,
    dynamic,
    label,
};

/// The name that scripts and messages use: "bool", "int", "uint", "float", "string", … "invalid"
/// for none.
std::string_view nature_name(Nature nature);

class Array;
class Record;
class Dict;
class Function;
class RegexpObject;
class Dynamic;

/// Nanoseconds since 1970-01-01T00:00:00Z.
struct Time {
    std::int64_t nanoseconds = 0;
    friend auto operator<=>(const Time&, const Time&) = default;
};

class Value {
  public:
    Value() noexcept = default;  ///< the untyped null
    Value(const Value& other) noexcept
        : nature_(other.nature_), flags_(other.flags_), months_(other.months_), bits_(other.bits_) {
        if (counted()) object()->retain();
    }
    Value(Value&& other) noexcept
        : nature_(other.nature_), flags_(other.flags_), months_(other.months_), bits_(other.bits_) {
        other.nature_ = Nature::none;
        other.flags_ = kNull;
        other.bits_ = 0;
    }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Value() {
        if (counted()) object()->release();
    }
    void swap(Value& other) noexcept {
        std::swap(nature_, other.nature_);
        std::swap(flags_, other.flags_);
        std::swap(months_, other.months_);
        std::swap(bits_, other.bits_);
    }

    static Value null(Nature nature = Nature::none) noexcept { return {nature, kNull, 0, 0}; }
    static Value absent() noexcept { return {Nature::none, kNull | kAbsent, 0, 0}; }
    static Value boolean(bool v) noexcept { return {Nature::boolean, 0, 0, v ? 1U : 0U}; }
    static Value integer(std::int64_t v) noexcept {
        return {Nature::integer, 0, 0, static_cast<std::uint64_t>(v)};
    }
    static Value uinteger(std::uint64_t v) noexcept { return {Nature::uinteger, 0, 0, v}; }
    static Value floating(double v) noexcept {
        return {Nature::floating, 0, 0, std::bit_cast<std::uint64_t>(v)};
    }
    static Value time(Time v) noexcept {
        return {Nature::time, 0, 0, static_cast<std::uint64_t>(v.nanoseconds)};
    }
    static Value duration(Duration v) noexcept {
        return {Nature::duration, 0, v.months, static_cast<std::uint64_t>(v.nanoseconds)};
    }
    static Value string(std::string_view text);
    static Value bytes(std::string_view content);
    static Value label(std::string_view name);
    /// Takes a share in a heap object of the given nature.
    static Value object(Nature nature, const Object* object) noexcept {
        object->retain();
        return {nature, kCounted, 0, reinterpret_cast<std::uint64_t>(object)};
    }
    template <typename T>
    static Value of(const Ref<T>& object) noexcept {
        return Value::object(T::kNature, object.get());
    }

    [[nodiscard]] Nature nature() const noexcept { return nature_; }
    [[nodiscard]] bool is(Nature nature) const noexcept { return nature_ == nature && !is_null(); }
    [[nodiscard]] bool is_null() const noexcept { return (flags_ & kNull) != 0; }
    [[nodiscard]] bool is_absent() const noexcept { return (flags_ & kAbsent) != 0; }

    // For the accessors below the caller has made sure of the nature and that the value is not
    // null.
    [[nodiscard]] bool as_boolean() const noexcept { return bits_ != 0; }
    [[nodiscard]] std::int64_t as_integer() const noexcept {
        return static_cast<std::int64_t>(bits_);
    }
    [[nodiscard]] std::uint64_t as_uinteger() const noexcept { return bits_; }
    [[nodiscard]] double as_floating() const noexcept { return std::bit_cast<double>(bits_); }
    [[nodiscard]] Time as_time() const noexcept { return {static_cast<std::int64_t>(bits_)}; }
    [[nodiscard]] Duration as_duration() const noexcept {
        return {static_cast<std::int64_t>(bits_), months_};
    }
    /// The text of a string or label, the content of bytes.
    [[nodiscard]] std::string_view as_text() const noexcept;
    [[nodiscard]] const Array& as_array() const noexcept;
    [[nodiscard]] const Record& as_record() const noexcept;
    [[nodiscard]] const Dict& as_dict() const noexcept;
    [[nodiscard]] const Function& as_function() const noexcept;
    [[nodiscard]] const Dynamic& as_dynamic() const noexcept;
    [[nodiscard]] const RegexpObject& as_regexp() const noexcept;
    [[nodiscard]] const Object* object() const noexcept {
        return reinterpret_cast<const Object*>(bits_);
    }

  private:
    static constexpr std::uint8_t kNull = 1;
    static constexpr std::uint8_t kAbsent = 2;
    static constexpr std::uint8_t kCounted = 4;

    Value(Nature nature, std::uint8_t flags, std::int32_t months, std::uint64_t bits) noexcept
        : nature_(nature), flags_(flags), months_(months), bits_(bits) {}
    [[nodiscard]] bool counted() const noexcept { return (flags_ & kCounted) != 0; }

    Nature nature_ = Nature::none;
    std::uint8_t flags_ = kNull;
    std::int32_t months_ = 0;
    std::uint64_t bits_ = 0;
};
static_assert(sizeof(Value) == 16);

}  // namespace fluxi::value
