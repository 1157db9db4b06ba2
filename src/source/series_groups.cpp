#include "source/series_groups.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/core.h>

#include "base/error.hpp"

namespace fluxi::source {

std::vector<SeriesGroup> series_groups(const SeriesReader& reader, const ReadSpec& spec,
                                       const std::function<void()>& each_series) {
    const auto before = [](const SeriesGroup& a, const SeriesGroup& b) {
        for (std::size_t i = 0; i < a.shape.values.size(); ++i) {
            if (a.missing[i] != b.missing[i]) return static_cast<bool>(b.missing[i]);
            if (a.shape.values[i] != b.shape.values[i])
                return a.shape.values[i] < b.shape.values[i];
        }
        return false;
    };
    std::map<std::vector<std::string>, SeriesGroup> by_values;
    reader.each([&](Candidate& candidate) {
        each_series();
        if (!reader.has_points(candidate)) return true;
        std::vector<std::string> values;
        for (const std::string& label : *spec.group)
            values.emplace_back(store::tag_value(candidate.series, label));
        SeriesGroup& group = by_values[values];
        if (group.series.empty()) {
            for (const std::string& text : values) group.missing.push_back(text.empty());
            group.shape.values = std::move(values);
        }
        for (const std::string_view label : labels_of(candidate.series)) {
            auto& labels = group.shape.labels;
            const auto place = std::lower_bound(labels.begin(), labels.end(), label);
            if (place == labels.end() || *place != label) labels.emplace(place, label);
        }
        group.series.push_back(std::move(candidate));
        return true;
    });
    std::vector<SeriesGroup> groups;
    for (auto& entry : by_values) groups.push_back(std::move(entry.second));
    std::sort(groups.begin(), groups.end(), before);
    return groups;
}

void check_types(const SeriesGroup& group, const ReadSpec& spec) {
    if (spec.reduction == Reduction::count) return;
    const store::Series& first = group.series.front().series;
    for (const Candidate& candidate : group.series) {
        if (candidate.series.type == first.type) continue;
        fail_at(spec.grouped_by,
                fmt::format("group: schema collision: cannot group {} and {} types together: "
                            "fields \"{}\" of \"{}\" and \"{}\" of \"{}\"",
                            store::type_name(first.type), store::type_name(candidate.series.type),
                            first.field, first.measurement, candidate.series.field,
                            candidate.series.measurement));
    }
}

void fail_at(const base::CallFrame& call, std::string message) {
    base::RuntimeError error(base::Code::table, std::move(message));
    error.set_span(call.span);
    error.add_frame(call.function, call.span);
    throw error;
}

}  // namespace fluxi::source
