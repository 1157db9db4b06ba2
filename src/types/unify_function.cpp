// Unification of functions, which is also how a call is checked: a call is the type of a function
// with the given arguments as required parameters, an unnamed pipe parameter if something is piped
// in, and an unknown result. Order of reports: unexpected arguments, required ones by name,
// optional ones, result.
#include <algorithm>

#include "types/unify.hpp"

namespace fluxi::types {

namespace {

void sort_by_name(std::vector<Parameter>& parameters) {
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const Parameter& a, const Parameter& b) { return a.name < b.name; });
}

const Parameter* find(const std::vector<Parameter>& parameters, std::string_view name) {
    const auto at =
        std::lower_bound(parameters.begin(), parameters.end(), name,
                         [](const Parameter& p, std::string_view n) { return p.name < n; });
    return at != parameters.end() && at->name == name ? &*at : nullptr;
}

std::vector<Parameter>::iterator pipe_of(std::vector<Parameter>& parameters) {
    return std::find_if(parameters.begin(), parameters.end(),
                        [](const Parameter& p) { return p.mark == Mark::pipe; });
}

}  // namespace

/// Turns pipe parameters into required ones of the same name on both sides.
bool Unifier::match_pipes(std::vector<Parameter>& expected, std::vector<Parameter>& found) {
    const auto e = pipe_of(expected);
    const auto f = pipe_of(found);
    const bool in_e = e != expected.end();
    const bool in_f = f != found.end();
    if (in_e && in_f) {
        if (!e->name.empty() && !f->name.empty() && e->name != f->name) {
            if (Mismatch* m = report(Mismatch::What::pipe_name)) {
                m->name = e->name;
                m->other = f->name;
            }
            expected.erase(e);
            found.erase(f);
            return false;
        }
        f->name = e->name;
        e->mark = Mark::required;
        f->mark = Mark::required;
        sort_by_name(found);
        return true;
    }
    if (in_e || in_f) {
        std::vector<Parameter>& side = in_e ? expected : found;
        const auto pipe = in_e ? e : f;
        if (!pipe->name.empty()) {
            pipe->mark = Mark::required;
            return true;
        }
        report(Mismatch::What::missing_pipe);
        side.erase(pipe);
        return false;
    }
    return true;
}

void Unifier::match_functions(TypeRef expected, TypeRef found) {
    std::vector<Parameter> e(expected->parameters.begin(), expected->parameters.end());
    std::vector<Parameter> f(found->parameters.begin(), found->parameters.end());
    match_pipes(e, f);
    for (const Parameter& given : f) {
        if (given.mark != Mark::required || find(e, given.name) != nullptr) continue;
        Mismatch* m = report(Mismatch::What::unexpected_argument);
        if (m == nullptr) break;
        m->name = given.name;
        for (const Parameter& p : e) {
            if (find(f, p.name) == nullptr) m->candidates.push_back(p.name);
        }
    }
    for (const Parameter& p : e) {
        if (p.mark != Mark::required) continue;
        if (const Parameter* given = find(f, p.name)) {
            match_into({PathStep::Into::argument, p.name}, p.type, given->type);
        } else if (Mismatch* m = report(Mismatch::What::missing_argument)) {
            m->name = p.name;
            m->expected = p.type;
        }
    }
    for (const Parameter& p : e) {
        if (p.mark != Mark::optional) continue;
        if (const Parameter* given = find(f, p.name)) {
            match_into({PathStep::Into::argument, p.name}, p.type, given->type);
        } else if (p.fallback != nullptr) {
            match_into({PathStep::Into::argument, p.name}, p.type, p.fallback);
        }
    }
    match_into({PathStep::Into::result}, expected->result(), found->result());
}

}  // namespace fluxi::types
