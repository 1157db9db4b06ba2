#include "value/compare.hpp"

#include <cmath>

#include "value/composite.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::value {

namespace {

bool numeric(Nature n) {
    return n == Nature::integer || n == Nature::uinteger || n == Nature::floating;
}

double to_double(const Value& v) {
    if (v.nature() == Nature::integer) return static_cast<double>(v.as_integer());
    if (v.nature() == Nature::uinteger) return static_cast<double>(v.as_uinteger());
    return v.as_floating();
}

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
    if (a.nature() == Nature::floating || b.nature() == Nature::floating) {
        return to_double(a) <=> to_double(b);
    }
    if (a.nature() == b.nature()) {
        if (a.nature() == Nature::integer) return a.as_integer() <=> b.as_integer();
        return a.as_uinteger() <=> b.as_uinteger();
    }
    // One int, one uint: a negative int is below every uint.
    if (a.nature() == Nature::integer) {
        if (a.as_integer() < 0) return std::partial_ordering::less;
        return static_cast<std::uint64_t>(a.as_integer()) <=> b.as_uinteger();
    }
    if (b.as_integer() < 0) return std::partial_ordering::greater;
    return a.as_uinteger() <=> static_cast<std::uint64_t>(b.as_integer());
}

bool equal_inside(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null() || a.nature() != b.nature()) return false;
    return equal(a, b);
}

bool equal_arrays(const Array& a, const Array& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!equal_inside(a.elements()[i], b.elements()[i])) return false;
    }
    return true;
}

bool equal_records(const Record& a, const Record& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Value* other = b.find(a.shape()->labels()[i]);
        if (other == nullptr || !equal_inside(a.values()[i], *other)) return false;
    }
    return true;
}

bool equal_dicts(const Dict& a, const Dict& b) {
    if (a.entries().size() != b.entries().size()) return false;
    for (std::size_t i = 0; i < a.entries().size(); ++i) {
        if (!equal_inside(a.entries()[i].first, b.entries()[i].first)) return false;
        if (!equal_inside(a.entries()[i].second, b.entries()[i].second)) return false;
    }
    return true;
}

}  // namespace

bool order_exists(Nature a, Nature b) {
    if (numeric(a) && numeric(b)) return true;
    return a == b && (a == Nature::string || a == Nature::time);
}

bool equality_exists(Nature a, Nature b) {
    if (order_exists(a, b)) return true;
    if (a != b) return false;
    return a == Nature::boolean || a == Nature::bytes || a == Nature::array || a == Nature::record;
}

std::partial_ordering compare(const Value& a, const Value& b) {
    if (numeric(a.nature())) return compare_numbers(a, b);
    if (a.nature() == Nature::time) return a.as_time() <=> b.as_time();
    return a.as_text() <=> b.as_text();
}

bool equal(const Value& a, const Value& b) {
    switch (a.nature()) {
        case Nature::none:
            return false;
        case Nature::boolean:
            return a.as_boolean() == b.as_boolean();
        case Nature::integer:
        case Nature::uinteger:
        case Nature::floating:
        case Nature::time:
            return compare(a, b) == std::partial_ordering::equivalent;
        case Nature::string:
        case Nature::bytes:
        case Nature::label:
            return a.as_text() == b.as_text();
        case Nature::duration:
            return a.as_duration() == b.as_duration();
        case Nature::regexp:
            return a.as_regexp().source() == b.as_regexp().source();
        case Nature::array:
            return equal_arrays(a.as_array(), b.as_array());
        case Nature::record:
            return equal_records(a.as_record(), b.as_record());
        case Nature::dict:
            return equal_dicts(a.as_dict(), b.as_dict());
        case Nature::dynamic:
            return equal_inside(a.as_dynamic().inner(), b.as_dynamic().inner());
        case Nature::function:
        case Nature::stream:
            return a.object() == b.object();
    }
    return false;
}

int compare_keys(const Value& a, const Value& b) {
    if (a.nature() != b.nature()) return a.nature() < b.nature() ? -1 : 1;
    const auto order = compare(a, b);
    if (order == std::partial_ordering::less) return -1;
    if (order == std::partial_ordering::greater) return 1;
    if (order == std::partial_ordering::equivalent) return 0;
    // Only NaN gets here: it stands before every number and equals itself.
    const int a_number = std::isnan(a.as_floating()) ? 0 : 1;
    const int b_number = std::isnan(b.as_floating()) ? 0 : 1;
    return a_number - b_number;
}

}  // namespace fluxi::value
