// Natives of package timezone.
#include <string_view>

#include "native/adapter.hpp"
#include "value/zone.hpp"

namespace fluxi::stdlib::timezone {

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("timezone");
    const auto zones = registry.zones();
    package.function("location", {"name"}, [zones](std::string_view name) {
        zones->get(name);
        return value::make_record(
            {{"zone", value::Value::string(name)}, {"offset", value::Value::duration({})}});
    });
}

}  // namespace fluxi::stdlib::timezone
