#include "types/generalise.hpp"

#include <unordered_map>

namespace fluxi::types {

PolyType generalise(Substitution& substitution, TypeRef type) {
    const TypeRef known = substitution.resolve(type);
    if (!known->has_variables) return {known, {}};
    PolyType poly;
    std::unordered_map<std::uint32_t, TypeRef> places;
    poly.type = replaced(
        substitution, known, [](TypeRef part) { return part->has_variables; },
        [&](TypeRef variable) -> TypeRef {
            if (substitution.level_of(variable->index) <= substitution.level()) return variable;
            const auto [at, added] = places.try_emplace(variable->index, nullptr);
            if (added) {
                at->second =
                    substitution.store().generic(static_cast<std::uint32_t>(poly.kinds.size()));
                poly.kinds.push_back(substitution.kinds_of(variable->index));
            }
            return at->second;
        });
    return poly;
}

TypeRef instantiate(Substitution& substitution, const PolyType& type) {
    if (!type.type->has_generics) return type.type;
    std::vector<TypeRef> chosen(type.kinds.size(), nullptr);
    return replaced(
        substitution, type.type, [](TypeRef part) { return part->has_generics; },
        [&](TypeRef part) -> TypeRef {
            if (!part->is(Tag::generic) || part->index >= chosen.size()) return part;
            TypeRef& choice = chosen[part->index];
            if (choice == nullptr) choice = substitution.fresh(type.kinds[part->index]);
            return choice;
        });
}

}  // namespace fluxi::types
