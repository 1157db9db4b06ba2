#include "types/type_store.hpp"

#include <algorithm>
#include <cstring>

namespace fluxi::types {

namespace {

std::size_t mix(std::size_t seed, std::size_t value) {
    return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

/// Collects from the parts of a type what the whole then has.
void inherit(Type& whole, TypeRef part) {
    if (part == nullptr) return;
    whole.has_variables = whole.has_variables || part->has_variables;
    whole.has_generics = whole.has_generics || part->has_generics;
    const int depth = part->depth + 1;
    whole.depth =
        static_cast<std::uint16_t>(std::max<int>(whole.depth, std::min<int>(depth, kMaxDepth)));
}

/// What a constructed type without variables can do.
KindSet constructed_kinds(const Type& type) {
    KindSet kinds;
    const auto equatable = [](TypeRef t) { return t->kinds.has(Kind::equatable); };
    switch (type.tag) {
        case Tag::label:
            return basic_kinds(Tag::label);
        case Tag::array:
        case Tag::stream:
            if (equatable(type.first)) kinds.add(Kind::equatable);
            return kinds;
        case Tag::vector:
            return type.first->kinds;
        case Tag::record:
            kinds.add(KindSet::of(Kind::record, Kind::row));
            if (std::all_of(type.fields.begin(), type.fields.end(),
                            [&](const Field& f) { return equatable(f.type); })) {
                kinds.add(Kind::equatable);
            }
            return kinds;
        default:
            return kinds;
    }
}

template <typename T>
std::span<const T> copied(std::pmr::memory_resource& memory, const T* from, std::size_t count) {
    if (count == 0) return {};
    T* to = static_cast<T*>(memory.allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_copy_n(from, count, to);
    return {to, count};
}

}  // namespace

std::size_t TypeStore::Hash::operator()(TypeRef type) const {
    const std::hash<std::string_view> text;
    const std::hash<const void*> pointer;
    std::size_t h = static_cast<std::size_t>(type->tag);
    h = mix(h, text(type->name));
    h = mix(h, pointer(type->first));
    h = mix(h, pointer(type->second));
    for (const Field& f : type->fields) h = mix(mix(h, text(f.name)), pointer(f.type));
    for (const Parameter& p : type->parameters) h = mix(mix(h, text(p.name)), pointer(p.type));
    return h;
}

bool TypeStore::Same::operator()(TypeRef a, TypeRef b) const {
    return a->tag == b->tag && a->name == b->name && a->first == b->first &&
           a->second == b->second &&
           std::equal(a->fields.begin(), a->fields.end(), b->fields.begin(), b->fields.end(),
                      [](const Field& x, const Field& y) {
                          return x.name == y.name && x.type == y.type && x.label == y.label;
                      }) &&
           std::equal(a->parameters.begin(), a->parameters.end(), b->parameters.begin(),
                      b->parameters.end(), [](const Parameter& x, const Parameter& y) {
                          return x.name == y.name && x.type == y.type && x.mark == y.mark &&
                                 x.fallback == y.fallback;
                      });
}

TypeRef TypeStore::interned(const Type& type) const {
    const auto found = interned_.find(&type);
    if (found != interned_.end()) return *found;
    return below_ != nullptr ? below_->interned(type) : nullptr;
}

TypeRef TypeStore::put(Type type) {
    inherit(type, type.first);
    inherit(type, type.second);
    for (const Field& f : type.fields) {
        inherit(type, f.type);
        inherit(type, f.label);
    }
    for (const Parameter& p : type.parameters) {
        inherit(type, p.type);
        inherit(type, p.fallback);
    }
    if (type.ground()) {
        if (TypeRef known = interned(type)) return known;
        type.kinds = constructed_kinds(type);
    }
    type.fields = copied(memory_, type.fields.data(), type.fields.size());
    type.parameters = copied(memory_, type.parameters.data(), type.parameters.size());
    void* place = memory_.allocate(sizeof(Type), alignof(Type));
    TypeRef made = new (place) Type(type);
    if (made->ground()) interned_.insert(made);
    return made;
}

std::string_view TypeStore::keep(std::string_view text) {
    const auto found = texts_.find(text);
    if (found != texts_.end()) return *found;
    if (text.empty()) return {};
    char* place = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return *texts_.insert(std::string_view(place, text.size())).first;
}

TypeRef TypeStore::unary(Tag tag, TypeRef element) {
    Type type{tag};
    type.first = element;
    return put(type);
}

TypeRef TypeStore::dict(TypeRef key, TypeRef value) {
    Type type{Tag::dict};
    type.first = key;
    type.second = value;
    return put(type);
}

TypeRef TypeStore::label(std::string_view name) {
    Type type{Tag::label};
    type.name = keep(name);
    return put(type);
}

TypeRef TypeStore::variable(std::uint32_t index) {
    Type type{Tag::variable, true};
    type.index = index;
    return put(type);
}

TypeRef TypeStore::generic(std::uint32_t index) {
    while (generics_.size() <= index) {
        Type type{Tag::generic, false, true};
        type.index = static_cast<std::uint32_t>(generics_.size());
        generics_.push_back(put(type));
    }
    return generics_[index];
}

TypeRef TypeStore::record(std::vector<Field> fields, TypeRef tail) {
    std::stable_sort(fields.begin(), fields.end(),
                     [](const Field& a, const Field& b) { return a.name < b.name; });
    for (Field& f : fields) f.name = keep(f.name);
    return row(fields, {}, tail);
}

TypeRef TypeStore::row(std::span<const Field> front, std::span<const Field> back, TypeRef tail) {
    const auto by_name = [](const Field& a, const Field& b) { return a.name < b.name; };
    std::vector<Field> fields(front.size() + back.size());
    std::merge(front.begin(), front.end(), back.begin(), back.end(), fields.begin(), by_name);
    while (tail != nullptr && tail->is(Tag::record)) {
        std::vector<Field> longer(fields.size() + tail->fields.size());
        std::merge(fields.begin(), fields.end(), tail->fields.begin(), tail->fields.end(),
                   longer.begin(), by_name);
        fields = std::move(longer);
        tail = tail->tail();
    }
    Type type{Tag::record};
    type.first = tail;
    type.fields = fields;
    return put(type);
}

TypeRef TypeStore::function(std::vector<Parameter> parameters, TypeRef result) {
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const Parameter& a, const Parameter& b) { return a.name < b.name; });
    for (Parameter& p : parameters) p.name = keep(p.name);
    Type type{Tag::function};
    type.first = result;
    type.parameters = parameters;
    return put(type);
}

TypeRef TypeStore::rebuilt(const Type& like, TypeRef first, TypeRef second,
                           std::span<const Field> fields, std::span<const Parameter> parameters) {
    if (like.is(Tag::record)) return row(fields, {}, first);
    Type type{like.tag};
    type.name = like.name;
    type.first = first;
    type.second = second;
    type.parameters = parameters;
    return put(type);
}

}  // namespace fluxi::types
