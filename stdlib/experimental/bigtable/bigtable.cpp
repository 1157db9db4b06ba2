// Natives of package experimental/bigtable: there is no client, and a call says so.
#include "base/error.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::experimental_bigtable {
namespace {

value::Value from(eval::Evaluator&, const native::Arguments&) {
    base::fail(
        "bigtable.from: fluxi has no client for Google Cloud Bigtable; export the table as CSV and "
        "read it with csv.from");
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("experimental/bigtable")
        .effect("from", {"token", "project", "instance", "table"}, from);
}

}  // namespace fluxi::stdlib::experimental_bigtable
