// The natives of package universe that work on streams, one function per file of natives.
#pragma once

#include "native/registry.hpp"

namespace fluxi::stdlib::universe {

void register_rows(native::PackageNatives& package);       ///< filter, map, limit, sort …
void register_columns(native::PackageNatives& package);    ///< drop, keep, rename …
void register_grouping(native::PackageNatives& package);   ///< group, union, range …
void register_aggregates(native::PackageNatives& package);
void register_selectors(native::PackageNatives& package);
void register_find(native::PackageNatives& package);       ///< yield, tableFind, getRecord …

}  // namespace fluxi::stdlib::universe
