// The names in a bucket, found without its series where the predicate allows it.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "store/sqlite_bucket.hpp"

namespace fluxi::store {

namespace {

std::vector<std::string> sorted_texts(std::vector<std::string_view> names) {
    if (!std::is_sorted(names.begin(), names.end())) std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return {names.begin(), names.end()};
}

}  // namespace

bool SqliteBucket::tag_has_points(std::int64_t tag, value::Bounds bounds) const {
    Statement& read = statement(
        "SELECT series.id, field.type, series.first_time, series.last_time FROM tag_member "
        "JOIN series ON series.tag_set = tag_member.tag_set JOIN field ON field.id = series.field "
        "WHERE tag_member.tag = ?");
    read.with(tag);
    bool found = false;
    while (!found && read.step()) {
        const Presence there = BucketIndex::presence({read.integer(2), read.integer(3)}, bounds);
        found = there == Presence::certain ||
                (there == Presence::maybe &&
                 has_points(static_cast<std::uint64_t>(read.integer(0)),
                            static_cast<FieldType>(read.integer(1)), bounds));
    }
    read.reset();
    return found;
}

std::vector<std::string> SqliteBucket::tag_keys(const TagPredicate& predicate,
                                                value::Bounds bounds) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string_view> names;
    if (!predicate.depends_only_on("_measurement")) {
        std::unordered_set<const char*> seen;
        for (const Series& series : exactly(predicate, bounds)) {
            for (const Tag& tag : series.tags) {
                if (seen.insert(tag.key.data()).second) names.push_back(tag.key);
            }
        }
        return sorted_texts(std::move(names));
    }
    bounds = clamp(bounds);
    if (bounds.is_empty()) return {};
    for (const Measurement& measurement : measurements()) {
        if (by_measurement(predicate, measurement.name) != true) continue;
        Statement& read = statement(
            "SELECT key, first_time, last_time, id FROM tag WHERE measurement = ? ORDER BY key");
        read.with(measurement.id);
        std::string_view last;
        while (read.step()) {
            if (last.data() != nullptr && read.bytes(0) == last) continue;
            const Presence there =
                BucketIndex::presence({read.integer(1), read.integer(2)}, bounds);
            if (there == Presence::none ||
                (there == Presence::maybe && !tag_has_points(read.integer(3), bounds))) {
                continue;
            }
            names.push_back(last = keep(read.bytes(0)));
        }
    }
    return sorted_texts(std::move(names));
}

std::vector<std::string> SqliteBucket::tag_values(std::string_view key,
                                                  const TagPredicate& predicate,
                                                  value::Bounds bounds) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string_view> names;
    const bool is_tag = key != "_measurement" && key != "_field";
    if (!is_tag || !predicate.depends_only_on(key)) {
        std::unordered_set<const char*> seen;
        for (const Series& series : exactly(predicate, bounds)) {
            const std::string_view value = tag_value(series, key);
            if (!value.empty() && seen.insert(value.data()).second) names.push_back(value);
        }
        return sorted_texts(std::move(names));
    }
    bounds = clamp(bounds);
    if (bounds.is_empty()) return {};
    Matcher matches(predicate);
    for (const Measurement& measurement : measurements()) {
        if (by_measurement(predicate, measurement.name) == false) continue;
        Statement& read = statement(
            "SELECT value, first_time, last_time, id FROM tag WHERE measurement = ? AND key = ?");
        read.with(measurement.id, key);
        while (read.step()) {
            const Presence there =
                BucketIndex::presence({read.integer(1), read.integer(2)}, bounds);
            if (there == Presence::none) continue;
            const Tag tag{key, keep(read.bytes(0))};
            Series series;
            series.measurement = measurement.name;
            series.tags = {&tag, 1};
            if (!matches(series)) continue;
            if (there == Presence::certain || tag_has_points(read.integer(3), bounds)) {
                names.push_back(tag.value);
            }
        }
    }
    return sorted_texts(std::move(names));
}

}  // namespace fluxi::store
