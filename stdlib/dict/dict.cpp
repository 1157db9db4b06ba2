// Natives of package dict. A dictionary is immutable: insert and remove give a new one.
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "dict/get_kernels.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::dict {
namespace {

using eval::Evaluator;
using native::Arguments;
using value::Array;
using value::Dict;
using value::Record;
using value::Value;

void require_key(const Value& key) {
    if (key.is_null()) base::fail("null value cannot be used as a dictionary key");
}

const Value& field(const Record& pair, std::string_view label) {
    const Value* found = pair.find(label);
    if (found == nullptr) {
        base::fail("fromList: each element of `pairs` needs the property `{}`", label);
    }
    return *found;
}

Value from_list(const Array& pairs) {
    std::vector<Dict::Entry> entries;
    entries.reserve(pairs.size());
    for (const Value& pair : pairs.elements()) {
        if (!pair.is(value::Nature::record)) {
            base::fail("fromList: `pairs` must hold records, but an element is of type {}",
                       value::nature_name(pair.nature()));
        }
        const Value& key = field(pair.as_record(), "key");
        require_key(key);
        entries.emplace_back(key, field(pair.as_record(), "value"));
    }
    return Value::of(value::make<Dict>(std::move(entries)));
}

Value get(Evaluator&, const Arguments& arguments) {
    const Value& key = arguments.at(1);
    const Value* found = key.is_null() ? nullptr : arguments.get<Dict>(0).find(key);
    return found == nullptr ? arguments.at(2) : *found;
}

Value insert(Evaluator&, const Arguments& arguments) {
    require_key(arguments.at(1));
    return Value::of(arguments.get<Dict>(0).insert(arguments.at(1), arguments.at(2)));
}

Value remove(Evaluator&, const Arguments& arguments) {
    const Dict& dict = arguments.get<Dict>(0);
    if (arguments.at(1).is_null()) return arguments.at(0);
    return Value::of(dict.remove(arguments.at(1)));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("dict");
    package.function("fromList", {"pairs"}, from_list);
    package.raw("get", {"dict", "key", "default"}, get);
    package.kernels("get", std::make_shared<GetKernels>());
    package.raw("insert", {"dict", "key", "value"}, insert);
    package.raw("remove", {"dict", "key"}, remove);
}

}  // namespace fluxi::stdlib::dict
