// Natives of package experimental/json.
#include "io/json_reader.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::experimental_json {

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental/json");
    package.function("parse", {"data"}, [](native::Bytes data) -> value::Value {
        return io::read_json(data.content, io::JsonElements::typed);
    });
}

}  // namespace fluxi::stdlib::experimental_json
