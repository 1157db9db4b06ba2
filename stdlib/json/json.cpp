// Natives of package json.
#include "io/json_writer.hpp"
#include "json/encode_kernels.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::json {

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("json");
    package.function("encode", {"v"}, [](const value::Value& v) {
        native::NewBytes text;
        io::append_json(text.content, v);
        return text;
    });
    package.kernels("encode", std::make_shared<EncodeKernels>());
}

}  // namespace fluxi::stdlib::json
