#include "store/predicate.hpp"

#include <algorithm>
#include <utility>

namespace fluxi::store {

namespace {

TagPredicate on_text(TagPredicate::Kind kind, std::string key, std::string text) {
    TagPredicate predicate;
    predicate.kind = kind;
    predicate.key = std::move(key);
    predicate.text = std::move(text);
    return predicate;
}

TagPredicate on_regexp(TagPredicate::Kind kind, std::string key,
                       std::shared_ptr<const value::Regexp> regexp) {
    TagPredicate predicate = on_text(kind, std::move(key), {});
    predicate.regexp = std::move(regexp);
    return predicate;
}

TagPredicate of_parts(TagPredicate::Kind kind, std::vector<TagPredicate> parts) {
    TagPredicate predicate;
    predicate.kind = kind;
    predicate.parts = std::move(parts);
    return predicate;
}

}  // namespace

TagPredicate TagPredicate::all_of(std::vector<TagPredicate> parts) {
    return of_parts(Kind::all_of, std::move(parts));
}

TagPredicate TagPredicate::any_of(std::vector<TagPredicate> parts) {
    return of_parts(Kind::any_of, std::move(parts));
}

TagPredicate TagPredicate::equal(std::string key, std::string text) {
    return on_text(Kind::equal, std::move(key), std::move(text));
}

TagPredicate TagPredicate::not_equal(std::string key, std::string text) {
    return on_text(Kind::not_equal, std::move(key), std::move(text));
}

TagPredicate TagPredicate::matches(std::string key, std::shared_ptr<const value::Regexp> regexp) {
    return on_regexp(Kind::matches, std::move(key), std::move(regexp));
}

TagPredicate TagPredicate::not_matches(std::string key,
                                       std::shared_ptr<const value::Regexp> regexp) {
    return on_regexp(Kind::not_matches, std::move(key), std::move(regexp));
}

TagPredicate TagPredicate::exists(std::string key) {
    return on_text(Kind::exists, std::move(key), {});
}

TagPredicate TagPredicate::not_exists(std::string key) {
    return on_text(Kind::not_exists, std::move(key), {});
}

bool TagPredicate::depends_only_on(std::string_view wanted) const {
    if (kind == Kind::all_of || kind == Kind::any_of) {
        return std::all_of(parts.begin(), parts.end(), [wanted](const TagPredicate& part) {
            return part.depends_only_on(wanted);
        });
    }
    return key == "_measurement" || key == wanted;
}

bool TagPredicate::mentions(std::string_view wanted) const {
    if (kind == Kind::all_of || kind == Kind::any_of) {
        return std::any_of(parts.begin(), parts.end(),
                           [wanted](const TagPredicate& part) { return part.mentions(wanted); });
    }
    return key == wanted;
}

std::string_view tag_value(const Series& series, std::string_view key) {
    if (key == "_measurement") return series.measurement;
    if (key == "_field") return series.field;
    for (const Tag& tag : series.tags) {
        if (tag.key == key) return tag.value;
    }
    return {};
}

std::size_t Matcher::AskedHash::operator()(const Asked& asked) const {
    const auto mix = reinterpret_cast<std::uintptr_t>(asked.text) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>((mix >> 20) ^ reinterpret_cast<std::uintptr_t>(asked.regexp));
}

bool Matcher::regexp_matches(const TagPredicate& predicate, std::string_view text) {
    const Asked asked{predicate.regexp.get(), text.data()};
    const auto [found, is_new] = known_.try_emplace(asked, false);
    if (is_new) found->second = predicate.regexp->match(text);
    return found->second;
}

bool Matcher::matches(const TagPredicate& predicate, const Series& series) {
    using Kind = TagPredicate::Kind;
    const auto part = [&](const TagPredicate& p) { return matches(p, series); };
    switch (predicate.kind) {
        case Kind::all_of:
            return std::all_of(predicate.parts.begin(), predicate.parts.end(), part);
        case Kind::any_of:
            return std::any_of(predicate.parts.begin(), predicate.parts.end(), part);
        case Kind::equal:
            return tag_value(series, predicate.key) == predicate.text;
        case Kind::not_equal:
            return tag_value(series, predicate.key) != predicate.text;
        case Kind::matches:
            return regexp_matches(predicate, tag_value(series, predicate.key));
        case Kind::not_matches:
            return !regexp_matches(predicate, tag_value(series, predicate.key));
        case Kind::exists:
            return !tag_value(series, predicate.key).empty();
        case Kind::not_exists:
            break;
    }
    return tag_value(series, predicate.key).empty();
}

std::optional<bool> by_measurement(const TagPredicate& predicate, std::string_view measurement) {
    if (predicate.kind == TagPredicate::Kind::all_of ||
        predicate.kind == TagPredicate::Kind::any_of) {
        const bool all = predicate.kind == TagPredicate::Kind::all_of;
        bool known = true;
        for (const TagPredicate& part : predicate.parts) {
            const auto said = by_measurement(part, measurement);
            if (said && *said != all) return !all;
            known = known && said;
        }
        return known ? std::optional(all) : std::nullopt;
    }
    if (predicate.key != "_measurement") return std::nullopt;
    Series series;
    series.measurement = measurement;
    return Matcher(predicate)(series);
}

}  // namespace fluxi::store
