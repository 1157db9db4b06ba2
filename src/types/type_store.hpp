// The arena that types live in. It hands out interned types without variables and fresh nodes for
// the others; nothing it gave out moves or dies before it. A store may stand on another that is
// complete (the prelude's): what is interned there is found and not made again. Not for two threads
// at once.
#pragma once

#include <memory>
#include <memory_resource>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "types/type.hpp"

namespace fluxi::types {

class TypeStore {
  public:
    explicit TypeStore(const TypeStore* below = nullptr) : below_(below) {}
    TypeStore(const TypeStore&) = delete;
    TypeStore& operator=(const TypeStore&) = delete;

    TypeRef array(TypeRef element) { return unary(Tag::array, element); }
    TypeRef stream(TypeRef element) { return unary(Tag::stream, element); }
    TypeRef vector(TypeRef element) { return unary(Tag::vector, element); }
    TypeRef dict(TypeRef key, TypeRef value);
    TypeRef label(std::string_view name);
    TypeRef variable(std::uint32_t index);
    TypeRef generic(std::uint32_t index);
    /// Sorts `fields` by name, keeping the order of equal names. `tail` may be null, a variable, a
    /// generic or a record, whose fields then follow those given.
    TypeRef record(std::vector<Field> fields, TypeRef tail = nullptr);
    /// A record of the fields of two records; both lists are sorted and of this store (or one below
    /// it). Where names are equal those of `front` are visible first.
    TypeRef row(std::span<const Field> front, std::span<const Field> back, TypeRef tail);
    /// Sorts `parameters` by name.
    TypeRef function(std::vector<Parameter> parameters, TypeRef result);
    /// `like` with other parts in the same places. If the tail of a record became a record, it is
    /// one row.
    TypeRef rebuilt(const Type& like, TypeRef first, TypeRef second, std::span<const Field> fields,
                    std::span<const Parameter> parameters);

    /// A copy of the text that lives as long as the store.
    std::string_view keep(std::string_view text);

  private:
    struct Hash {
        std::size_t operator()(TypeRef type) const;
    };
    struct Same {
        bool operator()(TypeRef a, TypeRef b) const;
    };

    TypeRef unary(Tag tag, TypeRef element);
    TypeRef put(Type type);
    [[nodiscard]] TypeRef interned(const Type& type) const;

    const TypeStore* below_;
    std::pmr::monotonic_buffer_resource memory_{16 * 1024};
    std::unordered_set<TypeRef, Hash, Same> interned_;
    std::unordered_set<std::string_view> texts_;
    std::vector<TypeRef> generics_;
};

}  // namespace fluxi::types
