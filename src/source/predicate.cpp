#include "source/predicate.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "value/display.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::source {

using table::ColumnType;
using value::Nature;
using value::Value;

Predicate Predicate::constant(bool holds) {
    Predicate predicate;
    predicate.holds = holds;
    return predicate;
}

namespace {

/// Joins parts; one that is `dominant` decides, those that are its opposite say nothing.
Predicate joined(Predicate::Kind kind, std::vector<Predicate> parts, bool dominant) {
    Predicate result;
    result.kind = kind;
    for (Predicate& part : parts) {
        if (part.kind == Predicate::Kind::truth) {
            if (part.holds == dominant) return part;
            continue;
        }
        if (part.kind == kind) {
            for (Predicate& inner : part.parts) result.parts.push_back(std::move(inner));
        } else {
            result.parts.push_back(std::move(part));
        }
    }
    if (result.parts.empty()) return Predicate::constant(!dominant);
    if (result.parts.size() == 1) return std::move(result.parts.front());
    return result;
}

}  // namespace

Predicate Predicate::all_of(std::vector<Predicate> parts) {
    return joined(Kind::all, std::move(parts), false);
}

Predicate Predicate::any_of(std::vector<Predicate> parts) {
    return joined(Kind::any, std::move(parts), true);
}

bool Predicate::tests_values() const {
    if (kind == Kind::value) return true;
    return std::any_of(parts.begin(), parts.end(),
                       [](const Predicate& part) { return part.tests_values(); });
}

namespace {

using Test = Predicate::Test;

bool tag_holds(const Predicate& predicate, std::optional<std::string_view> tag) {
    const std::string_view text = tag.value_or("");
    switch (predicate.test) {
        case Test::exists:
            return !text.empty();
        case Test::missing:
            return text.empty();
        case Test::match:
        case Test::not_match:
            return predicate.literal.as_regexp().regexp().match(text) ==
                   (predicate.test == Test::match);
        case Test::equal:
        case Test::not_equal:
            return predicate.literal.is(Nature::string) &&
                   (text == predicate.literal.as_text()) == (predicate.test == Test::equal);
        case Test::less:
        case Test::less_equal:
        case Test::greater:
        case Test::greater_equal:
            break;
    }
    return false;
}

/// Whether values of a type can be tested so at all.
bool fits(const Predicate& predicate, ColumnType type) {
    const bool matches = predicate.test == Test::match || predicate.test == Test::not_match;
    const bool equality = predicate.test == Test::equal || predicate.test == Test::not_equal;
    switch (predicate.literal.nature()) {
        case Nature::regexp:
            return matches && type == ColumnType::string;
        case Nature::string:
            return !matches && type == ColumnType::string;
        case Nature::integer:
        case Nature::floating:
            return !matches && (type == ColumnType::integer || type == ColumnType::uinteger ||
                                type == ColumnType::floating);
        case Nature::boolean:
            return equality && type == ColumnType::boolean;
        default:
            return false;
    }
}

}  // namespace

Predicate for_series(const Predicate& predicate, const TagLookup& tags, ColumnType type) {
    switch (predicate.kind) {
        case Predicate::Kind::truth:
            return predicate;
        case Predicate::Kind::tag:
            return Predicate::constant(tag_holds(predicate, tags(predicate.label)));
        case Predicate::Kind::value:
            return fits(predicate, type) ? predicate : Predicate::constant(false);
        case Predicate::Kind::all:
        case Predicate::Kind::any:
            break;
    }
    std::vector<Predicate> parts;
    parts.reserve(predicate.parts.size());
    for (const Predicate& part : predicate.parts) parts.push_back(for_series(part, tags, type));
    return predicate.kind == Predicate::Kind::all ? Predicate::all_of(std::move(parts))
                                                  : Predicate::any_of(std::move(parts));
}

Predicate without_values(const Predicate& predicate) {
    if (predicate.kind == Predicate::Kind::value) return Predicate::constant(true);
    if (predicate.parts.empty()) return predicate;
    std::vector<Predicate> parts;
    parts.reserve(predicate.parts.size());
    for (const Predicate& part : predicate.parts) parts.push_back(without_values(part));
    return predicate.kind == Predicate::Kind::all ? Predicate::all_of(std::move(parts))
                                                  : Predicate::any_of(std::move(parts));
}

namespace {

std::string_view symbol(Test test) {
    switch (test) {
        case Test::equal:
            return "==";
        case Test::not_equal:
            return "!=";
        case Test::less:
            return "<";
        case Test::less_equal:
            return "<=";
        case Test::greater:
            return ">";
        case Test::greater_equal:
            return ">=";
        case Test::match:
            return "=~";
        case Test::not_match:
            return "!~";
        case Test::exists:
            return "exists";
        case Test::missing:
            return "not exists";
    }
    return "?";
}

}  // namespace

std::string to_string(const Predicate& predicate) {
    using Kind = Predicate::Kind;
    if (predicate.kind == Kind::truth) return predicate.holds ? "true" : "false";
    if (predicate.kind == Kind::tag || predicate.kind == Kind::value) {
        const std::string_view label =
            predicate.kind == Kind::value ? std::string_view("_value") : predicate.label;
        if (predicate.test == Test::exists || predicate.test == Test::missing)
            return fmt::format("{} {}", symbol(predicate.test), label);
        const std::string literal =
            predicate.literal.is(Nature::string)
                ? fmt::format("\"{}\"", predicate.literal.as_text())
            : predicate.literal.is(Nature::regexp)
                ? fmt::format("/{}/", predicate.literal.as_regexp().source())
                : value::display(predicate.literal);
        return fmt::format("{} {} {}", label, symbol(predicate.test), literal);
    }
    std::string text;
    for (const Predicate& part : predicate.parts) {
        if (!text.empty()) text += predicate.kind == Kind::all ? " and " : " or ";
        text += part.parts.empty() ? to_string(part) : "(" + to_string(part) + ")";
    }
    return text;
}

}  // namespace fluxi::source
