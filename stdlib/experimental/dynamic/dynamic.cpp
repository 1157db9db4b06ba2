// Natives of package experimental/dynamic. A dynamic value never holds another one directly, but
// the elements and properties of what it holds are dynamic too.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "io/json_reader.hpp"
#include "io/json_writer.hpp"
#include "native/adapter.hpp"
#include "value/convert.hpp"

namespace fluxi::stdlib::experimental_dynamic {
namespace {

using value::Dynamic;
using value::Nature;
using value::Value;

Value wrap(const Value& v);

Value wrap_array(const value::Array& array) {
    std::vector<Value> elements;
    elements.reserve(array.size());
    for (const Value& element : array.elements()) elements.push_back(wrap(element));
    return value::make_array(std::move(elements));
}

Value wrap_record(const value::Record& record) {
    std::vector<Value> values;
    values.reserve(record.size());
    for (const Value& property : record.values()) values.push_back(wrap(property));
    return Value::of(value::make<value::Record>(record.shape(), std::move(values)));
}

Value wrap(const Value& v) {
    if (v.nature() == Nature::dynamic && !v.is_null()) return v;
    Value inner = v;
    if (v.is(Nature::array)) inner = wrap_array(v.as_array());
    if (v.is(Nature::record)) inner = wrap_record(v.as_record());
    return Value::of(value::make<Dynamic>(std::move(inner)));
}

Value as_array(const Value& v) {
    if (v.is_null() || v.as_dynamic().inner().is_null()) {
        base::fail("unable to convert <null> to array");
    }
    const Value& inner = v.as_dynamic().inner();
    if (!inner.is(Nature::array))
        base::fail("unable to convert {} to array", value::type_text(inner));
    return inner;
}

/// The names that isType knows; records and dictionaries have names of their own here.
bool is_type(const Value& v, std::string_view type) {
    if (v.is_null() || v.as_dynamic().inner().is_null()) return false;
    const Nature nature = v.as_dynamic().inner().nature();
    if (nature == Nature::record) return type == "object";
    if (nature == Nature::dict) return type == "dictionary";
    return value::nature_name(nature) == type;
}

void require_dynamic(const Value& v, std::string_view function) {
    if (!v.is_null() && v.nature() != Nature::dynamic) {
        base::fail("{}: `v` must be dynamic, but it is of type {}", function,
                   value::nature_name(v.nature()));
    }
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental/dynamic");
    package.function("dynamic", {"v"}, [](const Value& v) -> Value { return wrap(v); });
    package.function("asArray", {"<-v"}, [](const Value& v) -> Value {
        require_dynamic(v, "asArray");
        return as_array(v);
    });
    package.function("isType", {"v", "type"}, [](const Value& v, std::string_view type) -> bool {
        require_dynamic(v, "isType");
        return is_type(v, type);
    });
    package.function("jsonParse", {"data"}, [](native::Bytes data) -> Value {
        return Value::of(
            value::make<Dynamic>(io::read_json(data.content, io::JsonElements::dynamic)));
    });
    package.function("jsonEncode", {"v"}, [](const Value& v) -> native::NewBytes {
        native::NewBytes text;
        io::append_json(text.content, v);
        return text;
    });
}

}  // namespace fluxi::stdlib::experimental_dynamic
