#include "types/substitution.hpp"

namespace fluxi::types {

TypeRef Substitution::fresh(KindSet kinds) {
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({store_.variable(index), nullptr, kinds, level_});
    return entries_.back().self;
}

void Substitution::lower(std::uint32_t variable, std::uint32_t level) {
    if (at(variable).level > level) at(variable).level = level;
}

TypeRef Substitution::shallow(TypeRef type) {
    if (!type->is(Tag::variable) || at(type->index).binding == nullptr) return type;
    TypeRef end = type;
    while (end->is(Tag::variable) && at(end->index).binding != nullptr)
        end = at(end->index).binding;
    // All variables on the way now point to the end, so that chains stay short.
    while (type != end && type->is(Tag::variable)) {
        Entry& entry = at(type->index);
        if (entry.binding == nullptr) break;
        type = entry.binding;
        entry.binding = end;
    }
    return end;
}

TypeRef Substitution::row(TypeRef type) {
    const TypeRef known = shallow(type);
    if (!known->is(Tag::record) || known->tail() == nullptr) return known;
    const TypeRef tail = row(known->tail());
    if (tail == known->tail()) return known;
    const TypeRef whole = store_.row(known->fields, {}, tail);
    if (type->is(Tag::variable)) bind(type->index, whole);
    return whole;
}

TypeRef Substitution::resolve(TypeRef type) {
    return replaced(
        *this, type, [](TypeRef part) { return part->has_variables; },
        [this](TypeRef variable) {
            const TypeRef known = shallow(variable);
            return known->is(Tag::variable) ? known : resolve(known);
        });
}

}  // namespace fluxi::types
