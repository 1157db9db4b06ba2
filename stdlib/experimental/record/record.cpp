// Natives of package experimental/record.
#include <string_view>

#include "native/adapter.hpp"

namespace fluxi::stdlib::experimental_record {
namespace {

value::Value get(eval::Evaluator&, const native::Arguments& arguments) {
    const auto& record = arguments.get<value::Record>(0);
    const value::Value* found = record.find(arguments.get<std::string_view>(1));
    return found == nullptr ? arguments.at(2) : *found;
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental/record");
    package.constant("any", value::make_record({}));
    package.raw("get", {"r", "key", "default"}, get);
}

}  // namespace fluxi::stdlib::experimental_record
