// Natives of package regexp.
#include <string>
#include <string_view>
#include <vector>

#include "native/adapter.hpp"
#include "native/appending.hpp"
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
    package.function("matchRegexpString", {"r", "v"},
                     [](const Regexp& r, Text v) { return r.match(v); });
    package.function("replaceAllString", {"r", "v", "t"}, native::appending(append_replaced));
    package.function("splitRegexp", {"r", "v", "i"}, [](const Regexp& r, Text v, std::int64_t i) {
        std::vector<std::string> parts;
        r.split(v, i, [&](Text part) { parts.emplace_back(part); });
        return parts;
    });
    package.function("getString", {"r"}, [](const Regexp& r) { return Text(r.source()); });
}

}  // namespace fluxi::stdlib::regexp
