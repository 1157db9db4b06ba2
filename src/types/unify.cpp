#include "types/unify.hpp"

#include <algorithm>

namespace fluxi::types {

std::vector<Mismatch> Unifier::unify(TypeRef expected, TypeRef found) {
    match(expected, found);
    finish_delayed();
    return std::exchange(mismatches_, {});
}

std::vector<Mismatch> Unifier::constrain(TypeRef type, Kind kind) {
    demand(type, kind);
    return std::exchange(mismatches_, {});
}

Mismatch* Unifier::report(Mismatch::What what) {
    if (mismatches_.size() >= kMaxMismatches) return nullptr;
    Mismatch& mismatch = mismatches_.emplace_back();
    mismatch.what = what;
    mismatch.path = path_;
    return &mismatch;
}

void Unifier::match_into(PathStep step, TypeRef expected, TypeRef found) {
    path_.push_back(step);
    match(expected, found);
    path_.pop_back();
}

void Unifier::match(TypeRef expected, TypeRef found) {
    const TypeRef e = substitution_.shallow(expected);
    const TypeRef f = substitution_.shallow(found);
    if (e == f || e->is(Tag::error) || f->is(Tag::error)) return;
    if (mismatches_.size() >= kMaxMismatches) return;
    const Substitution::Step step(substitution_, 1 + e->fields.size() + f->fields.size());
    if (!step.granted()) return;
    if (e->is(Tag::variable)) {
        f->is(Tag::variable) ? join_variables(e, f) : bind(e, f, true);
        return;
    }
    if (f->is(Tag::variable)) {
        bind(f, e, false);
        return;
    }
    // A dynamic value may be used like a record: its members are looked up when the script runs.
    if ((e->is(Tag::dynamic) && f->is(Tag::record)) ||
        (e->is(Tag::record) && f->is(Tag::dynamic))) {
        return;
    }
    if (e->tag == f->tag) {
        switch (e->tag) {
            case Tag::array:
            case Tag::stream:
            case Tag::vector:
                match_into({PathStep::Into::element}, e->element(), f->element());
                return;
            case Tag::dict:
                match_into({PathStep::Into::key}, e->key(), f->key());
                match_into({PathStep::Into::value}, e->value(), f->value());
                return;
            case Tag::record:
                match_records(e, f);
                return;
            case Tag::function:
                match_functions(e, f);
                return;
            case Tag::label:
                if (e->name == f->name) return;
                break;
            case Tag::generic:
                break;
            default:
                return;
        }
    }
    if (Mismatch* m = report(Mismatch::What::types)) {
        m->expected = e;
        m->found = f;
    }
}

void Unifier::join_variables(TypeRef a, TypeRef b) {
    const std::uint32_t level =
        std::min(substitution_.level_of(a->index), substitution_.level_of(b->index));
    substitution_.kinds_of(b->index).each(
        [&](Kind kind) { substitution_.add_kind(a->index, kind); });
    substitution_.lower(a->index, level);
    substitution_.bind(b->index, a);
}

/// Whether `variable` does not occur in `type`; on the way all its variables get the level.
bool Unifier::adjust(TypeRef type, TypeRef variable, std::uint32_t level) {
    if (type == nullptr || !type->has_variables) return true;
    if (type->is(Tag::variable)) {
        const TypeRef known = substitution_.shallow(type);
        if (known == variable) return false;
        if (!known->is(Tag::variable)) {
            const Substitution::Step step(substitution_, 1);
            return !step.granted() || adjust(known, variable, level);
        }
        substitution_.lower(known->index, level);
        return true;
    }
    const Substitution::Step step(substitution_, 1 + type->fields.size());
    if (!step.granted()) return true;
    bool fits = adjust(type->first, variable, level) && adjust(type->second, variable, level);
    for (const Field& f : type->fields) {
        fits = fits && adjust(f.type, variable, level) && adjust(f.label, variable, level);
    }
    for (const Parameter& p : type->parameters) {
        fits = fits && adjust(p.type, variable, level) && adjust(p.fallback, variable, level);
    }
    return fits;
}

void Unifier::bind(TypeRef variable, TypeRef type, bool variable_is_expected) {
    if (!adjust(type, variable, substitution_.level_of(variable->index))) {
        if (Mismatch* m = report(Mismatch::What::recursive)) {
            m->expected = variable_is_expected ? variable : type;
            m->found = variable_is_expected ? type : variable;
        }
        return;
    }
    const KindSet kinds = substitution_.kinds_of(variable->index);
    substitution_.bind(variable->index, type);
    const std::size_t before = mismatches_.size();
    kinds.each([&](Kind kind) {
        if (mismatches_.size() == before) demand(type, kind);
    });
}

namespace {

/// Whether a constructed type has the kind exactly if all its parts have it.
bool depends_on_parts(TypeRef type, Kind kind) {
    switch (type->tag) {
        case Tag::array:
        case Tag::stream:
        case Tag::record:
            return kind == Kind::equatable;
        case Tag::vector:
            return true;
        default:
            return false;
    }
}

}  // namespace

void Unifier::demand(TypeRef type, Kind kind) {
    const TypeRef known = substitution_.shallow(type);
    switch (known->tag) {
        case Tag::error:
        case Tag::generic:
            return;
        case Tag::variable:
            substitution_.add_kind(known->index, kind);
            return;
        default:
            break;
    }
    if (known->is(Tag::record) && (kind == Kind::record || kind == Kind::row)) return;
    if (known->kinds.has(kind) || basic_kinds(known->tag).has(kind)) return;
    if (!depends_on_parts(known, kind)) {
        if (Mismatch* m = report(Mismatch::What::kind)) {
            m->found = known;
            m->kind = kind;
        }
        return;
    }
    const Substitution::Step step(substitution_, 1 + known->fields.size());
    if (!step.granted()) return;
    const std::size_t before = mismatches_.size();
    if (!known->is(Tag::record)) {
        path_.push_back({PathStep::Into::element});
        demand(known->element(), kind);
        path_.pop_back();
        return;
    }
    for (const Field& f : known->fields) {
        path_.push_back({PathStep::Into::field, f.name});
        demand(f.type, kind);
        path_.pop_back();
        if (mismatches_.size() != before) return;
    }
    if (known->tail() != nullptr) demand(known->tail(), kind);
}

}  // namespace fluxi::types
