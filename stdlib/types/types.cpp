// Natives of package types.
#include <string_view>

#include "native/adapter.hpp"

namespace fluxi::stdlib::types {

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("types");
    // A typed null counts as its type; a null without type has no type at all.
    package.function(
        "isType", {"v", "type"}, [](const value::Value& v, std::string_view type) -> bool {
            return v.nature() != value::Nature::none && value::nature_name(v.nature()) == type;
        });
}

}  // namespace fluxi::stdlib::types
