// Natives of package strings.
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/appending.hpp"
#include "native/part_forms.hpp"
#include "value/text.hpp"

namespace fluxi::stdlib::strings {
namespace {

using Text = std::string_view;
namespace text = value::text;

/// Calls `visit` for each part, in time linear in `v` whatever the separator looks like.
template <bool keep, typename Visit>
void for_each_part(Text v, Text separator, std::int64_t limit, Visit visit) {
    if (separator.size() <= 1 || limit == 0) return text::split(v, separator, limit, keep, visit);
    for (std::int64_t done = 1; done != limit; ++done) {
        const std::int64_t found = text::index(v, separator);
        if (found < 0) break;
        const auto at = static_cast<std::size_t>(found);
        visit(v.substr(0, keep ? at + separator.size() : at));
        v.remove_prefix(at + separator.size());
    }
    visit(v);
}

template <bool keep>
void split_some(vec::ListWriter& parts, Text v, Text separator, std::int64_t limit) {
    for_each_part<keep>(v, separator, limit, [&](Text part) { parts.add(part); });
}

template <bool keep>
void split_all(vec::ListWriter& parts, Text v, Text separator) {
    split_some<keep>(parts, v, separator, -1);
}

/// One of the parts.
template <bool keep>
Text part_at(std::int64_t index, Text v, Text separator, std::int64_t limit) {
    Text found;
    std::int64_t count = 0;
    for_each_part<keep>(v, separator, limit, [&](Text part) {
        if (count++ == index) found = part;
    });
    if (index >= count) base::fail("cannot access element {} of array of length {}", index, count);
    return found;
}

/// A function that gives all parts, and the form of single ones.
template <bool keep>
void add_split(native::PackageNatives& package, Text name) {
    const auto whole = native::listing_texts(split_all<keep>);
    package.function(name, {"v", "t"}, whole);
    package.kernels(name, native::element_forms(whole, [](std::int64_t index) {
                        return [index](Text v, Text t) { return part_at<keep>(index, v, t, -1); };
                    }));
}

/// The same for a limited number of parts.
template <bool keep>
void add_limited_split(native::PackageNatives& package, Text name) {
    const auto whole = native::listing_texts(split_some<keep>);
    package.function(name, {"v", "t", "i"}, whole);
    package.kernels(name, native::element_forms(whole, [](std::int64_t index) {
                        return [index](Text v, Text t, std::int64_t i) {
                            return part_at<keep>(index, v, t, i);
                        };
                    }));
}

void append_all_replaced(std::string& out, Text v, Text from, Text to) {
    text::append_replaced(out, v, from, to, -1);
}

void append_repeated(std::string& out, Text v, std::int64_t times) {
    constexpr std::uint64_t kMost = std::uint64_t{1} << 30;
    if (times < 0)
        base::fail("strings.repeat: argument `i` must not be negative, but it is {}", times);
    if (!v.empty() && static_cast<std::uint64_t>(times) > kMost / v.size())
        base::fail_with(
            base::Code::limit,
            "strings.repeat: {} times {} bytes is more than the 1 GiB that a text may be", times,
            v.size());
    text::append_repeated(out, v, times);
}

void append_joined(std::string& out, vec::List parts, Text separator) {
    bool first = true;
    parts.for_each_text([&](value::Nature nature, Text part) {
        if (nature != value::Nature::string)
            base::fail("expected elements of argument \"arr\" to be of type string, got {}",
                       nature == value::Nature::none ? Text("null") : value::nature_name(nature));
        if (!first) out.append(separator);
        first = false;
        out.append(part);
    });
}

/// Tests the one byte that the argument must be.
template <bool (*test)(char32_t)>
bool is_kind(Text v) {
    if (v.size() != 1)
        base::fail("\"v\" is not a valid argument: argument length is not equal to 1");
    return test(static_cast<unsigned char>(v[0]));
}

void register_shapes(native::PackageNatives& package) {
    package.function("title", {"v"}, native::appending(text::append_title));
    package.function("toUpper", {"v"}, native::appending(text::append_upper));
    package.function("toLower", {"v"}, native::appending(text::append_lower));
    package.function("toTitle", {"v"}, native::appending(text::append_title_case));
    package.function("trim", {"v", "cutset"}, text::trim);
    package.function("trimLeft", {"v", "cutset"}, text::trim_left);
    package.function("trimRight", {"v", "cutset"}, text::trim_right);
    package.function("trimSpace", {"v"}, text::trim_space);
    package.function("trimPrefix", {"v", "prefix"}, text::trim_prefix);
    package.function("trimSuffix", {"v", "suffix"}, text::trim_suffix);
    package.function("repeat", {"v", "i"}, native::appending(append_repeated));
    package.function("replace", {"v", "t", "u", "i"}, native::appending(text::append_replaced));
    package.function("replaceAll", {"v", "t", "u"}, native::appending(append_all_replaced));
    package.function("substring", {"v", "start", "end"}, native::appending(text::append_substring));
}

void register_tests(native::PackageNatives& package) {
    package.function("hasPrefix", {"v", "prefix"}, text::has_prefix);
    package.function("hasSuffix", {"v", "suffix"}, text::has_suffix);
    package.function("containsStr", {"v", "substr"},
                     [](Text v, Text part) { return text::index(v, part) >= 0; });
    package.function("containsAny", {"v", "chars"},
                     [](Text v, Text chars) { return text::index_any(v, chars) >= 0; });
    package.function("equalFold", {"v", "t"}, text::equal_fold);
    package.function("compare", {"v", "t"},
                     [](Text v, Text t) { return std::int64_t{text::compare(v, t)}; });
    package.function("isDigit", {"v"}, is_kind<text::is_digit>);
    package.function("isLetter", {"v"}, is_kind<text::is_letter>);
    package.function("isLower", {"v"}, is_kind<text::is_lower>);
    package.function("isUpper", {"v"}, is_kind<text::is_upper>);
}

void register_places(native::PackageNatives& package) {
    package.function("countStr", {"v", "substr"}, text::count);
    package.function("index", {"v", "substr"}, text::index);
    package.function("indexAny", {"v", "chars"}, text::index_any);
    package.function("lastIndex", {"v", "substr"}, text::last_index);
    package.function("lastIndexAny", {"v", "chars"}, text::last_index_any);
    package.function("strlen", {"v"},
                     [](Text v) { return static_cast<std::int64_t>(text::rune_count(v)); });
    add_split<false>(package, "split");
    add_split<true>(package, "splitAfter");
    add_limited_split<false>(package, "splitN");
    add_limited_split<true>(package, "splitAfterN");
    package.function("joinStr", {"arr", "v"}, native::appending(append_joined));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("strings");
    register_shapes(package);
    register_tests(package);
    register_places(package);
}

}  // namespace fluxi::stdlib::strings
