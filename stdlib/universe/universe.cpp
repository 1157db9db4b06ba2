// Natives of package universe, the prelude. Each file beside this one holds those of one kind.
#include "native/adapter.hpp"
#include "universe/streams.hpp"
#include "universe/values.hpp"

namespace fluxi::stdlib::universe {

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("universe");
    register_rows(package);
    register_columns(package);
    register_grouping(package);
    register_aggregates(package);
    register_selectors(package);
    register_windows(package);
    register_series(package);
    register_listing(package);
    register_statistics(package);
    register_joins(package);
    register_find(package);
    register_values(registry);
}

}  // namespace fluxi::stdlib::universe
