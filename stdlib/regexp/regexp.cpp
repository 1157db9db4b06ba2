// Natives of package regexp.
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/appending.hpp"
#include "native/part_forms.hpp"
#include "value/regexp.hpp"

namespace fluxi::stdlib::regexp {
namespace {

using Text = std::string_view;
using value::Regexp;

value::Value places(const Regexp& r, Text v) {
    const auto match = r.find(v);
    if (!match) return value::make_array({});
    return value::make_array({value::Value::integer(static_cast<std::int64_t>(match->start)),
                              value::Value::integer(static_cast<std::int64_t>(match->end))});
}

void append_replaced(std::string& out, const Regexp& r, Text v, Text t) {
    r.append_replaced(out, v, t);
}

/// Start or end of the first match.
std::int64_t place_at(std::int64_t index, const Regexp& r, Text v) {
    const auto match = r.find(v);
    if (!match || index > 1)
        base::fail("cannot access element {} of array of length {}", index, match ? 2 : 0);
    return static_cast<std::int64_t>(index == 0 ? match->start : match->end);
}

Text part_at(std::int64_t index, const Regexp& r, Text v, std::int64_t limit) {
    Text found;
    std::int64_t count = 0;
    r.split(v, limit, [&](Text part) {
        if (count++ == index) found = part;
    });
    if (index >= count) base::fail("cannot access element {} of array of length {}", index, count);
    return found;
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("regexp");
    package.function("compile", {"v"}, [](Text v) { return Regexp::compile(v); });
    package.function("quoteMeta", {"v"}, native::appending(value::append_quoted_pattern));
    package.function("findString", {"r", "v"}, [](const Regexp& r, Text v) {
        const auto match = r.find(v);
        return match ? v.substr(match->start, match->end - match->start) : Text();
    });
    package.function("findStringIndex", {"r", "v"}, places);
    package.kernels("findStringIndex", native::element_forms([](std::int64_t index) {
                        return [index](const Regexp& r, Text v) { return place_at(index, r, v); };
                    }));
    package.function("matchRegexpString", {"r", "v"},
                     [](const Regexp& r, Text v) { return r.match(v); });
    package.function("replaceAllString", {"r", "v", "t"}, native::appending(append_replaced));
    package.function("splitRegexp", {"r", "v", "i"}, [](const Regexp& r, Text v, std::int64_t i) {
        std::vector<std::string> parts;
        r.split(v, i, [&](Text part) { parts.emplace_back(part); });
        return parts;
    });
    package.kernels("splitRegexp", native::element_forms([](std::int64_t index) {
                        return [index](const Regexp& r, Text v, std::int64_t i) {
                            return part_at(index, r, v, i);
                        };
                    }));
    package.function("getString", {"r"}, [](const Regexp& r) { return Text(r.source()); });
}

}  // namespace fluxi::stdlib::regexp
