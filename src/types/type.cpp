#include "types/type.hpp"

#include <algorithm>

namespace fluxi::types {

namespace {

struct Basic {
    TypeRef type;
    std::string_view name;
    KindSet kinds;
};

constexpr KindSet kNumber =
    KindSet::of(Kind::addable, Kind::subtractable, Kind::divisible, Kind::numeric, Kind::comparable,
                Kind::equatable, Kind::nullable, Kind::basic, Kind::stringable, Kind::negatable);

constexpr Basic kBasics[] = {
    {&kBool, "bool", KindSet::of(Kind::equatable, Kind::nullable, Kind::basic, Kind::stringable)},
    {&kInt, "int", kNumber},
    {&kUInt, "uint", kNumber},
    {&kFloat, "float", kNumber},
    {&kString, "string",
     KindSet::of(Kind::addable, Kind::comparable, Kind::equatable, Kind::nullable, Kind::basic,
                 Kind::stringable)},
    {&kDuration, "duration",
     KindSet::of(Kind::comparable, Kind::equatable, Kind::nullable, Kind::basic, Kind::stringable,
                 Kind::negatable, Kind::timeable)},
    {&kTime, "time",
     KindSet::of(Kind::comparable, Kind::equatable, Kind::nullable, Kind::basic, Kind::stringable,
                 Kind::timeable)},
    {&kRegexp, "regexp", KindSet::of(Kind::basic)},
    {&kBytes, "bytes", KindSet::of(Kind::equatable, Kind::basic)},
    {&kDynamic, "dynamic", KindSet::of(Kind::basic, Kind::row)},
};

constexpr KindSet kLabelKinds =
    KindSet::of(Kind::addable, Kind::comparable, Kind::equatable, Kind::nullable, Kind::basic,
                Kind::stringable, Kind::label);

}  // namespace

const Parameter* Type::parameter(std::string_view wanted) const {
    const auto at =
        std::lower_bound(parameters.begin(), parameters.end(), wanted,
                         [](const Parameter& p, std::string_view n) { return p.name < n; });
    return at != parameters.end() && at->name == wanted ? &*at : nullptr;
}

const Field* Type::field(std::string_view wanted) const {
    const auto at = std::lower_bound(fields.begin(), fields.end(), wanted,
                                     [](const Field& f, std::string_view n) { return f.name < n; });
    return at != fields.end() && at->name == wanted && at->label == nullptr ? &*at : nullptr;
}

const Parameter* Type::pipe() const {
    for (const Parameter& p : parameters) {
        if (p.mark == Mark::pipe) return &p;
    }
    return nullptr;
}

std::string_view basic_name(Tag tag) {
    for (const Basic& basic : kBasics) {
        if (basic.type->tag == tag) return basic.name;
    }
    return {};
}

TypeRef basic_named(std::string_view name) {
    for (const Basic& basic : kBasics) {
        if (basic.name == name) return basic.type;
    }
    return nullptr;
}

KindSet basic_kinds(Tag tag) {
    if (tag == Tag::label) return kLabelKinds;
    for (const Basic& basic : kBasics) {
        if (basic.type->tag == tag) return basic.kinds;
    }
    return {};
}

}  // namespace fluxi::types
