// Natives of package experimental/iox: they work inside InfluxDB 3 only, and a call says so.
#include "base/error.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::experimental_iox {
namespace {

value::Value from(eval::Evaluator&, const native::Arguments&) {
    base::fail("iox.from: it exists inside InfluxDB 3 only; read the bucket with from(bucket: …)");
}

value::Value sql(eval::Evaluator&, const native::Arguments&) {
    base::fail(
        "iox.sql: it exists inside InfluxDB 3 only; send the query to the server with package "
        "http/requests");
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("experimental/iox");
    package.effect("from", {"bucket", "measurement"}, from);
    package.effect("sql", {"bucket", "query"}, sql);
}

}  // namespace fluxi::stdlib::experimental_iox
