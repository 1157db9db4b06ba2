// Natives of package runtime.
#include <string_view>

#include "base/version.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::runtime {

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("runtime");
    package.function("version", {}, [] { return base::version(); });
}

}  // namespace fluxi::stdlib::runtime
