#include "io/json_writer.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/codec.hpp"
#include "base/error.hpp"
#include "io/json_text.hpp"
#include "value/composite.hpp"
#include "value/display.hpp"
#include "value/number.hpp"
#include "value/regexp_object.hpp"
#include "value/time.hpp"

namespace fluxi::io {
namespace {

using value::Nature;
using value::Value;

void append_float(std::string& out, double v) {
    if (!std::isfinite(v)) base::fail("json: unsupported value: {}", value::float_to_string(v));
    value::append_float(out, v, value::FloatForm::json);
}

// Values may be nested thousands of levels deep: the functions that call each other have small
// frames, and what needs temporaries is not to become part of them.

[[gnu::noinline]] void append_array(std::string& out, const value::Array& array) {
    out += '[';
    for (const Value& element : array.elements()) {
        if (&element != array.elements().data()) out += ',';
        append_json(out, element);
    }
    out += ']';
}

[[gnu::noinline]] void append_record(std::string& out, const value::Record& record) {
    out += '{';
    bool first = true;
    for (const std::uint32_t i : record.shape()->sorted()) {
        if (!first) out += ',';
        first = false;
        append_json_string(out, record.shape()->labels()[i], JsonEscape::html);
        out += ':';
        append_json(out, record.values()[i]);
    }
    out += '}';
}

[[gnu::noinline]] void append_dict(std::string& out, const value::Dict& dict) {
    std::vector<std::pair<std::string, const Value*>> entries;
    for (const auto& [key, element] : dict.entries())
        entries.emplace_back(value::display(key), &element);
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    out += '{';
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0) out += ',';
        append_json_string(out, entries[i].first, JsonEscape::html);
        out += ':';
        append_json(out, *entries[i].second);
    }
    out += '}';
}

void append_time(std::string& out, value::Time time) {
    out += '"';
    value::append_time_trimmed(out, time.nanoseconds);
    out += '"';
}

/// A value that holds no others.
[[gnu::noinline]] void append_plain(std::string& out, const Value& v) {
    if (v.nature() == Nature::stream)
        base::fail(
            "got table stream instead of array. Try using tableFind() or findRecord() to extract "
            "data from stream");
    switch (v.nature()) {
        case Nature::boolean:
            out += v.as_boolean() ? "true" : "false";
            return;
        case Nature::integer:
            value::append_int(out, v.as_integer());
            return;
        case Nature::uinteger:
            value::append_uint(out, v.as_uinteger());
            return;
        case Nature::floating:
            append_float(out, v.as_floating());
            return;
        case Nature::string:
            append_json_string(out, v.as_text(), JsonEscape::html);
            return;
        case Nature::bytes:
            append_json_bytes(out, v.as_text());
            return;
        case Nature::time:
            append_time(out, v.as_time());
            return;
        case Nature::duration:
            out += '"';
            value::append_duration(out, v.as_duration());
            out += '"';
            return;
        case Nature::regexp:
            append_json_string(out, v.as_regexp().source(), JsonEscape::html);
            return;
        case Nature::function:
            base::fail("cannot encode a function value");
        default:
            break;
    }
    base::fail("cannot encode a value of type {}", value::nature_name(v.nature()));
}

}  // namespace

void append_json_bytes(std::string& out, std::string_view bytes) {
    out += '"';
    base::append_base64(out, bytes);
    out += '"';
}

void append_json(std::string& out, const Value& v) {
    if (v.is_null() && v.nature() != Nature::stream) {
        out += "null";
    } else if (v.is(Nature::array)) {
        append_array(out, v.as_array());
    } else if (v.is(Nature::record)) {
        append_record(out, v.as_record());
    } else if (v.is(Nature::dict)) {
        append_dict(out, v.as_dict());
    } else if (v.is(Nature::dynamic)) {
        append_json(out, v.as_dynamic().inner());
    } else {
        append_plain(out, v);
    }
}

}  // namespace fluxi::io
