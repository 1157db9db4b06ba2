// Natives of package contrib/qxip/hash: checksums of strings; a null gives null.
#include <memory>
#include <string>
#include <string_view>

#include <xxhash.h>

#include "base/codec.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "contrib/qxip/hash/cityhash.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::contrib_qxip_hash {
namespace {

using native::Arguments;
using value::Nature;
using value::Value;

using Hash = std::string (*)(std::string_view);

/// A hash as a native. It takes any value, for its type says so, but fails for all but strings.
native::Implementation checksum(std::string name, Hash hash) {
    return [name = std::move(name), hash](eval::Evaluator&, const Arguments& arguments) -> Value {
        const Value& v = arguments.at(0);
        if (v.is_null()) return Value::null(Nature::string);
        if (!v.is(Nature::string)) {
            base::fail("hash cannot convert {} to {}", value::nature_name(v.nature()), name);
        }
        return Value::string(hash(v.as_text()));
    };
}

std::string signature(std::string_view v, std::string_view key) {
    return base::base64_encode(base::hmac_sha1(key, v));
}

Value hmac(eval::Evaluator&, const Arguments& arguments) {
    const Value& v = arguments.at(0);
    if (v.is_null()) return Value::null(Nature::string);
    if (!v.is(Nature::string)) {
        base::fail("hash cannot convert {} to hmac", value::nature_name(v.nature()));
    }
    return Value::string(signature(v.as_text(), arguments.get<std::string_view>(1)));
}

std::string xxhash64(std::string_view v) {
    return std::to_string(XXH64(v.data(), v.size(), 0));
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("contrib/qxip/hash");
    const auto add = [&package](const char* name, Hash hash) {
        package.raw(name, {"v"}, checksum(name, hash));
        package.kernels(name, std::make_shared<native::adapter::FunctionKernels<Hash, true>>(hash));
    };
    add("md5", [](std::string_view v) { return base::hex_encode(base::md5(v)); });
    add("sha1", [](std::string_view v) { return base::hex_encode(base::sha1(v)); });
    add("sha256", [](std::string_view v) { return base::hex_encode(base::sha256(v)); });
    add("b64", [](std::string_view v) { return base::base64_encode(v); });
    add("xxhash64", xxhash64);
    add("cityhash64", [](std::string_view v) { return std::to_string(cityhash64(v)); });
    package.raw("hmac", {"v", "k"}, hmac);
    const auto keyed = [](std::string_view v, std::string_view k) { return signature(v, k); };
    package.kernels(
        "hmac", std::make_shared<native::adapter::FunctionKernels<decltype(keyed), true>>(keyed));
}

}  // namespace fluxi::stdlib::contrib_qxip_hash
