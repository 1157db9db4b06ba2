#include "native/registry.hpp"

namespace fluxi::stdlib::system {

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    native::PackageNatives p = registry.package("system");
    p.effect("time", {}, [](eval::Evaluator& evaluator, const native::Arguments&) {
        return value::Value::time({evaluator.host().clock->now_ns()});
    });
}

}  // namespace fluxi::stdlib::system
