// Unification of records. Their fields are sorted, so two rows are compared in one pass; of equal
// names the first of one goes with the first of the other. What only one side has goes into the
// tail of the other, or is an error where there is no tail.
#include "types/unify.hpp"

namespace fluxi::types {

namespace {

bool has_variable_label(TypeRef record) {
    for (const Field& f : record->fields) {
        if (f.label != nullptr) return true;
        if (!f.name.empty()) break;  // those without a name are sorted to the front
    }
    return false;
}

}  // namespace

void Unifier::match_records(TypeRef expected, TypeRef found) {
    const TypeRef e = substitution_.row(expected);
    const TypeRef f = substitution_.row(found);
    if (has_variable_label(e) || has_variable_label(f)) {
        delayed_.emplace_back(e, f);
        return;
    }
    match_rows(e, f);
}

void Unifier::finish_delayed() {
    while (!delayed_.empty()) {
        const std::vector<std::pair<TypeRef, TypeRef>> pairs = std::exchange(delayed_, {});
        for (const auto& [expected, found] : pairs) {
            match_rows(substitution_.resolve(expected), substitution_.resolve(found));
        }
    }
}

void Unifier::match_rows(TypeRef e, TypeRef f) {
    std::vector<Field> only_expected;
    std::vector<Field> only_found;
    auto a = e->fields.begin();
    auto b = f->fields.begin();
    while (a != e->fields.end() || b != f->fields.end()) {
        if (b == f->fields.end() || (a != e->fields.end() && a->name < b->name)) {
            only_expected.push_back(*a++);
        } else if (a == e->fields.end() || b->name < a->name) {
            only_found.push_back(*b++);
        } else {
            if (a->label != nullptr && b->label != nullptr) match(a->label, b->label);
            match_into({PathStep::Into::field, a->name}, a->type, b->type);
            ++a;
            ++b;
        }
    }
    const TypeRef e_tail = e->tail();
    const TypeRef f_tail = f->tail();
    match_tails(e_tail, f_tail, only_expected, only_found);
}

void Unifier::match_tails(TypeRef expected, TypeRef found, const std::vector<Field>& only_expected,
                          const std::vector<Field>& only_found) {
    if (found == nullptr) {
        for (const Field& f : only_expected) {
            if (Mismatch* m = report(Mismatch::What::missing_label)) m->name = f.name;
        }
    }
    if (expected == nullptr) {
        for (const Field& f : only_found) {
            if (Mismatch* m = report(Mismatch::What::unexpected_label)) m->name = f.name;
        }
    }
    if (expected == nullptr && found == nullptr) return;
    if (expected == nullptr) {
        match(store_.row(only_expected, {}, nullptr), found);
        return;
    }
    if (found == nullptr) {
        match(expected, store_.row(only_found, {}, nullptr));
        return;
    }
    if (only_expected.empty() && only_found.empty()) {
        match(expected, found);
    } else if (only_expected.empty()) {
        match(expected, store_.row(only_found, {}, found));
    } else if (only_found.empty()) {
        match(store_.row(only_expected, {}, expected), found);
    } else if (substitution_.shallow(expected) == substitution_.shallow(found)) {
        // Two records with one tail can only be equal if they have the same labels.
        for (const Field& f : only_expected) {
            if (Mismatch* m = report(Mismatch::What::missing_label)) m->name = f.name;
        }
        for (const Field& f : only_found) {
            if (Mismatch* m = report(Mismatch::What::unexpected_label)) m->name = f.name;
        }
    } else {
        const TypeRef rest = substitution_.fresh(KindSet::of(Kind::row));
        match(expected, store_.row(only_found, {}, rest));
        match(store_.row(only_expected, {}, rest), found);
    }
}

}  // namespace fluxi::types
