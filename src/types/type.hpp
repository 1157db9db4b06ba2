// Types of Flux values. A TypeRef points to an immutable Type that lives in a TypeStore and is as
// cheap to copy as a pointer. Types without variables are interned: two of one store (or of a store
// and the one below it) are equal if their pointers are. Variables are numbers that a Substitution
// gives a meaning.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "types/kind.hpp"

namespace fluxi::types {

enum class Tag : std::uint8_t {
    error,  ///< of an expression that was refused; fits everything, so that one mistake is told
            ///< once
    boolean,
    integer,
    uinteger,
    floating,
    string,
    duration,
    time,
    regexp,
    bytes,
    dynamic,
    label,     ///< the type of one label, `.name`
    variable,  ///< unknown yet; `index` names it in a Substitution
    generic,   ///< bound by a PolyType; `index` is its place there
    array,
    stream,
    vector,
    dict,
    record,
    function,
};

struct Type;
using TypeRef = const Type*;

struct Field {
    std::string_view name;
    TypeRef type = nullptr;
    /// A label that is still a variable (`{A with L: T}`); then `name` is empty.
    TypeRef label = nullptr;
};

enum class Mark : std::uint8_t { required, optional, pipe };

struct Parameter {
    std::string_view name;  ///< empty for the unnamed pipe parameter of a call
    TypeRef type = nullptr;
    Mark mark = Mark::required;
    TypeRef fallback = nullptr;  ///< the label an optional parameter defaults to, if it is one
};

struct Type {
    Tag tag = Tag::error;
    bool has_variables = false;
    bool has_generics = false;
    std::uint16_t depth = 0;  ///< how deeply constructors are nested, at most kMaxDepth
    std::uint32_t index = 0;  ///< of a variable or generic
    KindSet kinds{};          ///< what a type without variables and generics can do
    std::string_view name{};  ///< of a label
    /// The element; the key of a dict; the tail of a record (null if it is closed); the result of a
    /// function.
    TypeRef first = nullptr;
    TypeRef second = nullptr;         ///< the value of a dict
    std::span<const Field> fields{};  ///< sorted by name, the visible one of equal names first
    std::span<const Parameter>
        parameters{};  ///< sorted by name; a pipe parameter has its place among them

    [[nodiscard]] bool is(Tag t) const { return tag == t; }
    [[nodiscard]] bool ground() const { return !has_variables && !has_generics; }
    [[nodiscard]] TypeRef element() const { return first; }
    [[nodiscard]] TypeRef key() const { return first; }
    [[nodiscard]] TypeRef value() const { return second; }
    [[nodiscard]] TypeRef tail() const { return first; }
    [[nodiscard]] TypeRef result() const { return first; }
    /// The parameter of that name, or null.
    [[nodiscard]] const Parameter* parameter(std::string_view wanted) const;
    /// The visible field of that name, or null. The tail is not looked into.
    [[nodiscard]] const Field* field(std::string_view wanted) const;
    /// The pipe parameter, or null.
    [[nodiscard]] const Parameter* pipe() const;
};

/// No type that can be inferred may nest deeper; the checks refuse it before anything recurses too
/// far.
inline constexpr std::uint16_t kMaxDepth = 500;

inline constexpr Type kError{Tag::error};
inline constexpr Type kBool{Tag::boolean};
inline constexpr Type kInt{Tag::integer};
inline constexpr Type kUInt{Tag::uinteger};
inline constexpr Type kFloat{Tag::floating};
inline constexpr Type kString{Tag::string};
inline constexpr Type kDuration{Tag::duration};
inline constexpr Type kTime{Tag::time};
inline constexpr Type kRegexp{Tag::regexp};
inline constexpr Type kBytes{Tag::bytes};
inline constexpr Type kDynamic{Tag::dynamic};

/// The name of a type without parts, e.g. "int"; empty for the others.
std::string_view basic_name(Tag tag);
/// The type that type expressions call `name`, or null.
TypeRef basic_named(std::string_view name);
/// The kinds that a type without parts has by itself.
KindSet basic_kinds(Tag tag);

/// A type for all choices of its generics; `kinds[i]` is what generic i has to be able to do.
struct PolyType {
    TypeRef type = &kError;
    std::vector<KindSet> kinds{};
};

}  // namespace fluxi::types
