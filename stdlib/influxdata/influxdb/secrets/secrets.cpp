#include "base/error.hpp"
#include "eval/evaluator.hpp"
#include "native/registry.hpp"

namespace fluxi::stdlib::influxdata_influxdb_secrets {

namespace {

value::Value get(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    const std::string key(arguments.get<std::string_view>(0));
    const auto secret = evaluator.host().secrets->get(key);
    if (!secret) {
        base::fail(
            "{}: there is no secret \"{}\"; give it with --secret, --secrets-from-env or "
            "--secrets-file",
            arguments.function(), key);
    }
    return value::Value::string(*secret);
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("influxdata/influxdb/secrets").effect("get", {"key"}, &get);
}

}  // namespace fluxi::stdlib::influxdata_influxdb_secrets
