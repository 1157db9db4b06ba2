// What is known about type variables: the type each stands for, or what it must be able to do and
// the level of the `let` it belongs to. Variables are only ever added and bound, never freed or
// unbound.
#pragma once

#include <cstdint>
#include <vector>

#include "types/type_store.hpp"

namespace fluxi::types {

class Substitution {
  public:
    explicit Substitution(TypeStore& store) : store_(store) {}

    /// A new variable of the current level.
    TypeRef fresh(KindSet kinds = {});

    /// The level of new variables. Variables of a deeper level than the one around a definition
    /// occur nowhere outside of it, so it may be generalised over them.
    [[nodiscard]] std::uint32_t level() const { return level_; }
    void enter() { ++level_; }
    void leave() { --level_; }
    [[nodiscard]] std::uint32_t level_of(std::uint32_t variable) const {
        return at(variable).level;
    }
    void lower(std::uint32_t variable, std::uint32_t level);

    [[nodiscard]] KindSet kinds_of(std::uint32_t variable) const { return at(variable).kinds; }
    void add_kind(std::uint32_t variable, Kind kind) { at(variable).kinds.add(kind); }

    void bind(std::uint32_t variable, TypeRef type) { at(variable).binding = type; }

    /// What the type is once known: a constructor or a variable without binding.
    TypeRef shallow(TypeRef type);
    /// As shallow(); of a record all known fields are in one row, so that its tail, if it has one,
    /// is a variable without binding or a generic.
    TypeRef row(TypeRef type);
    /// The type with all known variables replaced.
    TypeRef resolve(TypeRef type);

    [[nodiscard]] TypeStore& store() { return store_; }

    /// Few lines can describe a type without end: work on types has a budget, and what does not get
    /// a step ends at once, so that the whole soon comes to an end. Whoever refills the budget asks
    /// whether it was spent.
    void refill() {
        steps_ = kSteps;
        spent_ = false;
    }
    [[nodiscard]] bool spent() const { return spent_; }

    /// One step of a walk into a type, taken while it lives.
    class Step {
      public:
        Step(Substitution& substitution, std::size_t cost) : substitution_(substitution) {
            ++substitution_.depth_;
            granted_ = substitution_.depth_ < kMaxStepDepth && substitution_.steps_ >= cost;
            if (granted_) {
                substitution_.steps_ -= cost;
            } else {
                substitution_.steps_ = 0;
                substitution_.spent_ = true;
            }
        }
        ~Step() { --substitution_.depth_; }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        [[nodiscard]] bool granted() const { return granted_; }

      private:
        Substitution& substitution_;
        bool granted_ = false;
    };

  private:
    /// Enough for some millions of visited and some hundred thousands of rebuilt types.
    static constexpr std::size_t kSteps = 8'000'000;
    static constexpr std::size_t kMaxStepDepth = 4000;
    struct Entry {
        TypeRef self = nullptr;
        TypeRef binding = nullptr;
        KindSet kinds{};
        std::uint32_t level = 0;
    };
    [[nodiscard]] Entry& at(std::uint32_t variable) { return entries_[variable]; }
    [[nodiscard]] const Entry& at(std::uint32_t variable) const { return entries_[variable]; }

    TypeStore& store_;
    std::vector<Entry> entries_;
    std::uint32_t level_ = 0;
    std::size_t steps_ = kSteps;
    std::size_t depth_ = 0;
    bool spent_ = false;
};

/// Rebuilds `type` with `leaf(part)` in place of its variables and generics; parts that do not
/// change are shared. `wanted(part)` says whether there can be anything to replace in a part.
template <typename Wanted, typename Leaf>
TypeRef replaced(Substitution& substitution, TypeRef type, const Wanted& wanted, const Leaf& leaf) {
    if (type == nullptr || !wanted(type)) return type;
    if (type->is(Tag::variable) || type->is(Tag::generic)) return leaf(type);
    const Substitution::Step step(substitution, 20 + type->fields.size());
    if (!step.granted()) return &kError;
    TypeStore& store = substitution.store();
    const TypeRef first = replaced(substitution, type->first, wanted, leaf);
    const TypeRef second = replaced(substitution, type->second, wanted, leaf);
    bool same = first == type->first && second == type->second;
    std::vector<Field> fields(type->fields.begin(), type->fields.end());
    bool sorted = true;
    for (Field& f : fields) {
        const TypeRef part = replaced(substitution, f.type, wanted, leaf);
        same = same && part == f.type;
        f.type = part;
        if (f.label == nullptr || !wanted(f.label)) continue;
        const TypeRef label = leaf(f.label);
        if (label == f.label) continue;
        same = false;
        f.label = label;
        if (label->is(Tag::label)) {
            f.name = label->name;
            f.label = nullptr;
            sorted = false;
        }
    }
    std::vector<Parameter> parameters(type->parameters.begin(), type->parameters.end());
    for (Parameter& p : parameters) {
        const TypeRef part = replaced(substitution, p.type, wanted, leaf);
        const TypeRef fallback = replaced(substitution, p.fallback, wanted, leaf);
        same = same && part == p.type && fallback == p.fallback;
        p.type = part;
        p.fallback = fallback;
    }
    if (same) return type;
    if (!sorted) return store.record(std::move(fields), first);
    return store.rebuilt(*type, first, second, fields, parameters);
}

}  // namespace fluxi::types
