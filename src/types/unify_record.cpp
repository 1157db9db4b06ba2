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
    // Each round can only wait for labels that the one before made known.
    for (std::size_t round = 0; round < kMaxMismatches && !delayed_.empty(); ++round) {
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
    match_tails(e, f, only_expected, only_found);
}

void Unifier::report_labels(Mismatch::What what, TypeRef expected, TypeRef found,
                            const std::vector<Field>& labels) {
    for (const Field& f : labels) {
        Mismatch* m = report(what);
        if (m == nullptr) return;
        m->name = f.name;
        m->expected = expected;
        m->found = found;
    }
}

void Unifier::match_tails(TypeRef e, TypeRef f, const std::vector<Field>& only_expected,
                          const std::vector<Field>& only_found) {
    const TypeRef expected = e->tail();
    const TypeRef found = f->tail();
    // Two records with one tail can only be equal if they have the same labels.
    const bool same_tail = expected != nullptr && found != nullptr &&
                           substitution_.shallow(expected) == substitution_.shallow(found);
    if (found == nullptr || same_tail) {
        report_labels(Mismatch::What::missing_label, e, f, only_expected);
    }
    if (expected == nullptr || same_tail) {
        report_labels(Mismatch::What::unexpected_label, e, f, only_found);
    }
    if (same_tail || (expected == nullptr && found == nullptr)) return;
    if (expected == nullptr) {
        match(store_.row(only_expected, {}, nullptr), found);
    } else if (found == nullptr) {
        match(expected, store_.row(only_found, {}, nullptr));
    } else if (only_expected.empty() && only_found.empty()) {
        match(expected, found);
    } else if (only_expected.empty()) {
        match(expected, store_.row(only_found, {}, found));
    } else if (only_found.empty()) {
        match(store_.row(only_expected, {}, expected), found);
    } else {
        const TypeRef rest = substitution_.fresh(KindSet::of(Kind::row));
        match(expected, store_.row(only_found, {}, rest));
        match(store_.row(only_expected, {}, rest), found);
    }
}

}  // namespace fluxi::types
