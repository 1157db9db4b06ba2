#include "source/read_spec.hpp"

#include <fmt/format.h>

#include "value/time.hpp"

namespace fluxi::source {

std::string_view name_of(Reduction reduction) {
    switch (reduction) {
        case Reduction::none:
            return "";
        case Reduction::count:
            return "count";
        case Reduction::sum:
            return "sum";
        case Reduction::mean:
            return "mean";
        case Reduction::first:
            return "first";
        case Reduction::last:
            return "last";
        case Reduction::min:
            return "min";
        case Reduction::max:
            break;
    }
    return "max";
}

std::string to_string(const ReadSpec& spec) {
    std::string text = fmt::format("bucket: {}, range: {} to {}", spec.bucket.text(),
                                   value::time_to_string(spec.bounds.start),
                                   value::time_to_string(spec.bounds.stop));
    if (!spec.predicate.is_true()) text += fmt::format(", filter: {}", to_string(spec.predicate));
    if (!spec.implied.is_true()) text += fmt::format(", only series: {}", to_string(spec.implied));
    if (spec.group) text += fmt::format(", group: [{}]", fmt::join(*spec.group, ", "));
    if (spec.window) {
        text += fmt::format(", {}: {}",
                            spec.windows == ReadSpec::Windows::rows ? "aggregateWindow" : "window",
                            value::to_string(spec.window->window.every()));
    }
    if (spec.reduction != Reduction::none) text += fmt::format(", {}", name_of(spec.reduction));
    if (spec.wanted == store::Wanted::times) text += ", no values";
    if (spec.wanted == store::Wanted::values) text += ", no times";
    if (spec.one_of_series) text += ", one row of each series";
    if (spec.at_most) text += fmt::format(", first rows: {}", *spec.at_most);
    if (spec.names == ReadSpec::Names::tag_values) text += fmt::format(", values of {}", spec.tag);
    if (spec.names == ReadSpec::Names::tag_keys) text += ", names of tags";
    return text;
}

}  // namespace fluxi::source
