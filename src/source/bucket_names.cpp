#include "source/bucket_names.hpp"

#include <algorithm>
#include <set>

namespace fluxi::source {

namespace {

std::vector<std::string> names_of_rows(const SeriesReader& reader, const ReadSpec& spec,
                                       const std::function<void()>& each_series) {
    std::set<std::string> names;
    reader.each([&](Candidate& candidate) {
        each_series();
        bool any = false;
        reader.rows(candidate, [&](const store::Points&) {
            any = true;
            return false;
        });
        if (!any) return true;
        if (spec.names == ReadSpec::Names::tag_keys) {
            for (const store::Tag& tag : candidate.series.tags) names.emplace(tag.key);
        } else if (const auto text = store::tag_value(candidate.series, spec.tag); !text.empty()) {
            names.emplace(text);
        }
        return true;
    });
    return {names.begin(), names.end()};
}

/// Beside the tags there are measurement and field, if there are points at all, and the bounds.
void complete_keys(const store::Bucket& bucket, value::Bounds bounds,
                   std::vector<std::string>& keys) {
    const bool points =
        !keys.empty() || bucket.cardinality(store::TagPredicate::everything(), bounds) != 0;
    if (points) {
        keys.insert(keys.end(), {"_field", "_measurement"});
        std::sort(keys.begin(), keys.end());
    }
    keys.insert(keys.begin(), {"_start", "_stop"});
}

}  // namespace

std::vector<std::string> bucket_names(const store::Bucket& bucket, const SeriesReader& reader,
                                      const ReadSpec& spec, bool pushdown,
                                      const std::function<void()>& each_series) {
    const value::Bounds bounds{spec.bounds.start, spec.bounds.stop};
    const bool keys = spec.names == ReadSpec::Names::tag_keys;
    std::vector<std::string> found;
    if (pushdown && !spec.predicate.tests_values()) {
        const store::TagPredicate predicate =
            index_predicate(Predicate::all_of({spec.predicate, spec.implied}));
        found = keys ? bucket.tag_keys(predicate, bounds)
                     : bucket.tag_values(spec.tag, predicate, bounds);
    } else {
        found = names_of_rows(reader, spec, each_series);
    }
    if (keys) complete_keys(bucket, bounds, found);
    return found;
}

}  // namespace fluxi::source
