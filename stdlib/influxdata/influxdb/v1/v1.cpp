// Natives of package influxdata/influxdb/v1: databases.
#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "source/listing.hpp"

namespace fluxi::stdlib::influxdata_influxdb_v1 {

namespace {

value::Value databases(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    for (const std::size_t i : {0U, 1U, 2U, 3U}) {
        if (!arguments.has(i)) continue;
        base::fail(
            "databases: host, org, orgID and token ask for a server, which fluxi cannot reach yet; "
            "without them the buckets of this machine are listed");
    }
    return native::apply(evaluator, source::list_databases(), {});
}

}  // namespace

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    registry.package("influxdata/influxdb/v1")
        .raw("databases", {"?host", "?org", "?orgID", "?token"}, databases);
}

}  // namespace fluxi::stdlib::influxdata_influxdb_v1
