// Natives of package regexp.
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/appending.hpp"
#include "native/part_forms.hpp"
#include "value/regexp.hpp"

namespace fluxi::stdlib::regexp {
namespace {

using Text = std::string_view;
using value::Regexp;

void list_places(vec::ListWriter& places, const Regexp& r, Text v) {
    const auto match = r.find(v);
    if (!match) return;
    places.add_stored(static_cast<std::int64_t>(match->start));
    places.add_stored(static_cast<std::int64_t>(match->end));
}

void list_parts(vec::ListWriter& parts, const Regexp& r, Text v, std::int64_t limit) {
    r.split(v, limit, [&](Text part) { parts.add(part); });
}

/// `replaceAllString`. Down a column the template is taken apart when it changes only.
class Replace {
  public:
    std::string operator()(const Regexp& r, Text v, Text t) const {
        std::string out;
        start().append(out, r, v, t);
        return out;
    }
    class Run {
      public:
        void append(std::string& out, const Regexp& r, Text v, Text t) {
            if (!replacement_ || &r != regexp_ || t != template_) {
                replacement_.emplace(r, t);
                regexp_ = &r;
                template_ = t;
            }
            r.append_replaced(out, v, *replacement_);
        }

      private:
        std::optional<Regexp::Replacement> replacement_{};
        const Regexp* regexp_ = nullptr;
        std::string template_{};
    };
    [[nodiscard]] static Run start() { return {}; }
};

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
    const auto places = native::listing_integers(list_places);
    package.function("findStringIndex", {"r", "v"}, places);
    package.kernels("findStringIndex", native::element_forms(places, [](std::int64_t index) {
                        return [index](const Regexp& r, Text v) { return place_at(index, r, v); };
                    }));
    package.function("matchRegexpString", {"r", "v"},
                     [](const Regexp& r, Text v) { return r.match(v); });
    package.function("replaceAllString", {"r", "v", "t"}, Replace());
    const auto parts = native::listing_texts(list_parts);
    package.function("splitRegexp", {"r", "v", "i"}, parts);
    package.kernels("splitRegexp", native::element_forms(parts, [](std::int64_t index) {
                        return [index](const Regexp& r, Text v, std::int64_t i) {
                            return part_at(index, r, v, i);
                        };
                    }));
    package.function("getString", {"r"}, [](const Regexp& r) { return Text(r.source()); });
}

}  // namespace fluxi::stdlib::regexp
