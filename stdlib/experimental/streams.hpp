// The natives of package experimental that work on streams.
#pragma once

#include "native/registry.hpp"

namespace fluxi::stdlib::experimental {

void register_streams(native::PackageNatives& package);

}  // namespace fluxi::stdlib::experimental
