#include "native/registry.hpp"

namespace fluxi::stdlib::internal_boolean {

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    native::PackageNatives p = registry.package("internal/boolean");
    p.constant("true", value::Value::boolean(true));
    p.constant("false", value::Value::boolean(false));
}

}  // namespace fluxi::stdlib::internal_boolean
